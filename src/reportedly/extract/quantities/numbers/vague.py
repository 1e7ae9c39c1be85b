"""Reads amounts that name no number: "dozens", "tens of thousands", "several hundred"."""

from dataclasses import replace
from decimal import Decimal
from functools import cache

from reportedly.extract.quantities.text.phrases import Phrases, phrase_table
from reportedly.extract.quantities.text.words import Words
from reportedly.lexicon import VagueAmount, load_numbers
from reportedly.model import Bound

from .amount import Amount


def read_vague(words: Words, at: int) -> Amount | None:
    """Return the vague amount that starts at a word, or nothing."""
    return _stepped(words, at) or _magnitudes(words, at) or _small(words, at)


@cache
def vague_starters() -> frozenset[str]:
    """Return the words that a vague amount may start with."""
    return frozenset({*load_numbers().magnitudes, *_vague_phrases().by_first})


@cache
def _vague_phrases() -> Phrases[VagueAmount]:
    table = load_numbers()
    whole = [(v.words, v) for v in table.vague]
    # "a couple of hundred" and "a couple hundred"; the bare "few hundred" of "the last few hundred"
    short = [(v.words.removesuffix(" of"), v) for v in table.vague if v.words.endswith(" of")]
    return phrase_table([*whole, *short, *((v.words[2:], v) for v in table.vague if v.words == "a few")])


def _stepped(words: Words, at: int) -> Amount | None:
    """Read "hundreds, if not thousands, of men", "dozens or even hundreds of men" as one."""
    table = load_numbers().magnitudes
    lower = table.get(words.low(at))
    step = _steps().after(words, at + 1)
    upper = table.get(words.low(step[1])) if step is not None else None
    if lower is None or step is None or upper is None or upper.one <= lower.one:
        return None
    last = step[1] + 1
    if words.low(last) == "of" and words.low(last + 1) in table:
        return None
    last += words.low(at + 1) == "," and words.low(last) == "," and words.low(last + 1) == "of"
    return _vague(at, last, lower.low, upper.high)


@cache
def _steps() -> Phrases[None]:
    return phrase_table((step, None) for step in load_numbers().steps)


def _magnitudes(words: Words, at: int) -> Amount | None:
    table = load_numbers().magnitudes
    first = table.get(words.low(at))
    if first is None or (words.low(at) == "scores" and words.at(at + 1).digits):
        return None
    if words.low(at + 1) in {"or", "to"} and words.low(at + 3) == "of":
        upper, of = table.get(words.low(at + 2)), table.get(words.low(at + 4))
        if upper is not None and of is not None:
            return _vague(at, at + 5, 2 * first.one * of.one, 10 * upper.one * of.one - 1)
    second = table.get(words.low(at + 2)) if words.low(at + 1) == "of" else None
    if second is None:
        return _vague(at, at + 1, first.low, first.high)
    one = first.one * second.one
    third = table.get(words.low(at + 4)) if words.low(at + 3) == "of" else None
    if third is not None:
        one *= third.one
    return _vague(at, at + (3 if third is None else 5), 2 * one, 10 * one - 1)


def _small(words: Words, at: int) -> Amount | None:
    found = _vague_phrases().after(words, at)
    if found is None:
        return None
    amount, last = found
    numbers = load_numbers()
    size, after = Decimal(1), last
    while amount.scales and words.low(after) in {**numbers.scales, **numbers.groups}:
        size *= {**numbers.scales, **numbers.groups}[words.low(after)]
        after += 1
    if size == 1 and not (words.at(last).letters and _whole(words, at, amount)):
        return None
    if amount.low is None:
        return replace(_vague(at, after, Decimal(0), None), unknown=True)
    high = amount.high * size if amount.high is not None else None
    return _vague(at, after, amount.low * size, high)


def _whole(words: Words, at: int, amount: VagueAmount) -> bool:
    """Was the phrase given in full? ("few" alone is no amount.)"""
    return words.low(at) == amount.words.split()[0] and words.at(at - 1).low != "quite"


def _vague(first: int, last: int, low: Decimal, high: Decimal | None) -> Amount:
    band = (low, high) if high is not None else None
    return Amount(first, last, last, low, None, bound=Bound.VAGUE, band=band, spoken=True)
