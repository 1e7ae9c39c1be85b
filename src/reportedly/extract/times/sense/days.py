"""Days, weeks, months, years as periods, and how far one lies from another."""

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta

from reportedly.model import Granularity, Period

_MONTHS = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
_DAYS = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "weekend": "WE",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "half": "H",
    "year": "Y",
    "decade": "DE",
    "century": "C",
    "millennium": "L",
}


def on(year: int, month: int, day: int) -> date | None:
    """Return a day, or nothing where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def months_from(
    year: int, month: int, count: int, granularity: Granularity, *, approximate: bool = False
) -> Period:
    """Return so many months from the first of a month."""
    return Period(_first(year, month), _first(year, month + count), granularity, approximate)


def _first(year: int, month: int) -> date | None:
    """Return the first of a month, counted on beyond December; open beyond all calendars."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1) if MINYEAR <= year <= MAXYEAR else None


def a_day(day: date) -> Period:
    """Return one day."""
    return Period(day, _after(day, 1), Granularity.DAY)


def a_week(day: date) -> Period:
    """Return the week of a day, Monday to Sunday."""
    monday = _after(day, -day.weekday()) or day
    return Period(monday, _after(monday, 7), Granularity.WEEK)


def a_weekend(day: date) -> Period:
    """Return Saturday and Sunday of the week of a day."""
    saturday = _after(day, 5 - day.weekday()) or day
    return Period(saturday, _after(saturday, 2), Granularity.WEEKEND)


def a_month(year: int, month: int) -> Period:
    """Return a month."""
    return months_from(year, month, 1, Granularity.MONTH)


def a_quarter(year: int, quarter: int) -> Period:
    """Return a quarter of a calendar year."""
    return months_from(year, 3 * quarter - 2, 3, Granularity.QUARTER)


def a_half(year: int, half: int) -> Period:
    """Return a half of a calendar year."""
    return months_from(year, 6 * half - 5, 6, Granularity.HALF)


def a_season(year: int, season: str) -> Period:
    """Return a season of the north; winter runs on into the next year."""
    return months_from(year, _SEASONS[season], 3, Granularity.SEASON, approximate=True)


def a_year(year: int) -> Period:
    """Return a year."""
    return months_from(year, 1, 12, Granularity.YEAR)


