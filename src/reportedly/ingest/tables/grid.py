"""A table's cells on their grid, each with the header cells that stand over and before it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from reportedly.model import Cell, Span, Table

_MOST_PLACES = 20_000
_NUMBER = re.compile(r"[\s(~≈<>≥≤+±−–—-]*[$€£¥₹]?\s?\d[\d.,'\s\u00a0\u202f/:()–—-]*%?\+?")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-/–]\s?(?:\d\d){1,2})?")
_NOTHING = re.compile(r"[\W_]*|n/?a|none|unknown|tbc|tba", re.IGNORECASE)


class Role(Enum):
    """What a cell is for: to tell, or to say what the cells below, beside or after it tell."""

    DATA = "data"
    COLUMN = "column"
    ROW = "row"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Laid:
    """A cell as its row gives it; without a span where it has no words."""

    words: str
    span: Span | None
    role: Role = Role.DATA
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class _Placed:
    laid: Laid
    row: int
    column: int
    rows: int
    columns: int

    @property
    def role(self) -> Role:
        return self.laid.role


def build_table(rows: Sequence[Sequence[Laid]], caption: Span | None = None) -> Table | None:
    """Return the table that rows of cells make; nothing for one too small, or too large, to be one."""
    placed = _place(_innermost(rows))
    width = max((cell.column + cell.columns for cell in placed), default=0)
    if width < 2 or len({cell.row for cell in placed if cell.laid.span}) < 2:
        return None
    cells = tuple(_headed(_with_guesses(_with_groups(placed, width), width)))
    if not any(not cell.header for cell in cells):
        return None
    whole = cells[0].span
    for cell in cells:
        whole = whole.cover(cell.span)
    return Table(whole.cover(caption) if caption else whole, cells, caption)


def _innermost(rows: Sequence[Sequence[Laid]]) -> list[list[Laid]]:
    """Leave words to the innermost of cells that a broken page nests: an unclosed cell holds the next row."""
    worded = [laid for row in rows for laid in row if laid.span is not None]
    outer = {
        id(one)
        for one, after in pairwise(worded)
        if one.span is not None and after.span is not None and one.span.meets(after.span)
    }
    return [
        [replace(laid, words="", span=None) if id(laid) in outer else laid for laid in row] for row in rows
    ]


def is_number(words: str) -> bool:
    """Is it a bare figure, as cells hold them: "1,200", "≥ 40", "12.5 %", "$3.4"?"""
    return bool(_NUMBER.fullmatch(words.strip()))


def _place(rows: Sequence[Sequence[Laid]]) -> list[_Placed]:
    """Put each cell at its row and column; what spans rows pushes later cells aside."""
    taken: set[tuple[int, int]] = set()
    placed: list[_Placed] = []
    for at, row in enumerate(rows):
        column = 0
        for laid in row:
            while (at, column) in taken:
                column += 1
            tall = min(laid.rows or len(rows), len(rows) - at)
            placed.append(_Placed(laid, at, column, tall, laid.columns))
            taken.update((at + y, column + x) for y in range(tall) for x in range(laid.columns))
            column += laid.columns
            if len(taken) > _MOST_PLACES:
                return []
    return placed


def _with_groups(placed: list[_Placed], width: int) -> list[_Placed]:
    """Mark rows of one wide cell: they head the rows that follow."""
    rows = _by_row(placed)
    worded = {row: [cell for cell in cells if cell.laid.span] for row, cells in rows.items()}
    alone = {
        row
        for row, cells in worded.items()
        if len(cells) == 1 and _is_wide(cells[0], rows[row], width) and not is_number(cells[0].laid.words)
    }
    alone -= {max(worded, default=0)}  # a note below the last row heads nothing
    return [_as(cell, Role.GROUP) if cell.row in alone and cell.laid.span else cell for cell in placed]


def _is_wide(cell: _Placed, row: list[_Placed], width: int) -> bool:
    return cell.rows == 1 and cell.column == 0 and (cell.columns >= width or len(row) == 1)


def _with_guesses(placed: list[_Placed], width: int) -> list[_Placed]:
    """Guess headers where nothing names them: words over figures, names before figures."""
    told = {cell.role for cell in placed}
    if Role.COLUMN not in told:
        first = _heading_row(placed)
        placed = [_as(cell, Role.COLUMN) if cell.row == first else cell for cell in placed]
    if Role.ROW not in told:
        side = _naming_column(placed, width)
        placed = [
            _as(cell, Role.ROW) if cell.column == side and cell.role is Role.DATA else cell for cell in placed
        ]
    return placed


def _heading_row(placed: list[_Placed]) -> int | None:
    """Return the first row of several cells, if it has words, or years, where columns have figures."""
    rows = _by_row(cell for cell in placed if cell.role is Role.DATA)
    several = [row for row in sorted(rows) if sum(bool(cell.laid.span) for cell in rows[row]) > 1]
    if len(several) < 2:
        return None
    first = several[0]
    heads = [cell for cell in rows[first] if cell.laid.span]
    if any(is_number(cell.laid.words) and not _YEAR.fullmatch(cell.laid.words) for cell in heads):
        return None
    below = _columns(cell for row in several[1:] for cell in rows[row])
    counted = any(_counts(below.get(head.column, [])) for head in heads)
    years = any(_YEAR.fullmatch(cell.laid.words) for cell in heads)
    dated = all(_YEAR.fullmatch(words) for head in heads[1:] for words in below.get(head.column, []))
    return first if counted and not (years and dated) else None


def _counts(words: list[str]) -> bool:
    told = [w for w in words if not _NOTHING.fullmatch(w)]
    return bool(told) and sum(is_number(w) for w in told) * 2 >= len(told)


def _naming_column(placed: list[_Placed], width: int) -> int | None:
    """Return the first column that holds names rather than figures; a rank is passed over."""
    below = _columns(cell for cell in placed if cell.role is Role.DATA)
    for column in range(min(width - 1, 2)):
        words = [w for w in below.get(column, []) if not _NOTHING.fullmatch(w)]
        if words and sum(is_number(w) and not _YEAR.fullmatch(w) for w in words) * 2 <= len(words):
            return column
    return None


def _columns(cells: Iterator[_Placed]) -> dict[int, list[str]]:
    columns: dict[int, list[str]] = defaultdict(list)
    for cell in cells:
        columns[cell.column].append(cell.laid.words)
    return columns


def _by_row(cells: Sequence[_Placed] | Iterator[_Placed]) -> dict[int, list[_Placed]]:
    rows: dict[int, list[_Placed]] = defaultdict(list)
    for cell in cells:
        rows[cell.row].append(cell)
    return rows


def _as(cell: _Placed, role: Role) -> _Placed:
    return replace(cell, laid=replace(cell.laid, role=role))


def _headed(placed: list[_Placed]) -> Iterator[Cell]:
    """Yield each cell that has words with its headers, row by row."""
    over: dict[int, tuple[_Placed, ...]] = {}
    group: tuple[Span, ...] = ()
    sides: dict[int, list[_Placed]] = defaultdict(list)
    for _, cells in sorted(_by_row(placed).items()):
        for cell in (cell for cell in cells if cell.role is Role.ROW):
            for row in range(cell.row, cell.row + cell.rows):
                sides[row].append(cell)
        group = next((_spans([cell]) for cell in cells if cell.role is Role.GROUP), group)
        yield from (found for cell in cells for found in _told(cell, over, sides[cell.row], group))
        _stack(over, cells)


def _told(
    cell: _Placed, over: dict[int, tuple[_Placed, ...]], sides: list[_Placed], group: tuple[Span, ...]
) -> Iterator[Cell]:
    span = cell.laid.span
    if span is None:
        return
    columns = range(cell.column, cell.column + cell.columns)
    heads = dict.fromkeys(head for column in columns for head in over.get(column, ()))
    before = [side for side in sides if side.column < cell.column]
    grouped = () if cell.role in (Role.GROUP, Role.COLUMN) else group
    header = cell.role is not Role.DATA
    size = (cell.row, cell.column, cell.rows, cell.columns)
    yield Cell(
        span, *size, header, _spans(heads) if cell.role is not Role.GROUP else (), (*grouped, *_spans(before))
    )


def _spans(cells: Sequence[_Placed] | dict[_Placed, None]) -> tuple[Span, ...]:
    return tuple(cell.laid.span for cell in cells if cell.laid.span)


def _stack(over: dict[int, tuple[_Placed, ...]], cells: list[_Placed]) -> None:
    """Put header cells over their columns: on top of the one right above, or in place of old ones."""
    for cell in (cell for cell in cells if cell.role is Role.COLUMN):
        for column in range(cell.column, cell.column + cell.columns):
            above = over.get(column, ())
            joins = bool(above) and above[-1].row + above[-1].rows == cell.row
            over[column] = (*above, cell) if joins else (cell,)
