"""How claims on one measure stand to each other, each with its reason.

Figures are compared only on one line, of one thing, in one scope and window.
A later, higher total supersedes; only figures as of one time conflict.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.model import (
    Aggregation,
    Apart,
    Bound,
    Granularity,
    Period,
    Relation,
    RelationKind,
    Section,
    figure,
)

from .bounds import Fit, above, core, fit
from .matching import one_voice
from .measures import EVENTS, anchored
from .told import Measure, Told
from .voices import Family

SAME_AS_OF = 10
SAME_EVENT = 60
_BARE = "count"  # a bare count names no event: two of them may be of different things
_GROWING = frozenset(
    {Aggregation.CUMULATIVE.value, Aggregation.EVENT_TOTAL.value, Aggregation.SNAPSHOT.value}
)


@dataclass(frozen=True, slots=True)
class Thread:
    """What one utterance says on one measure, told first by ``first``."""

    first: Told
    rest: tuple[Told, ...]


def relate(heads: Iterable[Told]) -> Iterator[Relation | Apart]:
    """Yield the relations between the threads of one cell, except denials and retractions."""
    for (measure, line), group in sorted(groups(heads).items()):
        if anchored(measure) and not line.startswith(Family.DENIED.value):
            told = [thread.first for thread in threads(group)]
            yield from _across([t for t in told if not (t.bent or t.heard)], measure)


def repeated(origin: Iterable[Told]) -> Iterator[Relation]:
    """Yield what repeats the claim that tells an utterance best, of one utterance in one cell."""
    for group in groups(origin).values():
        for thread in threads(group):
            yield from _repeats(thread)


def firsts(tolds: Iterable[Told]) -> frozenset[str]:
    """Return the claims that stand for their threads: by them an utterance is held against others."""
    return frozenset(thread.first.id for group in groups(tolds).values() for thread in threads(group))


def groups(cell: Iterable[Told]) -> dict[tuple[Measure, str], list[Told]]:
    """Return the claims of a cell by what they measure and the line they stand on."""
    found: dict[tuple[Measure, str], list[Told]] = defaultdict(list)
    for told in cell:
        found[told.measure, told.line].append(told)
    return found


def threads(group: Iterable[Told]) -> list[Thread]:
    """Return a thread for each utterance, and within it for each time that it speaks of."""
    found: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for told in group:
        time = told.claim.time.period if told.claim.time and told.since is None else None
        found[told.origin, time.edtf if time and told.measure.kind not in EVENTS else ""].append(told)
    made = []
    for members in found.values():
        first, *rest = sorted(members, key=_telling)
        made.append(Thread(first, tuple(rest)))
    return sorted(made, key=lambda t: t.first.order)


def _telling(told: Told) -> tuple[bool, str, bool, bool, tuple[str, str, int, str]]:
    """Return what finds the claim that tells an utterance best: no copy, first page, body, no vague word."""
    quantity = told.claim.quantity
    vague = quantity is None or quantity.bound is Bound.VAGUE
    return told.source is not None, told.rank, told.claim.section is Section.HEADLINE, vague, told.order


def _repeats(thread: Thread) -> Iterator[Relation]:
    for told in thread.rest:
        if told.claim.document != thread.first.claim.document:
            taken = "words in translation" if told.translated else "copied words"
            words = taken if told.source else f"the same utterance of {told.speaker}"
            yield Relation(RelationKind.REPEATS, told.id, thread.first.id, words)


def _across(tolds: Iterable[Told], measure: Measure) -> Iterator[Relation | Apart]:
    """Yield how each utterance stands to those before it.

    Within one time it is compared with the last word of every speaker, over
    time with the last of its own speaker, or else of anyone.
    """
    latest: dict[str, Told] = {}
    for later in tolds:
        own, others = _before(later, latest)
        yield from _stand(later, own, others, growing=measure.scope in _GROWING)
        latest[later.speaker] = later


def _before(later: Told, latest: Mapping[str, Told]) -> tuple[Told | None, list[Told]]:
    """Return the last word of a claim's own speaker, and those of all others, the latest first."""
    known = sorted((t for t in latest.values() if _one_event(later, t)), key=lambda t: t.order, reverse=True)
    own = next((t for t in known if one_voice(t, later)), None)
    return own, [t for t in known if not one_voice(t, later)]


def _stand(
    later: Told, own: Told | None, others: Sequence[Told], *, growing: bool
) -> Iterator[Relation | Apart]:
    past: list[Told] = []
    for earlier in ([own] if own else []) + list(others):
        why_not = _windows_differ(later, earlier)
        if why_not:
            yield Apart(later.id, earlier.id, why_not)
        elif same_as_of(later, earlier):
            if not (growing and _updates(later, earlier)):
                yield from _together(later, earlier)
        elif growing:
            past.append(earlier)
    if past and (own is None or own in past):
        yield from _over_time(later, past[0])


def _updates(a: Told, b: Told) -> bool:
    """Are both updates of one live page, hours apart on one day? A toll may have grown between them."""
    live = a.claim.section is b.claim.section is Section.LIVE_UPDATE
    return live and a.claim.document == b.claim.document


