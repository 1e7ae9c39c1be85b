"""Days as a person types them: ISO 8601 years, months, days, and two of them with ``/``."""

import re
from datetime import date

from reportedly.errors import UsageError
from reportedly.model import Granularity, Period

_DAYS = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def parse_days(words: str) -> Period:
    """Return the days of a date as ISO 8601 writes it: a year, a month, a day, or two with ``/``."""
    first, _, last = words.partition("/")
    start, end = _one(first), _one(last or first)
    if start is None or end is None or start[0] >= end[1]:
        raise UsageError(f"{words}: not a date (write 2024, 2024-06, 2024-06-14 or 2024-06-01/2024-06-30)")
    return Period(start[0], end[1], Granularity.SPAN)


def _one(words: str) -> tuple[date, date] | None:
    match = _DAYS.fullmatch(words)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year + 1, 1, 1)
        if day is None:
            return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
        start = date(year, month, day)
        return start, date.fromordinal(start.toordinal() + 1)
    except ValueError:
        return None
