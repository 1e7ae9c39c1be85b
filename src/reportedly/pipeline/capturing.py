"""Captures of the ledger: out into web archives, and held against each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from reportedly.errors import UsageError
from reportedly.ingest import Fetched, write_archive
from reportedly.ledger import Kept, Ledger, claims_on
from reportedly.model import Claim, Document
from reportedly.reconcile import Beside, Revision, align, revise


@dataclass(frozen=True, slots=True)
class Revised:
    """What changed between two captures, and when they were taken, where that is known."""

    url: str
    before: datetime | None
    after: datetime | None
    revision: Revision


@dataclass(frozen=True, slots=True)
class Compared:
    """Two captures of one address side by side; ``captures`` are all of it, in the order of time."""

    before: Kept
    after: Kept
    rows: tuple[Beside, ...]
    revision: Revision
    captures: tuple[Kept, ...]


def compare_captures(ledger: Ledger, page: str, other: str | None = None) -> Compared | None:
    """Return a capture beside another of its address, or beside the one before; nothing if it is alone.

    Raises UsageError for a name that is no capture's, or captures of two addresses.
    """
    one = _named(ledger, page)
    captures = _in_time(ledger, list(ledger.captured.of(one.capture.url)))
    at = _place(captures, one)
    beside = _place(captures, _named(ledger, other)) if other else max(at - 1, 0)
    if len(captures) == 1:
        return None
    first, last = sorted((at, beside)) if at != beside else (0, 1)
    before, after = captures[first], captures[last]
    old, claims_before = _read(ledger, before)
    new, claims_after = _read(ledger, after)
    rows = tuple(align(old, new))
    revision = revise(old, claims_before, new, claims_after, rows)
    return Compared(before, after, rows, revision, tuple(captures))


def _place(captures: list[Kept], kept: Kept) -> int:
    ids = [capture.capture.id for capture in captures]
    if kept.capture.id not in ids:
        raise UsageError(f"{kept.capture.id}: of another address (compare two captures of one page)")
    return ids.index(kept.capture.id)


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


def revisions(ledger: Ledger, names: Iterable[str]) -> Iterator[Revised]:
    """Yield what changed from each capture of one page to the next.

    ``names`` is an address or a page's id, for all captures of its address, or
    two pages' ids, the earlier first. Raises UsageError for what is neither.
    """
    chosen = tuple(names)
    if len(chosen) == 1:
        captures = _in_time(ledger, _captures_of(ledger, chosen[0]))
    else:
        captures = [_named(ledger, name) for name in chosen]
    for before, after in pairwise(captures):
        one, claims_before = _read(ledger, before)
        other, claims_after = _read(ledger, after)
        revision = revise(one, claims_before, other, claims_after)
        yield Revised(after.capture.url, before.capture.fetched, after.capture.fetched, revision)


def _captures_of(ledger: Ledger, name: str) -> list[Kept]:
    url = name if ":" in name else _named(ledger, name).capture.url
    found = list(ledger.captured.of(url))
    if not found:
        raise UsageError(f"{url}: no page of this address (see: reportedly pages)")
    return found


def _in_time(ledger: Ledger, captures: list[Kept]) -> list[Kept]:
    """Put captures in the order they were taken, else in which they say they changed, else came."""
    return sorted(captures, key=lambda kept: _moment(ledger, kept))


def _moment(ledger: Ledger, kept: Kept) -> str:
    if kept.capture.fetched is not None:
        return kept.capture.fetched.astimezone(UTC).isoformat()
    document = ledger.document(kept.capture.id)
    told = (document.reading("modified") or document.reading("published")) if document else None
    return told or ""


def _read(ledger: Ledger, kept: Kept) -> tuple[Document, list[Claim]]:
    document = ledger.document(kept.capture.id)
    if document is None:
        raise UsageError(f"{kept.capture.id}: archived but never read (add it again)")
    return document, list(claims_on(ledger, document.id))
