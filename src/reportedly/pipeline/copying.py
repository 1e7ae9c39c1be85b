"""Which pages stand on whose words, kept up as one more page comes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from reportedly.ledger import Ledger
from reportedly.model import Copy, Document, decode
from reportedly.reconcile import COMMON, SHARED_SAMPLES, Sketch, copies_of, sketch, with_one_more

from .keeping import row_of


@dataclass(slots=True)
class Copying:
    """The copies of one ledger while one page comes; sketches of others are those kept when they came."""

    ledger: Ledger
    sketches: dict[str, Sketch] = field(default_factory=dict)

    def settle(self, document: Document) -> set[str]:
        """Place a page and settle what it copies and who copies it; return the pages whose copies changed."""
        tables = self.ledger.derived
        before = self._sketch(document.id) if tables.placed(document.id) else None
        page = self.sketches[document.id] = sketch(document)
        tables.place(document.id, page.rank, (*page.sample, *page.found_by), page.packed)
        anew = {page.document}
        if before and before != page:
            anew.update(self._sharing(before), self._sharing(page))
        found = {**dict(self._changes(page)), **{name: self._copies(name) for name in anew}}
        return {name for name in sorted(found) if self._settled(name, found[name], page)}

    def known(self, name: str) -> list[Copy]:
        """Return whose words a page has, as last settled."""
        return [decode(Copy, record) for record in self.ledger.derived.rows("Copy", owner=f"copy:{name}")]

    def _settled(self, name: str, copies: Iterable[Copy], page: Sketch) -> bool:
        """Keep what a page copies; return whether that changed, or is what has just come."""
        old, new = set(self.known(name)), set(copies)
        if old != new:
            owner = f"copy:{name}"
            self.ledger.derived.replace({owner: [row_of(copy, owner) for copy in new]})
        return old != new or any(copy.of == page.document for copy in new)

    def _sharing(self, page: Sketch) -> Iterator[str]:
        """Yield every page that shares any words or facts with one."""
        yield from (name for _, _, name in self.ledger.derived.sharing((*page.sample, *page.asks)))

    def _changes(self, page: Sketch) -> Iterator[tuple[str, Iterable[Copy]]]:
        """Yield the later pages whose copies this one may change, each with what it copies now.

        Where a run of words is common, one page more pushes another out of reach.
        """
        shared: Counter[str] = Counter()
        pushed, translations = set[str](), set[str]()
        told = set(page.asks)
        for value, some in groupby(self.ledger.derived.sharing((*page.sample, *page.asks)), itemgetter(0)):
            holders = [(order, name) for _, order, name in some]
            later = [name for order, name in holders if order > page.rank]
            if value in told:
                translations.update(later)
            elif len(holders) - len(later) < COMMON:
                shared.update(later)
                pushed.update(name for _, name in holders[COMMON - 1 : COMMON])
        for name in translations | shared.keys():
            sources = {copy.of for copy in self.known(name)}
            if name in translations or not pushed.isdisjoint(sources):
                yield name, self._copies(name)
            elif shared[name] >= SHARED_SAMPLES:
                yield name, self._with(page, name)

    def _with(self, page: Sketch, name: str) -> Iterable[Copy]:
        """Return what a later page copies, this one among its sources."""
        known = self.known(name)
        if any(copy.of == page.document for copy in known):
            return known
        if any(copy.translated for copy in known):
            return self._copies(name)
        before = [copy for copy in known if self._sketch(copy.of).rank < page.rank]
        after = [copy for copy in known if copy not in before]
        return with_one_more(self._sketch(name), page, before, after)

    def _copies(self, name: str) -> Iterator[Copy]:
        page = self._sketch(name)
        shared: Counter[str] = Counter()
        seen: Counter[int] = Counter()
        ranks: dict[str, str] = {}
        for value, order, other in self.ledger.derived.sharing(page.sample):
            seen[value] += 1
            if order < page.rank and seen[value] < COMMON:
                shared[other] += 1
                ranks[other] = order
        near = sorted((n for n, times in shared.items() if times >= SHARED_SAMPLES), key=ranks.__getitem__)
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
        if name not in self.sketches:
            placed = self.ledger.derived.placed(name)
            assert placed is not None
            self.sketches[name] = Sketch.of(name, *placed)
        return self.sketches[name]
