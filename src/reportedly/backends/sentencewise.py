"""What every shipped parser shares: which sentences of a page are read, and what one bad block costs."""

import json
import logging
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib import resources
from pathlib import Path
from threading import Lock
from typing import Self

from reportedly.errors import ParserError
from reportedly.model import Document, Gate, Parse, Place, Sentence

from .sentences import split_sentences

WEIGHTS = Path(str(resources.files(__package__))) / "weights"
_WHITE = re.compile(r"\s+")
_UNEVEN = re.compile(r"\s\s|[^\S ]|\]\(")
_LINK = re.compile(r"\[([^\[\]]*)\]\(https?://[^()\s]*\)")
_LOG = logging.getLogger(__name__)


class SentencewiseParser(ABC):
    """Parses what may bear a claim, sentence by sentence, into our own records.

    ``gate`` keeps of a page's sentences those that are worth parsing.
    """

    name: str

    def __init__(self, *, model: Path, gate: Gate | None) -> None:
        self._path = model
        self._gate = gate
        self._turn = Lock()

    def behind(self, gate: Gate) -> Self:
        """Return a parser of the same weights that reads only what passes a gate."""
        return type(self)(model=self._path, gate=gate)

    @cached_property
    def version(self) -> str:
        """The weights' name and version, known before any engine wakes."""
        meta = self._path / "meta.json"
        try:
            read = json.loads(meta.read_text("utf-8"))
        except OSError as error:
            raise ParserError(f"{meta}: no weights here; is it the folder of a {self.name} model?") from error
        return f"{read['lang']}_{read['name']}-{read['version']}"

    def parse(self, document: Document) -> Parse:
        """Return the sentences of a page's claim-bearing blocks, in text order.

        A block that the engine cannot read is left out, and logged; the rest
        of the page goes on.
        """
        parser = f"{self.name} {self.version}{' behind a gate' if self._gate else ''}"
        places = tuple(_places(document))
        wanted = places if self._gate is None else tuple(self._gate(document, places))
        with self._turn:  # one page at a time: what an engine keeps between words is shared
            sentences = tuple(self._parse(document.text, wanted))
        return Parse(document.id, parser, sentences)

    @abstractmethod
    def read_sentences(self, text: str, wanted: Sequence[Place]) -> list[Sentence]:
        """Read sentences that are already cut, in their order."""

    def _parse(self, text: str, wanted: tuple[Place, ...]) -> Iterator[Sentence]:
        try:
            yield from self.read_sentences(text, wanted)
        except (ValueError, IndexError, KeyError, MemoryError) as error:
            if len({block for block, _ in wanted}) < 2:
                _LOG.warning("%s: block left out: %s", self.name, error)
                return
            for block in dict.fromkeys(b for b, _ in wanted):
                yield from self._parse(text, tuple(w for w in wanted if w[0] == block))


def _places(document: Document) -> Iterator[Place]:
    """Yield the sentences of the blocks that may bear a claim."""
    for index, block in enumerate(document.blocks):
        if not block.kind.furniture:
            for span in split_sentences(document.text, block.span):
                yield index, span


def plain_words(words: str) -> tuple[str, Sequence[int]]:
    """Return a sentence with single blanks and without the marks of links, and where each character stood."""
    if not _UNEVEN.search(words):
        return words, range(len(words))
    words = _LINK.sub(lambda link: f" {link[1]}{' ' * (len(link[0]) - len(link[1]) - 1)}", words)
    plain: list[str] = []
    places: list[int] = []
    at = 0
    for part in filter(None, _WHITE.split(words)):
        at = words.index(part, at)
        if plain:
            plain.append(" ")
            places.append(at - 1)
        plain.append(part)
        places.extend(range(at, at + len(part)))
        at += len(part)
    return "".join(plain), places
