"""Which observations one mark stands for, and for which of them a chart has room."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model import Observation, Section, figure

from .figures import reach

MARKS, STRETCHES = 72, 18


@dataclass(frozen=True, slots=True)
class Fold:
    """The observations of one origin with one figure: one mark."""

    observations: tuple[Observation, ...]

    @property
    def first(self) -> Observation:
        """The one whose words the mark reads."""
        return self.observations[0]

    @property
    def pages(self) -> int:
        """On how many pages it stands."""
        return len({one.document for one in self.observations})


def fold(observations: Sequence[Observation]) -> list[Fold]:
    """Return observations by the first that says the same: one origin, one figure, one mark."""
    groups: dict[tuple[str, str, bool], list[Observation]] = defaultdict(list)
    for one in observations:
        groups[(one.origin, figure(one.quantity), one.section is Section.HEADLINE)].append(one)
    return [Fold(tuple(some)) for some in groups.values()]


def foremost(folds: Sequence[Fold], most: int = MARKS) -> list[Fold]:
    """Return the folds that a chart marks, in their order.

    Where there are too many: the first, the latest, the lowest, the highest; then of every
    stretch of time in turn the one that stands on most pages.
    """
    if len(folds) <= most:
        return list(folds)
    known = [at for at, some in enumerate(folds) if reach(some.first.quantity) is not None]
    ends = (0, len(folds) - 1, *_ends(folds, known))
    chosen = dict.fromkeys((*ends, *_in_turn(folds)))
    return [folds[at] for at in sorted(list(chosen)[:most])]


def _ends(folds: Sequence[Fold], known: Sequence[int]) -> tuple[int, ...]:
    if not known:
        return ()
    level = {at: reach(folds[at].first.quantity) or 0.0 for at in known}
    return max(known, key=lambda at: level[at]), min(known, key=lambda at: level[at])


def _in_turn(folds: Sequence[Fold]) -> list[int]:
    """Return all places: the weightiest of every stretch, then the next of every stretch, and so on."""
    days = [(one.first.as_of.last or one.first.as_of.start) for one in folds]
    dated = [day.toordinal() for day in days if day]
    low, high = min(dated, default=0), max(dated, default=0)
    stretches: dict[int, list[int]] = defaultdict(list)
    for at, day in enumerate(days):
        share = (day.toordinal() - low) / (high - low) if day and high > low else 0.0
        stretches[min(STRETCHES - 1, int(share * STRETCHES))].append(at)
    ranked = [sorted(some, key=lambda at: -folds[at].pages) for some in stretches.values()]
    turns = ((turn, at) for some in ranked for turn, at in enumerate(some))
    return [at for _, at in sorted(turns)]
