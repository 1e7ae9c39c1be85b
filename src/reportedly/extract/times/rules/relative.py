"""Reads times told from another day: "next week", "two years ago", "that year"."""

import math
from dataclasses import replace
from datetime import date

from reportedly.extract.times.row.grammar import Phrase
from reportedly.extract.times.row.scan import letters, letters_of, listed
from reportedly.extract.times.sense.counts import count_of, unit_of
from reportedly.extract.times.sense.days import around, step
from reportedly.extract.times.sense.setting import REFS, SKIP, Sense, Setting, beside, date_ref, whole
from reportedly.model import Granularity, Period, TimexType

from .comparisons import year_ago
from .durations import amount_value
from .weekdays import in_daypart

_SIZES = {
    "day": Granularity.DAY,
    "week": Granularity.WEEK,
    "weekend": Granularity.WEEKEND,
    "month": Granularity.MONTH,
    "quarter": Granularity.QUARTER,
    "year": Granularity.YEAR,
    "decade": Granularity.DECADE,
    "century": Granularity.CENTURY,
}


def told_day(setting: Setting, unit: str) -> date | None:
    """Return the start of the last period told that is as fine as a unit."""
    period = setting.focus(_SIZES.get(unit, Granularity.DAY), Granularity.DAY)
    return period.start if period else None


def window_of(setting: Setting, unit: str, count: float, shift: int) -> Sense:
    """Return the length of time that ends or starts with the anchor."""
    value = amount_value(count, unit)
    if setting.anchor is None:
        return Sense(TimexType.DURATION, value)
    days = {"hour": 1 / 24, "minute": 1 / 1440}.get(unit)
    size, many = ("day", math.ceil(count * days)) if days else (unit, max(1, round(count)))
    far = step(setting.anchor, size, shift * many)
    return Sense(TimexType.DURATION, value, _between(setting.anchor, far, size))


def _between(anchor: date, far: date | None, unit: str) -> Period | None:
    if far is None or unit not in _SIZES or far == anchor:
        return None
    low, high = min(anchor, far), max(anchor, far)
    return Period(low, step(high, "day", 1), Granularity.SPAN, approximate=True)


def ago(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``two years ago``, ``three days later``, ``a year earlier``, ``five years from now``."""
    unit, side = unit_of(phrase), phrase.words("side")[:1]
    count = _ago_count(phrase, unit)
    plain = not phrase.has("count") and not phrase.has("hedge")
    if unit == "year" and count == 1 and plain and side != ("later",):
        return year_ago(setting, earlier=side == ("earlier",))
    if unit in {"second", "minute", "hour"} and side:
        return None
    if side == ("later",):
        return _later(setting, unit, count)
    way = 1 if side in {("hence",), ("from",)} else -1
    if count is None:
        return date_ref(REFS[way])
    base = (told_day(setting, unit) if side == ("earlier",) else None) or setting.anchor
    if unit in {"second", "minute", "hour"} or base is None or count != int(count):
        return Sense(TimexType.DURATION, amount_value(count, unit))
    day = step(base, unit, way * int(count))
    return _loosely(around(day, _whole_unit(unit)), unit, phrase) if day else None


def _ago_count(phrase: Phrase, unit: str) -> float | None:
    """Return how many units a phrase counts, nothing where it counts none ("a few")."""
    if phrase.has("count"):
        return count_of(phrase)
    if phrase.has("vague"):
        number = phrase.number("vague", "FEW")
        return float(number) if number else None
    return 1.0 if unit in _SINGLE and not phrase.said("unit", "UNITS") else None


def _whole_unit(unit: str) -> str:
    return "week" if unit == "fortnight" else unit


def _loosely(period: Period, unit: str, phrase: Phrase) -> Sense:
    """Return a period some units away: only days are counted exactly."""
    hedged = phrase.has("hedge") or phrase.scan.word(phrase.first - 1) in listed("hedging")
    loose = unit != "day" or hedged
    value = whole(period).value
    return Sense(TimexType.DATE, value, Period(period.start, period.end, period.granularity, loose))


def _later(setting: Setting, unit: str, count: float | None) -> Sense:
    """Read ``three days later``: a length, and the days that lie so far from the last day told."""
    value = amount_value("X" if count is None else count, unit)
    told = told_day(setting, unit)
    day = step(told, unit, int(count)) if told and count and count == int(count) else None
    period = around(day, _whole_unit(unit)) if day else None
    return Sense(TimexType.DURATION, value, period, cue="later")


_SINGLE = frozenset({"day", "week", "fortnight", "month", "quarter", "year", "decade", "century"})


def recent(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``recent months``: the last three; ``recent weeks``: the last four; ``the coming days``."""
    unit = unit_of(phrase)
    shift = phrase.number("shift", "NEXT") or -1
    sense = Sense(TimexType.DURATION, amount_value("X", unit))
    if phrase.said("shift", "LAST"):
        sense = date_ref("PAST_REF")
    if setting.anchor is None or unit not in _VAGUE:
        return sense
    far = step(setting.anchor, unit, shift * _VAGUE[unit])
    return replace(sense, period=_between(setting.anchor, far, unit))


_VAGUE = {"day": 5, "week": 4, "weekend": 4, "month": 3, "quarter": 3, "year": 3, "decade": 3}


def same(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``that year``, ``the same day``: the last one told."""
    unit = unit_of(phrase, "what")
    size = _SIZES.get(unit)
    if size is None:
        return None
    told = setting.focus(*[g for g in _SIZES.values() if _ORDER[g] <= _ORDER[size]])
    if told is None or told.start is None:
        return None
    return in_daypart(whole(around(told.start, unit)), phrase)


_ORDER = {size: number for number, size in enumerate(_SIZES.values())}


def neighbour(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``the day before``, ``the week after``: beside the last one told."""
    unit = phrase.words("day")[0]
    follows = phrase.scan.word(phrase.end)
    told = told_day(setting, unit)
    if told is None or unit not in _SIZES or (follows and follows not in {".", ",", ";", ")"}):
        return None
    return beside(told, unit, 1 if phrase.words("side")[0] == "after" else -1)


def ref(phrase: Phrase, _: Setting) -> Sense | None:
    """Read ``now``, ``recently``, ``the future``, ``in the past``."""
    scan, word, before = phrase.scan, phrase.words("at")[0], phrase.scan.word(phrase.first - 1)
    if phrase.said("at", "LAST"):
        noun = scan.kind(phrase.end) in letters_of("LOWER", "UNITS", "ONE", "OF")
        return None if noun or before != "in" or word != "past" else date_ref("PAST_REF")
    if word in {"soon", "shortly"} and (before in {"as", "too"} or scan.word(phrase.end) == "after"):
        return None
    # "Now" opens a thought, "the future of the mine" is a thing
    if scan.raw(phrase.first) == "Now" or scan.kind(phrase.end) == letters()["OF"]:
        return None
    says = phrase.said("at", "REF") or phrase.said("at", "FUTURE")
    return date_ref(says) if isinstance(says, str) else None


def nothing(_: Phrase, __: Setting) -> Sense:
    """Words that only look like a time: read, so that nothing else reads them."""
    return SKIP
