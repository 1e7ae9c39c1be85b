"""What earlier readers marked on a page, gathered by sentence."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from reportedly.extract.modality import takes_back
from reportedly.extract.roles import Opening, openings
from reportedly.extract.tree import Tree, grow
from reportedly.frames import Frames, Words
from reportedly.lexicon import ActorTable, ItemTable
from reportedly.model import (
    Attribution,
    Block,
    BlockKind,
    Document,
    Mention,
    Quantity,
    Section,
    Sentence,
    Span,
    TimeExpression,
)

from .clauses import mended
from .levels import levelled
from .repair import handed, repaired
from .sections import section_of

Marked = TypeVar("Marked", Mention, TimeExpression)


@dataclass(frozen=True, slots=True)
class Marks:
    """All that is known of a page before its claims are read."""

    document: Document
    frames: Frames
    actors: ActorTable
    items: ItemTable
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    author: Mention | None = None
    ours: Mention | None = None
    topics: Mapping[int, Mention] = field(default_factory=dict)
    news: frozenset[str] = frozenset()
    doubted: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with its tree, its openings, and the marks that lie in it."""

    marks: Marks
    sentence: Sentence
    tree: Tree
    block: Block
    section: Section
    openings: tuple[Opening, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]

    @property
    def text(self) -> str:
        """The whole document's text: every span counts from its start."""
        return self.marks.document.text

    @property
    def classes(self) -> Words:
        """The word classes that rules ask for."""
        return self.marks.frames.words

    @property
    def topic(self) -> Mention | None:
        """The body that the page speaks of here."""
        return self.marks.topics.get(self.sentence.span.start)

    def words(self, span: Span) -> str:
        """Return the words under a span."""
        return span.of(self.marks.document.text)

    def token_at(self, offset: int) -> int | None:
        """Return the token that covers a character."""
        for index, token in enumerate(self.tree.tokens):
            if token.span.start <= offset < token.span.end:
                return index
        return None

    def tokens_in(self, span: Span) -> tuple[int, ...]:
        """Return the tokens that share characters with a span."""
        return tuple(self.tree.inside(span))

    def top(self, span: Span) -> int | None:
        """Return the token inside a span that governs the others there."""
        inside = self.tokens_in(span)
        heads = [self.tree.tokens[index].head for index in inside]
        tops = [i for i, head in zip(inside, heads, strict=True) if head == i or head not in inside]
        return next((i for i in tops if self.tree.tokens[i].pos != "DET"), tops[0] if tops else None)

    def dated(self, at: int) -> bool:
        """Is a token among words of time ("February" in "the invasion of February 2022")?"""
        return any(time.span.holds(self.tree.tokens[at].span) for time in self.times)

    def opened_at(self, at: int) -> Iterator[Opening]:
        """Yield what a token opens."""
        return (opening for opening in self.openings if opening.at == at)


def news_of(document: Document, sentences: Iterable[Sentence], frames: Frames) -> frozenset[str]:
    """Return the kinds of event that the headline speaks of."""
    heads = [s for s in sentences if document.blocks[s.block].kind is BlockKind.HEADLINE and s.tokens]
    return frozenset(o.frame.name for s in heads for o in openings(grow(s), frames) if o.trigger.event)


def doubted(sentences: Sequence[Sentence], attributions: Sequence[Attribution]) -> frozenset[int]:
    """Return where the sentences begin whose sayings a later one calls unverified.

    It means the nearest saying before it, at most two sentences away.
    """
    found: set[int] = set()
    for n, sentence in enumerate(sentences):
        if takes_back(sentence):
            before = (sentences[k].span for k in range(n - 1, max(-1, n - 3), -1))
            said = (s for s in before if any(c.meets(s) for a in attributions for c in a.content))
            found |= {span.start for span in islice(said, 1)}
    return frozenset(found)


def scenes(marks: Marks, sentences: Iterable[Sentence]) -> Iterator[Scene]:
    """Yield the sentences of a page that may bear claims, in text order."""
    blocks = marks.document.blocks
    for parsed in sentences:
        block = blocks[parsed.block]
        if block.kind.furniture or not parsed.tokens:
            continue
        quantities = _within(marks.quantities, parsed.span)
        named = held_in(marks.mentions, parsed.span)
        sentence = handed(
            mended(repaired(grow(parsed).sentence, quantities)), named, marks.frames.words.handing
        )
        sentence = levelled(sentence, marks.frames.words.putting)
        tree = grow(sentence)
        yield Scene(
            marks=marks,
            sentence=sentence,
            tree=tree,
            block=block,
            section=section_of(marks.document, sentence.block),
            openings=tuple(openings(tree, marks.frames)),
            quantities=quantities,
            times=held_in(marks.times, sentence.span),
            mentions=held_in(marks.mentions, sentence.span),
        )


def _within(quantities: Sequence[Quantity], span: Span) -> tuple[Quantity, ...]:
    return tuple(q for q in quantities if span.holds(q.number))


def held_in(marked: Sequence[Marked], span: Span) -> tuple[Marked, ...]:
    """Return what lies in a span of all that a page holds in text order."""
    first = bisect_left(marked, span.start, key=lambda mark: mark.span.start)
    last = bisect_left(marked, span.end, lo=first, key=lambda mark: mark.span.start)
    return tuple(mark for mark in marked[first:last] if mark.span.end <= span.end)
