"""A parsed document laid out for naming: trees, and the token at each offset."""

from bisect import bisect_right
from dataclasses import dataclass

from reportedly.extract.tree import Tree, grow
from reportedly.model import Document, Parse, Span


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with its trees; ``starts`` are the offsets where sentences begin."""

    document: Document
    trees: tuple[Tree, ...]
    starts: tuple[int, ...]

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def sentence_at(self, offset: int) -> int | None:
        """Return the index of the sentence that holds an offset."""
        i = bisect_right(self.starts, offset) - 1
        return i if i >= 0 and offset < self.trees[i].sentence.span.end else None

    def tokens_in(self, span: Span) -> tuple[int, list[int]] | None:
        """Return the sentence of a stretch and its tokens there."""
        i = self.sentence_at(span.start)
        if i is None:
            return None
        held = self.trees[i].inside(span)
        return (i, held) if held else None

    def head_of(self, span: Span) -> tuple[int, int] | None:
        """Return the sentence and the token of a stretch that governs the rest of it."""
        found = self.tokens_in(span)
        if found is None:
            return None
        i, held = found
        inside = set(held)
        tree = self.trees[i]
        head = next(
            (k for k in held if tree.tokens[k].head not in inside or tree.tokens[k].head == k), held[-1]
        )
        return i, head


def stage(document: Document, parse: Parse) -> Scene:
    """Lay a parse out for naming."""
    trees = tuple(grow(s) for s in parse.sentences)
    return Scene(document, trees, tuple(t.sentence.span.start for t in trees))
