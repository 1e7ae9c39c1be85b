"""From a page and its claims to claims as they are told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from reportedly.lexicon import NOWHERE, ItemTable, PlaceTable
from reportedly.model import Claim, Copy, Document, Granularity, Period, Section, Span

from .bounds import compatible, core, same_figure
from .links import with_links
from .measures import anchored, filled, measured, windows
from .sketches import appeared, rank
from .speakers import Voicing, outlet, voicing
from .told import Measure, Told
from .voices import line

_HEADS = frozenset({Section.HEADLINE, Section.LEAD, Section.CAPTION})
_FAR = 160


def tell(
    document: Document, claims: Iterable[Claim], items: ItemTable, places: PlaceTable = NOWHERE
) -> tuple[Told, ...]:
    """Return a page's claims with their day, speaker and measure, in the order they stand."""
    ordered = sorted(claims, key=lambda c: (c.evidence.span.start, c.evidence.span.end, c.id))
    whole = filled(ordered)
    measures = {claim.id: measured(claim, items, places, page=document.id) for claim in whole}
    voices = {claim.id: voicing(claim, document) for claim in whole}
    joints = dict(_joints(whole, document.text))
    heard = {claim.id: _heard(claim, whole, measures, items) for claim in whole}
    voices.update({name: voices[body] for name, body in heard.items() if body})
    tolds = [
        _told(
            claim,
            document,
            measures[claim.id],
            voices[claim.id],
            heard.get(claim.id),
            joints.get(claim.id),
        )
        for claim in whole
    ]
    return with_links(tolds, document)


def _told(  # noqa: PLR0913, PLR0917 - one record, its parts each found by its own rule
    claim: Claim,
    document: Document,
    measure: Measure,
    voice: Voicing,
    heard: str | None,
    joint: tuple[str, str] | None,
) -> Told:
    block = document.block_at(claim.evidence.span)
    stamped = block.stamped if block else None
    day = (voice.said.start if voice.said else None) or (stamped.date() if stamped else document.published)
    as_of, since = windows(claim, _day(day))
    return Told(
        claim=claim,
        rank=rank(document),
        url=document.url,
        outlet=outlet(document),
        moment=_moment(voice, stamped.isoformat() if stamped else appeared(document)),
        day=day,
        speaker=voice.speaker,
        circle=voice.circle,
        measure=measure,
        line=line(claim),
        cell=measure.cell,
        plain=voice.plain,
        said=voice.said or (_day(stamped.date()) if stamped else None),
        occasion=voice.occasion,
        relays=voice.relays,
        as_of=as_of,
        since=since,
        heard=heard,
        next=joint[0] if joint else None,
        joint=joint[1] if joint else None,
    )


def _moment(voice: Voicing, published: str) -> str:
    """Return when it was said, no later than the page that says so; the unknown come last."""
    said = voice.said.start.isoformat() if voice.said and voice.said.start else ""
    return min(filter(None, (said, published)), default="9999")


def _day(day: date | None) -> Period | None:
    return Period(day, day + timedelta(days=1), Granularity.DAY) if day else None


def _heard(
    claim: Claim, claims: Sequence[Claim], measures: Mapping[str, Measure], items: ItemTable
) -> str | None:
    """Return the claim that a headline speaks for: one of its article that names its source."""
    if claim.attribution or claim.section not in _HEADS:
        return None
    same = (
        other.id
        for other in claims
        if other.attribution and other.section is not claim.section and _alike(claim, other, measures, items)
    )
    return next(same, None)


def _alike(claim: Claim, other: Claim, measures: Mapping[str, Measure], items: ItemTable) -> bool:
    """Do two claims of one page speak of one thing, so that one may stand for the other?"""
    one, two = measures[claim.id], measures[other.id]
    kinds = {one.kind, two.kind}
    if one.kind != two.kind and kinds != {"capacity", "transfer"}:
        return False
    if (one.outcome, one.recipient, one.scope) != (two.outcome, two.recipient, two.scope):
        return False
    if not related(one.item, two.item, items):
        return False
    if claim.quantity is None or other.quantity is None:
        return claim.quantity is None and other.quantity is None
    return compatible(claim.quantity, other.quantity) or same_figure(claim.quantity, other.quantity)


