"""A report: parts of cited sentences, with charts, tables and the words they stand on."""

from dataclasses import dataclass

from reportedly.ledger import Entry
from reportedly.web.series.view import Seen


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and the numbers of the notes that bear it out."""

    words: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """One claim's words, with where they stand."""

    number: int
    entry: Entry
    digest: str


@dataclass(frozen=True, slots=True)
class Part:
    """One measure: what it is, what is said of it, its chart and its table."""

    title: str
    about: str
    sentences: tuple[Sentence, ...]
    svg: str = ""
    seen: tuple[tuple[Seen, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A story told from the ledger."""

    title: str
    intro: str
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]
    asked: str = ""
