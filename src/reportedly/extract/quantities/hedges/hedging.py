"""Applies the hedges round an amount: each may only widen what the number says."""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from reportedly.extract.quantities.numbers.amount import Amount
from reportedly.extract.quantities.text.phrases import Phrases, phrase_table
from reportedly.extract.quantities.text.words import Words
from reportedly.lexicon import Hedge, load_hedges
from reportedly.model import Bound

_FLOOR = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
_CEILING = frozenset({Bound.AT_MOST, Bound.LESS_THAN})
_NESTED = 4
# Hedges that a hyphen may tie to their number.
_TIED = frozenset({"plus", "odd", "or"})
_TURNED = {
    Bound.MORE_THAN: Bound.AT_MOST,
    Bound.LESS_THAN: Bound.AT_LEAST,
    Bound.AT_LEAST: Bound.LESS_THAN,
    Bound.AT_MOST: Bound.MORE_THAN,
}
# What may stand between "not" and a comparative ("has not yet been more than 40").
_LINKS = frozenset({"to", "yet", "ever", "have", "has", "had", "be", "been", "is", "was"})
_SLIGHT = ("just", "slightly", "a little", "well", "far", "up to", "at ", "as ")
# A hedge that may stand between a number and its noun.
_BEFORE_A_NOUN = frozenset({"or more", "or so", "or fewer", "or less", "odd", "plus", "+", "additional"})
# Behind these, "over" or "under" is a preposition of place or time.
_NOT_HEDGE = {"over": frozenset({"spread", "all", "took", "take", "taken", "place"}), "plus": frozenset()}


@dataclass(frozen=True, slots=True)
class Reading:
    """An interval with its bound, and the words ``[first, last)`` that give it."""

    first: int
    last: int
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    approximate: bool
    increment: bool


def read_hedges(words: Words, amount: Amount, floor: int, behind: int) -> Reading:
    """Return the amount's interval after every hedge before and behind it.

    ``behind`` is the word behind the counted noun, where a trailing hedge
    may stand too ("40 people or more").
    """
    low = None if amount.unknown else amount.low
    reading = Reading(
        amount.first,
        amount.last,
        low,
        amount.high,
        amount.bound,
        approximate=False,
        increment=amount.increment,
    )
    for at in (_tied_hedge(words, amount.last), behind):
        found = _after_table().after(words, at)
        if found is not None and _trails(words, found[0], found[1], at):
            reading = _widen(reading, found[0], reading.first, max(reading.last, found[1]))
            break
    return _leading(words, reading, floor)


def _tied_hedge(words: Words, at: int) -> int:
    """Step over the hyphen of "20-plus", "40-odd"."""
    tied = words.low(at) in {"-", "‐", "‑"} and words.at(at).glued and words.at(at + 1).glued
    return at + 1 if tied and words.low(at + 1) in _TIED else at


def trail_end(words: Words, at: int) -> int:
    """Return the end of a hedge right behind a number ("20 or more fighters", "20-odd")."""
    at = _tied_hedge(words, at)
    found = _after_table().after(words, at)
    leads_on = found is not None and found[0].words in _BEFORE_A_NOUN
    return found[1] if found is not None and leads_on and _trails(words, found[0], found[1], at) else at


def _leading(words: Words, reading: Reading, floor: int) -> Reading:
    for _ in range(_NESTED):
        first = reading.first
        if reading.bound is Bound.RANGE and words.low(first - 3) == "from" and words.low(first - 2) == "up":
            return reading
        found = _before_table().before(words, first)
        if found is None or found[1] < floor:
            skipped = _article(words, first, floor)
            found = _before_table().before(words, skipped) if skipped != first else None
            if found is None or found[1] < floor:
                return reading
        hedge, start = _turned(words, *found, floor)
        if _no_hedge(words, reading.first, hedge, start):
            return reading
        reading = _widen(reading, hedge, start, reading.last)
    return reading


def _no_hedge(words: Words, first: int, hedge: Hedge, start: int) -> bool:
    """Are they words that only look like a hedge ("spread over 40 miles", "some one of")?"""
    one_of = words.low(first) == "one" and words.low(first + 1) == "of" and " " not in hedge.words
    return one_of or words.low(start - 1) in _NOT_HEDGE.get(hedge.words, ())


def _turned(words: Words, hedge: Hedge, start: int, floor: int) -> tuple[Hedge, int]:
    """Turn a comparative round behind a negation ("never more than 40", "did not exceed 30")."""
    at = start
    while words.low(at - 1) in _LINKS and start - at < len(_TURNED):
        at -= 1
    denied = words.low(at - 1) in load_hedges().negations and at > floor
    if words.low(at - 1) in {"no", "nothing"}:
        denied = denied and at == start and hedge.words.endswith(" than")
    if not denied or hedge.approximate or hedge.bound not in _TURNED or hedge.words.startswith(_SLIGHT):
        return hedge, start
    return replace(hedge, bound=_TURNED[hedge.bound]), at - 1


def _article(words: Words, first: int, floor: int) -> int:
    """Step over "a" or "between" from number to hedge ("over a million", "at least between 3 and 4")."""
    return first - 1 if words.low(first - 1) in {"a", "an", "between"} and first - 1 >= floor else first


def _trails(words: Words, hedge: Hedge, last: int, at: int) -> bool:
    """Is it a hedge behind its number, and not the start of something else?"""
    if hedge.words == "plus":
        return words.at(last).letters and words.low(last) not in {"a", "an", "the", "another"}
    if hedge.words == "+":
        return words.at(at).glued
    if hedge.words == "at least":
        return not (
            words.at(last).digits or words.low(last) in {"one", "two", "three", "some", "a", "another"}
        )
    if hedge.words in {"more", "others", "odd", "additional"}:
        return words.low(last) not in {"than", "or"}
    return hedge.words != "at most" or not words.at(last).digits


def _widen(reading: Reading, hedge: Hedge, first: int, last: int) -> Reading:
    """Return the reading opened by one more hedge; it never grows narrower."""
    low, high, bound = reading.low, reading.high, reading.bound
    if bound is Bound.VAGUE or (bound is Bound.RANGE and hedge.words.startswith("starting")):
        pass
    elif hedge.bound in _FLOOR and low is not None:
        high, bound = None, hedge.bound if bound not in _FLOOR else bound
    elif hedge.bound in _CEILING and high is not None:
        low, bound = None, hedge.bound if bound not in _CEILING else bound
    elif hedge.bound is Bound.ABOUT and bound is Bound.EXACT:
        bound = Bound.ABOUT
    blurred = reading.approximate or hedge.approximate
    return Reading(first, last, low, high, bound, blurred, reading.increment or hedge.increment)


@cache
def _before_table() -> Phrases[Hedge]:
    return phrase_table((h.words, h) for h in load_hedges().before)


@cache
def _after_table() -> Phrases[Hedge]:
    return phrase_table((h.words, h) for h in load_hedges().after)
