"""The parser that ships with Reportedly: spaCy, with weights of our own."""
# ruff: noqa: ANN401 - spaCy's records come untyped, and go no further than this file

import json
import logging
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from importlib import resources
from pathlib import Path
from threading import Lock
from typing import Any

from reportedly.errors import ParserError
from reportedly.model import Document, Parse, Sentence, Span, Token

from .lemmas import Lemmas
from .sentences import split_sentences
from .waking import wake

SHIPPED = Path(str(resources.files(__package__))) / "weights"
_WHITE = re.compile(r"\s+")
_BATCH = 64  # sentences at a time: no slower than more, and a long page stays under 200 MB
_ASKED = ["IDX", "LENGTH", "HEAD", "POS", "TAG", "DEP", "ENT_TYPE", "LEMMA"]
_LOG = logging.getLogger(__name__)
_Row = tuple[
    int, int, int, str, str, str, str, str
]  # start, length, head, class, tag, relation, entity, lemma


class SpacyParser:
    """Parses what may bear a claim, sentence by sentence, into our own records.

    ``model`` is another spaCy pipeline's folder, if it speaks Universal
    Dependencies; ``gate`` says of a sentence's words whether it is worth parsing.
    """

    name = "spacy"

    def __init__(self, *, model: Path | None = None, gate: Callable[[str], bool] | None = None) -> None:
        self._path = model or SHIPPED
        self._gate = gate
        self._turn = Lock()

    @cached_property
    def version(self) -> str:
        """The weights' name and version, known before any engine wakes."""
        meta = self._path / "meta.json"
        try:
            read = json.loads(meta.read_text("utf-8"))
        except OSError as error:
            raise ParserError(f"{meta}: no weights here; is it a spaCy pipeline's folder?") from error
        return f"{read['lang']}_{read['name']}-{read['version']}"

    def parse(self, document: Document) -> Parse:
        """Return the sentences of a page's claim-bearing blocks, in text order.

        A block that the engine cannot read is left out, and logged; the rest
        of the page goes on.
        """
        parser = f"{self.name} {self.version}"
        wanted = tuple(self._wanted(document))
        with self._turn:  # one page at a time: spaCy's vocabulary is shared
            sentences = tuple(self._parse(document.text, wanted))
        return Parse(document.id, parser, sentences)

    def _wanted(self, document: Document) -> Iterator[tuple[int, Span]]:
        for index, block in enumerate(document.blocks):
            if not block.kind.furniture:
                for span in split_sentences(document.text, block.span):
                    if self._gate is None or self._gate(span.of(document.text)):
                        yield index, span

    def _parse(self, text: str, wanted: tuple[tuple[int, Span], ...]) -> Iterator[Sentence]:
        try:
            yield from self._read(text, wanted)
        except (ValueError, IndexError, KeyError, MemoryError) as error:
            if len({block for block, _ in wanted}) < 2:
                _LOG.warning("%s: block left out: %s", self.name, error)
                return
            for block in dict.fromkeys(b for b, _ in wanted):
                yield from self._parse(text, tuple(w for w in wanted if w[0] == block))

    def _read(self, text: str, wanted: tuple[tuple[int, Span], ...]) -> list[Sentence]:
        if not wanted:
            return []
        plain = [_plain(span.of(text)) for _, span in wanted]
        with self._engine.memory_zone():  # words seen on one page do not pile up over thousands
            docs = self._engine.pipe([self._make(words) for words, _ in plain], batch_size=_BATCH)
            return [
                Sentence(span, tuple(self._tokens(text, span, doc, places)), block)
                for (block, span), (_, places), doc in zip(wanted, plain, docs, strict=True)
            ]

    def _make(self, words: str) -> Any:
        doc = self._engine.make_doc(words)
        for token in doc[1:]:
            token.is_sent_start = False  # our splitter has decided
        return doc

    def _tokens(self, text: str, sentence: Span, doc: Any, places: list[int]) -> Iterator[Token]:
        rows = self._rows(doc)
        heads = _one_root(rows)
        for at, (idx, length, _, pos, tag, dep, entity, lemma) in enumerate(rows):
            span = Span(sentence.start + places[idx], sentence.start + places[idx + length - 1] + 1)
            words = span.of(text)
            yield Token(
                span=span,
                text=words,
                lemma=lemma or self._lemmas.lemma(words, pos, tag),
                pos=pos,
                tag=tag,
                dep="root" if heads[at] == at else "parataxis" if dep == "ROOT" else dep,
                head=heads[at],
                entity=entity,
            )

    def _rows(self, doc: Any) -> list[_Row]:
        """Return what the engine says of each word, fetched in one go: word by word is slow."""
        table = doc.to_array(_ASKED).astype("int64").tolist()
        names, strings = self._names, self._engine.vocab.strings
        return [
            (
                idx,
                length,
                at + up,
                names(pos),
                names(tag),
                names(dep),
                names(entity),
                strings[lemma] if lemma else "",
            )
            for at, (idx, length, up, pos, tag, dep, entity, lemma) in enumerate(table)
        ]

    @cached_property
    def _names(self) -> Callable[[int], str]:
        """Return the reader of the engine's labels by number; they are few, and kept."""
        known: dict[int, str] = {0: ""}
        strings = self._engine.vocab.strings

        def name(key: int) -> str:
            if key not in known:
                known[key] = strings[key % 2**64]
            return known[key]

        return name

    @cached_property
    def _lemmas(self) -> Lemmas:
        path = self._path / "lemmas.json"
        return Lemmas.load(path if path.exists() else SHIPPED / "lemmas.json")

    @cached_property
    def _engine(self) -> Any:
        return wake(self._path)


def _plain(words: str) -> tuple[str, list[int]]:
    """Return a sentence with single blanks, and where each character stood."""
    if " " * 2 not in words and not any(c.isspace() and c != " " for c in words):
        return words, list(range(len(words)))
    plain: list[str] = []
    places: list[int] = []
    at = 0
    for part in _WHITE.split(words):
        at = words.index(part, at)
        if plain:
            plain.append(" ")
            places.append(at - 1)
        plain.append(part)
        places.extend(range(at, at + len(part)))
        at += len(part)
    return "".join(plain), places


def _one_root(rows: list[_Row]) -> list[int]:
    """Return each token's head; should the engine leave several roots, the first verb governs."""
    heads = [row[2] for row in rows]
    roots = [i for i, head in enumerate(heads) if head == i]
    chosen = next((i for i in roots if rows[i][3] in {"VERB", "AUX"}), roots[0])
    return [chosen if i == head else head for i, head in enumerate(heads)]
