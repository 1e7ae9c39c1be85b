"""Tells numbers that are no figure: dates, clock times, ages, names, scores."""

from functools import cache

from reportedly.extract.quantities.numbers.amount import Amount
from reportedly.extract.quantities.text.phrases import Phrases, phrase_table
from reportedly.extract.quantities.text.words import Words
from reportedly.lexicon import load_not_figures, load_nouns
from reportedly.model import Bound, Measure

from .calendars import time_measure
from .giveaways import cue_after, cue_before
from .names import name_measure

_TIES = frozenset({"-", "–", "/", "."})
_DASHES = frozenset({"-", "–", "—"})


def measure_of(words: Words, amount: Amount) -> Measure | None:
    """Return what sort of non-figure an amount is, or nothing if it is one."""
    return (
        _magnitude(words, amount)
        or time_measure(words, amount)
        or _score(words, amount)
        or name_measure(words, amount)
        or _marker(words, amount)
    )


def _magnitude(words: Words, amount: Amount) -> Measure | None:
    """Is it the strength of an earthquake ("magnitude 6.4")?"""
    told = not amount.measured and Measure.PHYSICAL in cue_before(words, amount.first)[0]
    return Measure.PHYSICAL if told else None


def clock_end(words: Words, at: int) -> int | None:
    """Return the end of "9:30", "17:22:05", if it starts at a word."""
    last = at
    while words.at(last).digits and words.at(last + 1).text == ":" and words.at(last + 1).glued:
        if not (words.at(last + 2).digits and words.at(last + 2).glued):
            break
        last += 2
    return last + 1 if last > at else None


def dead_end(words: Words, at: int) -> int | None:
    """Return the end of a phrase that only looks like a number, if the word lies in one."""
    for first in range(max(0, at - 4), at + 1):
        found = _phrases().after(words, first)
        if found is not None and found[1] > at:
            return found[1]
    return None


def serial_end(words: Words, at: int) -> int | None:
    """Return the end of three or more numbers tied together: a serial, a date."""
    last, count = at + 1, 1
    while words.at(at).digits and words.at(last).text in _TIES and words.at(last).glued:
        if not (words.at(last + 1).digits and words.at(last + 1).glued):
            break
        last, count = last + 2, count + 1
    dotted = words.low(at + 1) == "." and "." in words[at].text
    return last if count > (1 if dotted else 2) else None


def idiom_end(words: Words, at: int) -> int | None:
    """Return the end of an idiom round "one" or "two", if the word lies in one."""
    for first in range(max(0, at - 2), at + 1):
        found = _idioms().after(words, first)
        if found is not None and found[1] > at and _closed(words, found[1]):
            return found[1]
    return None


def _closed(words: Words, at: int) -> bool:
    """Is no noun there that the number could count?"""
    after = words.at(at)
    table = load_nouns()
    return not after.letters or (after.low != "of" and (after.low in table.stops or after.low in table.verbs))


def _marker(words: Words, amount: Amount) -> Measure | None:
    """Is it the number of a list's item, "1)"?"""
    closed = words.low(amount.last) == ")" and amount.plain and amount.low < 30
    opened = any(words.low(i) == "(" for i in range(amount.first - 6, amount.first))
    return Measure.OTHER if closed and not opened else None


def _score(words: Words, amount: Amount) -> Measure | None:
    """Read "3-1", "9-2 lead", "5 to 4" after a vote."""
    at = amount.number_last
    dash = words.low(at) in _DASHES and words.at(at).glued and words.at(at + 1).glued
    other = words.at(at + 1).text
    whole = amount.plain and other.isdecimal() and (amount.low < 200 or 9 < int(other) < amount.low < 1000)
    if dash and whole and amount.bound is not Bound.RANGE:
        return Measure.SCORE
    if words.low(amount.first - 1) in _DASHES and words.at(amount.first).glued and amount.plain:
        return (
            Measure.SCORE if words.at(amount.first - 2).digits and words.at(amount.first - 1).glued else None
        )
    if amount.bound is not Bound.RANGE or amount.measured:
        return None
    led = Measure.SCORE in cue_before(words, amount.first)[0] and not words.at(amount.last).letters
    return Measure.SCORE if led or cue_after(words, amount.last, Measure.SCORE) else None


@cache
def _phrases() -> Phrases[None]:
    return phrase_table((phrase, None) for phrase in load_not_figures().phrases)


@cache
def _idioms() -> Phrases[None]:
    return phrase_table((phrase, None) for phrase in load_not_figures().idioms)