def related(one: str, other: str, items: ItemTable) -> bool:
    """Is one thing the other, or a narrower kind of it?"""
    return one == other or items.is_a(one, other) or items.is_a(other, one)


def _joints(claims: Sequence[Claim], text: str) -> Iterable[tuple[str, tuple[str, str]]]:
    """Yield each figure whose sentence goes on to another with a bare "and" or "or"."""
    counted = sorted(
        ((c.quantity.number, c) for c in claims if c.quantity), key=lambda pair: (pair[0], pair[1].id)
    )
    for (here, claim), (there, other) in pairwise(counted):
        if here.end <= there.start <= here.end + _FAR:
            joint = _conjunction(Span(here.end, there.start).of(text))
            if joint:
                yield claim.id, (other.id, joint)


def _conjunction(words: str) -> str | None:
    if "\n" in words or ". " in words:
        return None
    found = [word.strip(",;") for word in words.lower().split() if word.strip(",;") in {"and", "or"}]
    return found[0] if len(found) == 1 else None


def with_sources(
    tolds: Sequence[Told], copies: Iterable[Copy], there: Mapping[str, Sequence[Told]]
) -> tuple[Told, ...]:
    """Return a copy's claims, each with the claim that its words were taken from.

    ``there`` are the claims of the pages it copies. A claim in a copied block
    is the same saying as the first claim alike in the block it came from.
    """
    origins: dict[str, Told] = {}
    translated: set[str] = set()
    for copy in copies:
        for here, at in copy.blocks:
            taken = [t for t in tolds if here.holds(t.claim.evidence.span)]
            given = [t for t in there.get(copy.of, ()) if at.holds(t.claim.evidence.span)]
            found = {name: told for name, told in _matched(taken, given) if name not in origins}
            origins.update(found)
            translated.update(found if copy.translated else ())
    sourced = (_sourced(told, origins.get(told.id), origins.get(told.heard or "")) for told in tolds)
    return tuple(replace(told, translated=told.id in translated) for told in sourced)


def _matched(taken: Sequence[Told], given: Sequence[Told]) -> Iterable[tuple[str, Told]]:
    left = list(given)
    for told in taken:
        exact = [t for t in left if t.claim.kind == told.claim.kind and _words(t) == _words(told)]
        alike = [t for t in left if _shape(t) == _shape(told)]
        best = [t for t in alike if _number(t) == _number(told)]
        for found in (exact or best or alike)[:1]:
            left.remove(found)
            yield told.id, found


def _number(told: Told) -> Decimal | None:
    return core(told.claim.quantity) if told.claim.quantity else None


def _words(told: Told) -> str:
    return " ".join(told.claim.evidence.exact.lower().split())


def _shape(told: Told) -> tuple[str, str, str, str]:
    measure = told.measure
    return measure.kind, measure.item, measure.outcome, measure.scope


def _measure_of(told: Told, copied: Told) -> Measure:
    """Return what copied words measure: if nothing there names party or place, what their source measures."""
    return told.measure if anchored(told.measure) or _shape(told) != _shape(copied) else copied.measure


def _sourced(told: Told, copied: Told | None, heard: Told | None) -> Told:
    """Return a claim as its source said it; a headline follows the article it stands on."""
    source = copied or heard
    if source is None:
        return told
    measure = _measure_of(told, copied) if copied else told.measure
    return replace(
        told,
        measure=measure,
        cell=measure.cell,
        source=copied.id if copied else None,
        speaker=source.speaker,
        circle=source.circle,
        plain=source.plain,
        said=told.said or source.said,
        moment=min(told.moment, source.moment),
        day=source.day,
        as_of=told.as_of if told.claim.time else source.as_of,
        since=told.since or source.since,
        occasion=told.occasion or source.occasion,
        relays=tuple(sorted({*told.relays, *source.relays})),
    )
