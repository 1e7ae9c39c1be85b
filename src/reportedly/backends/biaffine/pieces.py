"""Cuts words into the pieces that an uncased BERT knows (WordPiece; Schuster and Nakajima 2012)."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

MOST_OF_A_WORD = 6  # pieces of one word: what follows says little more
_LONGEST = 100  # letters of a word that is cut at all
_REMEMBERED = 100_000  # words: a page has many again, and a run over many pages stays small
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


class Pieces:
    """The vocabulary, and into which of its pieces a word is cut."""

    def __init__(self, vocabulary: list[str]) -> None:
        self._ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.start, self.end, self._unknown = (self._ids[mark] for mark in ("[CLS]", "[SEP]", "[UNK]"))
        self.of = lru_cache(_REMEMBERED)(self._of)

    @classmethod
    def load(cls, path: Path) -> "Pieces":
        """Read a vocabulary, one piece a line."""
        return cls(path.read_text("utf-8").splitlines())

    def _of(self, word: str) -> tuple[int, ...]:
        """Return a word's pieces by number: at least one, at most six."""
        ids = [i for run in _runs(_plain(word)) for i in self._cut(run)]
        return tuple(ids[:MOST_OF_A_WORD]) or (self._unknown,)

    def _cut(self, run: str) -> list[int]:
        """Take the longest known piece, again and again; a run with a stranger in it is unknown whole."""
        ids: list[int] = []
        at = 0
        while at < len(run) and len(run) <= _LONGEST:
            mark = "##" if at else ""
            end = next((e for e in range(len(run), at, -1) if mark + run[at:e] in self._ids), None)
            if end is None:
                return [self._unknown]
            ids.append(self._ids[mark + run[at:end]])
            at = end
        return ids or [self._unknown]


def _plain(word: str) -> str:
    """Return a word in small letters, without accents, its quotation marks straight."""
    apart = unicodedata.normalize("NFD", word.translate(_STRAIGHT).lower())
    return "".join(c for c in apart if unicodedata.category(c) not in {"Mn", "Cc", "Cf", "Co", "Cs"})


def _runs(word: str) -> Iterator[str]:
    """Part a word at its marks, each of which stands alone."""
    run = ""
    for letter in word:
        if letter.isspace() or _is_mark(letter):
            if run:
                yield run
            run = ""
            if not letter.isspace():
                yield letter
        else:
            run += letter
    if run:
        yield run


def _is_mark(letter: str) -> bool:
    ascii_mark = letter.isascii() and letter.isprintable() and not letter.isalnum() and letter != " "
    ideograph = "\u3400" <= letter <= "\u9fff"  # BERT cuts these one by one too
    return ascii_mark or ideograph or unicodedata.category(letter).startswith("P")
