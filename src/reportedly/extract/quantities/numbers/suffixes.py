"""Says what a letter behind digits multiplies by ("40k", "$4.8m", "2m-tonne")."""

from decimal import Decimal
from functools import cache

from reportedly.extract.quantities.text.words import Words
from reportedly.lexicon import load_currencies, load_numbers

_FAR = 4


def suffix_value(words: Words, at: int, *, money: bool) -> Decimal:
    """Return what a glued or trailing sign multiplies by, or one."""
    word = words.at(at)
    suffix = load_numbers().suffixes.get(word.low)
    if suffix is None or word.text[1:].isupper():
        return Decimal(1)
    money = money or words.at(at + 1).text in _codes()
    if not word.glued and (len(word.low) == 1 or word.low == "mil") and not money:
        return Decimal(1)
    if suffix.money and not (money or word.text == "M" or _counts_ahead(words, at + 1)):
        return Decimal(1)
    return suffix.value


def plural_ahead(words: Words, at: int) -> bool:
    """Is a plural noun among the next few words?"""
    for i in range(at, at + _FAR):
        word = words.at(i)
        if not word.letters:
            return False
        if word.low in {"people", "combined", "men", "women", "children"} or (
            word.low.endswith("s") and len(word.low) > 3 and word.low[-2] not in "sui"
        ):
            return True
    return False


def _counts_ahead(words: Words, at: int) -> bool:
    """Is it millions of a thing, and not metres ("2m barrels", "2m-tonne")?"""
    tied = words.low(at) == "-" and words.at(at).glued and words.at(at + 1).glued
    return words.low(at + 1) in load_numbers().tied if tied else plural_ahead(words, at)


@cache
def _codes() -> frozenset[str]:
    return frozenset(currency.code for currency in load_currencies().currencies)
