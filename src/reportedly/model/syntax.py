"""A parse: sentences of tokens with Universal Dependencies, free of any engine."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from .span import Span
from .text import Document

Place: TypeAlias = tuple[int, Span]  # a sentence before it is parsed: its block's index, its words
Gate: TypeAlias = Callable[[Document, Sequence[Place]], Iterable[Place]]  # keeps what is worth parsing


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a sentence (UD: lemma, UPOS, XPOS, relation, head).

    ``head`` is the index of the governor inside the sentence; the root points
    at itself. ``entity`` is the engine's guess at a name's type, or empty.
    """

    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``block`` is the index of its block in the document."""

    span: Span
    tokens: tuple[Token, ...]
    block: int

    def __hash__(self) -> int:
        """Hash by place alone: tokens are many, and no two sentences of a page share a place."""
        return hash((self.span, self.block))

    @property
    def root(self) -> int:
        """The index of the token that governs all others (0 if none says so)."""
        return next((i for i, t in enumerate(self.tokens) if t.head == i), 0)

    def children(self, of: int) -> Iterator[int]:
        """Yield the direct dependents of a token, left to right."""
        return (i for i, t in enumerate(self.tokens) if t.head == of and i != of)

    def subtree(self, of: int) -> tuple[int, ...]:
        """Return a token and all that hangs on it, left to right."""
        held = {of}
        queue = [of]
        while queue:
            at = queue.pop()
            fresh = [i for i in self.children(at) if i not in held]
            held.update(fresh)
            queue.extend(fresh)
        return tuple(sorted(held))

    def ancestors(self, of: int) -> Iterator[int]:
        """Yield a token's governor, its governor's governor, up to the root."""
        seen = {of}
        at = self.tokens[of].head
        while at not in seen:
            yield at
            seen.add(at)
            at = self.tokens[at].head


@dataclass(frozen=True, slots=True)
class Parse:
    """The sentences of one document that were worth parsing, in text order."""

    document: str
    parser: str
    sentences: tuple[Sentence, ...]

    def within(self, span: Span) -> Iterator[Sentence]:
        """Yield the sentences that share words with a span."""
        return (s for s in self.sentences if s.span.meets(span))
