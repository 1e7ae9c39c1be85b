"""Cuts text into words, numbers and marks, in one pass and in small pieces."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# A piece is never longer than this, however few blank lines a text has.
_LONGEST = 4000

_LEXEME = re.compile(
    r"""
    (?P<link>(?:https?://|www\.)[^\s<>"]++)
  | (?P<number>(?=[0-9.])(?:                          # a look at the first sign spares most words the rest
        [0-9]{1,3}(?:\.[0-9]{3}){1,4}+,[0-9]{1,2}(?![0-9,])
      | [0-9]{1,3}(?:\.[0-9]{3}){2}+(?![0-9.])
      | [0-9]{1,3},[0-9]{1,2}(?=[\u0020\u00a0]?(?:%|per\s?cent\b|[mb]illion\b|trillion\b))
      | (?<![\w.,+])(?<![0-9+]\ )[1-9][0-9]{0,2}(?:\ [0-9]{3}){0,3}?(?:\ 000)++(?![0-9])
      | [0-9]{1,3}(?:['’][0-9]{3}){1,6}+(?![0-9])
      | [0-9]++·[0-9]++
      | [0-9]{1,3}(?:,[0-9]{3}){1,6}+(?![0-9])(?:\.[0-9]++)?
      | [0-9]{1,2}(?:,[0-9]{2}(?=,[0-9])){1,4}+,[0-9]{3}(?![0-9])(?:\.[0-9]++)?
      | [0-9]{1,3}(?:[\u00a0\u202f\u2009][0-9]{3}){1,6}+(?![0-9])
      | [0-9]++(?:\.[0-9]++)?
      | (?<![\w.])\.[0-9]++
    ))
  | (?P<abbr>(?=[^\W\d_]\.)(?:[^\W\d_]\.){2,})
  | (?P<word>[^\W\d_]++(?:['’][^\W\d_]++)?)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)

_NUMBER = "number"


class Word(NamedTuple):
    """A word, number or mark; a named tuple, for millions are made.

    ``glued`` says that no space stands before it; ``kind`` is the lexeme's.
    """

    start: int
    end: int
    text: str
    low: str
    kind: str
    glued: bool

    @property
    def digits(self) -> bool:
        """Is it written in digits?"""
        return self.kind == _NUMBER

    @property
    def letters(self) -> bool:
        """Is it made of letters?"""
        return self.kind in ("word", "abbr")

    @property
    def capital(self) -> bool:
        """Does it open with a capital letter?"""
        return self.text[0].isupper()


EDGE = Word(0, 0, " ", "", "edge", glued=False)


class Words(tuple[Word, ...]):
    """The words of one piece of text; asking beyond either end gives an edge."""

    __slots__ = ()

    def at(self, index: int) -> Word:
        """Return the word at an index, or an edge outside the piece."""
        return self[index] if 0 <= index < len(self) else EDGE

    def low(self, index: int) -> str:
        """Return the lower-case word at an index, or nothing outside the piece."""
        return self[index].low if 0 <= index < len(self) else ""


def cut_words(text: str, start: int = 0, end: int | None = None) -> Words:
    """Return the words of a stretch of text, with offsets into the whole."""
    return Words(_lexemes(text, start, len(text) if end is None else end))


def _lexemes(text: str, start: int, end: int) -> Iterator[Word]:
    last = -1
    for match in _LEXEME.finditer(text, start, end):
        at, to = match.span()
        piece = match.group()
        yield Word(at, to, piece, piece.lower().replace("’", "'"), match.lastgroup or "mark", at == last)
        last = to


_BREAK = re.compile(r"\n[ \t\r]*+\n")


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that no figure crosses: paragraphs, cut if endless."""
    start = 0
    for match in _BREAK.finditer(text):
        yield from _short(text, start, match.start())
        start = match.end()
    yield from _short(text, start, len(text))


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = max(text.rfind(" ", start, start + _LONGEST), text.rfind("\n", start, start + _LONGEST))
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end
