"""Denials, corrections and silent edits: what is struck through, by whom, and who still says it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportedly.lexicon import ItemTable
from reportedly.model import Polarity, Relation, RelationKind, Section, Withdrawal, figure

from .bounds import compatible, core
from .parts import nested
from .relations import firsts, named
from .telling import related
from .told import Told
from .voices import Family

DENIAL = "denial"
NOTE = "note"


def denials(cell: Iterable[Told], items: ItemTable) -> Iterator[Relation]:
    """Yield each denial with the claim that it denies: on its own page, else the latest before it.

    Elsewhere than on its page it denies an utterance, by the claim that stands for it.
    """
    tolds = sorted(cell, key=lambda t: t.order)
    leading = firsts(tolds)
    seen: set[str] = set()
    for denial in tolds:
        if mark(denial) != DENIAL or denial.origin in seen:
            continue
        seen.add(denial.origin)
        here = denial.claim.document
        known = (t for t in tolds if t.id in leading or t.claim.document == here)
        denied = _denied(denial, known, items)
        if denied:
            because = f"{denial.speaker} denies what {denied.speaker} says"
            yield Relation(RelationKind.DENIES, denial.id, denied.id, because)


def mark(told: Told) -> str:
    """Return whether a claim strikes others through, as a denial or in a note; empty where it does not."""
    if told.claim.section is Section.CORRECTION:
        return NOTE if told.claim.quantity is not None else ""
    return DENIAL if told.line.startswith(Family.DENIED.value) else ""


def heads(cell: Iterable[Told]) -> tuple[Told, ...]:
    """Return the claims of a cell that others are held against: all that ``cell_rows`` asks for.

    The first of each thread; what stands on the page of a denial; all captures
    of an address that changed; what a correction may take back, and those who
    may still carry it. The ledger finds the same by its columns.
    """
    tolds = tuple(cell)
    leading = firsts(tolds)
    denying = {t.claim.document for t in tolds if mark(t) == DENIAL}
    captures: dict[str, set[str]] = defaultdict(set)
    for told in tolds:
        captures[told.url].add(told.claim.document)
    noted = {name for t in tolds if mark(t) == NOTE for name in (t.url, t.outlet)}
    touched = [t for t in tolds if noted and not noted.isdisjoint((t.url, t.outlet))]
    outlets, origins = {t.outlet for t in touched}, {t.origin for t in touched}
    return tuple(
        t
        for t in tolds
        if t.id in leading
        or t.claim.document in denying
        or len(captures[t.url]) > 1
        or t.outlet in outlets
        or t.origin in origins
    )


def _denied(denial: Told, tolds: Iterable[Told], items: ItemTable) -> Told | None:
    said = [t for t in tolds if _could_mean(denial, t, items)]
    here = [t for t in said if t.claim.document == denial.claim.document]
    before = [t for t in here if t.claim.evidence.span.start < denial.claim.evidence.span.start]
    if here:
        return before[-1] if before else here[0]
    past = [t for t in said if t.order < denial.order or (t.day and t.day == denial.day)]
    past = [t for t in past if named(t)] or past
    if not past:
        return None
    return min(
        (t for t in past if t.origin == past[-1].origin), key=lambda t: (t.source is not None, t.order)
    )


def _could_mean(denial: Told, told: Told, items: ItemTable) -> bool:
    if told.line.startswith(Family.DENIED.value) or told.origin == denial.origin or told.bent:
        return False
    if not nested(denial.measure, told.measure):
        return False
    if denial.measure.outcome and told.measure.outcome != denial.measure.outcome:
        return False
    thing = items.get(denial.measure.item)
    whole = not denial.measure.item or thing is None or thing.vague
    if not whole and not related(denial.measure.item, told.measure.item, items):
        return False
    one, other = denial.claim.quantity, told.claim.quantity
    return one is None or (other is not None and compatible(one, other))


def withdrawals(cell: Iterable[Told]) -> Iterator[Relation | Withdrawal]:
    """Yield what a correction takes back, and the later claims that still carry it."""
    tolds = sorted(cell, key=lambda t: t.order)
    for correction in tolds:
        if mark(correction) != NOTE:
            continue
        own = [t for t in tolds if _own_figure(correction, t)]
        named = (t for t in own if _same_number(t, correction))
        replaced = (t for t in reversed(own) if t.claim.document != correction.claim.document)
        wrong = correction.claim.voice.polarity is Polarity.NEGATIVE
        taken = next(named, None) or (None if wrong else next(replaced, None))
        if taken is None:
            continue
        still = tuple(t.id for t in tolds if _still_says(t, taken, correction))
        words = f"{correction.outlet} takes back {figure(taken.claim.quantity)}"
        yield Relation(RelationKind.RETRACTS, correction.id, taken.id, words)
        yield Withdrawal(taken.id, correction.id, still)


def _own_figure(correction: Told, told: Told) -> bool:
    """Return whether a figure on the same measure was given before by the house that now corrects.

    A note that repeats an earlier page's figure takes that one back; the right
    one stood nowhere before.
    """
    return (
        told.claim.section is not Section.CORRECTION
        and told.claim.quantity is not None
        and told.measure == correction.measure
        and told.rank < correction.rank
        and bool({told.url, told.outlet} & {correction.url, correction.outlet})
    )


def _same_number(one: Told, other: Told) -> bool:
    a, b = one.claim.quantity, other.claim.quantity
    return a is not None and b is not None and core(a) == core(b)


def _still_says(told: Told, taken: Told, correction: Told) -> bool:
    return (
        told.claim.section is not Section.CORRECTION
        and told.measure == taken.measure
        and told.rank > correction.rank
        and _same_number(told, taken)
        and (told.origin == taken.origin or told.outlet == taken.outlet)
    )


def silent_edits(cell: Iterable[Told]) -> Iterator[Relation]:
    """Yield figures that another capture of the same address gives without saying so."""
    places: dict[str, list[Told]] = defaultdict(list)
    for told in cell:
        places[told.url].append(told)
    for url in sorted(places):
        if len({told.claim.document for told in places[url]}) > 1:
            yield from _edits(sorted(places[url], key=lambda t: (t.rank, t.order)))


def _edits(tolds: Sequence[Told]) -> Iterator[Relation]:
    noted = {t.claim.document for t in tolds if t.claim.section is Section.CORRECTION}
    for later in tolds:
        if later.claim.quantity is None or later.claim.document in noted:
            continue
        before = [t for t in tolds if _same_place(t, later) and t.rank < later.rank]
        if before and not any(_same(t, later) for t in before):
            change = f"{figure(before[-1].claim.quantity)} to {figure(later.claim.quantity)}"
            because = f"changed at the same address from {change} without a note"
            yield Relation(RelationKind.SUPERSEDES, later.id, before[-1].id, because)


def _same_place(one: Told, other: Told) -> bool:
    return (
        one.claim.document != other.claim.document
        and one.claim.section is other.claim.section
        and (one.measure, one.line, one.speaker) == (other.measure, other.line, other.speaker)
        and one.claim.quantity is not None
    )


def _same(one: Told, other: Told) -> bool:
    a, b = one.claim.quantity, other.claim.quantity
    return a is not None and b is not None and (a.low, a.high, a.bound) == (b.low, b.high, b.bound)
