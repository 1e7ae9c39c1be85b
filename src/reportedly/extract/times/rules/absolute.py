"""Reads dates that name their month, year, quarter, season, decade or holiday."""

import re
from dataclasses import replace
from datetime import date

from reportedly.extract.times.row.grammar import Phrase
from reportedly.extract.times.row.scan import letters, letters_of, listed
from reportedly.extract.times.sense.counts import year_of
from reportedly.extract.times.sense.days import (
    a_century,
    a_day,
    a_decade,
    a_month,
    a_year,
    months_from,
    on,
)
from reportedly.extract.times.sense.setting import SKIP, Sense, Setting, date_ref, near_year, whole, with_part
from reportedly.model import Granularity, Period, TimexType


def part(phrase: Phrase) -> str | None:
    """Return which part of the period a phrase speaks of, if of a part."""
    for kind in ("PART", "PARTER", "BOUND", "DAYPART"):
        says = phrase.said("part", kind)
        if isinstance(says, str):
            return {"MO": "early", "EV": "late"}.get(says, says if kind != "DAYPART" else None)
    return None


def iso(phrase: Phrase, _: Setting) -> Sense | None:
    """Read ``2024-06-16``, ``2024-06-16T14:30Z``."""
    words = phrase.words("at")[0].upper().replace(" ", "T")
    day = on(int(words[:4]), int(words[5:7]), int(words[8:10]))
    if day is None:
        return SKIP
    if "T" in words:
        return Sense(TimexType.TIME, words, a_day(day))
    return whole(a_day(day))


def slashed(phrase: Phrase, _: Setting) -> Sense | None:
    """Read ``25/12/2023``: a day only where day and month cannot be mistaken."""
    one, two, three = (int(part) for part in re.split(r"[/.]", phrase.words("at")[0]))
    if one > 31:
        day = on(one, two, three)
        return whole(a_day(day)) if day else SKIP
    year = three if three > 99 else three + (2000 if three < 50 else 1900)
    months = {(one, two), (two, one)} if "." not in phrase.words("at")[0] else {(two, one)}
    days = [found for month, day in months if (found := on(year, month, day))]
    if len(days) == 1:
        return whole(a_day(days[0]))
    return Sense(TimexType.DATE, f"{year}-XX-XX", a_year(year)) if days else SKIP


def month_number(phrase: Phrase, name: str = "month") -> int | None:
    """Return the number of the month that a phrase names."""
    return phrase.number(name, "MONTH", "MONTH_SHORT")


