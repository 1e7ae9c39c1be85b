"""What is derived as rows of the ledger, each with its owner, and what it is derived from."""

from collections.abc import Iterable, Iterator

from reportedly.ledger import ClaimFilter, DerivedRow, Ledger, ToldRow
from reportedly.lexicon import ItemTable
from reportedly.model import Claim, Document, Drift, Origin, encode
from reportedly.reconcile import Row, Told, claims_of, keys, mark, row_id


def origin_rows(tolds: Iterable[Told], origins: Iterable[Origin]) -> Iterator[DerivedRow]:
    """Yield origins as rows, each owned by its component."""
    component = {told.origin: told.component for told in tolds}
    return (row_of(origin, f"component:{component[origin.id]}") for origin in origins)


def drift_rows(tolds: Iterable[Told], drifts: Iterable[Drift]) -> Iterator[DerivedRow]:
    """Yield drifts as rows, each owned by the origin within which it happened."""
    origin = {told.id: told.origin for told in tolds}
    return (row_of(drift, f"origin:{origin[drift.after]}") for drift in drifts)


def row_of(row: Row, owner: str) -> DerivedRow:
    """Return a derived record as a row of its owner."""
    return DerivedRow(type(row).__name__, row_id(row), owner, encode(row), claims_of(row))


def told_row(told: Told, items: ItemTable, *, first: bool = True) -> ToldRow:
    """Return a claim as told with all by which it is found again."""
    return ToldRow(
        told.id,
        told.claim.document,
        told.component,
        told.origin,
        told.cell,
        encode(told),
        keys(told, items),
        told.day.toordinal() if told.day else None,
        first=first,
        mark=mark(told),
        url=told.url,
        outlet=told.outlet,
    )


def document_of(ledger: Ledger, name: str) -> Document:
    """Return a page of the ledger, which is known to be there."""
    document = ledger.document(name)
    assert document is not None
    return document


def claims_on(ledger: Ledger, document: str) -> list[Claim]:
    """Return the claims that stand on a page as last read."""
    return [entry.claim for entry in ledger.entries(ClaimFilter(document=document))]
