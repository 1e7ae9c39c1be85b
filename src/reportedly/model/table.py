"""A table of a page: its cells, each with the header cells that say what it tells of."""

from dataclasses import dataclass

from .span import Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that has words, where it stands, and its headers, outermost first.

    ``row`` and ``column`` count from 0; ``rows`` and ``columns`` are how many it
    covers. ``column_headers`` stand over it; ``row_headers`` stand before it in its
    row, or head the group of rows that it is one of. All are spans of the
    document's text.
    """

    span: Span
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    header: bool = False
    column_headers: tuple[Span, ...] = ()
    row_headers: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in reading order; ``caption`` is the table's own, or the heading right above it.

    Each row of plain cells is one block of the document, whose path finds the
    whole row in the archived page.
    """

    span: Span
    cells: tuple[Cell, ...]
    caption: Span | None = None

    def cell_at(self, span: Span) -> Cell | None:
        """Return the cell that holds a span, or nothing if none does."""
        if not self.span.holds(span):
            return None
        return next((cell for cell in self.cells if cell.span.holds(span)), None)

    def row(self, number: int) -> tuple[Cell, ...]:
        """Return the cells that reach into a row, left to right."""
        return tuple(cell for cell in self.cells if cell.row <= number < cell.row + cell.rows)
