"""The walk across pages: what is derived is kept in the ledger, and kept up.

A new page touches its own rows, the pages whose words it has, the sayings near
it and the cells of their claims. Only these are derived again, by the same
functions that derive the whole, so that the rows are the same either way.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reportedly.ledger import Ledger, Mark
from reportedly.lexicon import ItemTable, PlaceTable, load_items, load_places
from reportedly.model import Copy, Document, decode, stable_id
from reportedly.reconcile import (
    COMMON,
    SHARED_SAMPLES,
    Decisions,
    Row,
    Sketch,
    Told,
    asks,
    cell_rows,
    copies_of,
    decide,
    find_copies,
    grouped,
    kept,
    link_sayings,
    page_rows,
    page_told,
    placed,
    settle,
    sketch,
    tell,
    tell_all,
)

from .keeping import claims_on, document_of, put_drifts, put_origins, row_of, told_row

MANY = 5000
RULES = "3"  # raised with every change of what is derived from the same claims


def refresh(ledger: Ledger, items: ItemTable | None = None, places: PlaceTable | None = None) -> int:
    """Derive what new pages and reviews touch; return how many pages were taken up.

    A ledger that has never been derived, and is of a common size, is derived
    whole, which is quicker and gives the same rows; so is one that was derived
    by other rules, or with other places.
    """
    known = _Known(items or load_items(), load_places() if places is None else places)
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
            _Touch(ledger, known, decisions).page(mark)
    return len(names)


def rebuild(ledger: Ledger, items: ItemTable | None = None, places: PlaceTable | None = None) -> None:
    """Drop all that is derived and derive it again from pages, claims and reviews."""
    known = _Known(items or load_items(), load_places() if places is None else places)
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
        ledger.derived.keep_told(told_row(told, known.items) for told in tolds)
        ledger.derived.put(row_of(copy, f"copy:{copy.document}") for copy in copies)
        put_origins(ledger, tolds, origins)
        for group in grouped(tolds, "document"):
            ledger.derived.put(row_of(row, f"page:{group[0].claim.document}") for row in page_rows(group))
        for group in grouped(tolds, "cell"):
            ledger.derived.put(row_of(row, f"cell:{group[0].cell}") for row in cell_rows(group, known.items))
        put_drifts(ledger, tolds, found)


def _copies_of_all(
    ledger: Ledger, known: "_Known", decisions: Decisions, plain: dict[str, tuple[Told, ...]]
) -> tuple[Copy, ...]:
    """Read every page once: place it, tell its claims into ``plain``, and return what copies what."""
    sketches = []
    for name in ledger.derived.pages():
        document = document_of(ledger, name)
        page = sketch(document)
        sketches.append(page)
        ledger.derived.place(name, page.rank, (*page.sample, *page.found_by))
        claims = tuple(kept(claims_on(ledger, name), decisions))
        if claims:
            plain[name] = tell(document, claims, known.items, known.places)
    return find_copies(sketches)


@dataclass(frozen=True)
class _Known:
    """The tables that decide what is one thing and what lies in what."""

    items: ItemTable
    places: PlaceTable

    @cached_property
    def rules(self) -> str:
        """By which rules and places the tables are filled."""
        own = stable_id(*(f"{part} {whole}" for part, whole in sorted(self.places.within.items())))
        return f"{RULES} {own}"


@dataclass(slots=True)
class _Touch:
    """One page's arrival: what it touches, gathered step by step."""

    ledger: Ledger
    known: _Known
    decisions: Decisions
    gone: set[str] = field(default_factory=set)
    components: set[str] = field(default_factory=set)
    cells: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)

    def page(self, mark: Mark) -> None:
        """Derive again whatever a page touches."""
        document = document_of(self.ledger, mark.document)
        page = sketch(document)
        self.ledger.derived.place(document.id, page.rank, (*page.sample, *page.found_by))
        self.ledger.derived.reach(mark, self.known.rules)
        touched = {document.id} | self._copying(document)
        touched |= {other for name in sorted(touched) for other in self._joined(name)}
        tolds = [told for name in sorted(touched) for told in self._tell(name)]
        self._origins(tolds)
        for name in touched:
            owned = [decode(Told, record) for record in self.ledger.derived.told("document", name)]
            self._put(f"page:{name}", page_rows(owned))
        for cell in sorted(self.cells):
            members = [decode(Told, record) for record in self.ledger.derived.told("cell", cell)]
            self._put(f"cell:{cell}", cell_rows(members, self.known.items))

    def _copying(self, document: Document) -> set[str]:
        """Settle anew what a page copies and who copies it; return the pages whose copies changed."""
        tables, changed = self.ledger.derived, set[str]()
        page = sketch(document)
        shared = tables.sharing((*page.sample, *page.asks))
        later = {name for _, order, name in shared if order > page.rank}
        for name in sorted({document.id} | later):
            old = {decode(Copy, record) for record in tables.rows("Copy", owner=f"copy:{name}")}
            new = set(self._copies(name))
            if old != new:
                self._put(f"copy:{name}", new)
            if old != new or any(copy.of == document.id for copy in new):
                changed.add(name)
        return changed

    def _copies(self, name: str) -> Iterator[Copy]:
        page = sketch(document_of(self.ledger, name))
        shared: Counter[str] = Counter()
        seen: Counter[int] = Counter()
        for value, order, other in self.ledger.derived.sharing(page.sample):
            seen[value] += 1
            if order < page.rank and seen[value] < COMMON:
                shared[other] += 1
        near = [other for other, times in shared.items() if times >= SHARED_SAMPLES]
        told = self._sharing_facts(page) if page.credit else ()
        yield from copies_of(page, map(self._sketch, near), map(self._sketch, told))

    def _sharing_facts(self, page: Sketch) -> Iterable[str]:
        """Return the earlier pages that share runs of facts with a translation."""
        seen: Counter[int] = Counter()
        found = set()
        for value, order, other in self.ledger.derived.sharing(page.asks):
            seen[value] += 1
            if order < page.rank and seen[value] <= COMMON:
                found.add(other)
        return sorted(found)

    def _sketch(self, name: str) -> Sketch:
        return sketch(document_of(self.ledger, name))

    def _joined(self, document: str) -> Iterator[str]:
        """Yield the pages whose claims a person joined to a claim of this one."""
        own = {claim.id for claim in claims_on(self.ledger, document)}
        for (claim, _), target in self.decisions.joined.items():
            entry = self.ledger.claim(claim) if target in own else None
            if entry:
                yield entry.page.id

    def _tell(self, name: str) -> Sequence[Told]:
        """Tell a page's claims anew, and forget how they were told."""
        for record in self.ledger.derived.told("document", name):
            old = decode(Told, record)
            self.components.add(old.component)
            self.gone.add(old.saying)
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
        claims = kept(claims_on(self.ledger, name), self.decisions)
        return tell(document_of(self.ledger, name), claims, self.known.items, self.known.places)

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
        left = [told for told in self._members() if told.saying in self.gone]
        for told in (*tolds, *left):
            self._ask(told)
        self.cells.update(told.cell for told in tolds)
        old = {told.id: told for told in self._members()}
        everyone = [*old.values(), *tolds]
        fresh = self.gone | {told.saying for told in tolds}
        tables.unlink(sorted(fresh))
        links = (
            *tables.links(sorted({t.saying for t in everyone})),
            *link_sayings(everyone, self.known.items, fresh),
        )
        tables.link(links)
        settled, origins, found = settle(everyone, links, self.known.items)
        for name in {t.component for t in settled} | self.components:
            tables.drop(f"component:{name}")
        for name in {t.origin for t in settled} | {t.origin for t in old.values()} | self.origins:
            tables.drop(f"origin:{name}")
        moved = [told for told in settled if old.get(told.id) != told]
        self.cells.update(told.cell for told in moved)
        tables.move_told(told_row(told, self.known.items) for told in moved if told.id in old)
        tables.keep_told(told_row(told, self.known.items) for told in moved if told.id not in old)
        put_origins(self.ledger, settled, origins)
        put_drifts(self.ledger, settled, found)

    def _ask(self, told: Told) -> None:
        """Note the components of all that may be one utterance with a claim."""
        tables = self.ledger.derived
        for key, within in asks(told, self.known.items) if told.day else ():
            assert told.day is not None
            self.components.update(tables.neighbours(key, told.day.toordinal(), within))
        for record in tables.told("claim", told.source or ""):
            self.components.add(decode(Told, record).component)

    def _members(self) -> Iterator[Told]:
        for name in sorted(self.components):
            for record in self.ledger.derived.told("component", name):
                yield decode(Told, record)

    def _put(self, owner: str, rows: Iterable[Row]) -> None:
        self.ledger.derived.replace(owner, (row_of(row, owner) for row in rows))
