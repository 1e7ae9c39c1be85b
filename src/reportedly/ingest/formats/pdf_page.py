"""One page of a PDF: its characters as pieces of lines, heads and feet apart from what is told."""

import ctypes
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as _raw

from reportedly.ingest.tree.walk import canonical

from .pdf_columns import Paragraph, Piece, read_columns, rows_of

_MOST_CHARACTERS = 60_000
_EDGE = 0.12  # heads and feet stand in the outer eighth of a page
_MOST_EDGES = 3
_NUMBER = re.compile(
    r"(?:page|p\.|seite|página|-|–)?\s*\d{1,4}(?:\s*(?:/|of|von|sur|de)\s*\d{1,4})?\s*[-–]?", re.IGNORECASE
)
pdfium: Any = _raw  # its names are made at import, so no checker sees them
Box = tuple[float, float, float, float]
_HYPHENS = frozenset({0x02, 0xFFFE, 0xAD})
_BLANK = frozenset({0x20, 0xA0, 0x09, 0x0A, 0x0D, 0x00, 0x2002, 0x2003, 0x2009, 0x3000})


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a page; ``edge`` is true where a head or foot of the page would stand."""

    words: str
    size: float
    edge: bool


def parts_of(pdf: pypdfium2.PdfDocument, number: int) -> list[Part]:
    """Return a page's paragraphs in reading order: what heads it, its columns, what foots it.

    Only the page itself is looked at, so that its parts can be found again alone.
    """
    try:
        page = pdf[number]
        text = page.get_textpage()
        pieces = list(_pieces(text))
        height = float(page.get_height())
    except pypdfium2.PdfiumError:  # one broken page does not spoil the others
        return []
    heads, feet = _edges(pieces, height)
    told = [piece for piece in pieces if piece not in heads and piece not in feet]
    return [
        *(Part(p.words, p.size, edge=True) for p in _lines(heads)),
        *(Part(p.words, p.size, edge=False) for p in read_columns(told)),
        *(Part(p.words, p.size, edge=True) for p in _lines(feet)),
    ]


def _lines(pieces: frozenset[Piece]) -> Iterator[Paragraph]:
    """Yield the lines of a head; one headline of several lines stays one."""
    yield from (p for p in read_columns(sorted(pieces, key=lambda p: (-p.middle, p.left))) if p.words)


def _pieces(text: pypdfium2.PdfTextPage) -> Iterator[Piece]:
    """Yield the stretches of characters that stand together on a line, in the file's order."""
    held: list[str] = []
    left = bottom = right = top = 0.0
    for mark, (mark_left, mark_bottom, mark_right, mark_top) in _marks(text):
        middle, size = (mark_bottom + mark_top) / 2, top - bottom
        if held and not (bottom < middle < top and -size < mark_left - right < size):
            yield from _piece(held, (left, bottom, right, top))
            held = []
        if not held:
            left, bottom, right, top = mark_left, mark_bottom, mark_right, mark_top
        elif mark_top - mark_bottom > size:
            bottom, top = mark_bottom, mark_top
        right = max(right, mark_right)
        held.append(mark)
    yield from _piece(held, (left, bottom, right, top))


def _marks(text: pypdfium2.PdfTextPage) -> Iterator[tuple[str, Box]]:
    """Yield the characters that can be seen, each with the blank before it, and its box."""
    raw, box = text.raw, pdfium.FS_RECTF()
    place, code_of, box_of = ctypes.byref(box), pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    gap = ""
    for at in range(min(pdfium.FPDFText_CountChars(raw), _MOST_CHARACTERS)):
        code = code_of(raw, at)
        if code in _BLANK:
            gap = " "
        elif box_of(raw, at, place) and box.top > box.bottom:
            yield gap + _character(code), (box.left, box.bottom, box.right, box.top)
            gap = ""


def _character(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def _piece(held: list[str], box: Box) -> Iterator[Piece]:
    words = canonical("".join(held))
    if words:
        yield Piece(words, *box)


def _edges(pieces: Sequence[Piece], height: float) -> tuple[frozenset[Piece], frozenset[Piece]]:
    """Return what stands at the top and at the bottom, in the margin and apart from the rest."""
    rows = rows_of(pieces)
    top = _outer(rows, lambda row: row.middle > height * (1 - _EDGE))
    bottom = _outer(rows[::-1], lambda row: row.middle < height * _EDGE)
    heads = frozenset(p for p in pieces for row in top if row.bottom <= p.middle <= row.top)
    feet = frozenset(p for p in pieces for row in bottom if row.bottom <= p.middle <= row.top)
    return heads, feet - heads


def _outer(rows: Sequence[Piece], in_margin: Callable[[Piece], bool]) -> list[Piece]:
    """Return the outermost rows that lie in the margin, up to a clear gap; a page number needs none."""
    outer: list[Piece] = []
    for at, row in enumerate(rows[:_MOST_EDGES]):
        if at + 1 == len(rows):
            break
        if not at and is_page_number(row.words):
            outer = [row]
        if not in_margin(row):
            break
        inner = rows[at + 1]
        if max(inner.bottom - row.top, row.bottom - inner.top) > row.size:
            outer = list(rows[: at + 1])
    return outer


def is_page_number(words: str) -> bool:
    """Is it "7", "Page 7 of 12" or "- 7 -"?"""
    return bool(_NUMBER.fullmatch(words))
