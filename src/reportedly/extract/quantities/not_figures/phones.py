"""Finds telephone numbers, which are no figures however their groups are cut."""

from reportedly.extract.quantities.text.words import Words
from reportedly.lexicon import load_not_figures

_TIES = frozenset({"-", "–", "(", ")", "."})
# An international number has at least so many digits.
_FEWEST = 8
_AREA, _EXCHANGE, _LINE = 3, 3, 4


def phone_end(words: Words, at: int) -> int | None:
    """Return the end of "+44 20 7946 0958" or "(202) 555-0143" if it starts at a word."""
    if words.at(at - 1).text == "+" and words.at(at).glued:
        return _international(words, at)
    if words.low(at - 1) == "(" and words.low(at + 1) == ")" and _has(words, at, _AREA):
        return _local(words, at + 2)
    called = any(words.low(i) in load_not_figures().calls for i in range(at - 3, at))
    zero = words.at(at + 2).text.startswith("0")
    return _local(words, at) if called or zero else None


def _international(words: Words, at: int) -> int | None:
    last, digits = at, 0
    while words.at(last).text.isdecimal() or (last > at and words.at(last).text in _TIES):
        digits += len(words.at(last).text) if words.at(last).digits else 0
        last += 1
    while last > at and not words.at(last - 1).digits:
        last -= 1
    return last if digits >= _FEWEST else None


def _local(words: Words, at: int) -> int | None:
    """Return the end of "555-0143"."""
    tied = words.low(at + 1) == "-" and words.at(at + 1).glued and words.at(at + 2).glued
    return at + 3 if tied and _has(words, at, _EXCHANGE) and _has(words, at + 2, _LINE) else None


def _has(words: Words, at: int, digits: int) -> bool:
    text = words.at(at).text
    return len(text) == digits and text.isdecimal()
