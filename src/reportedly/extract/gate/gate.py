"""The walk of a page's sentences past the gate."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.frames import Frames
from reportedly.lexicon import ItemTable
from reportedly.model import BlockKind, Document, Gate, Place

from .events import EventWords, event_words
from .figures import FigurePlaces, Victims
from .lending import lenders, speakers
from .wording import Wording, wording

_GATED = frozenset({BlockKind.BODY, BlockKind.QUOTE, BlockKind.LIST, BlockKind.LIVE_UPDATE})


def make_gate(frames: Frames, items: ItemTable) -> Gate:
    """Return what keeps of a page's sentences those that may bear a claim, and those that these lean on.

    A figure passes where the reader of quantities sees one that a claim may count, an event where a
    trigger stands with all that its frame asks for. Headings, captions and tables pass whole, and so
    does the sentence that opens the story: it says whom "the hotel" means.
    """
    events = event_words(frames)
    return _ClaimGate(frames, events, Victims(frames, items, events.harms))


@dataclass(frozen=True, slots=True)
class _ClaimGate:
    frames: Frames
    events: EventWords
    victims: Victims

    def __call__(self, document: Document, sentences: Sequence[Place]) -> Iterable[Place]:
        """Return the sentences worth parsing, in their order."""
        spans = [span for _, span in sentences]
        wordings = [wording(span.of(document.text)) for span in spans]
        kept = list(self._kept(document, sentences, wordings))
        leaned_on = {*lenders(wordings, kept), *speakers(document, spans, kept)}
        return [place for at, place in enumerate(sentences) if kept[at] or at in leaned_on]

    def _kept(
        self, document: Document, sentences: Sequence[Place], wordings: Sequence[Wording]
    ) -> Iterator[bool]:
        figures = FigurePlaces(document.text, self.frames)
        lead = next((n for n, block in enumerate(document.blocks) if block.kind is BlockKind.BODY), None)
        for (block, span), words in zip(sentences, wordings, strict=True):
            kind = document.blocks[block].kind
            in_body = kind is BlockKind.BODY and block != lead
            opens = block == lead and span.start <= document.blocks[block].span.start
            yield (
                kind not in _GATED
                or opens
                or figures.in_sentence(span)
                or self.events.told_in(words, in_body=in_body)
                or self.victims.told_in(words)
            )
