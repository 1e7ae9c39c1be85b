"""Small operations on a tree's words that keep every head right."""

from collections.abc import Sequence
from dataclasses import replace

from tree import Word

Fresh = tuple[str, str, str, str, int | None]
"""A new word: form, UPOS, XPOS, relation, and its head among the new words (or nothing)."""


def insert(words: Sequence[Word], at: int, fresh: Sequence[Fresh], *, head: int) -> list[Word]:
    """Put words before a place; those without a head of their own hang on ``head``."""
    by = len(fresh)
    shifted = [replace(w, head=w.head + by * (w.head >= at)) for w in words]
    outer = head + by * (head >= at)
    name = "O" if words[head].name else ""
    made = [
        Word(form, True, form, upos, xpos, outer if inner is None else at + inner, dep, name)  # noqa: FBT003
        for form, upos, xpos, dep, inner in fresh
    ]
    return [*shifted[:at], *made, *shifted[at:]]


def remove(words: Sequence[Word], at: int) -> list[Word]:
    """Take out a word on which nothing hangs."""
    kept = [replace(w, head=w.head - (w.head > at)) for i, w in enumerate(words) if i != at]
    if at and not words[at].space:
        kept[at - 1] = replace(kept[at - 1], space=False)
    return kept


def children(words: Sequence[Word], of: int) -> list[int]:
    """Return what hangs on a word."""
    return [i for i, w in enumerate(words) if w.head == of and i != of]
