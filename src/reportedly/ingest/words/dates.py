"""The days that pages write, in many languages; a doubtful one is no date."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files

_STAMP = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]+(\d{1,2}):?(\d{2})(?::?(\d{1,2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?(?!\d)"
)
_EPOCH = re.compile(r"1[0-9]{9}(?:\d{3})?")
_EARLIEST, _LATEST = 1990, 2099
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_YEARLIKE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = r"(?P<d>[0-3]?\d)"


def read_stamp(words: str) -> str | None:
    """Return a machine-written date as ISO 8601, as fine as it was written.

    ``2024-06-14T09:12:00+09:00``, ``20240614``, ``1718323920``; else what a reader would see.
    """
    words = words.strip()
    if _EPOCH.fullmatch(words):
        return datetime.fromtimestamp(int(words[:10]), UTC).isoformat()
    match = _STAMP.match(words)
    if match:
        return _iso(match)
    return next((day.isoformat() for day in find_days(words)), None)


def _iso(match: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = match.groups()
    found = _day(int(year), int(month), int(day))
    if found is None:
        return None
    if hour is None or int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        return found.isoformat()
    tail = "" if zone is None else "+00:00" if zone in ("Z", "UTC", "GMT") else f"{zone[:3]}:{zone[-2:]}"
    return f"{found.isoformat()}T{int(hour):02}:{minute}:{int(second or 0):02}{tail}"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _EARLIEST <= year <= _LATEST else None
    except ValueError:
        return None


def find_days(words: str) -> Iterator[date]:
    """Yield each full day (day, month and year) that the words name, left to right."""
    spots: list[tuple[int, date]] = []
    words = words if words.isascii() else words.translate(_digits())
    if not _YEARLIKE.search(words):
        return
    for pattern in _written():
        for match in pattern.finditer(words):
            found = _named(match.groupdict())
            if found:
                spots.append((match.start(), found))
    yield from (day for _, day in sorted(spots, key=lambda spot: spot[0]))


def _named(parts: dict[str, str | None]) -> date | None:
    year, day, month = int(parts["y"] or 0), int(parts["d"] or 0), parts.get("m")
    if parts.get("name"):
        return _day(year, month_names()[(parts["name"] or "").casefold()], day)
    if parts.get("slash"):
        return _slashed(year, int(month or 0), day)
    return _day(year, int(month or 0), day)


def _slashed(year: int, second: int, first: int) -> date | None:
    """3/4/2024 is March in one country and April in another: no date."""
    if first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


@cache
def _digits() -> dict[int, str]:
    """Digits of every script, as the ones we count with."""
    return {at: str(unicodedata.decimal(chr(at))) for at in range(0x660, 0x11000) if chr(at).isdecimal()}


@cache
def month_names() -> dict[str, int]:
    """Return every month name that pages write, with its number."""
    table = tomllib.loads((files(__package__) / "months.toml").read_text("utf-8"))
    return {name: entry["number"] for entry in table["month"] for name in entry["names"]}


@cache
def _written() -> tuple[re.Pattern[str], ...]:
    # An Indic name may end in a vowel sign, which is no letter: a word boundary would not see its end.
    name = f"(?P<name>{'|'.join(sorted(map(re.escape, month_names()), key=len, reverse=True))})"
    shapes = (
        rf"(?<!\d){_DAY}(?:st|nd|rd|th|er|\.|º|ª)?[\s.,/-]*(?:\b(?:de|of|d’|d')\s*)?{name}(?!\w)\.?[\s,/-]*(?:\b(?:de|del)\s+)?{_YEAR}(?!\d)",
        rf"\b{name}\.?\s+{_DAY}(?:st|nd|rd|th|,|\.)*\s+(?:de\s+)?{_YEAR}(?!\d)",
        rf"(?<![\d.]){_YEAR}\s?(?:[-/.年]|년)\s?(?P<m>[01]?\d)\s?(?:[-/.月]|월)\s?{_DAY}(?![\d])",
        rf"(?<![\d.]){_DAY}\.\s?(?P<m>[01]?\d)\.\s?{_YEAR}(?!\d)",
        rf"(?<![\d/-]){_DAY}(?P<slash>[/-])(?P<m>[0-3]?\d)[/-]{_YEAR}(?!\d)",
    )
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)
