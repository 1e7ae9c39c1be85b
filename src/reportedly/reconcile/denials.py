"""Denials, corrections and silent edits: what is struck through, by whom, and who still says it."""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.lexicon import ItemTable
from reportedly.model import Polarity, Relation, RelationKind, Section, Withdrawal, figure

from .bounds import compatible, core
from .relations import named
from .telling import related
from .told import Told
from .voices import Family


def denials(cell: Iterable[Told], items: ItemTable) -> Iterator[Relation]:
    """Yield each denial with the claim that it denies: on its own page, else the latest before it."""
    tolds = sorted(cell, key=lambda t: t.order)
    seen: set[str] = set()
    for denial in tolds:
        if not _denies(denial) or denial.origin in seen:
            continue
        seen.add(denial.origin)
        denied = _denied(denial, tolds, items)
        if denied:
            because = f"{denial.speaker} denies what {denied.speaker} says"
            yield Relation(RelationKind.DENIES, denial.id, denied.id, because)


def _denies(told: Told) -> bool:
    return told.line.startswith(Family.DENIED.value) and told.claim.section is not Section.CORRECTION


def _denied(denial: Told, tolds: Sequence[Told], items: ItemTable) -> Told | None:
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
        if correction.claim.section is not Section.CORRECTION or correction.claim.quantity is None:
            continue
        taken = next((t for t in tolds if _takes_back(correction, t)), None)
        if taken is None:
            continue
        still = tuple(t.id for t in tolds if _still_says(t, taken, correction))
        words = f"{correction.outlet} takes back {figure(taken.claim.quantity)}"
        yield Relation(RelationKind.RETRACTS, correction.id, taken.id, words)
        yield Withdrawal(taken.id, correction.id, still)


def _takes_back(correction: Told, told: Told) -> bool:
    """Is this the figure that its own house corrects: named as wrong, or other than the right one?"""
    new, old = correction.claim.quantity, told.claim.quantity
    if new is None or old is None or told.claim.section is Section.CORRECTION:
        return False
    if told.measure != correction.measure or told.rank > correction.rank:
        return False
    if not {told.url, told.outlet} & {correction.url, correction.outlet}:
        return False
    wrong = correction.claim.voice.polarity is Polarity.NEGATIVE
    return (core(new) == core(old)) is wrong and (wrong or told.rank < correction.rank)


def _still_says(told: Told, taken: Told, correction: Told) -> bool:
    one, other = told.claim.quantity, taken.claim.quantity
    if one is None or other is None or told.claim.section is Section.CORRECTION:
        return False
    return (
        told.measure == taken.measure
        and told.rank > correction.rank
        and core(one) == core(other)
        and (told.origin == taken.origin or told.outlet == taken.outlet)
    )


def silent_edits(cell: Iterable[Told]) -> Iterator[Relation]:
    """Yield figures that another capture of the same address gives without saying so."""
    tolds = sorted(cell, key=lambda t: (t.rank, t.order))
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
        one.url == other.url
        and one.claim.document != other.claim.document
        and one.claim.section is other.claim.section
        and (one.measure, one.line, one.speaker) == (other.measure, other.line, other.speaker)
        and one.claim.quantity is not None
    )


def _same(one: Told, other: Told) -> bool:
    a, b = one.claim.quantity, other.claim.quantity
    return a is not None and b is not None and (a.low, a.high, a.bound) == (b.low, b.high, b.bound)
