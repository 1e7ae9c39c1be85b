"""Small words by which a sentence is judged before it is parsed."""

from dataclasses import dataclass
from functools import cache

from .package_data import read_lists, read_words

_SETS = ("small", "pronouns", "before_nouns", "going_on", "speaks_again")


@dataclass(frozen=True, slots=True)
class GateWords:
    """Words, in small letters, that are no names, stand for names, or come before nouns.

    ``going_on`` opens a sentence about whoever was named in the one before; so does an
    article before a noun of ``speaks_again``. Either word of a pair of ``no_event`` tells of
    none ("called for").
    """

    small: frozenset[str]
    pronouns: frozenset[str]
    before_nouns: frozenset[str]
    going_on: frozenset[str]
    speaks_again: frozenset[str]
    no_event: frozenset[tuple[str, ...]]


@cache
def load_gate_words() -> GateWords:
    """Read the small words of the package (once)."""
    top, phrases = read_words("gate.toml"), read_lists("gate.toml")["no_event"]
    sets = {name: frozenset(top.text(name).split()) for name in _SETS}
    pairs = frozenset(tuple(phrase.split()) for entry in phrases for phrase in entry.words("words"))
    return GateWords(**sets, no_event=pairs)
