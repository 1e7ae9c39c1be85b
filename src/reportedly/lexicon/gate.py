"""Small words by which a sentence is judged before it is parsed."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class GateWords:
    """Words, in small letters, that are no names, stand for names, or come before nouns.

    ``going_on`` opens a sentence about whoever was named in the one before; so does an
    article before a noun of ``speaks_again``.
    """

    small: frozenset[str]
    pronouns: frozenset[str]
    before_nouns: frozenset[str]
    going_on: frozenset[str]
    speaks_again: frozenset[str]


@cache
def load_gate_words() -> GateWords:
    """Read the small words of the package (once)."""
    lists = tomllib.loads(files("reportedly.lexicon").joinpath("gate.toml").read_text("utf-8"))
    return GateWords(**{name: frozenset(words.split()) for name, words in lists.items()})
