"""One page's arrival: what it touches, derived again by the functions that derive the whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.ledger import DerivedRow, Ledger, Mark
from reportedly.model import decode
from reportedly.reconcile import (
    Decisions,
    Row,
    Told,
    asks,
    cell_rows,
    firsts,
    kept,
    link_sayings,
    page_rows,
    page_told,
    placed,
    repeated,
    settle,
    tell,
)

from .copying import Copying
from .keeping import claims_on, document_of, drift_rows, origin_rows, row_of, told_row
from .known import Known
from .plotting import plot


@dataclass(slots=True)
class Touch:
    """One page's arrival: what it touches, gathered step by step."""

    ledger: Ledger
    known: Known
    decisions: Decisions
    copying: Copying
    gone: set[str] = field(default_factory=set)
    components: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    threads: set[tuple[str, str]] = field(default_factory=set)
    cells: dict[str, dict[str, Told | None]] = field(default_factory=lambda: defaultdict(dict))
    stirred: set[str] = field(default_factory=set)
    decoded: dict[bytes, Told] = field(default_factory=dict)

    def page(self, mark: Mark) -> None:
        """Derive again whatever a page touches."""
        document = document_of(self.ledger, mark.document)
        self.ledger.derived.reach(mark, self.known.rules)
        touched = {document.id} | self.copying.settle(document)
        touched |= {other for name in sorted(touched) for other in self._joined(name)}
        tolds = [told for name in sorted(touched) for told in self._tell(name)]
        self._origins(tolds)
        for name in touched:
            owned = [self._told(record) for record in self.ledger.derived.told("document", name)]
            self._put({f"page:{name}": page_rows(owned)})
        rows = {
            f"thread:{cell}|{origin}": self._thread(cell, origin) for cell, origin in sorted(self.threads)
        }
        for cell in sorted(self.cells):
            heads = self.ledger.derived.threads.heads(cell)
            if cell in self.stirred or not heads.keys().isdisjoint(self.cells[cell]):
                rows[f"cell:{cell}"] = tuple(cell_rows([*map(self._told, heads.values())], self.known.items))
        self._put(rows)
        plot(self.ledger.derived, self.cells)

    def _thread(self, cell: str, origin: str) -> tuple[Row, ...]:
        """Settle which claims of an utterance stand for it in a cell; return what repeats them."""
        members = [self._told(record) for record in self.ledger.derived.threads.claims(cell, origin)]
        turned = self.ledger.derived.threads.lead(cell, origin, firsts(members))
        if turned - self.cells[cell].keys():
            self.stirred.add(cell)
        return tuple(repeated(members))

    def _moved(self, old: Told | None, new: Told | None) -> None:
        """Note that a claim went, came, or is told otherwise."""
        if old:
            self.stirred.add(old.cell)
            self.threads.add((old.cell, old.origin))
            self.cells[old.cell].setdefault(old.id, None)
        if new:
            self.threads.add((new.cell, new.origin))
            self.cells[new.cell][new.id] = new

    def _joined(self, document: str) -> Iterator[str]:
        """Yield the pages whose claims a person joined to a claim of this one, as read now or before."""
        own = {claim.id for claim in claims_on(self.ledger, document)}
        own |= {self._told(record).id for record in self.ledger.derived.told("document", document)}
        for (claim, _), target in self.decisions.joined.items():
            entry = self.ledger.claim(claim) if target in own else None
            if entry:
                yield entry.page.id

    def _tell(self, name: str) -> Sequence[Told]:
        """Tell a page's claims anew, and forget how they were told."""
        for record in self.ledger.derived.told("document", name):
            old = self._told(record)
            self.components.add(old.component)
            self.gone.add(old.saying)
            self._moved(old, None)
            self.origins.add(old.origin)
        self.ledger.derived.forget_told(name)
        tolds = self._page(name)
        targets = {told.id: told for other in self._targets(tolds) for told in self._page(other)}
        return [placed(told, self.decisions, targets) for told in tolds]

    def _page(self, name: str) -> Sequence[Told]:
        """Return a page's claims as they are told before people put them elsewhere."""
        copies = self.copying.known(name)
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
                self._told(record).component for record in self.ledger.derived.told("claim", target)
            )
        return pages

    def _origins(self, tolds: Sequence[Told]) -> None:
        """Settle the origins of these claims and of all that may be one utterance with them."""
        tables = self.ledger.derived
        left = [told for told in self._members() if told.saying in self.gone]
        for told in (*tolds, *left):
            self._ask(told)
        old = {told.id: told for told in self._members()}
        everyone = [*old.values(), *tolds]
        fresh = self.gone | {told.saying for told in tolds}
        tables.unlink(sorted(fresh))
        fresh_links = link_sayings(everyone, self.known.items, fresh)
        links = (*tables.links(sorted({t.saying for t in everyone})), *fresh_links)
        tables.link(fresh_links)
        settled, origins, found = settle(everyone, links, self.known.items)
        rows: dict[str, list[DerivedRow]] = {}
        for name in {t.component for t in settled} | self.components:
            rows[f"component:{name}"] = []
        for name in {t.origin for t in settled} | {t.origin for t in old.values()} | self.origins:
            rows[f"origin:{name}"] = []
        for row in (*origin_rows(settled, origins), *drift_rows(settled, found)):
            rows[row.owner].append(row)
        tables.replace(rows)
        moved = [told for told in settled if old.get(told.id) != told]
        for told in moved:
            self._moved(old.get(told.id), told)
        tables.move_told(told_row(told, self.known.items) for told in moved if told.id in old)
        tables.keep_told(told_row(told, self.known.items) for told in moved if told.id not in old)

    def _ask(self, told: Told) -> None:
        """Note the components of all that may be one utterance with a claim."""
        tables = self.ledger.derived
        for key, within in asks(told, self.known.items) if told.day else ():
            assert told.day is not None
            self.components.update(tables.neighbours(key, told.day.toordinal(), within))
        for record in tables.told("claim", told.source or ""):
            self.components.add(self._told(record).component)

    def _members(self) -> Iterator[Told]:
        for name in sorted(self.components):
            for record in self.ledger.derived.told("component", name):
                yield self._told(record)

    def _told(self, record: bytes) -> Told:
        """Decode a claim as told; of an utterance told often, each is asked for several times."""
        if record not in self.decoded:
            self.decoded[record] = decode(Told, record)
        return self.decoded[record]

    def _put(self, rows: Mapping[str, Iterable[Row]]) -> None:
        self.ledger.derived.replace(
            {owner: [row_of(row, owner) for row in own] for owner, own in rows.items()}
        )
