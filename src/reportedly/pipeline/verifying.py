"""Does every claim still walk back to its words in the archived bytes?"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from reportedly.errors import IngestError, LedgerError
from reportedly.ingest import words_at
from reportedly.ledger import ClaimFilter, Entry, Ledger


@dataclass(frozen=True, slots=True)
class Finding:
    """One claim looked up again: ``fault`` is nothing when all is well."""

    entry: Entry
    fault: str | None


def verify(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for every current claim, page by page."""
    entries = ledger.entries(ClaimFilter())
    for document, group in groupby(entries, key=lambda entry: entry.page.id):
        yield from _verify_page(ledger, document, list(group))


def _verify_page(ledger: Ledger, id_: str, entries: list[Entry]) -> Iterator[Finding]:
    document = ledger.document(id_)
    assert document is not None
    try:
        body = ledger.body(document)
    except LedgerError as error:
        yield from (Finding(entry, str(error)) for entry in entries)
        return
    found: dict[str, str] = {}
    for entry in entries:
        evidence = entry.claim.evidence
        if evidence.path not in found:
            try:
                found[evidence.path] = words_at(body, document.media_type, evidence.path)
            except IngestError as error:
                found[evidence.path] = ""
                yield Finding(entry, str(error))
                continue
        yield Finding(entry, _fault(entry, document.text, found[evidence.path]))


def _fault(entry: Entry, text: str, block: str) -> str | None:
    evidence = entry.claim.evidence
    if evidence.span.of(text) != evidence.exact:
        return f"{entry.claim.id}: other words stand in the text (read the page again)"
    if evidence.exact not in block:
        return f"{entry.claim.id}: words not at {evidence.path} in the archived bytes (read it again)"
    return None
