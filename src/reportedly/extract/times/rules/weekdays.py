"""Reads days told from another: "yesterday", "last night", "Monday", "this weekend"."""

from reportedly.extract.times.row.grammar import Phrase
from reportedly.extract.times.row.scan import letters
from reportedly.extract.times.sense.days import a_day, a_week, a_weekend, step
from reportedly.extract.times.sense.setting import REFS, Sense, Setting, date_ref, whole
from reportedly.model import Granularity, TimexType


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
    if (
        phrase.scan.raw(phrase.first)[0].isupper()
        and phrase.scan.kind(phrase.first - 1) == letters()["PROPER"]
    ):
        return None
    if phrase.has("side"):
        off += 1 if phrase.has("side") and phrase.words("side")[0] == "after" else -1
    if setting.anchor is None:
        return date_ref(REFS[max(-1, min(1, off))])
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
    if phrase.has("that"):
        told = setting.focus(Granularity.DAY)
        return in_daypart(whole(told), phrase) if told else None
    if setting.anchor is None:
        return Sense(TimexType.TIME, REFS[off])
    if not phrase.has("shift") and phrase.scan.kind(phrase.first - 1) == letters()["THE"]:
        return None
    day = step(setting.anchor, "day", off)
    if day is None:
        return None
    return Sense(TimexType.TIME, f"{day.isoformat()}T{says}", a_day(day) if phrase.has("shift") else None)


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
        off = -behind if setting.lean(phrase) < 0 else (7 - behind) % 7
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
    saturday = a_weekend(setting.anchor).start
    shift, runs = shift_of(phrase), setting.anchor.weekday() >= 5
    named = phrase.has("shift") and shift != 0
    if not named and not runs and setting.lean(phrase) <= 0 - phrase.has("shift"):
        shift = -1
    day = saturday and step(saturday, "week", shift)
    return whole(a_weekend(day)) if day else None
