"""Drift: what changed between one wording of a saying and the next."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, islice

from reportedly.lexicon import ItemTable
from reportedly.model import Bound, Drift, DriftKind, Quantity, Section, Stage, figure

from .bounds import core, same_figure
from .links import leads_to
from .measures import thing
from .telling import related
from .told import Told
from .voices import Family, family

_WAYS = {
    Bound.AT_LEAST: "floor",
    Bound.MORE_THAN: "floor",
    Bound.AT_MOST: "ceiling",
    Bound.LESS_THAN: "ceiling",
    Bound.ABOUT: "about",
    Bound.EXACT: "exact",
    Bound.NONE: "exact",
    Bound.RANGE: "range",
    Bound.VAGUE: "vague",
}
_FAR = {Section.LEAD: 1, Section.HEADLINE: 2}  # from what the body says
_BENDING = frozenset({DriftKind.LOAD, DriftKind.MODALITY, DriftKind.UNIT, DriftKind.PARTY})
_PAID = frozenset({Stage.ALLOCATED, Stage.DELIVERED, Stage.USED})


def drifts(origin: Iterable[Told], items: ItemTable) -> Iterator[Drift]:
    """Yield what changed within one utterance: from page to page, and from body to headline.

    Each claim is held against the one it was taken from: the copied words, the
    page of the outlet it cites, else the first page that tells it.
    """
    tolds = sorted(origin, key=lambda t: (t.rank, t.order))
    pages = [list(page) for _, page in groupby(tolds, key=lambda t: t.rank)]
    by_id = {told.id: told for told in tolds}
    found: dict[tuple[DriftKind, str, str], Drift] = {}
    for told in tolds:
        before = by_id.get(told.source) if told.source else _model_of(told, pages, items)
        if before is None:
            continue
        changes = [*_changes(before, told, items), *_joints(before, told, by_id)]
        found.update({(c.kind, c.before, c.after): c for c in changes})
    yield from (found[name] for name in sorted(found))


def _model_of(told: Told, pages: Sequence[Sequence[Told]], items: ItemTable) -> Told | None:
    """Return the wording that a claim is held against, or nothing if it is the first."""
    at = bisect_left(pages, told.rank, key=lambda page: page[0].rank)
    if told.claim.section is Section.HEADLINE:
        body = [t for t in _alike(told, pages[at], items) if t.claim.section is not Section.HEADLINE]
        if body:
            return _best(body)
    leads = told.links or told.through or told.relays
    cited = (
        page
        for page in islice(pages, at if leads else 0)
        if leads_to(told, page[0]) or (told.relays and _cites(told, page[0]))
    )
    for page in chain(cited, islice(pages, at)):
        alike = [t for t in _alike(told, page, items) if t.source is None]
        if alike:
            return _best(alike)
    return None


def _alike(told: Told, page: Iterable[Told], items: ItemTable) -> list[Told]:
    return [t for t in page if t.id != told.id and same_thread(t, told, items)]


def _best(tolds: Sequence[Told]) -> Told:
    """Return the wording of a page that counts: in its body, with a figure rather than a vague word."""
    return min(tolds, key=lambda t: (_FAR.get(t.claim.section, 0), _vague(t), t.order))


def _vague(told: Told) -> bool:
    return told.claim.quantity is None or told.claim.quantity.bound is Bound.VAGUE


def _cites(told: Told, page: Told) -> bool:
    from_outlet = page.outlet.lower()
    return any(relay.split(":")[-1].replace("-", " ") in from_outlet for relay in told.relays if relay)


def same_thread(a: Told, b: Told, items: ItemTable) -> bool:
    """Are two claims of one utterance one figure retold, however it has changed?"""
    one, other = a.claim.quantity, b.claim.quantity
    if (a.measure.outcome, a.measure.scope) != (b.measure.outcome, b.measure.scope):
        return False
    things = related(a.measure.item, b.measure.item, items)
    kinds = {a.measure.kind, b.measure.kind}
    if len(kinds) > 1 and kinds != {"capacity", "transfer"}:
        return False
    if one is None or other is None:
        return one is other and things
    if Bound.VAGUE in {one.bound, other.bound}:
        return things and (one.bound is other.bound or a.claim.document == b.claim.document)
    if things:
        return same_figure(one, other)
    return core(one) == core(other) and core(one) is not None


def _changes(before: Told, after: Told, items: ItemTable) -> Iterator[Drift]:
    old, new = before.claim.quantity, after.claim.quantity
    if old and new:
        bound = _bound_change(old, new)
        if bound:
            yield _drift(DriftKind.BOUND, before, after, bound)
        unit = _unit_change(before, after, items)
        if unit:
            yield _drift(DriftKind.UNIT, before, after, unit)
    voice = _voice_change(before, after)
    if voice:
        yield _drift(voice[0], before, after, voice[1])
    party = _party_change(before, after)
    if party:
        yield _drift(DriftKind.PARTY, before, after, party)


def _bound_change(old: Quantity, new: Quantity) -> str | None:
    if _way(old) == _way(new) and (core(old) == core(new)):
        return None
    return f"{figure(old)} became {figure(new)}"


def _way(quantity: Quantity) -> str:
    if quantity.bound is Bound.LESS_THAN and quantity.approximate:
        return "nearly"
    return "about" if quantity.approximate and _WAYS[quantity.bound] == "exact" else _WAYS[quantity.bound]


def _unit_change(before: Told, after: Told, items: ItemTable) -> str | None:
    old, new = before.claim.quantity, after.claim.quantity
    assert old is not None
    assert new is not None
    if old.currency != new.currency:
        return f"{old.currency or 'no currency'} became {new.currency or 'no currency'}"
    one, other = thing(before.claim, items), thing(after.claim, items)
    if one and other and not related(one, other, items):
        return f"{one} became {other}"
    return None


def _voice_change(before: Told, after: Told) -> tuple[DriftKind, str] | None:
    old, new = family(before.claim), family(after.claim)
    if (
        old is Family.ABLE
        and new is Family.HAPPENED
        and (before.measure.kind, after.measure.kind) == ("capacity", "transfer")
    ):
        return DriftKind.LOAD, "what could be held is told as what was sent"
    if old is not new and _words(before) != _words(after):
        return (
            DriftKind.MODALITY,
            f"said as {before.claim.voice.modality}, then as {after.claim.voice.modality}",
        )
    paid = before.claim.voice.stage in _PAID, after.claim.voice.stage in _PAID
    if before.claim.voice.stage and after.claim.voice.stage and paid[0] is not paid[1]:
        return DriftKind.MODALITY, f"{before.claim.voice.stage} became {after.claim.voice.stage}"
    return None


def _words(told: Told) -> list[str]:
    """Return a claim's words: where they are the same, no voice drifted, however each was read."""
    return told.claim.evidence.exact.lower().split()


