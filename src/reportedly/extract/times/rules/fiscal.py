"""Reads reporting periods: quarters, halves, "the year-earlier period", "nine months"."""

import re
from datetime import date

from reportedly.extract.times.row.grammar import Phrase
from reportedly.extract.times.row.scan import letters
from reportedly.extract.times.sense.counts import count_of, unit_of, year_of
from reportedly.extract.times.sense.days import (
    a_half,
    a_quarter,
    a_year,
    around,
    months_from,
    part_of,
    value_of,
)
from reportedly.extract.times.sense.setting import Sense, Setting, date_ref, whole, with_part
from reportedly.model import Granularity, Period, TimexType

from .absolute import part
from .durations import amount_value
from .relative import window_of
from .weekdays import shift_of


def _year(phrase: Phrase, setting: Setting) -> int | None:
    """Return the year a phrase names, in digits or as last, this or next."""
    year = year_of(phrase)
    if year is None and phrase.has("shift") and setting.anchor:
        year = setting.anchor.year + shift_of(phrase)
    return year


def quarter(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``the third quarter``, ``last year's fourth quarter``."""
    number = phrase.number("nth", "NTH") or 4
    if number not in {1, 2, 3, 4}:
        return None
    year = _year(phrase, setting)
    if year is None and setting.anchor:
        year = quarter_year(setting.anchor, number, setting.lean(phrase)) - phrase.has("back")
    if year is None:
        return date_ref(f"XXXX-Q{number}")
    return with_part(whole(a_quarter(year, number)), part(phrase))


def quarter_year(anchor: date, number: int, lean: int) -> int:
    """Return the year of a bare quarter: the one that began last, unless the text looks ahead."""
    ahead = number - (anchor.month + 2) // 3
    if lean > 0 and (ahead > 0 or ahead < -2):
        return anchor.year + (ahead < 0)
    return anchor.year - (ahead > 0)


def quarter_code(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``Q3 2024``, ``3Q24``, ``H1 2024``, ``FY2023``."""
    word, year = phrase.words("at")[0], year_of(phrase)
    if word.startswith("fy"):
        digits = int(word.removeprefix("fy").strip())
        return whole(a_year(digits if digits > 99 else 2000 + digits))
    if word[1] == "h":
        return whole(a_half(2000 + int(word[2:]), int(word[0])))
    if word.startswith("h"):
        return whole(a_half(year, int(word[1]))) if year else None
    found = re.fullmatch(r"q([1-4])(\d\d)?|([1-4])q(\d\d)?", word)
    if found is None:
        return None
    number = int(found[1] or found[3])
    short = found[2] or found[4]
    year = year or (2000 + int(short) if short else None)
    if year is None and setting.anchor:
        year = quarter_year(setting.anchor, number, setting.lean(phrase))
    return whole(a_quarter(year, number)) if year else date_ref(f"XXXX-Q{number}")


def quarters(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``the first two quarters of 1990``, ``the first nine months of last year``."""
    count, unit = count_of(phrase), unit_of(phrase)
    year = _year(phrase, setting)
    months = {"quarter": 3}.get(unit)
    if count is None or months is None or year is None or not 1 <= count * months <= 12:
        return None
    period = leading(year, int(count) * months, last=not phrase.said("nth", "NTH"))
    if period.granularity in {Granularity.HALF, Granularity.QUARTER} and unit == "quarter":
        return whole(period)
    return Sense(TimexType.DURATION, amount_value(count, unit), period)


def leading(year: int, months: int, *, last: bool = False) -> Period:
    """Return the first (or last) so many months of a year."""
    sizes = {3: Granularity.QUARTER, 6: Granularity.HALF, 12: Granularity.YEAR}
    return months_from(year, 13 - months if last else 1, months, sizes.get(months, Granularity.MONTH))


def half(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``the first half of 2023``, ``the second half of this year``."""
    number = phrase.number("nth", "NTH") or 2
    year = _year(phrase, setting)
    if year is None and setting.anchor and not phrase.has("shift"):
        year = setting.anchor.year
    if number not in {1, 2} or year is None:
        return None
    return whole(a_half(year, number))


def first_units(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``the first nine months``: of the year told or running, as a length."""
    count, unit = count_of(phrase), unit_of(phrase)
    if phrase.said("nth", "NTH") is None or not unit:
        return None
    value = amount_value(count if count is not None else "X", unit)
    months = {"month": 1, "quarter": 3}.get(unit)
    year = _year_behind(phrase) or (setting.anchor.year if setting.anchor else None)
    if (
        phrase.number("nth", "NTH") != 1
        or count is None
        or months is None
        or year is None
        or count * months > 12
    ):
        return Sense(TimexType.DURATION, value)
    period = leading(year, int(count) * months)
    if period.start and setting.anchor and period.start > setting.anchor:
        return Sense(TimexType.DURATION, value)
    return Sense(TimexType.DURATION, value, period)


def _year_behind(phrase: Phrase) -> int | None:
    """Return the year that stands behind a phrase ("the first nine months of 1997")."""
    scan, letter = phrase.scan, letters()
    found = re.compile(f"{letter['OF']}[{letter['FISCAL']}{letter['ANNUM']}]*({letter['YEAR']})").match(
        scan.row, phrase.end
    )
    return int(scan.word(found.start(1))) if found else None


def window(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``the last four months``, ``the next few years``."""
    unit = unit_of(phrase)
    shift = phrase.number("shift", "LAST", "NEXT") or -1
    count = count_of(phrase)
    if count is None and (number := phrase.number("vague", "FEW")):
        count = float(number)
    if count is None:
        return _vague_window(unit, shift, setting)
    return window_of(setting, unit, count, shift)


def _vague_window(unit: str, shift: int, setting: Setting) -> Sense:
    period = window_of(setting, unit, 3, shift).period
    return Sense(TimexType.DURATION, amount_value("X", unit), period)


def end_of(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``the end of the year``: of the one that runs."""
    unit, says = unit_of(phrase), part(phrase)
    if unit not in {"year", "month", "quarter", "week"} or says is None or phrase.scan.raw(phrase.end) == "-":
        return None
    if setting.anchor is None:
        return date_ref("FUTURE_REF" if setting.lean(phrase) > 0 else "PAST_REF")
    return with_part(whole(around(setting.anchor, unit)), says)


def year_end(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``year-end``, ``the year's end``, ``month-end``."""
    unit = unit_of(phrase)
    edge = phrase.scan.word(phrase.end - 1)
    if unit not in {"year", "month", "quarter", "week"} or edge not in {"end", "start", "beginning", "close"}:
        return None
    if setting.anchor is None:
        return date_ref("FUTURE_REF" if setting.lean(phrase) > 0 else "PAST_REF")
    told = around(setting.anchor, unit)
    return Sense(
        TimexType.DATE, value_of(told), part_of(told, "end" if edge in {"end", "close"} else "start")
    )
