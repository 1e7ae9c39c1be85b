"""Reads amounts that name one thing and open it: "a day or two", "an hour or so"."""

from dataclasses import replace
from decimal import Decimal

from reportedly.extract.quantities.numbers.amount import Amount
from reportedly.extract.quantities.text.words import Words
from reportedly.lexicon import load_nouns, load_numbers
from reportedly.model import Bound

from .beside import read_unit

_ARTICLES = frozenset({"a", "an", "another"})
_OPENED = frozenset({"so", "more", "less"})


def read_pair(words: Words, at: int) -> Amount | None:
    """Return "a day or two", "another ship or two", "a mile or so" at a word, or nothing."""
    if words.low(at) not in _ARTICLES or not words.at(at + 1).letters:
        return None
    more = words.low(at) == "another"
    one = read_unit(words, Amount(at, at + 1, at + 1, Decimal(1), Decimal(1), spoken=True, increment=more))
    if one.unit is None:
        one = _thing(words, at)
    if words.low(one.last) != "or":
        return None
    if words.low(one.last + 1) == "two" and not words.at(one.last + 2).digits:
        last = one.last + 2
        return replace(one, number_last=last, last=last, high=Decimal(2), bound=Bound.RANGE)
    return one if one.unit is not None and words.low(one.last + 1) in _OPENED else None


def _thing(words: Words, at: int) -> Amount:
    noun = words.at(at + 1)
    table = load_numbers()
    sets = (load_nouns().stops, load_nouns().idle, table.scales, table.groups)
    known = any(noun.low in words_known for words_known in sets)
    unit = None if known else noun.low
    last = at + 1 if known else at + 2
    more = words.low(at) == "another"
    return Amount(at, last, last, Decimal(1), Decimal(1), unit_name=unit, spoken=True, increment=more)
