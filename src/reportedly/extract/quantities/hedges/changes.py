"""Says whether a figure is told to have moved, and which way."""

from functools import cache

from reportedly.extract.quantities.text.phrases import Phrases, phrase_table
from reportedly.extract.quantities.text.words import Words
from reportedly.lexicon import load_hedges
from reportedly.model import Change

# How many words may stand between the verb and the figure.
_REACH = 5
# How far back the verb of "… from A to B" may stand.
_CLAUSE = 10
_EDGES = frozenset({".", ";", "("})


def moved_before(words: Words, at: int) -> Change | None:
    """Return the direction that a verb shortly before a word gives."""
    for i in range(at, at - _REACH, -1):
        found = _changes().before(words, i)
        if found is not None:
            return None if _of_a_verb(words, i) else found[0]
        if words.low(i - 1) not in load_hedges().bridges or (i == at and words.low(i - 1) in {"a", "an"}):
            return None
    return None


def _of_a_verb(words: Words, at: int) -> bool:
    """Is "up" or "down" before a word part of another verb ("gave up 500 yards")?"""
    return f"{words.low(at - 2)} {words.low(at - 1)}" in load_hedges().part_of_verb


def caused_before(words: Words, at: int) -> Change | None:
    """Return the direction of "raised rates by" where "by" stands before a word."""
    for i in range(at - 1, max(0, at - _CLAUSE), -1):
        if words.low(i - 1) in _EDGES:
            return None
        found = _changes().before(words, i) or _causes().before(words, i)
        if found is not None:
            return found[0]
    return None


def moved_in_clause(words: Words, at: int) -> bool:
    """Is a change told in the same clause, somewhat before "from A to B"?"""
    for i in range(at, max(0, at - _CLAUSE), -1):
        if words.low(i - 1) in _EDGES or words.low(i - 1) in load_hedges().spreads:
            return False
        if _changes().before(words, i) is not None or _causes().before(words, i) is not None:
            return True
    return False


def moved_after(words: Words, at: int) -> Change | None:
    """Return the direction that the word behind a figure gives ("5% higher")."""
    return load_hedges().behind.get(words.low(at))


@cache
def _changes() -> Phrases[Change]:
    return phrase_table(load_hedges().changes.items())


@cache
def _causes() -> Phrases[Change]:
    return phrase_table(load_hedges().causes.items())
