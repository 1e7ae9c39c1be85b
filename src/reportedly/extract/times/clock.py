"""Reads hours of the day: "9 a.m. EST", "14:30 GMT", "noon", "4 in the morning"."""

import re

from reportedly.model import TimexType

from .counts import spelled_number
from .days import a_day
from .grammar import Phrase
from .sense import Sense, Setting


def clock(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read an hour; its day is the one told beside it, else the day of the text."""
    hour = _hour(phrase)
    if hour is None:
        return None
    zone = phrase.said("zone", "ZONE")
    at = f"T{hour}{zone or ''}"
    if setting.anchor is None:
        return Sense(TimexType.TIME, f"XXXX-XX-XX{at}")
    return Sense(TimexType.TIME, f"{setting.anchor.isoformat()}{at}", a_day(setting.anchor))


def _hour(phrase: Phrase) -> str | None:
    point = phrase.said("at", "POINT")
    if isinstance(point, str):
        return point
    words = phrase.words("at")[0]
    digits = re.fullmatch(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?", words)
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
