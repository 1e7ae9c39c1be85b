"""Words of time, and the phrases they build, each with a sentence that a test reads."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TypeAlias

from reportedly.errors import LexiconError

Said: TypeAlias = int | str


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word, or several that act as one: its class and what it says."""

    kind: str
    says: Said


@dataclass(frozen=True, slots=True)
class TimeRule:
    """A phrase: its pattern over classes, the reader of its meaning, an example."""

    reader: str
    pattern: str
    example: str


@dataclass(frozen=True, slots=True)
class TimeTable:
    """All words and rules; ``proper`` classes are read only when capitalised.

    ``phrases`` lists, under its first word, every phrase of several words,
    longest first. ``lean`` says of a word whether it looks ahead or back;
    ``lists`` are words that stand beside a phrase and decide what it is.
    """

    words: Mapping[str, TimeWord]
    phrases: Mapping[str, tuple[tuple[str, TimeWord], ...]]
    proper: frozenset[str]
    macros: Mapping[str, str]
    rules: tuple[TimeRule, ...]
    lean: Mapping[str, int]
    lists: Mapping[str, frozenset[str]]


@cache
def load_times() -> TimeTable:
    """Read the time words of the package (once)."""
    lists = tomllib.loads(files("reportedly.lexicon").joinpath("times.toml").read_text("utf-8"))
    return TimeTable(
        words=MappingProxyType(_words(lists["words"])),
        phrases=MappingProxyType(_phrases(lists["phrases"])),
        proper=frozenset(lists["proper"]),
        macros=MappingProxyType(dict(lists["macros"])),
        rules=tuple(TimeRule(**rule) for rule in lists["rule"]),
        lean=MappingProxyType(dict(lists["lean"])),
        lists=MappingProxyType({name: frozenset(held) for name, held in lists["lists"].items()}),
    )


def _words(classes: Mapping[str, Mapping[str, Said]]) -> dict[str, TimeWord]:
    read: dict[str, TimeWord] = {}
    for kind, entries in classes.items():
        for word, says in entries.items():
            if word in read:
                raise LexiconError(f"times.toml: {word} stands in {read[word].kind} and {kind} (keep one)")
            read[word] = TimeWord(kind, says)
    return read


def _phrases(classes: Mapping[str, Mapping[str, Said]]) -> dict[str, tuple[tuple[str, TimeWord], ...]]:
    held: dict[str, list[tuple[str, TimeWord]]] = {}
    for kind, entries in classes.items():
        for words, says in entries.items():
            held.setdefault(_first(words), []).append((words, TimeWord(kind, says)))
    return {first: tuple(sorted(found, key=lambda p: -len(p[0]))) for first, found in held.items()}


def _first(words: str) -> str:
    end = next((i for i, letter in enumerate(words) if not letter.isalpha()), len(words))
    return words[:end]
