"""Reads hours of the day: "9 a.m. EST", "14:30 GMT", "noon", "4 in the morning"."""

import re

from reportedly.extract.times.row.grammar import Phrase
from reportedly.extract.times.row.scan import letters
from reportedly.extract.times.sense.counts import spelled_number
from reportedly.extract.times.sense.setting import Sense, Setting
from reportedly.model import Granularity, Period, TimexType


def clock(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read an hour: its days are those told beside it, its value TIMEX3's, from the day of the text."""
    hour = _hour(phrase)
    if hour is None:
        return None
    zone = phrase.said("zone", "ZONE")
    at = f"T{hour}{zone or ''}"
    told = _same_sentence(phrase, setting)
    if told and told.start:
        return Sense(TimexType.TIME, f"{told.start.isoformat()}{at}", told)
    if setting.anchor is None:
        return Sense(TimexType.TIME, f"XXXX-XX-XX{at}")
    return Sense(TimexType.TIME, f"{setting.anchor.isoformat()}{at}")


def _same_sentence(phrase: Phrase, setting: Setting) -> Period | None:
    """Return the day told before in the same sentence, if one was."""
    last = setting.told[-1] if setting.told else None
    if last is None or last.sense.period is None or last.sense.period.granularity is not Granularity.DAY:
        return None
    letter = letters()
    between = phrase.scan.row[last.end : phrase.first]
    return None if letter["DOT"] in between or letter["STOP"] in between else last.sense.period


def _hour(phrase: Phrase) -> str | None:
    point = phrase.said("at", "POINT")
    if isinstance(point, str):
        return point
    words = phrase.words("at")[0]
    digits = re.fullmatch(r"(\d{1,2})(?:[:.]?(\d\d))?(?::\d\d)?", words)
    hour = int(digits[1]) if digits else spelled_number((words,))
    if hour is None or not 0 <= hour <= 24:
        return None
    half = phrase.words("half")[:1]
    if half and not 1 <= hour <= 12:
        return None
    if half and half[0][0] == "a" and half[0] != "afternoon":
        hour %= 12
    elif half and half[0] not in {"morning", "dawn"}:
        hour = hour % 12 + 12
    minutes = digits[2] if digits and digits[2] else "00"
    return f"{hour:02d}:{minutes}" if int(minutes) < 60 else None
