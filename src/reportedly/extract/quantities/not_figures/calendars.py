"""Tells dates, clock times and ages from figures."""

from reportedly.extract.quantities.numbers.amount import Amount
from reportedly.extract.quantities.text.plurals import is_plural
from reportedly.extract.quantities.text.words import Words
from reportedly.lexicon import load_not_figures
from reportedly.model import Bound, Measure

from .giveaways import counts, cue_after, cue_before

_DASHES = frozenset({"-", "–", "—"})
_OLDEST = 110
_OWNERS = frozenset({"his", "her", "their", "my", "our", "your"})


def time_measure(words: Words, amount: Amount) -> Measure | None:
    """Return age, clock, year or day of a month, or nothing if it is none."""
    return _age(words, amount) or _clock(words, amount) or _calendar(words, amount)


def _age(words: Words, amount: Amount) -> Measure | None:
    at = amount.number_last
    at += words.low(at) == "-"
    if cue_after(words, at, Measure.AGE) or cue_after(words, amount.number_last, Measure.AGE):
        return Measure.AGE
    if amount.measured:
        return None
    if Measure.AGE in cue_before(words, amount.first)[0] or _is_a_decade_of_life(words, amount):
        return Measure.AGE
    after = words.low(amount.last)
    if amount.plain and amount.low < _OLDEST and _is_said_of_a_person(words, amount):
        return Measure.AGE
    commas = words.low(amount.first - 1) == "," and after in {",", "."}
    someone = words.at(amount.first - 2).capital or words.low(amount.first - 3) in {"a", "an", "the"}
    apposed = commas and someone
    return Measure.AGE if apposed and amount.plain and 0 < amount.low < _OLDEST else None


def _is_a_decade_of_life(words: Words, amount: Amount) -> bool:
    """Is it "in his 40s", "the over-65s"?"""
    mark = words.at(amount.number_last)
    plural = amount.plain and mark.low == "s" and mark.glued and amount.low < _OLDEST
    tied = words.low(amount.first - 1) == "-" and words.low(amount.first - 2) in {"over", "under"}
    owner = any(words.low(amount.first - back) in _OWNERS for back in (1, 2))
    return plural and (tied or owner)


def _is_said_of_a_person(words: Words, amount: Amount) -> bool:
    """Is it "he will be 35 by", "who was 10."?"""
    several = words.low(amount.first - 3) in {"the", "of"}  # "put the dead at 73"
    if (
        words.low(amount.first - 1) == "at"
        and words.low(amount.first - 2) in {"died", "dies", "dead"}
        and not several
    ):
        return not words.at(amount.last).letters or words.low(amount.last) in {"in", "on", "after", "from"}
    if words.low(amount.first - 1) not in {"is", "was", "be", "turns"}:
        return False
    named = {words.low(amount.first - 2), words.low(amount.first - 3)} & {"he", "she", "who"}
    after = words.at(amount.last)
    return bool(named) and (not after.letters or after.low in {"by", "when", "and", "at", "but"})


def _clock(words: Words, amount: Amount) -> Measure | None:
    at = amount.number_last
    if amount.currency is None and cue_after(words, at, Measure.CLOCK):
        return Measure.CLOCK
    return None


def _calendar(words: Words, amount: Amount) -> Measure | None:
    """Read years, decades and days of a month."""
    if _decade(words, amount) or _season_end(words, amount):
        return Measure.YEAR
    if amount.measured or not (amount.plain or amount.bound is Bound.RANGE):
        return None
    months = load_not_figures().months
    dotted = words.low(amount.first - 1) == "." and words.low(amount.first - 2) in months
    month = words.at(amount.first - 2 if dotted else amount.first - 1)
    before, after = month.low, words.low(amount.last)
    small = 0 < amount.low <= 31
    dated = words.low(amount.first - 2) in {"on", "since", "by", "until"}
    if before in months and (dated or month.capital or before not in {"may", "march", "mar"}):
        return Measure.OTHER if small else _as_year(amount)
    on = words.low(amount.first - 1) == "on"
    if small and after in months and (on or words.at(amount.last).capital):
        return Measure.OTHER
    if before == "," and words.low(amount.first - 3) in months:
        return _as_year(amount)
    return _year(words, amount)


def _decade(words: Words, amount: Amount) -> bool:
    """Is it "the 1970s", or "2018's" with a mark for the apostrophe?"""
    mark = words.at(amount.number_last)
    glued = mark.glued and mark.text in {"s", "′", "'", "’"}
    return glued and amount.plain and 1000 <= amount.low <= 2100 and len(words.at(amount.first).text) == 4


def _season_end(words: Words, amount: Amount) -> bool:
    """Is it the "15" of "2014-15"?"""
    first = words.at(amount.first - 2).text
    tied = words.at(amount.first - 1).text in _DASHES and words.at(amount.first).glued
    return tied and amount.plain and len(first) == 4 and first.startswith(("19", "20")) and amount.low < 100


def _as_year(amount: Amount) -> Measure | None:
    return Measure.YEAR if amount.plain and 1000 <= amount.low <= 2100 else None


def _year(words: Words, amount: Amount) -> Measure | None:
    number = words.at(amount.number_last - 1)
    short_end = amount.bound is Bound.RANGE or words.low(amount.last) in _DASHES
    if not (amount.plain and len(words.at(amount.first).text) == 4 and (number.digits or short_end)):
        return None
    if 1900 <= amount.low <= 2039:
        hedged = words.low(amount.first - 1) in {"about", "than", "around", "some", "nearly", "least", "over"}
        return None if hedged and is_plural(words.low(amount.last)) else Measure.YEAR
    if words.low(amount.first - 2) in {"dates", "dating", "dated"}:
        return _as_year(amount)
    near = 1000 <= amount.low <= 2100 and words.low(amount.first - 1) in load_not_figures().year_cues
    span = 1 if amount.bound is Bound.RANGE else 3
    return Measure.YEAR if near and not counts(words, amount.last, within=span) else None
