"""The tables of an HTML page: rows, headers as the markup names them, captions."""

from collections.abc import Iterator, Sequence

from lxml import etree

from reportedly.ingest.tree.walk import Walk
from reportedly.model import Block, BlockKind, Span, Table

from .grid import Laid, Role, build_table

_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WIDEST, _TALLEST = 1000, 65_534  # as browsers cap colspan and rowspan
_LONGEST = 600  # a cell beyond this holds a story, not a datum
_FAR_CAPTION = 200
_SCOPES = {"col": Role.COLUMN, "colgroup": Role.COLUMN, "row": Role.ROW, "rowgroup": Role.ROW}


def find_tables(root: etree._Element, walk: Walk, blocks: Sequence[Block], text: str) -> tuple[Table, ...]:
    """Return the tables that tell something; those for layout, and those in furniture, are none."""
    elements = [element for element in root.iter("table") if _tells(element)]
    if not elements:
        return ()
    page = _Page(walk, blocks, text)
    return tuple(table for element in elements if (table := page.table(element)))


def _tells(element: etree._Element) -> bool:
    laid_out = (element.get("role") or "").lower() in ("presentation", "none")
    return not laid_out and element.find(".//table") is None and element.find(".//tr") is not None


class _Page:
    """One page's blocks, found by the elements that hold them."""

    def __init__(self, walk: Walk, blocks: Sequence[Block], text: str) -> None:
        self._walk = walk
        self._blocks = blocks
        self._text = text
        self._nodes = {node.element: at for at, node in enumerate(walk.nodes)}
        self._held: dict[int, tuple[int, int]] = {}  # node: the first and last of its runs
        for at, run in enumerate(walk.runs):
            node = run.node
            while node >= 0:
                self._held[node] = (self._held.get(node, (at, at))[0], at)
                node = walk.nodes[node].up

    def table(self, element: etree._Element) -> Table | None:
        runs = self._held.get(self._nodes.get(element, -1))
        if runs is None or all(b.kind.furniture for b in self._blocks[runs[0] : runs[1] + 1]):
            return None
        rows = [list(self._cells(row)) for row in element.iter("tr")]
        if any(len(cell.words) > _LONGEST for row in rows for cell in row):
            return None
        return build_table(rows, self._caption(element, runs[0]))

    def _cells(self, row: etree._Element) -> Iterator[Laid]:
        cells = list(row.iterchildren("td", "th"))
        heading = _is_heading_row(row, cells)
        for cell in cells:
            span = self._span(cell)
            words = span.of(self._text) if span else ""
            yield Laid(words, span, _role(cell, heading=heading), _tall(cell), _wide(cell))

    def _span(self, cell: etree._Element) -> Span | None:
        if cell in self._walk.cells:
            run, within = self._walk.cells[cell]
            return within.shift(self._blocks[run].span.start)
        held = self._held.get(self._nodes.get(cell, -1))
        return self._blocks[held[0]].span.cover(self._blocks[held[1]].span) if held else None

    def _caption(self, element: etree._Element, first: int) -> Span | None:
        """Return the table's own caption, its figure's, or the heading or lead-in right above it."""
        figure = next(element.iterancestors("figure"), None)
        owns = [element.find("caption"), figure.find(".//figcaption") if figure is not None else None]
        for own in owns:
            held = self._held.get(self._nodes.get(own, -1)) if own is not None else None
            if held:
                return self._blocks[held[0]].span.cover(self._blocks[held[1]].span)
        above = self._blocks[first - 1] if first else None
        if above is None or len(above.span) > _FAR_CAPTION:
            return None
        heads = above.kind is BlockKind.SUBHEAD or (
            above.kind is BlockKind.BODY and above.span.of(self._text).endswith(":")
        )
        return above.span if heads else None


def _is_heading_row(row: etree._Element, cells: Sequence[etree._Element]) -> bool:
    """Is it a row of headers: in a thead, all <th>, or all in bold?"""
    parent = row.getparent()
    if parent is not None and parent.tag == "thead":
        return True
    worded = [cell for cell in cells if "".join(map(str, cell.itertext())).strip()]
    if len(worded) < 2:
        return False
    first = row.getprevious() is None
    return all(c.tag == "th" and c.get("scope") != "row" for c in worded) or (
        first and all(map(_is_bold, worded))
    )


def _is_bold(cell: etree._Element) -> bool:
    bold = "".join("".join(map(str, e.itertext())) for e in cell.iter("b", "strong"))
    return bool(bold.strip()) and bold.split() == "".join(map(str, cell.itertext())).split()


def _role(cell: etree._Element, *, heading: bool) -> Role:
    told = _SCOPES.get((cell.get("scope") or "").lower()) if cell.tag == "th" else None
    if told is not None:
        return told
    if heading:
        return Role.COLUMN
    return Role.ROW if cell.tag == "th" else Role.DATA


def _wide(cell: etree._Element) -> int:
    return _count(cell.get("colspan"), _WIDEST) or 1


def _tall(cell: etree._Element) -> int:
    """Return how many rows it covers; 0 is all that follow."""
    return _count(cell.get("rowspan"), _TALLEST)


def _count(words: str | None, most: int) -> int:
    digits = (words or "1").strip()
    return min(int(digits[:6]), most) if digits.isascii() and digits.isdigit() else 1