def _together(later: Told, earlier: Told) -> Iterator[Relation]:
    """Yield how two figures as of one time stand to each other.

    A page that says it in its own voice confirms nobody: it may have it from
    the very source.
    """
    new, old = later.claim.quantity, earlier.claim.quantity
    if later.claim.document == earlier.claim.document and not (named(later) and named(earlier)):
        return
    one, own = one_voice(later, earlier), _own_voice(later) or _own_voice(earlier)
    if new is None or old is None:
        if new is old and one:
            yield _relation(RelationKind.REPEATS, later, earlier, f"{later.speaker} says so again")
        elif new is old and not own:
            yield _relation(RelationKind.AGREES, later, earlier, "another source says the same")
        return
    how = fit(new, old)
    if one:
        yield _again(later, earlier, how)
    elif how is Fit.DISJOINT:
        if later.measure.kind != _BARE:
            yield _relation(RelationKind.CONFLICTS, later, earlier, _accounts(later, earlier))
    elif how is Fit.TIGHTER:
        yield _relation(RelationKind.REFINES, later, earlier, f"{figure(new)} lies within {figure(old)}")
    elif not own:
        because = f"{figure(new)} and {figure(old)} can both be true"
        yield _relation(RelationKind.AGREES, later, earlier, because)


def _own_voice(told: Told) -> bool:
    return told.speaker.startswith(("outlet:", "agency:"))


def _accounts(later: Told, earlier: Told) -> str:
    said = ", ".join(f"{t.speaker} {figure(t.claim.quantity)}" for t in (earlier, later))
    return f"as of {_when(later, earlier)}, {said}"


def _again(later: Told, earlier: Told, how: Fit) -> Relation:
    """Return how a speaker's new word stands to the last one."""
    new, old = later.claim.quantity, earlier.claim.quantity
    assert new is not None
    assert old is not None
    if core(new) == core(old) and how is not Fit.DISJOINT:
        kind = RelationKind.REFINES if how is Fit.TIGHTER else RelationKind.REPEATS
        return _relation(kind, later, earlier, f"{later.speaker} says so again")
    if how is Fit.TIGHTER and core(old) is None:
        return _relation(RelationKind.REFINES, later, earlier, f"{figure(new)} lies within {figure(old)}")
    word = "raised" if above(new, old) else "lowered"
    return _relation(
        RelationKind.SUPERSEDES, later, earlier, f"{later.speaker} {word} {figure(old)} to {figure(new)}"
    )


def _over_time(later: Told, earlier: Told) -> Iterator[Relation]:
    """Yield how a later total stands to an earlier one: growth is no contradiction."""
    new, old = later.claim.quantity, earlier.claim.quantity
    if new is None or old is None:
        return
    if one_voice(later, earlier):
        yield _again(later, earlier, fit(new, old))
    elif above(new, old) and named(later):
        yield _relation(
            RelationKind.SUPERSEDES, later, earlier, f"the total rose from {figure(old)} to {figure(new)}"
        )


def named(told: Told) -> bool:
    """Return whether the words name who says so.

    On one page an unnamed voice contradicts nobody, and a house's own tally
    supersedes nobody else's.
    """
    return not told.circle.startswith(("house:", "page:", "via:", "agency:"))


def _windows_differ(a: Told, b: Told) -> str | None:
    """Return why two figures count from different days, or nothing where they do not."""
    if a.since is None or b.since is None or _same_start(a.since, b.since):
        return None
    return f"counted since {_start(a.since)} against since {_start(b.since)}: not compared"


def _same_start(a: Period, b: Period) -> bool:
    if a.start is None or b.start is None:
        return a.start is b.start
    if Granularity.YEAR in {a.granularity, b.granularity}:
        return a.start.year == b.start.year
    return (a.start.year, a.start.month) == (b.start.year, b.start.month)


def _start(period: Period) -> str:
    return period.edtf.split("/")[0]


def same_as_of(a: Told, b: Told) -> bool:
    """Do two figures stand for one time: one day for a toll, one month or ten days for slower counts?"""
    one, other = _last(a), _last(b)
    if one is None or other is None:
        return False
    if a.measure.kind in EVENTS:
        return one == other
    if a.measure.scope not in _GROWING and a.as_of and b.as_of:
        return a.as_of.overlaps(b.as_of)
    return abs((one - other).days) <= SAME_AS_OF or (one.year, one.month) == (other.year, other.month)


def _one_event(a: Told, b: Told) -> bool:
    """Tolls of one place that lie two months apart are of two events."""
    if a.measure.kind not in EVENTS:
        return True
    one, other = _last(a), _last(b)
    return not (one and other) or abs((one - other).days) <= SAME_EVENT


def _last(told: Told) -> date | None:
    if told.as_of is None:
        return told.day
    return told.as_of.last or told.as_of.start


def _when(a: Told, b: Told) -> str:
    one, other = _last(a), _last(b)
    assert one is not None
    assert other is not None
    if one == other:
        return one.isoformat()
    if (one.year, one.month) == (other.year, other.month):
        return f"{one:%Y-%m}"
    return f"{min(one, other)}/{max(one, other)}"


def _relation(kind: RelationKind, later: Told, earlier: Told, because: str) -> Relation:
    return Relation(kind, later.id, earlier.id, because)
