"""A spark: a series as small bars, for a line of text."""

from collections.abc import Sequence
from html import escape

from .glyphs import FAMILIES
from .records import Mark
from .scales import day_axis, figure_axis

WIDTH, HEIGHT = 120, 28


def spark(marks: Sequence[Mark], label: str) -> str:
    """Return marks as bars without words; an open end is a thin line on."""
    drawn = [mark for mark in marks if mark.known is not None and mark.day][-24:]
    values = [v for m in drawn for v in (m.low, m.high) if v is not None]
    figures = figure_axis(values, HEIGHT - 3, 3)
    days = day_axis((m.day for m in drawn if m.day), 3, WIDTH - 3)
    parts = []
    for mark in drawn:
        assert mark.day is not None
        assert mark.known is not None
        x = days.at(mark.day.toordinal())
        known = figures.at(mark.known)
        top = figures.at(mark.high) if mark.high is not None else 1
        foot = figures.at(mark.low) if mark.low is not None else HEIGHT - 1
        colour = FAMILIES[mark.family][0]
        line = f'<path d="M{x} {top}V{foot}" stroke="currentColor" stroke-width="1.4" opacity="0.7"/>'
        dot = f'<rect x="{x - 2.5}" y="{round(known - 2, 1)}" width="5" height="4" fill="currentColor"/>'
        parts.append(f'<g class="f-{mark.family}" color="{colour}">{line}{dot}</g>')
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" class="spark" role="img" '
        f'aria-label="{escape(label)}">{"".join(parts)}</svg>'
    )
