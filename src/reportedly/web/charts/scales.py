"""Scales: days across, figures upwards, and where their ticks stand."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_LOG_SPAN = 100
_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Axis:
    """A straight or logarithmic run from one number to another over a run of pixels."""

    first: float
    last: float
    from_px: float
    to_px: float
    log: bool = False

    def at(self, value: float) -> float:
        """Return the pixel of a value, kept inside the run."""
        return self.ruler()(value)

    def ruler(self) -> Callable[[float], float]:
        """Return what tells the pixel of a value, for many values."""
        level = _log if self.log else float
        low, high = level(self.first), level(self.last)
        start, run = self.from_px, self.to_px - self.from_px
        if high <= low:
            return lambda _: round(start + 0.5 * run, 1)
        span = high - low

        def at(value: float) -> float:
            share = (level(value) - low) / span
            return round(start + (0.0 if share < 0 else min(share, 1.0)) * run, 1)

        return at


def _log(value: float) -> float:
    return math.log10(max(value, _TINY / 10))


def figure_axis(values: Iterable[float], from_px: float, to_px: float) -> Axis:
    """Return an axis for figures: logarithmic where they span more than two orders."""
    found = sorted(v if abs(v) > _TINY else 0.0 for v in values) or [0.0, 1.0]
    positive = [v for v in found if v > 0]
    if positive and len(positive) == len(found) and found[-1] / positive[0] > _LOG_SPAN:
        bottom = 10 ** math.floor(math.log10(positive[0] / 1.5))
        return Axis(bottom, found[-1] * 3, from_px, to_px, log=True)
    top = found[-1] if found[-1] > 0 else 1.0
    return Axis(min(0.0, found[0]), top * 1.25, from_px, to_px)


def day_axis(days: Iterable[date], from_px: float, to_px: float) -> Axis:
    """Return an axis for days, with room at both sides."""
    found = sorted(day.toordinal() for day in days) or [date(2000, 1, 1).toordinal()]
    margin = max(3.0, (found[-1] - found[0]) * 0.06)
    return Axis(found[0] - margin, found[-1] + margin, from_px, to_px)


def figure_ticks(axis: Axis, most: int = 6) -> Sequence[float]:
    """Return round figures along an axis."""
    if axis.log:
        first, last = math.ceil(math.log10(axis.first)), math.floor(math.log10(axis.last))
        step = max(1, math.ceil((last - first + 1) / most))
        return [10.0**power for power in range(first, last + 1, step)]
    raw = (axis.last - axis.first) / most
    size = 10 ** math.floor(math.log10(raw))
    step_size = next(size * n for n in (1, 2, 5, 10) if size * n >= raw)
    first = math.ceil(axis.first / step_size)
    return [n * step_size for n in range(first, math.floor(axis.last / step_size) + 1)]


def day_ticks(axis: Axis, most: int = 8) -> Sequence[tuple[date, str]]:
    """Return days along an axis with their labels, no finer than the run asks for."""
    first, last = date.fromordinal(max(1, math.ceil(axis.first))), date.fromordinal(int(axis.last))
    span = (last - first).days
    if span <= most * 4:
        step = max(1, math.ceil((span + 1) / most))
        days = (first + timedelta(days=n) for n in range(0, span + 1, step))
        return [
            (day, f"{day.day} {day:%b %Y}" if n == 0 else f"{day.day} {day:%b}") for n, day in enumerate(days)
        ]
    months = list(_months(first, last))
    step = next((n for n in (1, 2, 3, 6) if len(months) / n <= most), 12)
    if step < 12:
        chosen = [m for m in months if (m.month - 1) % step == 0]
        return [(m, f"{m:%b %Y}" if n == 0 or m.month == 1 else f"{m:%b}") for n, m in enumerate(chosen)]
    years = [m for m in months if m.month == 1]
    step = max(1, math.ceil(len(years) / most))
    return [(year, f"{year:%Y}") for year in years[::step]]


def _months(first: date, last: date) -> Iterable[date]:
    year, month = first.year, first.month
    while (here := date(year, month, 1)) <= last:
        if here >= first:
            yield here
        year, month = year + month // 12, month % 12 + 1
