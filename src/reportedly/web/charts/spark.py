"""A spark: a series as small bars, for a line of text."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from html import escape

from .glyphs import FAMILIES
from .records import Mark
from .scales import day_axis, figure_axis

Ruler = Callable[[float], float]
WIDTH, HEIGHT = 120, 28


def spark(marks: Sequence[Mark], label: str) -> str:
    """Return marks as bars without words; an open end is a thin line on."""
    drawn = [mark for mark in marks if mark.known is not None and mark.day][-24:]
    values = [v for m in drawn for v in (m.low, m.high) if v is not None]
    figures = figure_axis(values, HEIGHT - 3, 3)
    days = day_axis((m.day for m in drawn if m.day), 3, WIDTH - 3)
    strokes: dict[str, list[tuple[str, str]]] = defaultdict(list)
    across, down = days.ruler(), figures.ruler()
    for mark in drawn:
        strokes[mark.family].append(_stroke(mark, across, down))
    parts = [_family(family, some) for family, some in strokes.items()]
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" class="spark" role="img" '
        f'aria-label="{escape(label)}">{"".join(parts)}</svg>'
    )


def _stroke(mark: Mark, across: Ruler, down: Ruler) -> tuple[str, str]:
    """Return a mark's bar and its known end, as parts of two paths."""
    assert mark.day is not None
    assert mark.known is not None
    x = across(mark.day.toordinal())
    top = down(mark.high) if mark.high is not None else 1
    foot = down(mark.low) if mark.low is not None else HEIGHT - 1
    return f"M{x:g} {top:g}V{foot:g}", f"M{x - 2.5:g} {down(mark.known):g}h5"


def _family(family: str, some: Sequence[tuple[str, str]]) -> str:
    bars, known = ("".join(parts) for parts in zip(*some, strict=True))
    return (
        f'<g class="f-{family}" color="{FAMILIES[family][0]}"><path d="{bars}" stroke="currentColor" '
        f'stroke-width="1.4" opacity="0.7"/><path d="{known}" stroke="currentColor" stroke-width="4"/></g>'
    )
