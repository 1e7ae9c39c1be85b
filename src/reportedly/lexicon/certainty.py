"""Words of likelihood, with their ICD 203 band where one exists."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A word of likelihood: its range in percent, or nothing where none is set."""

    words: str
    band: tuple[int, int] | None
    example: str


@dataclass(frozen=True, slots=True)
class CertaintyTable:
    """Likelihood words, longest first, with the words they begin with, and the phrases that say "unverified".

    ``closing`` are the words that those phrases end in; ``pointing`` finds
    the nouns by which such a sentence means what was said before it ("the
    claim"); ``examples`` are the sentences of all of these.
    """

    likelihoods: tuple[Likelihood, ...]
    pattern: re.Pattern[str]
    starts: frozenset[str]
    unverified: re.Pattern[str]
    closing: frozenset[str]
    pointing: re.Pattern[str]
    examples: Mapping[str, Mapping[str, str]]

    def says_unverified(self, words: str) -> bool:
        """Tell whether words say that something could not be verified; most are quickly told not to."""
        low = words.lower()
        return any(word in low for word in self.closing) and self.unverified.search(words) is not None

    def named(self, words: str) -> Likelihood | None:
        """Return the entry of a word as the pattern found it."""
        return next((w for w in self.likelihoods if w.words == words.lower()), None)


@cache
def load_certainty() -> CertaintyTable:
    """Read the words of likelihood of the package (once)."""
    tables = tomllib.loads(files("reportedly.lexicon").joinpath("certainty.toml").read_text("utf-8"))
    found = [
        Likelihood(words, tuple(entry["band"]) if "band" in entry else None, entry["example"])
        for entry in tables["word"]
        for words in entry["words"]
    ]
    found.sort(key=lambda w: -len(w.words))
    return CertaintyTable(
        tuple(found),
        _any_of(w.words for w in found),
        frozenset(w.words.split()[0] for w in found),
        _any_of(tables["unverified"]),
        frozenset(words.split()[-1] for words in tables["unverified"]),
        _pointing(tables["pointing"]),
        {name: tables[name] for name in ("unverified", "pointing")},
    )


def _pointing(nouns: Iterable[str]) -> re.Pattern[str]:
    which = r"(?:the|this|that|these|those|its|their|his|her|either|both)"
    return re.compile(rf"\b{which}\s(?:[\w'’]+\s){{0,2}}(?:{'|'.join(nouns)})s?\b", re.IGNORECASE)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in words)})\b", re.IGNORECASE)
