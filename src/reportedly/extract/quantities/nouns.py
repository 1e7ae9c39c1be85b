"""Finds the counted noun in the words behind a number, by a light rule."""

from dataclasses import dataclass

from reportedly.lexicon import load_nouns
from reportedly.model import Bound, Measure

from .amount import Amount
from .plurals import is_plural, singular
from .words import Words

# A noun phrase has at most this many words.
_LONGEST = 7
_SKIPPED = frozenset(
    {"of", "more", "other", "others", "or", "so", "odd", "plus", "additional", "further", "extra"}
)
_DETERMINERS = frozenset(
    """the a an its their his her our my your these those this that all other 's another
    most best""".split()
)


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun phrase at words ``[first, last)`` and its unit."""

    first: int
    last: int
    unit: str


def counted_noun(words: Words, amount: Amount, at: int) -> Noun | None:
    """Return the noun phrase that a number counts, read from the words behind."""
    one = amount.high == 1 and amount.bound is Bound.EXACT
    start = _start(words, amount, at)
    if start is None:
        return None
    return _implied_people(words, start) or _phrase(words, start, one=one and start == at)


def toll(words: Words, amount: Amount, at: int) -> str | None:
    """Return "person" where a verb of harm leaves the noun unsaid ("killed 12")."""
    harms = load_nouns().harms
    before = words.low(amount.first - 1)
    plain = amount.measure is Measure.COUNT and not words.at(at).digits
    return "person" if before in harms and plain else None


def _start(words: Words, amount: Amount, at: int) -> int | None:
    """Step over "of the", "more", "other" to where the noun must open."""
    i = at
    if amount.bound is Bound.VAGUE or amount.scale == 12:
        i += words.low(i) == "more"
    if words.low(i) == "of":
        i += 1
        while words.low(i) in _DETERMINERS:
            i += 1
        return i
    if words.low(i) == "more" and words.at(i + 1).letters:
        i += 1
    return i


def _implied_people(words: Words, at: int) -> Noun | None:
    """Read "12 were killed", "300 wounded", "5 others had been hurt" as people."""
    sufferers = load_nouns().sufferers
    i = at
    if words.low(i) in {"others", "more"}:
        i += 1
    auxiliary = i
    while words.low(auxiliary) in {
        "were",
        "was",
        "are",
        "is",
        "have",
        "has",
        "had",
        "been",
        "being",
        "reported",
        "also",
        "feared",
    }:
        auxiliary += 1
    if words.low(auxiliary) not in sufferers:
        return None
    direct = auxiliary == i
    if direct and (words.at(i + 1).letters and is_plural(words.low(i + 1))):
        return None
    return Noun(i, i, "person")


def _phrase(words: Words, start: int, *, one: bool) -> Noun | None:
    last = _extent(words, start, one=one)
    if last is None or last == start:
        return None
    parts = []
    for i in range(start, last - 1):
        parts.append(words[i].low)
        if not words.at(i + 1).glued:
            parts.append(" ")
    head = singular(words[last - 1].low)
    return Noun(start, last, "".join(parts) + head)


def _extent(words: Words, start: int, *, one: bool) -> int | None:
    """Return where the phrase ends: behind its plural head, or at the last noun."""
    table = load_nouns()
    i, head = start, None
    while i < start + _LONGEST:
        word = words.at(i)
        if not _may_join(words, i):
            break
        if word.low in table.stops or (word.low in table.verbs and not _modifies(words, i)):
            break
        if head is not None and not is_plural(word.low):
            break
        i += 1
        if is_plural(word.low) and not one and not words.at(i).text == "-":
            head = i
    if head is not None:
        return head
    return i if i > start and words.at(i - 1).letters else None


def _may_join(words: Words, at: int) -> bool:
    """Can this word stand inside a noun phrase?"""
    word = words.at(at)
    if word.letters:
        return True
    if (
        word.digits
        and words.low(at + 1) in {"-", "‑"}
        and words.at(at + 2).letters
        and words.at(at + 2).glued
    ):
        return True
    inside = word.glued and words.at(at + 1).glued
    if word.low in {"-", "‑"}:
        return inside
    return word.digits and words.at(at - 1).low in {"-", "‑"} and word.glued


def _modifies(words: Words, at: int) -> bool:
    """Is a verb-like word an adjective here ("armed men")?"""
    table = load_nouns()
    ahead = words.low(at + 1)
    return words.low(at) in table.modifiers or (is_plural(ahead) and ahead not in table.stops)
