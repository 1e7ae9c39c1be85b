"""Reads ranks: "first", "22nd", "twenty-fifth"; kept apart from counts."""

from reportedly.lexicon import load_numbers

from .words import Words

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


def read_ordinal(words: Words, at: int) -> tuple[int, int] | None:
    """Return the rank that starts at a word, and the index behind it."""
    value = load_numbers().ordinals.get(words.low(at))
    if value is None or words.low(at - 1) == "-":
        return None
    return int(value), at + 1


def read_spoken_rank(words: Words, at: int) -> tuple[int, int] | None:
    """Return a rank like "twenty-fifth" that starts at a word of tens."""
    tens = _TENS.get(words.low(at))
    i = at + 1 + (words.low(at + 1) == "-")
    value = load_numbers().ordinals.get(words.low(i))
    if tens is None or value is None or value >= 10:
        return None
    return tens + int(value), i + 1
