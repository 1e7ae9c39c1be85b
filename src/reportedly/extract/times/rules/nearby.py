"""Reads the period that runs, or lies beside it: "next week", "this year", "the past month"."""

from dataclasses import replace
from datetime import date

from reportedly.extract.times.row.grammar import Phrase
from reportedly.extract.times.row.scan import Scan, letters_of, listed
from reportedly.extract.times.sense.counts import unit_of
from reportedly.extract.times.sense.days import a_day, around
from reportedly.extract.times.sense.setting import REFS, Sense, Setting, beside, date_ref, whole, with_part
from reportedly.model import Granularity, Period

from .absolute import part
from .relative import told_day, window_of
from .weekdays import shift_of


def _titled(scan: Scan, first: int, end: int) -> bool:
    """Say whether every word is capitalised, as in a title ("This Week")."""
    words = [scan.raw(at) for at in range(first, end)]
    return len(words) > 1 and all(word[0].isupper() and not word.isupper() for word in words)


def near(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``next week``, ``this year``, ``early last month``."""
    unit, shift = unit_of(phrase), shift_of(phrase)
    if _titled(phrase.scan, phrase.first, phrase.end) or unit in {"minute", "hour", "millennium", ""}:
        return None
    if unit == "day":
        return _near_day(phrase, setting, shift)
    words = phrase.words("shift")
    rolling = words[0] == "the" or (len(words) > 1 and words[0] == "this")
    if rolling and shift and words[-1] not in listed("told") | {"next"}:
        return _rolling(unit, shift, setting)
    if words[-1] in listed("told") or (rolling and words[-1] == "next"):
        told = told_day(setting, unit)
        if told:
            return beside(told, unit, shift)
    if setting.anchor is None:
        return date_ref(REFS[shift])
    sense = beside(setting.anchor, "week" if unit == "fortnight" else unit, shift)
    if sense and shift == 0 and not phrase.has("part"):
        return _side_of_now(sense, phrase.scan.word(phrase.first - 1), setting.anchor)
    return with_part(sense, part(phrase)) if sense else None


def _side_of_now(sense: Sense, word: str, anchor: date) -> Sense:
    """Return what "earlier" and "later" leave of a running period: up to the anchor, or from it."""
    period = sense.period
    if period is None or word not in {"earlier", "later"}:
        return sense
    start, end = (period.start, a_day(anchor).end) if word == "earlier" else (anchor, period.end)
    return replace(sense, period=Period(start, end, Granularity.SPAN, approximate=True))


def running(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``for the year``, ``of the month``, ``earlier in the week``: the one that runs."""
    scan, unit = phrase.scan, unit_of(phrase)
    before, far = scan.word(phrase.first - 1), scan.word(phrase.first - 2)
    known = before in listed("running") or (before == "in" and far in {"earlier", "later"})
    closed = scan.kind(phrase.end) not in letters_of("LOWER", "ENDING", "HYPHEN")
    if (
        setting.anchor is None
        or unit not in {"year", "month", "week"}
        or scan.raw(phrase.end - 1)[0].isupper()
    ):
        return None
    if not known or not (closed or before == "in"):
        return None
    return _side_of_now(whole(around(setting.anchor, unit)), far, setting.anchor)


def _near_day(phrase: Phrase, setting: Setting, shift: int) -> Sense | None:
    told = told_day(setting, "day") or setting.anchor
    if "last" in phrase.words("shift") or shift == 0 or told is None:
        return None
    return beside(told, "day", shift)


def _rolling(unit: str, shift: int, setting: Setting) -> Sense | None:
    """Read ``the past year``: the last so many days up to the anchor."""
    return window_of(setting, unit, 1, shift)
