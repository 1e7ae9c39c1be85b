"""Says whether a figure is told to have moved, and which way."""

from functools import cache

from reportedly.lexicon import load_hedges
from reportedly.model import Change

from .phrases import Phrases, phrase_table
from .words import Words

# How many words may stand between the verb and the figure.
_REACH = 5
_BETWEEN = frozenset(
    """by a an another about around nearly almost roughly approximately some just only more than over at least as much
    slightly sharply slowly steadily further record modest well the of total strong average""".split()
)


def moved_before(words: Words, at: int) -> Change | None:
    """Return the direction that a verb shortly before a word gives."""
    for i in range(at, at - _REACH, -1):
        found = _changes().before(words, i)
        if found is not None:
            return found[0]
        if words.low(i - 1) not in _BETWEEN:
            return None
    return None


def moved_after(words: Words, at: int) -> Change | None:
    """Return the direction that the word behind a figure gives ("5% higher")."""
    return {"higher": Change.UP, "increase": Change.UP, "rise": Change.UP}.get(words.low(at)) or {
        "lower": Change.DOWN,
        "decrease": Change.DOWN,
        "decline": Change.DOWN,
        "drop": Change.DOWN,
        "fall": Change.DOWN,
        "cut": Change.DOWN,
    }.get(words.low(at))


@cache
def _changes() -> Phrases[Change]:
    return phrase_table(load_hedges().changes.items())
