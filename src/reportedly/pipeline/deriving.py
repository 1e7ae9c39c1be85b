"""The walk across pages: what is derived is kept in the ledger, and kept up.

A new page touches its own rows, the pages whose words it has, the sayings near
it and the cells of their claims. Only these are derived again, by the same
functions that derive the whole, so that the rows are the same either way.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.ledger import ClaimFilter, DerivedRow, Ledger, Mark, ToldRow
from reportedly.lexicon import ItemTable, load_items
from reportedly.model import Claim, Copy, Document, Drift, Origin, decode, encode
from reportedly.reconcile import (
    COMMON,
    SHARED_SAMPLES,
    Decisions,
    Row,
    Told,
    asks,
    cell_rows,
    claims_of,
    copies_of,
    decide,
    find_copies,
    grouped,
    kept,
    keys,
    page_rows,
    page_told,
    placed,
    rank,
    row_id,
    settle,
    sketch,
    tell,
    tell_all,
)

MANY = 5000


def refresh(ledger: Ledger, items: ItemTable | None = None) -> int:
    """Derive what new pages and reviews touch; return how many pages were taken up.

    A ledger that has never been derived, and is of a common size, is derived
    whole, which is quicker and gives the same rows.
    """
    stale = ledger.derived.stale()
    if not stale:
        return 0
    known = items or load_items()
    if len({mark.document for mark in stale}) == ledger.page_count() <= MANY:
        rebuild(ledger, known)
        return len({mark.document for mark in stale})
    decisions = decide(ledger.reviews())
    for mark in stale:
        with ledger.derived.writing():
            _Touch(ledger, known, decisions).page(mark)
    return len({mark.document for mark in stale})


def rebuild(ledger: Ledger, items: ItemTable | None = None) -> None:
    """Drop all that is derived and derive it again from pages, claims and reviews."""
    known = items or load_items()
    with ledger.derived.writing():
        ledger.derived.empty()
        names = ledger.derived.pages()
        documents = {name: _document(ledger, name) for name in names}
        sketches = {name: sketch(document) for name, document in documents.items()}
        copies = find_copies(sketches.values())
        claims = (claim for name in names for claim in _claims(ledger, name))
        tolds = tell_all(documents, claims, copies, decide(ledger.reviews()), known)
        for name, page in sketches.items():
            ledger.derived.place(name, page.rank, page.sample)
        for mark in ledger.derived.stale():
            ledger.derived.reach(mark)
        tolds, origins, found = settle(tolds, known)
        ledger.derived.keep_told(_told_row(told, known) for told in tolds)
        ledger.derived.put(_row(copy, f"copy:{copy.document}") for copy in copies)
        _put_origins(ledger, tolds, origins)
        for group in grouped(tolds, "document"):
            ledger.derived.put(_row(row, f"page:{group[0].claim.document}") for row in page_rows(group))
        for group in grouped(tolds, "cell"):
            ledger.derived.put(_row(row, f"cell:{group[0].cell}") for row in cell_rows(group, known))
        _put_drifts(ledger, tolds, found)


@dataclass(slots=True)
class _Touch:
    """One page's arrival: what it touches, gathered step by step."""

    ledger: Ledger
    items: ItemTable
    decisions: Decisions
    components: set[str] = field(default_factory=set)
    cells: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)

    def page(self, mark: Mark) -> None:
        """Derive again whatever a page touches."""
        document = _document(self.ledger, mark.document)
        page = sketch(document)
        self.ledger.derived.place(document.id, page.rank, page.sample)
        self.ledger.derived.reach(mark)
        touched = {document.id} | self._copying(document)
        touched |= {other for name in sorted(touched) for other in self._joined(name)}
        tolds = [told for name in sorted(touched) for told in self._tell(name)]
        self._origins(tolds)
        for name in touched:
            owned = [decode(Told, record) for record in self.ledger.derived.told("document", name)]
            self._put(f"page:{name}", page_rows(owned))
        for cell in sorted(self.cells):
            members = [decode(Told, record) for record in self.ledger.derived.told("cell", cell)]
            self._put(f"cell:{cell}", cell_rows(members, self.items))

    def _copying(self, document: Document) -> set[str]:
        """Settle anew what a page copies and who copies it; return the pages whose copies changed."""
        tables, changed = self.ledger.derived, set[str]()
        later = {name for _, order, name in tables.sharing(sketch(document).sample) if order > rank(document)}
        for name in sorted({document.id} | later):
            old = {decode(Copy, record) for record in tables.rows("Copy", owner=f"copy:{name}")}
            new = set(self._copies(name))
            if old != new:
                self._put(f"copy:{name}", new)
            if old != new or any(copy.of == document.id for copy in new):
                changed.add(name)
        return changed

    def _copies(self, name: str) -> Iterator[Copy]:
        page = sketch(_document(self.ledger, name))
        shared: Counter[str] = Counter()
        seen: Counter[int] = Counter()
        for value, order, other in self.ledger.derived.sharing(page.sample):
            seen[value] += 1
            if order < page.rank and seen[value] < COMMON:
                shared[other] += 1
        near = [other for other, times in shared.items() if times >= SHARED_SAMPLES]
        yield from copies_of(page, (sketch(_document(self.ledger, other)) for other in near))

    def _joined(self, document: str) -> Iterator[str]:
        """Yield the pages whose claims a person joined to a claim of this one."""
        own = {claim.id for claim in _claims(self.ledger, document)}
        for (claim, _), target in self.decisions.joined.items():
            entry = self.ledger.claim(claim) if target in own else None
            if entry:
                yield entry.page.id

    def _tell(self, name: str) -> Sequence[Told]:
        """Tell a page's claims anew, and forget how they were told."""
        for record in self.ledger.derived.told("document", name):
            old = decode(Told, record)
            self.components.add(old.component)
            self.cells.add(old.cell)
            self.origins.add(old.origin)
        self.ledger.derived.forget_told(name)
        tolds = self._page(name)
        targets = {told.id: told for other in self._targets(tolds) for told in self._page(other)}
        return [placed(told, self.decisions, targets) for told in tolds]

    def _page(self, name: str) -> Sequence[Told]:
        """Return a page's claims as they are told before people put them elsewhere."""
        copies = [decode(Copy, row) for row in self.ledger.derived.rows("Copy", owner=f"copy:{name}")]
        return page_told(self._plain(name), copies, {copy.of: self._plain(copy.of) for copy in copies})

    def _plain(self, name: str) -> tuple[Told, ...]:
        claims = kept(_claims(self.ledger, name), self.decisions)
        return tell(_document(self.ledger, name), claims, self.items)

    def _targets(self, tolds: Iterable[Told]) -> set[str]:
        """Return the pages of the claims that people joined these to."""
        own = {told.id for told in tolds}
        pages = set()
        for target in {target for (claim, _), target in self.decisions.joined.items() if claim in own}:
            entry = self.ledger.claim(target)
            if entry:
                pages.add(entry.page.id)
            self.components.update(
                decode(Told, record).component for record in self.ledger.derived.told("claim", target)
            )
        return pages

    def _origins(self, tolds: Sequence[Told]) -> None:
        """Settle the origins of these claims and of all that may be one utterance with them."""
        tables = self.ledger.derived
        for told in tolds:
            self.cells.add(told.cell)
            for key, within in asks(told, self.items) if told.day else ():
                assert told.day is not None
                self.components.update(tables.neighbours(key, told.day.toordinal(), within))
            for record in tables.told("claim", told.source or ""):
                self.components.add(decode(Told, record).component)
        old = {
            told.id: told
            for name in sorted(self.components)
            for told in (decode(Told, record) for record in tables.told("component", name))
        }
        settled, origins, found = settle([*old.values(), *tolds], self.items)
        for name in {t.component for t in settled} | self.components:
            tables.drop(f"component:{name}")
        for name in {t.origin for t in settled} | {t.origin for t in old.values()} | self.origins:
            tables.drop(f"origin:{name}")
        moved = [told for told in settled if old.get(told.id) != told]
        self.cells.update(told.cell for told in moved)
        tables.keep_told(_told_row(told, self.items) for told in moved)
        _put_origins(self.ledger, settled, origins)
        _put_drifts(self.ledger, settled, found)

    def _put(self, owner: str, rows: Iterable[Row]) -> None:
        self.ledger.derived.replace(owner, (_row(row, owner) for row in rows))


def _put_origins(ledger: Ledger, tolds: Iterable[Told], origins: Iterable[Origin]) -> None:
    component = {told.origin: told.component for told in tolds}
    ledger.derived.put(_row(origin, f"component:{component[origin.id]}") for origin in origins)


def _put_drifts(ledger: Ledger, tolds: Iterable[Told], drifts: Iterable[Drift]) -> None:
    origin = {told.id: told.origin for told in tolds}
    ledger.derived.put(_row(drift, f"origin:{origin[drift.after]}") for drift in drifts)


def _row(row: Row, owner: str) -> DerivedRow:
    return DerivedRow(type(row).__name__, row_id(row), owner, encode(row), claims_of(row))


def _told_row(told: Told, items: ItemTable) -> ToldRow:
    return ToldRow(
        told.id,
        told.claim.document,
        told.component,
        told.origin,
        told.cell,
        encode(told),
        keys(told, items),
        told.day.toordinal() if told.day else None,
    )


def _document(ledger: Ledger, name: str) -> Document:
    document = ledger.document(name)
    assert document is not None
    return document


def _claims(ledger: Ledger, document: str) -> list[Claim]:
    return [entry.claim for entry in ledger.entries(ClaimFilter(document=document))]
