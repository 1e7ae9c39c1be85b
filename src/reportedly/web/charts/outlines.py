"""One outline for each speaker: whose figure it is; how it is filled tells in which voice."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from .records import Mark

NAMES = ("circle", "square", "diamond", "triangle", "wedge", "hexagon")
OTHERS = "circle"

# The right half of each outline, from top to bottom, in radii; the left half mirrors it.
_HALVES: Mapping[str, Sequence[tuple[float, float]]] = {
    "square": ((0, -0.88), (0.88, -0.88), (0.88, 0.88), (0, 0.88)),
    "diamond": ((0, -1.2), (1.2, 0), (0, 1.2)),
    "triangle": ((0, -1.15), (1.1, 0.85), (0, 0.85)),
    "wedge": ((0, -0.85), (1.1, -0.85), (0, 1.15)),
    "hexagon": ((0, -0.95), (0.62, -0.95), (1.15, 0), (0.62, 0.95), (0, 0.95)),
}


def outlines(marks: Iterable[Mark]) -> dict[str, str]:
    """Return an outline for each speaker, those with most marks first; the many beyond share the circle."""
    counted = Counter(mark.speaker for mark in marks)
    ranked = sorted(counted, key=lambda speaker: (-counted[speaker], speaker))
    return {s: NAMES[n] if n < len(NAMES) else OTHERS for n, s in enumerate(ranked)}


def whole(outline: str, x: float, y: float, radius: float) -> str:
    """Return the path of an outline round a point."""
    if outline not in _HALVES:
        arc = f"a{radius} {radius} 0 1 0"
        return f"M{x - radius} {y}{arc} {2 * radius} 0{arc} {-2 * radius} 0z"
    right = _HALVES[outline]
    left = [(-dx, dy) for dx, dy in reversed(right) if dx]
    return _path((*right, *left), x, y, radius)


def half(outline: str, x: float, y: float, radius: float) -> str:
    """Return the path of an outline's right half."""
    if outline not in _HALVES:
        return f"M{x} {y - radius}a{radius} {radius} 0 0 1 0 {2 * radius}z"
    return _path(_HALVES[outline], x, y, radius)


def _path(points: Sequence[tuple[float, float]], x: float, y: float, radius: float) -> str:
    steps = (f"{round(x + dx * radius, 1)} {round(y + dy * radius, 1)}" for dx, dy in points)
    return "M" + "L".join(steps) + "z"
