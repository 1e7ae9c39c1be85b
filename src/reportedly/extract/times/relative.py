"""Reads times told from another day: "next week", "two years ago", "that year"."""

from datetime import date

from reportedly.model import Granularity, Period, TimexType

from .absolute import part
from .counts import count_of, unit_of
from .days import a_day, a_week, a_weekend, around, step
from .durations import amount_value
from .comparisons import year_ago
from .grammar import Phrase
from .scan import letters
from .sense import SKIP, Sense, Setting, beside, date_ref, whole, with_part

_REFS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
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


def shift_of(phrase: Phrase) -> int:
    """Return -1 for "last" and "this past", 1 for "next" and "this coming", else 0."""
    for kind in ("LAST", "NEXT"):
        says = phrase.said("shift", kind)
        if isinstance(says, int):
            return says
    return 0


def in_daypart(sense: Sense, phrase: Phrase) -> Sense:
    """Return the part of a day that a phrase adds, as a time."""
    says = phrase.said("dp", "DAYPART")
    if not isinstance(says, str) or sense.period is None:
        return sense
    return Sense(TimexType.TIME, f"{sense.value}T{says}", sense.period)


def day_off(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``yesterday``, ``tomorrow morning``, ``the day after tomorrow``."""
    off = phrase.number("off", "DAYREF") or 0
    if phrase.has("side"):
        off += 1 if phrase.has("side") and phrase.words("side")[0] == "after" else -1
    if setting.anchor is None:
        return date_ref(_REFS[max(-1, min(1, off))])
    day = step(setting.anchor, "day", off)
    return in_daypart(whole(a_day(day)), phrase) if day else None


def tonight(_: Phrase, setting: Setting) -> Sense | None:
    """Read ``tonight``."""
    if setting.anchor is None:
        return Sense(TimexType.TIME, "PRESENT_REF")
    return Sense(TimexType.TIME, f"{setting.anchor.isoformat()}TNI", a_day(setting.anchor))


def this_part(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``last night``, ``this morning``."""
    says = phrase.said("dp", "DAYPART")
    off = shift_of(phrase)
    if setting.anchor is None:
        return Sense(TimexType.TIME, _REFS[off])
    if not phrase.has("shift") and phrase.scan.kind(phrase.first - 1) == letters()["THE"]:
        return None
    day = step(setting.anchor, "day", off)
    return Sense(TimexType.TIME, f"{day.isoformat()}T{says}", a_day(day)) if day else None


def weekday(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``Monday``: behind or ahead as the words around it look; ``last Friday``."""
    number = phrase.number("day", "WEEKDAY", "WEEKDAY_SHORT")
    if number is None or _short_name(phrase):
        return None
    if setting.anchor is None:
        return in_daypart(date_ref(f"XXXX-WXX-{number + 1}"), phrase)
    behind = (setting.anchor.weekday() - number) % 7
    off = -behind
    shift = shift_of(phrase) if phrase.has("shift") else None
    if shift == -1:
        off = -(behind or 7)
    elif shift == 1:
        off = 7 - behind
    elif shift == 0:
        off = number - setting.anchor.weekday()
    elif setting.leans(phrase) > 0:
        off = 7 - behind if behind else 0
    day = step(setting.anchor, "day", off)
    return in_daypart(whole(a_day(day)), phrase) if day else None


def _short_name(phrase: Phrase) -> bool:
    """Is a short weekday a word of its own ("Sun", "Sat") rather than a day?"""
    first, end = phrase.at("day")
    entry = phrase.scan.entry(first)
    return entry is not None and entry.kind == "WEEKDAY_SHORT" and end - first == 1


def weekday_of(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``Monday of last week``."""
    number = phrase.number("day", "WEEKDAY", "WEEKDAY_SHORT")
    if number is None or phrase.words("shift")[-1] != "week" or setting.anchor is None:
        return None
    monday = a_week(setting.anchor).start
    day = monday and step(monday, "day", 7 * shift_of(phrase) + number)
    return whole(a_day(day)) if day else None


def weekend(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``the weekend``, ``last weekend``, ``this weekend``."""
    if setting.anchor is None:
        return date_ref("XXXX-WXX-WE")
    shift = shift_of(phrase) if phrase.has("shift") else (setting.lean(phrase) > 0) - 1
    saturday = a_weekend(setting.anchor).start
    if setting.anchor.weekday() >= 5 and not phrase.has("shift"):
        shift = 0
    if shift > 0 and setting.anchor.weekday() >= 5 and phrase.words("shift")[0] == "this":
        shift = 0
    if not phrase.has("shift") and shift > 0:
        shift = 0
    day = saturday and step(saturday, "week", shift)
    return whole(a_weekend(day)) if day else None


def near(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``next week``, ``this year``, ``early last month``."""
    unit, shift = unit_of(phrase), shift_of(phrase)
    if unit in {"minute", "hour", "millennium", ""}:
        return None
    if unit == "day":
        return _near_day(phrase, setting, shift)
    words = phrase.words("shift")
    rolling = words[0] == "the" or (len(words) > 1 and words[0] == "this")
    if rolling and shift and words[-1] not in {"next", "following", "previous", "preceding", "prior"}:
        return _rolling(unit, shift, setting)
    if words[-1] in {"following", "previous", "preceding", "prior"} or (rolling and words[-1] == "next"):
        told = _told(setting, unit)
        if told:
            return beside(told, unit, shift)
    if setting.anchor is None:
        return date_ref(_REFS[shift])
    sense = beside(setting.anchor, "week" if unit == "fortnight" else unit, shift)
    return with_part(sense, part(phrase)) if sense else None


def _near_day(phrase: Phrase, setting: Setting, shift: int) -> Sense | None:
    told = _told(setting, "day") or setting.anchor
    if "last" in phrase.words("shift") or shift == 0 or told is None:
        return None
    return beside(told, "day", shift)


def _told(setting: Setting, unit: str) -> date | None:
    """Return the start of the last period told that is as fine as a unit."""
    period = setting.focus(_SIZES.get(unit, Granularity.DAY), Granularity.DAY)
    return period.start if period else None


def _rolling(unit: str, shift: int, setting: Setting) -> Sense | None:
    """Read ``the past year``: the last so many days up to the anchor."""
    return window_of(setting, unit, 1, shift)


def window_of(setting: Setting, unit: str, count: float, shift: int) -> Sense:
    """Return the length of time that ends or starts with the anchor."""
    value = amount_value(count, unit)
    if setting.anchor is None:
        return Sense(TimexType.DURATION, value)
    far = step(setting.anchor, unit, shift * max(1, round(count)))
    return Sense(TimexType.DURATION, value, _between(setting.anchor, far, unit))


def _between(anchor: date, far: date | None, unit: str) -> Period | None:
    if far is None or unit not in _SIZES or far == anchor:
        return None
    low, high = min(anchor, far), max(anchor, far)
    low_day = step(low, "day", 1) if low == far else low
    after = step(high, "day", 1)
    return Period(low_day, after, Granularity.SPAN, approximate=True) if low_day else None


def ago(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``two years ago``, ``three days later``, ``a year earlier``, ``five years from now``."""
    unit = unit_of(phrase)
    count = 1.0 if not phrase.has("count") and not phrase.has("vague") and unit in _SINGLE else None
    if phrase.has("count"):
        count = count_of(phrase)
    if unit in {"second", "minute", "hour"} and phrase.has("side"):
        return None
    if phrase.said("unit", "UNITS") and count == 1 and not phrase.has("count"):
        return date_ref("PAST_REF")
    if unit == "year" and count == 1 and not phrase.has("count") and not phrase.has("hedge"):
        return year_ago(setting)
    forward = phrase.has("side") and phrase.words("side")[0] in {"later", "hence", "from"}
    told = phrase.has("side") and phrase.words("side")[0] in {"later", "earlier"}
    if count is None and phrase.words("vague")[-1:] in {("couple",), ("of",)}:
        count = 2.0 if "couple" in phrase.words("vague") else None
    if count is None:
        return date_ref("FUTURE_REF" if forward else "PAST_REF")
    base = (_told(setting, unit) if told else None) or setting.anchor
    if unit in {"second", "minute", "hour"} or base is None or count != int(count):
        return Sense(TimexType.DURATION, amount_value(count, unit))
    day = step(base, unit, int(count) if forward else -int(count))
    if day is None:
        return None
    period = around(day, "week" if unit == "fortnight" else unit)
    sense = whole(period)
    loose = unit != "day" or phrase.has("hedge")
    return Sense(sense.type, sense.value, Period(period.start, period.end, period.granularity, loose))


_SINGLE = frozenset({"day", "week", "fortnight", "month", "quarter", "year", "decade", "century"})


def recent(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``recent months``: the last three; ``recent weeks``: the last four; ``the coming days``."""
    unit = unit_of(phrase)
    shift = phrase.number("shift", "NEXT") or -1
    value = amount_value("X", unit)
    if setting.anchor is None or unit not in _VAGUE:
        return Sense(TimexType.DURATION, value)
    far = step(setting.anchor, unit, shift * _VAGUE[unit])
    return Sense(TimexType.DURATION, value, _between(setting.anchor, far, unit))


_VAGUE = {"day": 7, "week": 4, "weekend": 4, "month": 3, "quarter": 3, "year": 3, "decade": 3}


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
    told = _told(setting, unit)
    if told is None or unit not in _SIZES or (follows and follows not in {".", ",", ";", ")"}):
        return None
    return beside(told, unit, 1 if phrase.words("side")[0] == "after" else -1)


def ref(phrase: Phrase, _: Setting) -> Sense | None:
    """Read ``now``, ``recently``, ``the future``."""
    scan = phrase.scan
    if phrase.words("at")[0] == "soon" and (
        scan.word(phrase.first - 1) in {"as", "too"} or scan.word(phrase.end) == "after"
    ):
        return None
    for kind in ("REF", "FUTURE"):
        says = phrase.said("at", kind)
        if isinstance(says, str):
            return date_ref(says)
    return None


def nothing(_: Phrase, __: Setting) -> Sense:
    """Words that only look like a time: read, so that nothing else reads them."""
    return SKIP