def day(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``June 3, 2024``, ``the 9th of May``, ``the 15th of this month``."""
    number = day_number(phrase)
    month = month_number(phrase)
    if number is None:
        return None
    if month is None:
        return _day_of_near_month(phrase, setting, number)
    year = year_of(phrase) or _year_ahead(phrase)
    if year is None and setting.anchor:
        year = near_year(setting.anchor, lambda y: on(y, month, number), setting.lean(phrase))
    if year is None:
        return date_ref(f"XXXX-{month:02d}-{number:02d}") if on(2024, month, number) else None
    found = on(year, month, number)
    return whole(a_day(found)) if found else None


def days(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``18 and 19 June``, ``3-5 June 2024``; "14 and 19 June" names no run of days."""
    last = day(replace(phrase, named={**phrase.named, "day": phrase.at("last")}), setting)
    period, number = last.period if last else None, day_number(phrase)
    if period is None or period.start is None or number is None:
        return None
    first = on(period.start.year, period.start.month, number)
    if first is None or first >= period.start:
        return None
    if phrase.said("link", "AND") and (period.start - first).days > 1:
        return None
    found = Period(first, period.end, Granularity.SPAN)
    return Sense(TimexType.DATE, found.edtf, found)


def _year_ahead(phrase: Phrase) -> int | None:
    """Return the year that stands behind the last of several days ("June 3-5, 2024")."""
    letter = letters()
    links = "".join(letter[kind] for kind in ("HYPHEN", "TO", "AND"))
    found = re.compile(f"[{links}]{letter['DAY']}{letter['COMMA']}?({letter['YEAR']})").match(
        phrase.scan.row, phrase.end
    )
    return int(phrase.scan.word(found.start(1))) if found else None


def listed_day(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read the ``25`` of "April 24 and 25", the ``5`` of "June 3-5, 2024"."""
    last = setting.told[-1] if setting.told else None
    if last is None or last.phrase.reader not in {"day", "listed_day"} or last.end != phrase.first - 1:
        return None
    number, told = day_number(phrase), last.sense.period
    if phrase.scan.word(last.end) not in _DAY_LINKS or number is None or told is None or told.start is None:
        return None
    found = on(told.start.year, told.start.month, number)
    return whole(a_day(found)) if found and found > told.start else None


_DAY_LINKS = frozenset({"and", "to", "or", "-", "–", ",", "through", "until"})


def day_number(phrase: Phrase) -> int | None:
    """Return the day of the month that a phrase names."""
    digits = re.match(r"\d+", phrase.words("day")[0])
    if digits:
        return int(digits[0]) if 1 <= int(digits[0]) <= 31 else None
    return phrase.number("day", "NTH")


def _day_of_near_month(phrase: Phrase, setting: Setting, number: int) -> Sense | None:
    if "month" not in phrase.words("month") or setting.anchor is None:
        return None
    shift = phrase.number("month", "LAST", "NEXT", "THIS") or 0
    period = months_from(setting.anchor.year, setting.anchor.month + shift, 1, Granularity.MONTH)
    found = period.start and on(period.start.year, period.start.month, number)
    return whole(a_day(found)) if found else None


def month(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``September 2023``, ``last November``, ``the end of May``, bare ``March``."""
    number = month_number(phrase)
    if number is None or _is_name(phrase):
        return None
    year = year_of(phrase)
    if year is None and phrase.has("shift") and setting.anchor:
        year = _shifted(phrase, setting.anchor, number)
    elif year is None and setting.anchor:
        year = _month_year(phrase, setting, number)
    if year is None:
        return date_ref(f"XXXX-{number:02d}")
    return with_part(whole(a_month(year, number)), part(phrase))


_AHEAD = {2: 1, 1: 1, 0: 2, -1: 6, -2: 12}
_BACK = {2: 24, 1: 12, 0: 1, -1: 1, -2: 1}


def _month_year(phrase: Phrase, setting: Setting, number: int) -> int | None:
    """Return the year of a bare month: the month just gone or running, or the one ahead."""
    anchor, lean = setting.anchor, setting.lean(phrase)
    assert anchor is not None
    back = (anchor.month - number) % 12
    ahead = (number - anchor.month) % 12
    if ahead * _AHEAD[lean] < back * _BACK[lean]:
        return anchor.year + (number < anchor.month)
    return anchor.year - (number > anchor.month)


def _shifted(phrase: Phrase, anchor: date, number: int) -> int:
    shift = phrase.number("shift", "LAST", "NEXT", "THIS") or 0
    if any(word == "year" for word in phrase.words("shift")):
        return anchor.year + shift
    if "this" in phrase.words("shift") and len(phrase.words("shift")) == 1:
        return anchor.year
    if shift < 0 or phrase.words("shift")[-1] in {"past", "last"}:
        return anchor.year - (number >= anchor.month)
    return anchor.year + (number <= anchor.month)


def _is_name(phrase: Phrase) -> bool:
    """Is a bare month a person, a verb or half a word (``May``, ``April Jones``)?"""
    scan, (first, end) = phrase.scan, phrase.at("month")
    if phrase.has("year") or phrase.has("part") or phrase.has("shift"):
        return False
    if scan.word(first) in {"mar", "jan", "jun", "sep"} and scan.raw(end - 1) != ".":
        return True
    before = scan.raw(first - 1)
    if before.lower() in listed("before_date"):
        return False
    named = before[:1].isupper() and before.isalpha() and scan.entry(first - 1) is None
    after = scan.raw(end)
    surname = after[:1].isupper() and after.isalpha() and scan.entry(end) is None
    verb = scan.word(first) in {"may", "march"} and (before in {"", ".", "!", "?", '"', "“"} or named)
    return scan.word(first) in {"may", "march", "april", "june", "august"} and (named or surname or verb)


def year(phrase: Phrase, _: Setting) -> Sense | None:
    """Read ``2022``, ``fiscal 1989``, ``early 1990``; not a sum, a name or a count."""
    number, scan = year_of(phrase), phrase.scan
    if number is None or (phrase.end - phrase.first == 1 and not _bare_year(phrase, number)):
        return None
    if scan.raw(phrase.end) in {"-", "–"} and scan.kind(phrase.end + 1) in letters_of(
        "LOWER", "ONE", "ANNUM"
    ):
        return None
    return with_part(whole(a_year(number)), part(phrase))


def two_years(phrase: Phrase, _: Setting) -> Sense | None:
    """Read ``2023-24``: two years in a row, as crops, seasons and budgets run."""
    number, digits = year_of(phrase), phrase.words("next")[0]
    if number is None or not 1900 <= number <= 2100 or digits != f"{(number + 1) % 100:02d}":
        return None
    return date_ref(str(number), months_from(number, 1, 24, Granularity.YEAR))


def _bare_year(phrase: Phrase, number: int) -> bool:
    """Say whether four digits that stand alone are a year."""
    scan, first = phrase.scan, phrase.first
    before = scan.word(first - 1)
    led = before in listed("before_date")
    if (
        _named(phrase)
        or scan.kind(phrase.end) == letters()["PERCENT"]
        or scan.word(phrase.end) in listed("counted")
    ):
        return False
    if scan.raw(first).startswith(("'", "’")) or not 1900 <= number <= 2100:
        return led and (number > 1900 or scan.kind(phrase.end) != letters()["LOWER"])
    if scan.kind(first - 1) == letters()["HYPHEN"]:
        return scan.kind(first - 2) == letters()["YEAR"]
    return scan.kind(first - 1) not in letters_of("MONEY") and before not in {"#", "/", "-"}


def _named(phrase: Phrase) -> bool:
    """Say whether a year belongs to a name ("Orion 1980")."""
    before = phrase.scan.raw(phrase.first - 1)
    known = phrase.scan.entry(phrase.first - 1)
    return before[:1].isupper() and before.lower() not in listed("before_date") and known is None


def spelled_year(phrase: Phrase, _: Setting) -> Sense | None:
    """Read ``nineteen seventy-nine``, ``the year two thousand``."""
    number = year_of(phrase)
    named = phrase.scan.word(phrase.first + 1) == "year"
    if number is None or (number % 1000 < 100 and not named):
        return None
    return whole(a_year(number))


def decade(phrase: Phrase, _: Setting) -> Sense | None:
    """Read ``the 1980s``, ``the early '90s``."""
    digits = re.sub(r"\D", "", phrase.words("decade")[0])
    start = int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) >= 20 else 2000)
    return with_part(whole(a_decade(start)), part(phrase))


def century(phrase: Phrase, _: Setting) -> Sense | None:
    """Read ``the 17th century``."""
    if phrase.words("century")[0] != "century":
        return None
    digits = re.match(r"\d+", phrase.words("nth")[0])
    number = int(digits[0]) if digits else phrase.number("nth", "NTH")
    if number is None or not 1 <= number <= 30:
        return None
    return with_part(Sense(TimexType.DATE, f"{number - 1:02d}XX", a_century(number)), part(phrase))
