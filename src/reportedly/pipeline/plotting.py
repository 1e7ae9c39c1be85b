"""Series, kept figure by figure: one page more touches what it changes, however long the line."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from reportedly.ledger import DerivedTables, ObservationRow
from reportedly.model import Series, SeriesKey, decode, encode
from reportedly.reconcile import Plotted, Told, plotted, series_id, spells

from .keeping import row_of

_OWNER = "series:"
Line = tuple[str, SeriesKey]


def plot(tables: DerivedTables, cells: Mapping[str, Mapping[str, Told | None]]) -> None:
    """Bring the series of some cells up after claims went, came or changed.

    ``cells`` holds such claims by cell and id, each as it now stands in the
    cell, or nothing. What comes of it is what ``reconcile.draw`` makes of all.
    """
    touched: dict[Line, set[str]] = defaultdict(set)
    moved = (claim for cell in cells.values() for claim in cell)
    for name in set(tables.observations.forget(moved)):
        owner, record = tables.observations.known(name)
        touched[owner.removeprefix(_OWNER), decode(Series, record).key].add(name)
    for cell, point in _came(cells):
        name = series_id(point.key, cell, point.day)
        tables.observations.put(_row(name, point))
        touched[cell, point.key].add(name)
    for line in sorted(touched):
        _part(tables, line, touched[line])


def _came(cells: Mapping[str, Mapping[str, Told | None]]) -> Iterator[tuple[str, Plotted]]:
    for cell, tolds in cells.items():
        for point in map(plotted, filter(None, tolds.values())):
            if point:
                yield cell, point


def _part(tables: DerivedTables, line: Line, changed: Collection[str]) -> None:
    """Part a line into its series: an event that grows at its head, or joins another, takes a new name."""
    (cell, key), rows = line, tables.observations
    owner = f"{_OWNER}{cell}"
    known = {one.id for one in (decode(Series, record) for record in rows.standing(owner)) if one.key == key}
    names = {*known, *changed}
    parts = {series_id(key, cell, first): (first, last) for first, last in spells(key, rows.days(names))}
    for name in known - parts.keys():
        rows.drop(name)
    for name, days in parts.items():
        moved = [rows.move(other, name, *days) for other in sorted(names - {name})]
        if name not in known:
            tables.put([row_of(Series(name, key, ()), owner)])
        if name in changed or any(moved):
            rows.weigh(name, key)


def _row(series: str, point: Plotted) -> ObservationRow:
    seen, (moment, rank, start, claim) = point.observation, point.order
    order = (moment, rank, start)
    return ObservationRow(series, claim, seen.document, seen.origin, point.day, order, encode(seen))
