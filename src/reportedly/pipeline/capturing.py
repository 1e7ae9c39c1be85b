"""Captures out of the ledger: web archives of what was kept, as it was kept."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from reportedly.errors import UsageError
from reportedly.ingest import Fetched, write_archive
from reportedly.ledger import Kept, Ledger


def export_captures(ledger: Ledger, out: Path, *, now: datetime, pages: Iterable[str] = ()) -> int:
    """Write captures to a WACZ or a .warc.gz, all or those whose ids are given; return how many.

    Raises UsageError for an id that is none, LedgerError where the bytes of a
    capture are gone.
    """
    wanted = tuple(_named(ledger, page) for page in pages)
    return write_archive(_captures(ledger, wanted or ledger.captured.all()), out, moment=now)


def _named(ledger: Ledger, page: str) -> Kept:
    kept = ledger.captured.one(page)
    if kept is None:
        raise UsageError(f"{page}: not the start of one page's id (see: reportedly pages --json)")
    return kept


def _captures(ledger: Ledger, wanted: Iterable[Kept]) -> Iterator[tuple[Fetched, str | None]]:
    for kept in wanted:
        body = ledger.archive.body(kept.capture.digest)
        told = kept.exchange
        if told is None:
            yield Fetched(kept.capture, body), kept.title
        else:
            fetched = Fetched(kept.capture, body, told.status, told.headers, told.hops, sent=told.sent)
            yield fetched, kept.title
