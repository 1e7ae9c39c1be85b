"""A measure through time as SVG: bars from low to high, open ends open, brackets where accounts part."""

# ruff: noqa: E501 - markup reads better in one piece

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from .faint import faintly
from .glyphs import DEFINITIONS, shape
from .legend import LINE, legend, written
from .outlines import OTHERS, outlines
from .placing import Placed, place
from .records import Chart, Faint, Mark, Tie, TieKind
from .scales import Axis, day_axis, day_ticks, figure_axis, figure_ticks

WIDTH, LEFT, RIGHT = 1000, 64, 165
PLOT, LANE = 300, 20


def draw(chart: Chart) -> str:
    """Return a chart as one SVG element; every mark is a link with a title."""
    drawn = {mark.id for mark in chart.marks}
    parting = (tie for tie in chart.ties if tie.kind is TieKind.CONFLICT)
    conflicts = [tie for tie in parting if {tie.later, tie.earlier} <= drawn][:6]
    strip = 22 if any(mark.known is None for mark in chart.marks) else 0
    top = 16 + strip + LANE * len(conflicts)
    floor = top + PLOT
    every: tuple[Mark | Faint, ...] = (*chart.marks, *chart.faint)
    values = [v for m in every for v in (m.low, m.high) if v is not None]
    figures = figure_axis(values, floor, top)
    days = day_axis((m.day for m in every if m.day), LEFT, WIDTH - RIGHT)
    placed = place(chart.marks, days, figures, strip=22)
    by_id = {at.mark.id: at for at in placed}
    outline = outlines(mark for mark in chart.marks if mark.known is not None)
    outline |= {mark.speaker: OTHERS for mark in chart.marks if mark.speaker not in outline}
    keys = legend(placed, chart.ties, outline, (LEFT + 8, WIDTH - 20), len(chart.faint))
    parts = [
        *_frame(days, figures, chart.unit),
        *faintly(chart.faint, days, figures),
        *_ties(chart.ties, by_id),
        *_brackets(conflicts, by_id, top),
        *(shape(at, outline[at.mark.speaker]) for at in placed),
        *written(keys, floor + 46),
    ]
    height = floor + 36 + LINE * len(keys)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'class="chart" role="group" aria-label="{escape(chart.title)}" font-family="Inter, system-ui, sans-serif" '
        f'font-size="12.5"><title>{escape(chart.title)}</title>{DEFINITIONS}'
        f'<rect width="100%" height="100%" class="ground" fill="#fbf9f5"/>{"".join(parts)}</svg>'
    )


def _frame(days: Axis, figures: Axis, unit: str) -> Iterator[str]:
    """Yield thin lines at round figures, days below, and what is counted."""
    for value in figure_ticks(figures):
        y = figures.at(value)
        yield f'<path d="M{days.from_px} {y}H{days.to_px}" class="grid" stroke="#e2ddd2"/>'
        yield (
            f'<text x="{days.from_px - 8}" y="{y + 4}" text-anchor="end" class="soft" fill="#625d54">'
            f"{_short(value)}</text>"
        )
    for day, label in day_ticks(days):
        x = days.at(day.toordinal())
        yield f'<path d="M{x} {figures.from_px}v5" class="grid" stroke="#8a8579"/>'
        yield f'<text x="{x}" y="{figures.from_px + 19}" text-anchor="middle" class="soft" fill="#625d54">{label}</text>'
    note = f"{unit}, logarithmic scale" if figures.log else unit
    yield f'<text x="4" y="12" class="soft" fill="#625d54">{escape(note)}</text>'


def _ties(ties: Sequence[Tie], marks: Mapping[str, Placed]) -> Iterator[str]:
    """Yield growth as a step, and a denial as a dashed line to what it denies."""
    for tie in ties:
        later, earlier = marks.get(tie.later), marks.get(tie.earlier)
        if later is None or earlier is None or later is earlier:
            continue
        title = f"<title>{escape(tie.because)}</title>"
        if tie.kind is TieKind.STEP:
            d = f"M{earlier.x} {earlier.y}H{later.x}V{later.y}"
            yield f'<path d="{d}" class="step" fill="none" stroke="#8a8579" stroke-width="1.2">{title}</path>'
        elif tie.kind is TieKind.DENIAL:
            d = f"M{later.x} {later.y}L{earlier.x} {earlier.y}"
            yield f'<path d="{d}" class="denial" fill="none" stroke="#a32a1d" stroke-dasharray="3 4">{title}</path>'


def _brackets(conflicts: Sequence[Tie], marks: Mapping[str, Placed], top: float) -> Iterator[str]:
    """Yield a thin bracket for each conflict, with its reason in words."""
    for lane, tie in enumerate(conflicts):
        ends = [marks[name] for name in (tie.earlier, tie.later) if name in marks]
        if len(ends) < 2:
            continue
        first, last = sorted(ends, key=lambda at: at.x)
        y = top - 6 - lane * LANE
        d = f"M{first.x} {first.top - 8}V{y}H{last.x}V{last.top - 8}"
        yield f'<path d="{d}" class="bracket" fill="none" stroke="#a32a1d" stroke-width="1"><title>{escape(tie.because)}</title></path>'
        middle = min(WIDTH - 330.0, max(330.0, (first.x + last.x) / 2))
        words = tie.because if len(tie.because) <= 100 else tie.because[:99] + "…"
        yield (
            f'<text x="{middle}" y="{y - 4}" text-anchor="middle" font-size="11.5" class="f-disputed" '
            f'fill="currentColor" color="#a32a1d">{escape(words)}</text>'
        )


def _short(value: float) -> str:
    for size, letter in ((1e9, " bn"), (1e6, " M")):
        if abs(value) >= size:
            return f"{value / size:,.10g}{letter}"
    return f"{value:,.10g}"
