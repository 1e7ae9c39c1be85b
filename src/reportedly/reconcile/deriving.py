"""All that follows from pages, claims and reviews: a pure function, cell by cell.

Page, origin and cell are derived each from its own claims, so that a ledger
may derive again only those that a new page touches, with the same result.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from reportedly.lexicon import NOWHERE, ItemTable, PlaceTable
from reportedly.model import (
    Apart,
    Claim,
    Copy,
    Document,
    Drift,
    Origin,
    Ratio,
    Relation,
    Review,
    Series,
    Withdrawal,
)

from .copies import find_copies
from .decisions import Decisions, decide, kept, placed
from .denials import denials, heads, silent_edits, withdrawals
from .drift import bent, drifts
from .parts import parts
from .ratios import ratios
from .relations import relate, repeated
from .series import draw
from .sketches import sketch
from .telling import tell, with_sources
from .told import Told
from .utterances import Link, link_sayings, utter, with_sayings

T = TypeVar("T")
Row = Apart | Copy | Drift | Origin | Ratio | Relation | Series | Withdrawal


@dataclass(frozen=True, slots=True)
class Derived:
    """What is derived, each sort in an order that does not depend on arrival."""

    copies: tuple[Copy, ...] = ()
    origins: tuple[Origin, ...] = ()
    series: tuple[Series, ...] = ()
    relations: tuple[Relation, ...] = ()
    apart: tuple[Apart, ...] = ()
    drifts: tuple[Drift, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    ratios: tuple[Ratio, ...] = ()


def derive(
    pages: Iterable[Document],
    claims: Iterable[Claim],
    reviews: Iterable[Review] = (),
    *,
    items: ItemTable,
    places: PlaceTable = NOWHERE,
) -> Derived:
    """Return all that follows from some pages, their claims and people's reviews.

    The same set in any order of arrival gives the same result.
    """
    documents = {page.id: page for page in pages}
    decisions = decide(reviews)
    by_page: dict[str, list[Claim]] = defaultdict(list)
    for claim in kept(claims, decisions):
        by_page[claim.document].append(claim)
    plain = {name: tell(documents[name], found, items, places) for name, found in by_page.items()}
    copies = find_copies(sketch(page) for page in documents.values())
    tolds = tell_all(plain, copies, decisions)
    tolds, origins, drifted = settle(tolds, link_sayings(tolds, items), items)
    rows: list[Row] = [*copies, *origins, *drifted]
    for group in grouped(tolds, "document"):
        rows.extend(page_rows(group))
    for group in grouped(tolds, "cell"):
        rows.extend(draw(group))
        rows.extend(cell_rows(heads(group), items))
        for origin in grouped(group, "origin"):
            rows.extend(repeated(origin))
    return sorted_rows(rows)


def settle(
    tolds: Iterable[Told], links: Iterable[Link], items: ItemTable
) -> tuple[tuple[Told, ...], tuple[Origin, ...], tuple[Drift, ...]]:
    """Return claims with their origins, the origins, and what drifted within each."""
    uttered, origins = utter(tolds, links)
    settled: list[Told] = []
    found: list[Drift] = []
    for group in grouped(uttered, "origin"):
        changes = tuple(drifts(group, items))
        found.extend(changes)
        crooked = bent(changes, group)
        settled.extend(
            told if told.bent is (told.id in crooked) else replace(told, bent=not told.bent) for told in group
        )
    return tuple(sorted(settled, key=lambda t: t.id)), origins, tuple(found)


def tell_all(
    plain: Mapping[str, Sequence[Told]], copies: Iterable[Copy], decisions: Decisions
) -> tuple[Told, ...]:
    """Return the claims of some pages as they are told, each page's own telling given."""
    taken: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        taken[copy.document].append(copy)
    tolds = [told for name in sorted(plain) for told in page_told(plain[name], taken[name], plain)]
    targets = {told.id: told for told in tolds}
    return tuple(placed(told, decisions, targets) for told in tolds)


def page_told(
    plain: Sequence[Told], copies: Sequence[Copy], there: Mapping[str, Sequence[Told]]
) -> tuple[Told, ...]:
    """Return one page's claims with the sources of what it copies, and its sayings."""
    ordered = sorted(copies, key=lambda c: (-c.share, c.of))
    return with_sayings(with_sources(plain, ordered, there))


def grouped(tolds: Iterable[Told], by: str) -> Iterator[list[Told]]:
    """Yield claims together that share a document, a cell or an origin."""
    groups: dict[str, list[Told]] = defaultdict(list)
    for told in tolds:
        groups[{"document": told.claim.document, "cell": told.cell, "origin": told.origin}[by]].append(told)
    yield from (groups[name] for name in sorted(groups))


def page_rows(page: Sequence[Told]) -> Iterator[Row]:
    """Yield what follows from one page alone."""
    yield from ratios(page)


def cell_rows(heads: Sequence[Told], items: ItemTable) -> Iterator[Row]:
    """Yield what follows from the heads of one cell; of two reasons for one relation, the plainer."""
    found: dict[tuple[str, str], Row] = {}
    for rows in (
        silent_edits(heads), withdrawals(heads), denials(heads, items), relate(heads), parts(heads, items),
    ):  # fmt: skip
        for row in rows:
            found.setdefault((type(row).__name__, row_id(row)), row)
    yield from found.values()


def sorted_rows(rows: Iterable[Row]) -> Derived:
    """Return rows of all sorts, each once, in their order."""
    found: dict[type, set[Row]] = defaultdict(set)
    for row in rows:
        found[type(row)].add(row)

    def pick(kind: type[T]) -> tuple[T, ...]:
        return tuple(sorted((r for r in found[kind] if isinstance(r, kind)), key=row_id))

    return Derived(
        pick(Copy),
        pick(Origin),
        pick(Series),
        pick(Relation),
        pick(Apart),
        pick(Drift),
        pick(Withdrawal),
        pick(Ratio),
    )


def row_id(row: object) -> str:
    """Return where a row stands among those of its sort."""
    match row:
        case Origin(id=name) | Series(id=name):
            return name
        case Copy(document=document, of=of):
            return f"{document} {of}"
        case Relation(kind=kind, later=later, earlier=earlier):
            return f"{later} {earlier} {kind}"
        case Apart(later=later, earlier=earlier):
            return f"{later} {earlier}"
        case Drift(kind=kind, before=before, after=after):
            return f"{after} {before} {kind}"
        case Withdrawal(claim=claim, by=by):
            return f"{claim} {by}"
        case Ratio(load=load, carrier=carrier):
            return f"{load} {carrier}"
        case _:
            raise TypeError(f"{type(row).__name__}: not a derived row")


def claims_of(row: Row) -> tuple[str, ...]:
    """Return the claims that a row speaks of."""
    match row:
        case Origin(claims=claims):
            return claims
        case Series(observations=observations):
            return tuple(o.claim for o in observations)
        case Relation(later=later, earlier=earlier) | Apart(later=later, earlier=earlier):
            return later, earlier
        case Drift(before=before, after=after):
            return before, after
        case Withdrawal(claim=claim, by=by, still=still):
            return claim, by, *still
        case Ratio(load=load, carrier=carrier):
            return load, carrier
        case _:
            return ()
