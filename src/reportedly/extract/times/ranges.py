"""Joins times that belong together: "from X to Y", "since X", "9 a.m. Tuesday"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from reportedly.model import Granularity, Period, TimexType

from .readers import READERS
from .row.scan import listed
from .sense.setting import Sense, Setting, Told

_OPEN = {
    "since": "since",
    "until": "until",
    "till": "until",
    "through": "until",
    "by": "by",
    "before": "before",
    "after": "after",
}
_LINKS = {"to", "until", "till", "through", "and", "-", "–"}
_YEARLY = frozenset({"day", "month", "season", "quarter", "weekday", "holiday"})


def join_hours(found: Iterable[Told]) -> Iterator[Told]:
    """Give an hour the day told beside it: one phrase where they touch."""
    held: Told | None = None
    for told in found:
        if held is None:
            held = told
            continue
        joined = _joined(held, told)
        if joined is None:
            yield held
        held = joined or told
    if held is not None:
        yield held


def _joined(one: Told, two: Told) -> Told | None:
    between = one.phrase.scan.word(one.end), one.end + 1 == two.first
    touching = one.end == two.first or (between[1] and between[0] in {",", "on"})
    day = two.sense.period
    if not touching or one.phrase.reader != "clock" or two.sense.type is not TimexType.DATE:
        return None
    if day is None or day.granularity is not Granularity.DAY or day.start is None:
        return None
    hour = one.sense.value.partition("T")[2]
    sense = Sense(TimexType.TIME, f"{day.start.isoformat()}T{hour}", day)
    return Told(two.phrase, sense, one.first, two.end)


def with_cues(found: Iterable[Told], setting: Setting) -> Iterator[Told]:
    """Open or close the side that the word before a time says."""
    held: Told | None = None
    for told in found:
        if held is None:
            held = told
            continue
        pair = _range(held, told, setting)
        if pair is None:
            yield _opened(held)
            held = told
        else:
            yield from pair
            held = None
    if held is not None:
        yield _opened(held)


def _opened(told: Told) -> Told:
    period, cue = told.sense.period, _cue(told)
    if (
        told.cue
        or cue is None
        or told.phrase.reader == "days"
        or period is None
        or told.sense.type not in {TimexType.DATE, TimexType.TIME}
    ):
        return told
    start, end = period.start, period.end
    sides = {
        "since": (start, None),
        "from": (start, None),
        "before": (None, start),
        "after": (end, None),
        "as of": (start, end),
    }.get(cue, (None, end))
    if sides == (None, None):
        return told
    opened = Period(*sides, period.granularity, period.approximate)
    return replace(told, sense=replace(told.sense, period=opened), cue=cue)


def _cue(told: Told) -> str | None:
    """Return the word before a time that opens a side, past "at least" and the like."""
    scan, at = told.phrase.scan, told.first - 1
    if scan.word(at) in {"in", "on"} and scan.word(at - 1) in listed("opening"):
        return "from"
    while scan.word(at) in listed("hedging"):
        at -= 1
    word = scan.word(at)
    if word == "of" and scan.word(at - 1) == "as":
        return "as of"
    if word in listed("opening") or (word == "from" and scan.word(told.end) in listed("onward")):
        return "from"
    return _OPEN.get(word)


def _range(one: Told, two: Told, setting: Setting) -> tuple[Told, Told] | None:
    """Return two times that bound one range, each with the whole of it."""
    scan = one.phrase.scan
    link, opener = scan.word(one.end), scan.word(one.first - 1)
    if one.end + 1 != two.first or link not in _LINKS or (link == "and" and opener != "between"):
        return None
    if opener not in {"from", "between"} and one.phrase.reader != two.phrase.reader.removeprefix("listed_"):
        return None
    if one.sense.type is not TimexType.DATE or two.sense.type is not TimexType.DATE:
        return None
    one, two = _aligned(one, two, setting)
    first, last = one.sense.period, two.sense.period
    if first is None or last is None or first.start is None or last.end is None or first.start >= last.end:
        return None
    size = first.granularity if first.granularity is last.granularity else Granularity.SPAN
    period = Period(first.start, last.end, size, first.approximate or last.approximate)
    cue = opener if opener in {"from", "between"} else "from"
    return (
        replace(one, sense=replace(one.sense, period=period), cue=cue),
        replace(two, sense=replace(two.sense, period=period), cue="to" if link in {"-", "–"} else link),
    )


def _aligned(one: Told, two: Told, setting: Setting) -> tuple[Told, Told]:
    """Read the side without a year from the side that has one."""
    if setting.anchor is None and not (one.phrase.has("year") or two.phrase.has("year")):
        return one, two
    if two.phrase.has("year") and not one.phrase.has("year"):
        return _reread(one, two.sense.period, -1, setting), two
    if not two.phrase.has("year"):
        if two.phrase.reader == "weekday" and one.phrase.reader != "weekday":
            return one, two
        return one, _reread(two, one.sense.period, 1, setting)
    return one, two


def _reread(told: Told, beside: Period | None, lean: int, setting: Setting) -> Told:
    anchor: date | None = beside.start if beside else None
    if told.phrase.reader not in _YEARLY or told.phrase.has("shift") or anchor is None:
        return told
    sense = READERS[told.phrase.reader](told.phrase, Setting(anchor, setting.told, lambda _: lean))
    return replace(told, sense=sense) if sense else told
