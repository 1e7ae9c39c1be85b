"""From a page's sentences to our records, by way of the network."""

from collections.abc import Iterator, Sequence
from functools import cached_property, reduce
from itertools import chain, islice
from pathlib import Path
from typing import Any

from reportedly.backends.lemmas import Lemmas
from reportedly.backends.sentencewise import WEIGHTS, SentencewiseParser, plain_words
from reportedly.backends.waking import wake_tokenizer
from reportedly.model import Gate, Place, Sentence, Span, Token

from .capitals import shown
from .network import MOST_PIECES, Network, Reading
from .pieces import MOST_OF_A_WORD

SHIPPED = WEIGHTS / "biaffine"
_BATCH = 64  # sentences at a time: each step is quicker for many, and a long page stays small


class BiaffineParser(SentencewiseParser):
    """The reader that ships.

    ``model`` is a folder that ``training/parser/export_biaffine.py`` wrote; ``gate`` keeps of a
    page's sentences those that are worth parsing.
    """

    name = "biaffine"

    def __init__(self, *, model: Path | None = None, gate: Gate | None = None) -> None:
        super().__init__(model=model or SHIPPED, gate=gate)

    def read_sentences(self, text: str, wanted: Sequence[Place]) -> list[Sentence]:
        """Read sentences that are already cut, in their order."""
        return [s for at in range(0, len(wanted), _BATCH) for s in self._read(text, wanted[at : at + _BATCH])]

    def _read(self, text: str, wanted: Sequence[Place]) -> list[Sentence]:
        """Take every step for all sentences before the next: it then finds what it needs still at hand."""
        cut = [self._cut(text, span) for _, span in wanted]
        readings = self._readings([shown(forms) for _, forms in cut])
        return [
            Sentence(span, tuple(self._tokens(spans, forms, reading)), block)
            for (block, span), (spans, forms), reading in zip(wanted, cut, readings, strict=True)
        ]

    def _cut(self, text: str, sentence: Span) -> tuple[list[Span], list[str]]:
        """Return where a sentence's words stand, and the words."""
        plain, places = plain_words(sentence.of(text))
        words = [(token.idx, token.idx + len(token)) for token in self._tokenize(plain)]
        spans = [
            Span(sentence.start + places[start], sentence.start + places[end - 1] + 1) for start, end in words
        ]
        return spans, [plain[start:end] for start, end in words]

    def _tokens(self, spans: Sequence[Span], forms: Sequence[str], reading: Reading) -> Iterator[Token]:
        lemmas = map(self._lemmas.lemma, forms, reading.upos, reading.xpos)
        return map(
            Token,
            *(spans, forms, lemmas, reading.upos, reading.xpos),
            *(reading.relations, reading.heads, reading.names),
        )

    def _readings(self, sentences: Sequence[Sequence[str]]) -> Iterator[Reading]:
        """Read sentences, an endless one in portions whose roots stand beside the first one's."""
        portions = [list(self._portions(words)) for words in sentences]
        read = iter(self._network.read(chain.from_iterable(portions)))
        return (reduce(Reading.followed_by, islice(read, len(parts))) for parts in portions)

    def _portions(self, words: Sequence[str]) -> Iterator[Sequence[str]]:
        if len(words) <= MOST_PIECES // MOST_OF_A_WORD:
            yield words
            return
        start = size = 0
        for at, word in enumerate(words):
            size += self._network.pieces(word)
            if size > MOST_PIECES:
                yield words[start:at]
                start, size = at, self._network.pieces(word)
        yield words[start:]

    @cached_property
    def _network(self) -> Network:
        return Network(self._path)

    @cached_property
    def _lemmas(self) -> Lemmas:
        return Lemmas.load(WEIGHTS / "lemmas.json")

    @cached_property
    def _tokenize(self) -> Any:  # noqa: ANN401 - spaCy's tokenizer comes untyped
        return wake_tokenizer(WEIGHTS / "spacy")
