"""Days as ISO 8601 and EDTF write them, read back into a period."""

import re
from datetime import date

from .period import Granularity, Period

_DAYS = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_SIZES = {4: Granularity.YEAR, 7: Granularity.MONTH, 10: Granularity.DAY}
_OPEN = ".."


def read_edtf(words: str) -> Period | None:
    """Return the period that some words write, or nothing where they write none.

    A year, a month, a day, or two of them with ``/``, of which one may be left open
    with ``..``; a ``~`` makes it approximate.

    >>> read_edtf("2023-09/..").edtf, read_edtf("2024-06").granularity.value, read_edtf("in June")
    ('2023-09-01/..', 'month', None)
    """
    bare = words.strip().replace("~", "")
    first, slash, last = bare.partition("/")
    sides = [None if side == _OPEN and slash else _days(side) for side in (first, last if slash else first)]
    if any(side is None and part != _OPEN for side, part in zip(sides, (first, last or first), strict=True)):
        return None
    start, end = (sides[0][0] if sides[0] else None), (sides[1][1] if sides[1] else None)
    if (start is None and end is None) or (start and end and start >= end):
        return None
    return Period(start, end, Granularity.SPAN if slash else _SIZES[len(first)], approximate="~" in words)


def _days(words: str) -> tuple[date, date] | None:
    """Return the first day of a year, month or day, and the day after its last."""
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
    except (ValueError, OverflowError):
        return None
