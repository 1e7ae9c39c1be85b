"""When: an interval of days, never finer than the words that give it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .text import Span


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

    Printed as EDTF (ISO 8601-2): a month stays a month, an open side is
    ``..``, an approximate one carries ``~``.
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
        """The period as an EDTF string."""
        mark = "~" if self.approximate else ""
        start, last = self.start, self.last
        if start is None or last is None or self.granularity is Granularity.SPAN:
            return f"{_side(start, mark)}/{_side(last, mark)}"
        return _whole(start, last, self.granularity, mark)

    def overlaps(self, other: "Period") -> bool:
        """Do the two periods share a day?"""
        after = self.end is not None and other.start is not None and other.start >= self.end
        before = self.start is not None and other.end is not None and self.start >= other.end
        return not (after or before)


def _side(day: date | None, mark: str) -> str:
    return f"{day.isoformat()}{mark}" if day else ".."


def _whole(start: date, last: date, granularity: Granularity, mark: str) -> str:
    if granularity is Granularity.DAY and start == last:
        return f"{start.isoformat()}{mark}"
    if granularity is Granularity.MONTH and (start.year, start.month) == (last.year, last.month):
        return f"{start:%Y-%m}{mark}"
    if granularity is Granularity.YEAR and start.year == last.year:
        return f"{start:%Y}{mark}"
    return f"{start.isoformat()}{mark}/{last.isoformat()}{mark}"


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
