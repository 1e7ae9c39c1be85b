"""Looks for the words round a number that give a non-figure away."""

from functools import cache

from reportedly.extract.quantities.text.phrases import Phrases, phrase_table
from reportedly.extract.quantities.text.plurals import is_plural
from reportedly.extract.quantities.text.words import Words
from reportedly.lexicon import load_not_figures
from reportedly.model import Measure


def cue_before(words: Words, at: int) -> tuple[tuple[Measure, ...], int]:
    """Return what the words just before suggest, and where they start."""
    return _before().before(words, at) or ((), at)


def cue_after(words: Words, at: int, measure: Measure) -> bool:
    """Is it told by the words at an index?"""
    found = _after().after(words, at)
    return found is not None and measure in found[0]


def counts(words: Words, at: int, *, within: int = 3) -> bool:
    """Is a noun in the plural among the next few words?"""
    for i in range(at, at + within):
        if not words.at(i).letters:
            return False
        if is_plural(words.low(i)):
            return True
    return False


@cache
def _before() -> Phrases[tuple[Measure, ...]]:
    return phrase_table(load_not_figures().before.items())


@cache
def _after() -> Phrases[tuple[Measure, ...]]:
    return phrase_table(load_not_figures().after.items())
