"""The walk across pages: what is derived is kept in the ledger, and kept up.

A new page touches its own rows, the pages whose words it has, the sayings near
it and the cells of their claims. Only these are derived again, by the same
functions that derive the whole, so that the rows are the same either way.
"""

from collections.abc import Sequence

from reportedly.ledger import Ledger
from reportedly.lexicon import ItemTable, PlaceTable, load_items, load_places
from reportedly.model import Copy
from reportedly.reconcile import (
    Decisions,
    Told,
    cell_rows,
    decide,
    find_copies,
    firsts,
    grouped,
    heads,
    kept,
    link_sayings,
    page_rows,
    repeated,
    settle,
    sketch,
    tell,
    tell_all,
)

from .copying import Copying
from .keeping import claims_on, document_of, drift_rows, origin_rows, row_of, told_row
from .known import Known
from .plotting import plot
from .touching import Touch

MANY = 5000


def refresh(ledger: Ledger, items: ItemTable | None = None, places: PlaceTable | None = None) -> int:
    """Derive what new pages and reviews touch; return how many pages were taken up.

    A ledger that has never been derived, and is of a common size, is derived
    whole, which is quicker and gives the same rows; so is one that was derived
    by other rules, or with other places.
    """
    known = Known(items or load_items(), load_places() if places is None else places)
    kept_by = ledger.derived.rules()
    if kept_by is not None and kept_by != known.rules:
        rebuild(ledger, known.items, known.places)
        return ledger.page_count()
    stale = ledger.derived.stale()
    if not stale:
        return 0
    names = {mark.document for mark in stale}
    if len(names) == ledger.page_count() <= MANY:
        rebuild(ledger, known.items, known.places)
        return len(names)
    decisions = decide(ledger.reviews())
    for mark in stale:
        with ledger.derived.writing():
            Touch(ledger, known, decisions, Copying(ledger)).page(mark)
    return len(names)


def left_to_derive(ledger: Ledger, places: PlaceTable | None = None) -> int:
    """Return how many pages ``refresh`` would take up: all, where other rules filled the tables."""
    known = Known(load_items(), load_places() if places is None else places)
    if ledger.derived.rules() not in {None, known.rules}:
        return ledger.page_count()
    return len(ledger.derived.stale())


def rebuild(ledger: Ledger, items: ItemTable | None = None, places: PlaceTable | None = None) -> None:
    """Drop all that is derived and derive it again from pages, claims and reviews."""
    known = Known(items or load_items(), load_places() if places is None else places)
    with ledger.derived.writing():
        ledger.derived.empty()
        decisions = decide(ledger.reviews())
        plain: dict[str, tuple[Told, ...]] = {}
        copies = _copies_of_all(ledger, known, decisions, plain)
        for mark in ledger.derived.stale():
            ledger.derived.reach(mark, known.rules)
        tolds = tell_all(plain, copies, decisions)
        plain.clear()
        links = link_sayings(tolds, known.items)
        ledger.derived.link(links)
        tolds, origins, found = settle(tolds, links, known.items)
        ledger.derived.put(row_of(copy, f"copy:{copy.document}") for copy in copies)
        ledger.derived.put(origin_rows(tolds, origins))
        for group in grouped(tolds, "document"):
            ledger.derived.put(row_of(row, f"page:{group[0].claim.document}") for row in page_rows(group))
        for cell in grouped(tolds, "cell"):
            _put_cell(ledger, known, cell)
        ledger.derived.put(drift_rows(tolds, found))
    ledger.derived.settle()


def _put_cell(ledger: Ledger, known: Known, cell: Sequence[Told]) -> None:
    """Keep the claims of one cell, each with whether it stands for its thread, and what follows from them."""
    name, leading = cell[0].cell, firsts(cell)
    ledger.derived.keep_told(told_row(told, known.items, first=told.id in leading) for told in cell)
    plot(ledger.derived, {name: {told.id: told for told in cell}})
    ledger.derived.put(row_of(row, f"cell:{name}") for row in cell_rows(heads(cell), known.items))
    for origin in grouped(cell, "origin"):
        owner = f"thread:{name}|{origin[0].origin}"
        ledger.derived.put(row_of(row, owner) for row in repeated(origin))


def _copies_of_all(
    ledger: Ledger, known: Known, decisions: Decisions, plain: dict[str, tuple[Told, ...]]
) -> tuple[Copy, ...]:
    """Read every page once: place it, tell its claims into ``plain``, and return what copies what."""
    sketches = []
    for name in ledger.derived.pages():
        document = document_of(ledger, name)
        page = sketch(document)
        sketches.append(page)
        ledger.derived.place(name, page.rank, (*page.sample, *page.found_by), page.packed)
        claims = tuple(kept(claims_on(ledger, name), decisions))
        if claims:
            plain[name] = tell(document, claims, known.items, known.places)
    return find_copies(sketches)
