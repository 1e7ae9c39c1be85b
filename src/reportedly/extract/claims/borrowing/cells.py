"""A figure in a table: what its headers say that it counts, and when."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from reportedly.extract.claims.figures.choosing import Choice
from reportedly.extract.claims.figures.tied import Figure
from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.quantities import is_plural, singular
from reportedly.model import ActorKind, Cell, Link, SourceRole, Span, TimeExpression

_LONGEST_HEADER = 4


def headed(scene: Scene, figure: Figure) -> tuple[Figure, Choice, Cell] | None:
    """Return a cell's figure with the noun of its headers; nothing outside tables.

    A figure that names what it counts in its own cell keeps that; a cell whose headers
    name nothing countable leaves the figure a number of nothing.
    """
    cell = scene.marks.document.cell_at(figure.quantity.number)
    if cell is None:
        return None
    own = figure.noun is not None and cell.span.holds(scene.tree.tokens[figure.noun].span)
    if not own and not figure.money:
        unit = next(
            _countable(scene.words(h) for h in (*cell.column_headers[::-1], *cell.row_headers[::-1])), None
        )
        figure = replace(figure, noun=None, top=figure.number, quantity=replace(figure.quantity, unit=unit))
    kind = "money" if figure.money else "count"
    return figure, Choice(kind, None, figure.number, frozenset({figure.number})), cell


def _countable(headers: Iterable[str]) -> Iterator[str]:
    """Yield the headers that name many of something, in the singular: "Containers", not "Could hold"."""
    for header in headers:
        words = header.lower().split()
        if 0 < len(words) <= _LONGEST_HEADER and all(w.isalpha() for w in words) and is_plural(words[-1]):
            yield " ".join([*words[:-1], singular(words[-1])])


def in_cell(draft: Draft, cell: Cell) -> Draft:
    """Return a cell's draft with the source and time of its row; the row up to the figure is the evidence."""
    scene = draft.scene
    start = min((c.span.start for c in _row(scene, cell)), default=cell.span.start)
    return replace(
        draft,
        span=Span(start, draft.own.end),
        links=_source(scene, cell) or draft.links,
        time=_time(scene, cell),
        actor=None,
        recipient=None,
    )


def _row(scene: Scene, cell: Cell) -> tuple[Cell, ...]:
    tables = (t for t in scene.marks.document.tables if t.span.holds(cell.span))
    return tuple(c for t in tables for c in t.row(cell.row) if scene.sentence.span.holds(c.span))


def _source(scene: Scene, cell: Cell) -> tuple[Link, ...]:
    """Return who says a row's figures, where a column is headed "Source" or the like."""
    sources = scene.classes.sources
    for told in _row(scene, cell):
        if told.column_headers and scene.words(told.column_headers[-1]).lower() in sources:
            named = (
                m for m in scene.mentions if told.span.holds(m.span) and m.actor.kind is not ActorKind.PLACE
            )
            return tuple(
                Link(SourceRole.INSTITUTION, m.actor, m.words, "", source_spans=(m.span,))
                for m in islice(named, 1)
            )
    return ()


def _time(scene: Scene, cell: Cell) -> TimeExpression | None:
    """Return the time that heads a cell's column or its row, the first cell of the row included."""
    first = min((c.span for c in _row(scene, cell)), key=lambda s: s.start, default=cell.span)
    heads = (cell.span, *cell.column_headers, *cell.row_headers, first)
    return next((t for head in heads for t in scene.marks.times if head.holds(t.span)), None)
