"""When: an interval of days, never finer than the words that give it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .span import Span


class Granularity(StrEnum):
    """How fine the words are."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH_PART = "month_part"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Period:
    """Days ``[start, end)``; a side that the words leave open is nothing.

    Printed as EDTF (ISO 8601-2): a month stays a month and a quarter three
    months, an open side is ``..``, an approximate one carries ``~``.
    """

    start: date | None
    end: date | None
    granularity: Granularity
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.start and self.end and self.start >= self.end:
            raise ValueError(f"{self.start}/{self.end}: a period ends after it starts")

    @property
    def last(self) -> date | None:
        """The last day that belongs to the period."""
        return self.end - timedelta(days=1) if self.end else None

    @property
    def edtf(self) -> str:
        """The period as an EDTF string, each side no finer than its words."""
        mark = "~" if self.approximate else ""
        size = self._written()
        start = f"{_cut(self.start, size)}{mark}" if self.start else ".."
        last = f"{_cut(self.last, size)}{mark}" if self.last else ".."
        return start if start == last and start != ".." else f"{start}/{last}"

    def _written(self) -> int:
        """How many characters of ISO 8601 the words vouch for: year, month or day."""
        size = _WRITTEN.get(self.granularity, _DAY)
        for side in (self.start, self.end):
            if side and size < _DAY and side.day != 1:
                return _DAY
            if side and size < _MONTH and side.month != 1:
                size = _MONTH
        return size

    def overlaps(self, other: "Period") -> bool:
        """Do the two periods share a day?"""
        after = self.end is not None and other.start is not None and other.start >= self.end
        before = self.start is not None and other.end is not None and self.start >= other.end
        return not (after or before)


_YEAR, _MONTH, _DAY = 4, 7, 10
_WRITTEN = {
    Granularity.MONTH: _MONTH,
    Granularity.QUARTER: _MONTH,
    Granularity.SEASON: _MONTH,
    Granularity.HALF: _MONTH,
    Granularity.YEAR: _YEAR,
    Granularity.DECADE: _YEAR,
    Granularity.CENTURY: _YEAR,
}


def _cut(day: date, size: int) -> str:
    return day.isoformat()[:size]


class TimexType(StrEnum):
    """The four types of TIMEX3 (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as the words give it (TIMEX3), with the days it covers if any.

    ``cue`` is the word before it that opens a side: "since", "until", "by",
    "from"; ``period`` already follows it. ``value`` is the TIMEX3 value of
    the bare expression.
    """

    span: Span
    words: str
    type: TimexType
    value: str
    period: Period | None = None
    cue: str | None = None
