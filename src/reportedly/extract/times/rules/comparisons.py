"""Reads periods told from the one before: "the year-earlier quarter", "the latest period"."""

from datetime import date

from reportedly.extract.times.row.grammar import Phrase
from reportedly.extract.times.row.scan import entry_of, letters, letters_of
from reportedly.extract.times.sense.counts import unit_of, year_of
from reportedly.extract.times.sense.days import a_year, around, step
from reportedly.extract.times.sense.setting import Sense, Setting, date_ref, whole
from reportedly.model import Granularity, Period, TimexType


def year_ago(setting: Setting, *, earlier: bool = False) -> Sense:
    """Read ``a year ago``: the quarter told, a year back, else the year before."""
    told = setting.focus()
    if told and told.granularity is Granularity.YEAR and earlier and _over(told, setting):
        return whole(year_before(told))
    if told and told.granularity is Granularity.QUARTER and _recent(told, setting):
        return whole(year_before(told))
    if setting.anchor is None:
        return date_ref("PAST_REF")
    year = year_before(a_year(setting.anchor.year))
    return Sense(
        TimexType.DATE, whole(year).value, Period(year.start, year.end, year.granularity, approximate=True)
    )


def earlier(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``the year-earlier quarter``: the last quarter told, a year back."""
    if unit_of(phrase) != "year":
        return None
    if not phrase.has("what"):
        return year_ago(setting)
    told = setting.focus(Granularity.QUARTER, Granularity.HALF)
    if told is None or not _recent(told, setting):
        told = _last_quarter(setting)
    return whole(year_before(told)) if told else date_ref("PAST_REF")


def _over(period: Period, setting: Setting) -> bool:
    """Say whether a period lies before the day of the text."""
    return period.end is not None and (setting.anchor is None or period.end <= setting.anchor)


def _recent(period: Period, setting: Setting) -> bool:
    """Say whether a period began within the last eleven months."""
    if setting.anchor is None or period.start is None:
        return False
    return 0 <= (setting.anchor - period.start).days < 330


def year_before(period: Period) -> Period:
    """Return the same quarter, month, half or year of the year before."""
    start = period.start and step(period.start, "year", -1)
    end = period.end and step(period.end, "year", -1)
    return Period(start, end, period.granularity, period.approximate)


def _last_quarter(setting: Setting) -> Period | None:
    """Return the last quarter that is over."""
    if setting.anchor is None:
        return None
    day = step(setting.anchor, "month", -3)
    return around(day, "quarter") if day else None


def focus(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``the quarter``, ``the latest period``, ``the fiscal year``."""
    what = phrase.words("what")[0]
    if phrase.scan.word(phrase.end) in {"-", "to"} and phrase.scan.word(phrase.end + 1) in {"to", "quarter"}:
        return None
    ends = phrase.scan.kind(phrase.end) == letters()["ENDING"]
    if what == "year" and (ends or len(phrase.words("what")) == phrase.end - phrase.first - 1):
        return Sense(TimexType.DURATION, "P1Y") if ends else None
    if what == "year":
        return whole(around(setting.anchor, "year")) if setting.anchor else date_ref("PRESENT_REF")
    if what not in {"quarter", "period"}:
        return None
    told = setting.focus(Granularity.QUARTER) or (_ended(phrase, setting) if ends else None)
    latest = phrase.scan.kind(phrase.first + 1) == letters()["LATEST"]
    if told is None or (latest and setting.anchor and told.end and told.end > setting.anchor):
        told = _last_quarter(setting)
    return whole(told) if told else date_ref("PAST_REF")


def _ended(phrase: Phrase, setting: Setting) -> Period | None:
    """Return the quarter of "the quarter ended Sept. 30": the one that its middle month lies in.

    A company's quarter to the end of July began in May, so most of it is the
    calendar's second.
    """
    scan, letter = phrase.scan, letters()
    at = next(
        (
            i
            for i in range(phrase.end + 1, phrase.end + 4)
            if scan.kind(i) in letters_of("MONTH", "MONTH_SHORT")
        ),
        None,
    )
    entry = entry_of(scan.word(at).rstrip(".")) if at is not None else None
    if at is None or entry is None:
        return None
    month = int(entry.says)
    near = (i for i in range(at + 1, at + 5) if scan.kind(i) == letter["YEAR"])
    year = next((int(scan.word(i)) for i in near), None)
    if year is None and setting.anchor is not None:
        year = setting.anchor.year - (month > setting.anchor.month)
    middle = step(date(year, month, 1), "month", -1) if year else None
    return around(middle, "quarter") if middle else None


def year_period(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``the 1989 period``, ``the 1988 quarter``: the last period told, in that year."""
    year = year_of(phrase)
    told = setting.focus(Granularity.QUARTER, Granularity.HALF)
    if year is None or not 1900 <= year <= 2100:
        return None
    if told is None or told.start is None:
        return whole(a_year(year))
    start, end = (day and step(day, "year", year - told.start.year) for day in (told.start, told.end))
    return whole(Period(start, end, told.granularity))
