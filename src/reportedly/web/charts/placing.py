"""Where marks and their labels go, so that none hides another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from .records import Mark
from .scales import Axis

WIDTH = 14.0
_CHAR, _LINE = 6.3, 14.0
_COLUMN = 32.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Do two rectangles share any pixel?"""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Crowd:
    """Rectangles by the columns that they stand in, so that one is held only against its neighbours."""

    _columns: dict[int, list[Box]] = field(default_factory=lambda: defaultdict(list))

    def add(self, box: Box) -> None:
        """Take a rectangle's room."""
        for column in _columns(box):
            self._columns[column].append(box)

    def meets(self, box: Box) -> bool:
        """Is any of a rectangle's room taken?"""
        return any(box.meets(other) for column in _columns(box) for other in self._columns.get(column, ()))


def _columns(box: Box) -> range:
    return range(int(box.left // _COLUMN), int(box.right // _COLUMN) + 1)


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with its pixels: ``x`` its middle, ``top`` and ``bottom`` its bar, ``y`` its known end."""

    mark: Mark
    x: float
    top: float
    bottom: float
    y: float
    run: tuple[float, float] | None = None
    label: tuple[float, float, str] | None = None

    @property
    def box(self) -> Box:
        """The room that the mark takes."""
        return Box(self.x - WIDTH / 2 - 2, self.top - 8, self.x + WIDTH / 2 + 2, self.bottom + 8)


def place(marks: Sequence[Mark], days: Axis, figures: Axis, strip: float) -> list[Placed]:
    """Return marks at their days, moved aside where one would cover another, with their labels."""
    placed: list[Placed] = []
    taken = Crowd()
    for mark in sorted(marks, key=lambda m: (m.day is None, m.day, m.known or 0, m.id)):
        moved = _aside(_at(mark, days, figures, strip), days, taken)
        placed.append(moved)
        taken.add(moved.box)
    return _labelled(placed, taken, days, figures)


def _aside(at: Placed, days: Axis, taken: Crowd) -> Placed:
    """Return a mark where there is room for it, as near to its day as can be."""
    moved = at
    for step in range(40):
        aside = (step + 1) // 2 * (WIDTH + 4) * (1 if step % 2 else -1)
        moved = replace(at, x=round(_within(at.x + aside, days), 1))
        if not taken.meets(moved.box):
            break
    return moved


def _within(x: float, days: Axis) -> float:
    return min(days.to_px - 8, max(days.from_px + 8, x))


def _at(mark: Mark, days: Axis, figures: Axis, strip: float) -> Placed:
    x = days.at(mark.day.toordinal()) if mark.day else days.from_px + 12
    if mark.known is None:
        return Placed(mark, x, strip, strip, strip)
    y = figures.at(mark.known)
    return Placed(mark, x, *_reach(mark, y, figures), y, _run(mark, days))


def _reach(mark: Mark, y: float, figures: Axis) -> tuple[float, float]:
    """Return where a bar begins and ends; an open end runs on a little way."""
    if mark.word is not None:
        return figures.at(mark.high or mark.known or 0), figures.at(mark.low or 0)
    if mark.high is None:
        return max(figures.to_px + 8, y - 64), y
    if mark.low is None:
        return y, min(figures.from_px - 4, y + 64)
    return figures.at(mark.high), figures.at(mark.low)


def _run(mark: Mark, days: Axis) -> tuple[float, float] | None:
    """Return the days that a figure speaks of, where they are more than one."""
    if mark.start is None or mark.last is None or mark.start == mark.last:
        return None
    return days.at(mark.start.toordinal()), days.at(mark.last.toordinal())


def _labelled(placed: list[Placed], taken: Crowd, days: Axis, figures: Axis) -> list[Placed]:
    """Give each mark its figure and speaker where there is room; the table and the title have all."""
    done = []
    for one in placed:
        chosen = None
        for box in _rooms(one):
            across = days.from_px <= box.left and box.right <= days.to_px + 150
            down = min(8.0, figures.to_px - 6) <= box.top and box.bottom <= figures.from_px
            if across and down and not taken.meets(box):
                taken.add(box)
                chosen = (round(box.left, 1), round(box.top + 11, 1), one.mark.label)
                break
        done.append(replace(one, label=chosen))
    return done


def _rooms(one: Placed) -> Iterator[Box]:
    """Yield the places where a mark's label may stand, the best first."""
    longest = max(len(one.mark.label), min(22, len(one.mark.speaker)) + 11 * one.mark.headline)
    wide = longest * _CHAR
    right, left, middle = one.x + 13, one.x - wide - 13, one.x - wide / 2
    for x, y in (
        (right, one.y - 14),
        (left, one.y - 14),
        (middle, one.top - 40),
        (middle, one.bottom + 10),
        (right, one.y + 6),
        (left, one.y + 6),
    ):
        yield Box(x, y, x + wide, y + 2 * _LINE)
