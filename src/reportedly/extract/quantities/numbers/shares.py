"""Reads parts of a whole: "two-thirds of", "one in five", "half the condos"."""

from decimal import Decimal

from reportedly.extract.quantities.text.words import Words
from reportedly.lexicon import load_numbers, load_units
from reportedly.model import Measure

from .amount import Amount
from .numerals import Numeral, read_numeral

_TIMES = frozenset(
    word
    for word in ("second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "quarter")
)
# "Four out of ten" is a share; "7 out of 20 cases" are two counts.
_ROUND = frozenset(Decimal(n) for n in (2, 3, 4, 5, 10, 100, 1000))
_OPENERS = frozenset({"of", "the", "a", "an", "its", "their", "his", "her", "our", "all", "those", "these"})


def read_share(words: Words, at: int, numeral: Numeral | None) -> Amount | None:
    """Return the part of a whole that starts at a word and the number read there, or nothing."""
    return _ratio(words, numeral) or _half(words, at) or _fraction(words, at)


def _ratio(words: Words, part: Numeral | None) -> Amount | None:
    """Read "one in five", "4 out of 10" from the first number on."""
    if part is None or part.value != int(part.value):
        return None
    i = part.last
    if words.low(i) == "out" and words.low(i + 1) == "of":
        i += 2
    elif words.low(i) == "in" and words.low(i + 1) != "every":
        i += 1
    elif words.low(i) == "in":
        i += 2
    else:
        return None
    whole = read_numeral(words, i)
    if whole is None or not 0 < part.value < whole.value or _timed(words, whole):
        return None
    if words.low(part.last) == "out" and whole.value not in _ROUND:
        return None
    if words.low(part.last) == "in" and (whole.value > 1000 or part.spoken != whole.spoken):
        return None
    return _share(part.first, whole.last, part.value / whole.value)


def _timed(words: Words, whole: Numeral) -> bool:
    """Is a unit next, as in "two in 10 days" or "one in 24 hours"?"""
    i = whole.last + (words.low(whole.last) == "-")
    low = words.low(i).removesuffix("s")
    return low in _TIMES or low in load_units().rates or words.low(i) in {"%", "percent", ","}


def _half(words: Words, at: int) -> Amount | None:
    if words.low(at) != "half" or words.low(at - 1) in {"second", "first", "other", "the", "a", "latter"}:
        return None
    if words.low(at + 1) not in _OPENERS or words.low(at + 1) in {"a", "an"}:
        return None
    if words.low(at + 1) == "of" and words.at(at + 2).digits:
        return None
    return _share(at, at + 1, Decimal("0.5"))


def read_part(words: Words, at: int) -> Amount | None:
    """Read "half an hour", "half a mile", "a quarter mile" up to the unit's name."""
    i = at + (words.low(at) in {"a", "an"})
    value = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}.get(words.low(i))
    article = words.low(i + 1) in {"a", "an"}
    tied = words.low(i + 1) == "-"
    if value is None or (i == at and not article and not tied) or (i > at and article):
        return None
    last = i + 1 + (article or tied)
    return Amount(at, i + 1, last, value, value, spoken=True)


def _fraction(words: Words, at: int) -> Amount | None:
    """Read "a quarter of", "two-thirds", "one-fifth of"."""
    table = load_numbers()
    low = words.low(at)
    top = Decimal(1) if low in {"a", "an"} else table.cardinals.get(low)
    if top is None:
        return None
    i = at + 1 + (words.low(at + 1) == "-")
    word = words.low(i)
    many = word.endswith("s") and word[:-1] in table.fractions
    bottom = table.fractions.get(word[:-1] if many else "half" if word == "halves" else word)
    if bottom is None or top >= bottom or many != (top > 1):
        return None
    of = words.low(i + 1) == "of"
    if of and words.low(i + 2) in {"a", "an"} and words.low(i + 3) in table.scales:
        return None
    if not of and (top == 1 or bottom == 4):
        return None
    return _share(at, i + 1, top / bottom)


def _share(first: int, last: int, value: Decimal) -> Amount:
    return Amount(first, last, last, value, value, measure=Measure.SHARE, spoken=True)
