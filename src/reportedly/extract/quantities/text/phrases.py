"""Looks up phrases of several words, forwards or backwards, longest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from .words import Word, Words, cut_words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases by their first word and by their last, each with its meaning."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]
    by_last: Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]
    cased: bool = False

    def after(self, words: Words, at: int) -> tuple[T, int] | None:
        """Return what starts at a word, and the index behind it."""
        filed = self.by_first.get(self._word(words.at(at)))
        if filed is None:
            return None
        ahead = self._row(words, at, at + len(filed[0][0]))  # as long as the longest phrase
        for phrase, meaning in filed:
            if phrase == ahead[: len(phrase)]:
                return meaning, at + len(phrase)
        return None

    def before(self, words: Words, at: int) -> tuple[T, int] | None:
        """Return what ends just before a word, and the index of its first."""
        filed = self.by_last.get(self._word(words.at(at - 1)))
        if filed is None:
            return None
        behind = self._row(words, max(0, at - len(filed[0][0])), at)
        for phrase, meaning in filed:
            if phrase == behind[-len(phrase) :]:
                return meaning, at - len(phrase)
        return None

    def _row(self, words: Words, first: int, last: int) -> tuple[str, ...]:
        return tuple(self._word(word) for word in words[first:last])

    def _word(self, word: Word) -> str:
        return word.text if self.cased else word.low


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
