"""From a page's sentences to our records, by way of the network."""

from collections.abc import Iterator, Sequence
from functools import cached_property, reduce
from pathlib import Path
from typing import Any

from reportedly.backends.lemmas import Lemmas
from reportedly.backends.sentencewise import WEIGHTS, SentencewiseParser, plain_words
from reportedly.backends.waking import wake_tokenizer
from reportedly.model import Gate, Place, Sentence, Span, Token

from .capitals import shown
from .network import MOST_PIECES, Network, Reading

SHIPPED = WEIGHTS / "biaffine"


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
        return [Sentence(span, tuple(self._tokens(text, span)), block) for block, span in wanted]

    def _tokens(self, text: str, sentence: Span) -> Iterator[Token]:
        plain, places = plain_words(sentence.of(text))
        words = [(token.idx, token.idx + len(token)) for token in self._tokenize(plain)]
        reading = self._reading(shown([plain[start:end] for start, end in words]))
        for at, (start, end) in enumerate(words):
            span = Span(sentence.start + places[start], sentence.start + places[end - 1] + 1)
            form, pos, tag = span.of(text), reading.upos[at], reading.xpos[at]
            yield Token(
                span=span,
                text=form,
                lemma=self._lemmas.lemma(form, pos, tag),
                pos=pos,
                tag=tag,
                dep=reading.relations[at],
                head=reading.heads[at],
                entity=reading.names[at].partition("-")[2],
            )

    def _reading(self, words: Sequence[str]) -> Reading:
        """Read a sentence, an endless one in portions whose roots stand beside the first one's."""
        return reduce(Reading.followed_by, map(self._network.read, self._portions(words)))

    def _portions(self, words: Sequence[str]) -> Iterator[Sequence[str]]:
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
