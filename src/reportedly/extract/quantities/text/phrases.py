"""Looks up phrases of several words, forwards or backwards, longest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from .words import Words, cut_words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases by their first word and by their last, each with its meaning."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]
    by_last: Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]
    cased: bool = False

    def after(self, words: Words, at: int) -> tuple[T, int] | None:
        """Return what starts at a word, and the index behind it."""
        for phrase, meaning in self.by_first.get(self._word(words, at), ()):
            if all(self._word(words, at + i) == word for i, word in enumerate(phrase)):
                return meaning, at + len(phrase)
        return None

    def before(self, words: Words, at: int) -> tuple[T, int] | None:
        """Return what ends just before a word, and the index of its first."""
        for phrase, meaning in self.by_last.get(self._word(words, at - 1), ()):
            first = at - len(phrase)
            if all(self._word(words, first + i) == word for i, word in enumerate(phrase)):
                return meaning, first
        return None

    def _word(self, words: Words, at: int) -> str:
        return words.at(at).text if self.cased else words.low(at)


def phrase_table(entries: Iterable[tuple[str, T]], *, cased: bool = False) -> Phrases[T]:
    """Cut the phrases as text is cut, and file them by both ends."""
    firsts: dict[str, list[tuple[tuple[str, ...], T]]] = {}
    lasts: dict[str, list[tuple[tuple[str, ...], T]]] = {}
    for phrase, meaning in entries:
        cut = tuple(w.text if cased else w.low for w in cut_words(phrase))
        firsts.setdefault(cut[0], []).append((cut, meaning))
        lasts.setdefault(cut[-1], []).append((cut, meaning))
    return Phrases(_longest_first(firsts), _longest_first(lasts), cased)


def _longest_first(
    table: Mapping[str, list[tuple[tuple[str, ...], T]]],
) -> Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]:
    return {word: tuple(sorted(found, key=lambda e: -len(e[0]))) for word, found in table.items()}