def _party_change(before: Told, after: Told) -> str | None:
    """Return which party of one figure changed.

    Without a figure the parties alone say that two claims are one; and who
    holds a capacity is not who sends a load.
    """
    if before.claim.quantity is None or before.measure.kind != after.measure.kind:
        return None
    one, other = before.measure, after.measure
    if one.actor and other.actor and one.actor != other.actor:
        return f"actor {one.actor} became {other.actor}"
    if one.recipient and other.recipient and one.recipient != other.recipient:
        return f"recipient {one.recipient} became {other.recipient}"
    return None


def _joints(before: Told, after: Told, by_id: dict[str, Told]) -> Iterator[Drift]:
    """Yield alternatives told as a sum, or a sum as alternatives."""
    if not (before.joint and after.joint) or before.joint == after.joint:
        return
    one, other = by_id.get(before.next or ""), by_id.get(after.next or "")
    if one and other and one.measure.item == other.measure.item:
        yield _drift(DriftKind.CONJUNCTION, before, after, f'"{before.joint}" became "{after.joint}"')


def _drift(kind: DriftKind, before: Told, after: Told, because: str) -> Drift:
    return Drift(kind, before.id, after.id, before.claim.evidence.exact, after.claim.evidence.exact, because)


def bent(drifts: Iterable[Drift], tolds: Iterable[Told]) -> frozenset[str]:
    """Return the claims that drifted in more than their figure, and the copies of such."""
    found = {d.after for d in drifts if d.kind in _BENDING}
    return frozenset(t.id for t in tolds if t.id in found or t.source in found)