def a_decade(year: int) -> Period:
    """Return the ten years that share all digits but the last."""
    return months_from(year // 10 * 10, 1, 120, Granularity.DECADE)


def a_century(number: int) -> Period:
    """Return a century; the 20th runs from 1901 to 2000."""
    return months_from(100 * number - 99, 1, 1200, Granularity.CENTURY)


def around(day: date, unit: str) -> Period:
    """Return the day, week, month … that holds a day."""
    made = {
        "weekend": lambda: a_weekend(day),
        "week": lambda: a_week(day),
        "month": lambda: a_month(day.year, day.month),
        "quarter": lambda: a_quarter(day.year, (day.month + 2) // 3),
        "half": lambda: a_half(day.year, (day.month + 5) // 6),
        "year": lambda: a_year(day.year),
        "decade": lambda: a_decade(day.year),
        "century": lambda: a_century((day.year + 99) // 100),
    }.get(unit)
    return made() if made else a_day(day)


def step(day: date, unit: str, count: int) -> date | None:
    """Return the day so many units on, or nothing beyond all calendars."""
    if unit in _DAYS:
        return _after(day, _DAYS[unit] * count)
    if unit not in _MONTHS:
        return day
    month = day.month + _MONTHS[unit] * count
    first = _first(day.year, month)
    if first is None:
        return None
    last = (_after(_first(day.year, month + 1) or date.max, -1) or first).day
    return first.replace(day=min(day.day, last))


def _after(day: date, count: int) -> date | None:
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


_SHARES = {"early": (0, 1, 3), "middle": (1, 2, 3), "late": (2, 3, 3), "start": (0, 1, 4), "end": (3, 4, 4)}
_WEEK = {"early": (0, 2), "start": (0, 2), "middle": (2, 4), "late": (4, 7), "end": (4, 7)}
_MONTH = {"early": (0, 10), "start": (0, 10), "middle": (10, 20), "late": (20, 31), "end": (20, 31)}


def part_of(period: Period, part: str) -> Period:
    """Return the early, middle or late part of a period, approximately.

    A month has three parts (1-10, 11-20, 21 to its end), a longer period
    thirds, or a quarter where "the end of" is said.
    """
    start, end = period.start, period.end
    if start is None or end is None or (end - start).days < 7:
        return period
    length = (end - start).days
    if length <= 31:
        first, last = (_WEEK if length == 7 else _MONTH)[part]
        finer = Granularity.MONTH_PART if length > 7 else Granularity.WEEK
        return Period(_after(start, first), min(_after(start, last) or end, end), finer, approximate=True)
    months = (end.year - start.year) * 12 + end.month - start.month
    low, high, of = _SHARES[part]
    if months % 3:
        return Period(start, end, period.granularity, approximate=True)
    if months > 12:
        return _years_of(period, start, months // 12, part)
    of = of if months % of == 0 else 3
    low, high = (low, high) if high <= of else (of - 1, of)
    return Period(
        _first(start.year, start.month + months * low // of),
        _first(start.year, start.month + months * high // of),
        period.granularity,
        approximate=True,
    )


def _years_of(period: Period, start: date, years: int, part: str) -> Period:
    """Return a part of a decade or century in whole years: the early 1980s are 1980 to 1983."""
    third = years // 3
    late = years - third
    spans = {"middle": (late - third, late), "late": (late, years), "end": (late, years)}
    low, high = spans.get(part, (0, late - third))
    return months_from(start.year + low, 1, 12 * (high - low), period.granularity, approximate=True)


def value_of(period: Period) -> str:
    """Return the TIMEX3 value of a whole calendar period."""
    day = period.start
    assert day is not None
    year = f"{day.year:04d}"
    week = day.isocalendar()
    return {
        Granularity.DAY: day.isoformat(),
        Granularity.WEEKEND: f"{week.year:04d}-W{week.week:02d}-WE",
        Granularity.WEEK: f"{week.year:04d}-W{week.week:02d}",
        Granularity.MONTH: f"{year}-{day.month:02d}",
        Granularity.QUARTER: f"{year}-Q{(day.month + 2) // 3}",
        Granularity.HALF: f"{year}-H{(day.month + 5) // 6}",
        Granularity.SEASON: f"{year}-{next((s for s, m in _SEASONS.items() if m == day.month), 'WI')}",
        Granularity.YEAR: year,
        Granularity.DECADE: f"{year[:3]}X",
        Granularity.CENTURY: f"{year[:2]}XX",
    }.get(period.granularity, year)


_EASTER_DAYS = {"easter": 0, "good friday": -2, "easter monday": 1}
_NTH_WEEKDAYS = {
    "thanksgiving": (11, 3, 4),
    "black friday": (11, 3, 4),
    "labor day": (9, 0, 1),
    "memorial day": (5, 0, -1),
    "columbus day": (10, 0, 2),
    "mlk day": (1, 0, 3),
    "presidents day": (2, 0, 3),
    "election day": (11, 0, 1),
}


def holiday(year: int, says: str) -> date | None:
    """Return the day of a holiday in a year, or nothing where none is known."""
    if re.fullmatch(r"\d\d-\d\d", says):
        return on(year, int(says[:2]), int(says[3:]))
    if says in _EASTER_DAYS:
        return _after(_easter(year), _EASTER_DAYS[says])
    if says not in _NTH_WEEKDAYS:
        return None
    month, weekday, nth = _NTH_WEEKDAYS[says]
    late = {"black friday": 1, "election day": 1}.get(says, 0)
    first = _first(year, month + (nth < 0))
    if first is None:
        return None
    return _after(first, (weekday - first.weekday()) % 7 + 7 * (nth - (nth > 0)) + late)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    rest = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, day = divmod(h + rest - 7 * m + 114, 31)
    return date(year, month, day + 1)
