"""One cue as it is first read: its words, its source, its content, no chain yet."""

from dataclasses import dataclass
from enum import StrEnum

from reportedly.extract.tree import Tree, spans_of, trim
from reportedly.model import Span


class Kind(StrEnum):
    """What a cue does with its content."""

    SAY = "say"
    HOLD = "hold"
    SHOW = "show"
    WILL = "will"
    JUDGE = "judge"
    NOUN = "noun"
    PHRASE = "phrase"
    CITING = "citing"
    PASSIVE = "passive"
    ADVERB = "adverb"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Draft:
    """A cue, its source and its content.

    ``tree`` and ``at`` are the cue's sentence and token; ``speaker`` the head
    token of the source in that sentence, nothing where the source stands
    elsewhere or nowhere; ``own`` covers the cue's own clause.
    """

    tree: Tree
    at: int
    kind: Kind
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    speaker: int | None = None
    own: Span | None = None
    addressee: str | None = None
    occasion: str | None = None

    @property
    def lemma(self) -> str:
        """The cue's own word, in its dictionary form."""
        return self.tree.lemmas[self.at]


def pieces(tree: Tree, indices: list[int], text: str) -> tuple[Span, ...]:
    """Turn tokens into trimmed stretches of text, bridging bare punctuation."""
    joined: list[Span] = []
    for span in spans_of(tree, indices):
        if joined and not any(c.isalnum() for c in text[joined[-1].end : span.start]):
            joined[-1] = joined[-1].cover(span)
        else:
            joined.append(span)
    cut = (trim(text, s) for s in joined)
    return tuple(s for s in cut if s is not None)
