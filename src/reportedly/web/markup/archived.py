"""A page as archived, claims lit in place: safe parts in, markup of ours out, every word escaped."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from reportedly.errors import LedgerError
from reportedly.ingest import Absent, Cut, Part, Tag, Words, as_archived
from reportedly.ledger import Ledger
from reportedly.model import Block, Claim, Document, Span

from .grammar import shown
from .lighting import Piece, pieces


@dataclass(frozen=True, slots=True)
class Archived:
    """An archived page for the reader: its markup, and why there is none.

    ``unlit`` are claims whose words stand in a part that a reader does not see
    (the window's title, or beyond a cut); ``cut`` is true where the page is longer.
    """

    markup: str = ""
    fault: str | None = None
    unlit: frozenset[str] = frozenset()
    cut: bool = False


def archived(ledger: Ledger, document: Document, claims: Sequence[Claim], chosen: str | None) -> Archived:
    """Return a page as archived with its claims lit, or why it cannot be shown so."""
    try:
        parts = as_archived(ledger.body(document), document)
    except LedgerError as error:
        return Archived(fault=str(error))
    if parts is None:
        kind = "a PDF" if "pdf" in document.media_type else "plain text"
        return Archived(fault=f"This page is {kind}: it has no layout that could be shown here.")
    light = _Light(document, claims, chosen)
    markup = "".join(light.over(parts))
    unlit = frozenset(claim.id for claim in claims) - light.lit
    return Archived(markup, None, unlit, light.cut)


class _Light:
    """Turns parts into markup, and remembers which claims it lit."""

    def __init__(self, document: Document, claims: Sequence[Claim], chosen: str | None) -> None:
        self._document = document
        self._chosen = chosen
        self._starts = [block.span.start for block in document.blocks]
        self._borne: dict[int, list[Claim]] = {}
        for claim in claims:
            self._borne.setdefault(self._at(claim.evidence.span), []).append(claim)
        self.lit: set[str] = set()
        self.cut = False

    def over(self, parts: Iterable[Part]) -> Iterator[str]:
        """Yield the markup of some parts."""
        for part in parts:
            match part:
                case Words(text, None):
                    yield escape(text)
                case Words(text, span):
                    assert span is not None
                    yield from self._words(text, span)
                case Absent(what, words):
                    told = f"{what}: {words}" if words else what
                    yield f'<span class="absent">[{escape(told)}]</span>'
                case Cut():
                    self.cut = True
                case Tag():
                    yield _tag(part)

    def _at(self, span: Span) -> int:
        return bisect_right(self._starts, span.start) - 1

    def _words(self, raw: str, span: Span) -> Iterator[str]:
        at = self._at(span)
        block: Block = self._document.blocks[at]
        yield " " if raw[:1].isspace() else ""
        if block.kind.furniture:
            yield f'<span class="grey">{escape(span.of(self._document.text))}</span>'
        else:
            for piece in pieces(self._document.text, span, self._borne.get(at, ())):
                yield self._piece(piece)
        yield " " if raw[-1:].isspace() else ""

    def _piece(self, piece: Piece) -> str:
        self.lit |= set(piece.claims)
        return shown(piece, self._chosen)


def _tag(tag: Tag) -> str:
    """Return one plain tag; a link's words stay, and where it led is not followed."""
    if tag.name == "a":
        return "</span>" if tag.closes else '<span class="was-link">'
    if tag.closes:
        return f"</{tag.name}>"
    across, down = tag.reach
    reach = f' colspan="{across}"' * (across > 1) + f' rowspan="{down}"' * (down > 1)
    return f"<{tag.name}{reach}>"
