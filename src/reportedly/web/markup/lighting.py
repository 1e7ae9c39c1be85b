"""A page's text cut where claims begin and end, so that their words can be lit."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.model import Block, Claim, Document, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words under the same claims; ``figure`` if it is a claim's number words."""

    words: str
    claims: tuple[str, ...]
    figure: bool
    begins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LitBlock:
    """One block of the page, its words in pieces, and the claims it bears in order."""

    block: Block
    pieces: tuple[Piece, ...]
    claims: tuple[Claim, ...]


def light(document: Document, claims: Sequence[Claim]) -> Iterator[LitBlock]:
    """Yield the blocks of a page with the words of its claims marked."""
    ordered = sorted(claims, key=_start)
    starts = [_start(claim) for claim in ordered]
    for block in document.blocks:
        first, last = bisect_left(starts, block.span.start), bisect_left(starts, block.span.end)
        borne = tuple(c for c in ordered[first:last] if block.span.holds(c.evidence.span))
        yield LitBlock(block, tuple(pieces(document.text, block.span, borne)), borne)


def _start(claim: Claim) -> int:
    return claim.evidence.span.start


def pieces(text: str, span: Span, claims: Sequence[Claim]) -> Iterator[Piece]:
    """Yield a stretch of the text, cut where claims and their number words begin and end."""
    if not claims:
        yield Piece(text[span.start : span.end], (), figure=False, begins=())
        return
    cuts = {span.start, span.end}
    for claim in claims:
        cuts |= {claim.evidence.span.start, claim.evidence.span.end}
        if claim.quantity:
            cuts |= {claim.quantity.number.start, claim.quantity.number.end}
    ends = sorted(cut for cut in cuts if span.start <= cut <= span.end)
    for start, end in pairwise(ends):
        over = [c for c in claims if c.evidence.span.start <= start and end <= c.evidence.span.end]
        figure = any(c.quantity and c.quantity.number.start <= start < c.quantity.number.end for c in over)
        begins = tuple(c.id for c in over if c.evidence.span.start == start)
        yield Piece(text[start:end], tuple(c.id for c in over), figure, begins)
