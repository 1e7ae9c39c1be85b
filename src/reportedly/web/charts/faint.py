"""The origins for whose words a chart has no room: each a thin line from low to high on its day."""

from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache

from .glyphs import FAMILIES
from .records import Faint
from .scales import Axis

Ruler = Callable[[float], float]
_OPEN = 9


@lru_cache(maxsize=6)
def faintly(some: tuple[Faint, ...], days: Axis, figures: Axis) -> tuple[str, ...]:
    """Return the lines of each family as one path; an open end goes on a little way.

    The last few are kept: there may be thousands of lines, and a series is asked for page after page.
    """
    strokes: dict[str, dict[str, None]] = defaultdict(dict)
    across, down = days.ruler(), figures.ruler()
    for one in some:
        strokes[one.family][_stroke(one, across, down)] = None
    return tuple(
        f'<g class="f-{family}" color="{FAMILIES[family][0]}"><path d="{"".join(paths)}" fill="none" '
        'stroke="currentColor" stroke-width="1.3" opacity="0.4"/></g>'
        for family, paths in strokes.items()
    )


def _stroke(one: Faint, across: Ruler, down: Ruler) -> str:
    x = f"{across(one.day.toordinal()):g}"
    if one.low is None or one.high is None:
        known = one.low if one.low is not None else one.high
        y = down(known or 0.0)
        return f"M{x} {y:g}v{-_OPEN if one.high is None else _OPEN}"
    top, foot = down(one.high), down(one.low)
    return f"M{x} {top:g}V{foot:g}" if foot - top > 1 else f"M{x} {top - 1.5:g}v3"
