"""Reads ranks: "first", "22nd", "twenty-fifth"; kept apart from counts."""

from functools import cache

from reportedly.extract.quantities.text.words import Words
from reportedly.lexicon import load_numbers

_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}


@cache
def rank_starters() -> frozenset[str]:
    """Return the lower-case words that a rank may start with."""
    return frozenset({*_TENS, *load_numbers().ordinals})


def read_ordinal(words: Words, at: int) -> tuple[int, int] | None:
    """Return the rank that starts at a word, and the index behind it."""
    ordinals = load_numbers().ordinals
    value = ordinals.get(words.low(at))
    if value is not None and words.low(at - 1) != "-":
        return int(value), at + 1
    tens = _TENS.get(words.low(at))
    i = at + 1 + (words.low(at + 1) == "-")
    unit = ordinals.get(words.low(i)) if tens is not None else None
    tied = words.at(i).glued or words.low(at - 1) == "the"
    return (tens + int(unit), i + 1) if tens and unit is not None and unit < 10 and tied else None
