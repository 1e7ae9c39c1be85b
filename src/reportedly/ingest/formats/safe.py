"""The parts in which an archived page may be shown: plain tags, words, and what is left out."""

from dataclasses import dataclass

from reportedly.model import Span


@dataclass(frozen=True, slots=True)
class Tag:
    """A plain tag that opens, closes or stands alone; ``reach`` is a cell's columns and rows."""

    name: str
    closes: bool = False
    reach: tuple[int, int] = (1, 1)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the page; ``span`` is their place in the document's text, where they stand in it."""

    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Absent:
    """What is not shown, and the words that the page gives in its place."""

    what: str
    words: str


@dataclass(frozen=True, slots=True)
class Cut:
    """Here the page was cut: it goes on for longer than is shown."""


Part = Tag | Words | Absent | Cut
