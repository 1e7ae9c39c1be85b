"""Words that turn the voice of a clause, with the stage they speak of."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reportedly.model import Modality, Stage


@dataclass(frozen=True, slots=True)
class ModalityTable:
    """What each word does to the clause under it.

    ``codebook`` names our modalities in the narrower scheme of seven.
    """

    verbs: Mapping[str, Modality]
    adjectives: Mapping[str, Modality]
    nouns: Mapping[str, Modality]
    particles: Mapping[str, Modality]
    holds: frozenset[str]
    falls: frozenset[str]
    stages: Mapping[str, Stage]
    attempts: frozenset[str]
    guesses: frozenset[str]
    negates: frozenset[str]
    fails: frozenset[str]
    raising: frozenset[str]
    codebook: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of ours; ``asked`` is the word whose clause is read."""

    table: str
    answer: str
    word: str
    sentence: str
    asked: str


@cache
def load_modality() -> ModalityTable:
    """Read the modal words of the package (once)."""
    return ModalityTable(
        _modal("verb"),
        _modal("adjective"),
        _modal("noun"),
        _modal("particle"),
        frozenset(_words("holds")),
        frozenset(_words("falls")),
        {word: Stage(stage) for stage, words in _groups("stage").items() for word in words},
        frozenset(_words("attempts")),
        frozenset(_words("guesses")),
        frozenset(_words("negates")),
        frozenset(_words("fails")),
        frozenset(_words("raising")),
        _words("codebook"),
    )


def modality_examples() -> Iterator[Example]:
    """Yield every word's example with the answer that its table stands for."""
    for table in ("verb", "adjective", "noun", "particle", "stage"):
        for answer, words in _groups(table).items():
            for word, sentence in words.items():
                yield _example(table, answer, word, sentence)
    for table, answer in _ANSWERS.items():
        for word, sentence in _words(table).items():
            yield _example(table, answer, word, sentence)


_ANSWERS = {
    "holds": "capability",
    "falls": "expected",
    "guesses": "possible",
    "attempts": "attempted",
    "negates": "negative",
    "fails": "negative",
    "raising": "negative",
}


def _example(table: str, answer: str, word: str, sentence: str) -> Example:
    asked = sentence.partition("[")[2].partition("]")[0]
    return Example(table, answer, word, sentence.replace("[", "").replace("]", ""), asked)


def _modal(table: str) -> Mapping[str, Modality]:
    return {word: Modality(name) for name, words in _groups(table).items() for word in words}


def _groups(table: str) -> Mapping[str, Mapping[str, str]]:
    return {name: dict(words) for name, words in _tables()[table].items()}


def _words(table: str) -> Mapping[str, str]:
    return {word: str(sentence) for word, sentence in _tables()[table].items()}


@cache
def _tables() -> Mapping[str, dict[str, dict[str, str]]]:
    return tomllib.loads(files("reportedly.lexicon").joinpath("modality.toml").read_text("utf-8"))
