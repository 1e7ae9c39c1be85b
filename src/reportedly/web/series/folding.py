"""Which observations one mark stands for, and for which of them a chart has room."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.model import Observation, Section
from reportedly.web.charts.ends import ends

MARKS, STRETCHES = 72, 18


@dataclass(frozen=True, slots=True)
class Fold:
    """The observations of one origin with one figure: one mark, which reads the words of the first."""

    first: Observation
    observations: tuple[Observation, ...]
    pages: int
    day: date | None
    low: float | None
    high: float | None

    @property
    def reach(self) -> float | None:
        """How high its figure reaches: its upper end, or the lower where it is open above."""
        return self.high if self.high is not None else self.low


def fold(observations: Sequence[Observation]) -> list[Fold]:
    """Return observations by the first that says the same: one origin, one figure, one mark."""
    groups: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for one in observations:
        q, headline = one.quantity, one.section is Section.HEADLINE
        groups[(one.origin, q.low, q.high, q.bound, q.approximate, headline)].append(one)
    return [_fold(some) for some in groups.values()]


def _fold(some: Sequence[Observation]) -> Fold:
    first, pages = some[0], len({one.document for one in some}) if len(some) > 1 else 1
    low, high, _ = ends(first.quantity)
    return Fold(first, tuple(some), pages, first.as_of.last or first.as_of.start, low, high)


def foremost(folds: Sequence[Fold], most: int = MARKS) -> list[Fold]:
    """Return the folds that a chart marks, in their order.

    Where there are too many: the first, the latest, the lowest, the highest; then of every
    stretch of time in turn the one that stands on most pages.
    """
    if len(folds) <= most:
        return list(folds)
    known = [(level, at) for at, some in enumerate(folds) if (level := some.reach) is not None]
    edges = (0, len(folds) - 1, *((max(known)[1], min(known)[1]) if known else ()))
    chosen = dict.fromkeys((*edges, *_in_turn(folds)))
    return [folds[at] for at in sorted(list(chosen)[:most])]


def _in_turn(folds: Sequence[Fold]) -> list[int]:
    """Return all places: the weightiest of every stretch, then the next of every stretch, and so on."""
    days = [one.day.toordinal() if one.day else 0 for one in folds]
    low, high = min(filter(None, days), default=0), max(days, default=0)
    stretches: dict[int, list[int]] = defaultdict(list)
    for at, day in enumerate(days):
        share = (day - low) / (high - low) if day and high > low else 0.0
        stretches[min(STRETCHES - 1, int(share * STRETCHES))].append(at)
    ranked = [sorted(some, key=lambda at: -folds[at].pages) for some in stretches.values()]
    turns = ((turn, at) for some in ranked for turn, at in enumerate(some))
    return [at for _, at in sorted(turns)]
