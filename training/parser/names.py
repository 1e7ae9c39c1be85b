"""Puts other names in the places of names, so that no name must have been seen."""

import random
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from edit import children, insert
from tree import Word

NAMES = {
    key: words.split()
    for key, words in tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8")).items()
}
_KNOWN = frozenset(NAMES["places"] + NAMES["known"])


def vary_names(words: list[Word], chance: random.Random) -> list[Word]:
    """Swap persons and places for others of our own choosing."""
    words = list(words)
    for i, word in enumerate(words):
        if word.form in _KNOWN and word.upos == "PROPN" and not _parts(words, i) and chance.random() < 0.5:
            words[i] = replace(word, form=chance.choice(NAMES["places"]), name=_place_mark(words, i))
    for at in reversed([i for i, _ in _persons(words)]):
        if chance.random() < 0.5:
            words = _rename(words, at, chance)
    return words


def _place_mark(words: list[Word], at: int) -> str:
    """Mark a place where nobody had looked, unless it opens a longer name."""
    word, head = words[at], words[words[at].head]
    opens = word.dep == "compound" and head.upos == "PROPN"
    return word.name or ("" if opens else "B-PLACE")


def _persons(words: list[Word]) -> Iterator[tuple[int, int]]:
    for i, word in enumerate(words[:-1]):
        after = words[i + 1]
        lone = word.form.isalpha() and word.form.istitle() and after.form.isalpha() and after.form.istitle()
        flat = after.dep == "flat" and after.head == i and after.upos == word.upos == "PROPN"
        if lone and flat and _parts(words, i) == [i + 1] and not children(words, i + 1):
            yield i, i + 1


def _parts(words: list[Word], at: int) -> list[int]:
    return [c for c in children(words, at) if words[c].dep in {"flat", "compound"}]


def _rename(words: list[Word], at: int, chance: random.Random) -> list[Word]:
    if not words[at].name and not words[at + 1].name:
        words[at] = replace(words[at], name="B-PERSON")
        words[at + 1] = replace(words[at + 1], name="I-PERSON")
    if chance.random() < 0.65:
        words[at] = replace(words[at], form=chance.choice(NAMES["given"]))
        words[at + 1] = replace(words[at + 1], form=chance.choice(NAMES["family"]))
        return words
    words[at] = replace(words[at], form=chance.choice(NAMES["first"]))
    space = words[at + 1].space
    words[at + 1] = replace(words[at + 1], form=chance.choice(NAMES["second"]), space=False)
    third = chance.choice(NAMES["third"])
    third = third.title() if chance.random() < 0.2 else third
    words = insert(
        words,
        at + 2,
        [("-", "PUNCT", "HYPH", "punct", 1), (third, "PROPN", "NNP", "flat", None)],
        head=at + 1,
    )
    name = words[at].name.replace("B-", "I-")
    words[at + 2] = replace(words[at + 2], space=False, name=name)
    words[at + 3] = replace(words[at + 3], space=space, name=name)
    return words
