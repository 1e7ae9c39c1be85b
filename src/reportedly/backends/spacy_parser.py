"""Reads sentences with a spaCy pipeline: our own small one, or any that speaks Universal Dependencies."""
# ruff: noqa: ANN401 - spaCy's records come untyped, and go no further than this file

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from reportedly.model import Gate, Place, Sentence, Span, Token

from .lemmas import Lemmas
from .sentencewise import WEIGHTS, SentencewiseParser, plain_words
from .waking import wake

SHIPPED = WEIGHTS / "spacy"
_BATCH = 64  # sentences at a time: no slower than more, and a long page stays under 200 MB
_ASKED = ["IDX", "LENGTH", "HEAD", "POS", "TAG", "DEP", "ENT_TYPE", "LEMMA"]
_Row = tuple[
    int, int, int, str, str, str, str, str
]  # start, length, head, class, tag, relation, entity, lemma


class SpacyParser(SentencewiseParser):
    """The quicker and coarser of the two readers, and the door for a pipeline of one's own.

    ``model`` is another spaCy pipeline's folder, if it speaks Universal
    Dependencies; ``gate`` keeps of a page's sentences those that are worth parsing.
    """

    name = "spacy"

    def __init__(self, *, model: Path | None = None, gate: Gate | None = None) -> None:
        super().__init__(model=model or SHIPPED, gate=gate)

    def read_sentences(self, text: str, wanted: Sequence[Place]) -> list[Sentence]:
        """Read sentences that are already cut, in their order."""
        if not wanted:
            return []
        plain = [plain_words(span.of(text)) for _, span in wanted]
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

    def _tokens(self, text: str, sentence: Span, doc: Any, places: Sequence[int]) -> Iterator[Token]:
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
        return Lemmas.load(path if path.exists() else WEIGHTS / "lemmas.json")

    @cached_property
    def _engine(self) -> Any:
        return wake(self._path)


def _one_root(rows: list[_Row]) -> list[int]:
    """Return each token's head; should the engine leave several roots, the first verb governs."""
    heads = [row[2] for row in rows]
    roots = [i for i, head in enumerate(heads) if head == i]
    chosen = next((i for i in roots if rows[i][3] in {"VERB", "AUX"}), roots[0])
    return [chosen if i == head else head for i, head in enumerate(heads)]
