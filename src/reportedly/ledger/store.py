"""The ledger: pages and their claims in SQLite, bytes in an archive beside it."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from reportedly.errors import LedgerError
from reportedly.model import Capture, Claim, Document, Review, decode, encode

from .archive import Archive
from .columns import CLAIM_COLUMNS, values_of, words_of
from .derived import DerivedTables
from .exchanges import CaptureRows, Exchange, add_exchange
from .filters import ClaimFilter, over, where
from .orders import FEW, Order
from .reviews import ReviewRows
from .saved import SavedViews
from .schema import connect
from .transactions import writing
from .watched import WatchedRows


@dataclass(frozen=True, slots=True)
class Page:
    """A page as lists show it: its address, its metadata, how many claims it bears."""

    id: str
    url: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    claims: int

    @property
    def facts(self) -> dict[str, str | int | None]:
        """The page's facts by name, as JSON twins and tables tell them."""
        return {
            "id": self.id,
            "url": self.url,
            "title": self.title,
            "outlet": self.outlet,
            "published": self.published,
            "language": self.language,
            "claims": self.claims,
        }


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim with the page it stands on."""

    claim: Claim
    page: Page


@dataclass(frozen=True, slots=True)
class Refusal:
    """A page that was refused, and why."""

    source: str
    reason: str


class Ledger:
    """An append-only store of pages, claims and reviews.

    Every write is one transaction; a page is in it whole or not at all.
    """

    def __init__(self, db: sqlite3.Connection, archive: Archive) -> None:
        self._db = db
        self.archive = archive
        self.derived = DerivedTables(db)
        self.reviewed = ReviewRows(db)
        self.captured = CaptureRows(db)
        self.watched = WatchedRows(db)
        self.views = SavedViews(db)

    @classmethod
    def open(cls, path: Path, *, cache: int = 32) -> Self:
        """Open the ledger at a path, or begin one there (see ``connect`` for what it raises).

        ``cache`` is how many megabytes of it may be held in memory.
        """
        return cls(connect(path, cache), Archive(path.with_name(path.stem + ".archive")))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database file."""
        self._db.close()

    def holds(self, document: str, extractor: str) -> bool:
        """Has this document been read by this extractor already?"""
        sql = "SELECT 1 FROM reading WHERE document = ? AND extractor = ?"
        return self._db.execute(sql, (document, extractor)).fetchone() is not None

    def add(
        self,
        capture: Capture,
        document: Document,
        claims: Iterable[Claim],
        *,
        extractor: str,
        exchange: Exchange | None = None,
    ) -> None:
        """Add a page with the claims one extractor reads from it, in one transaction.

        The body must be in the archive before. Adding the same reading twice
        changes nothing; a newer extractor's reading stands beside the old one
        and becomes the current one. ``exchange`` tells how a fetched page came.
        """
        if self.holds(document.id, extractor):
            return
        with writing(self._db) as db:
            _add_capture(db, capture)
            if exchange:
                add_exchange(db, capture.id, exchange)
            _add_document(db, document)
            reading = _add_reading(db, document.id, extractor)
            _add_claims(db, claims, reading)
            db.execute("DELETE FROM refusal WHERE source = ?", (capture.url,))

    def refuse(self, source: str, reason: str) -> None:
        """Keep a page's refusal as a row that says why."""
        with writing(self._db) as db:
            db.execute("INSERT OR REPLACE INTO refusal VALUES (?, ?)", (source, reason))

    def review(self, review: Review) -> None:
        """Add a person's word on a claim."""
        row = (review.claim, review.verdict.value, review.by, review.at.isoformat(), encode(review))
        with writing(self._db) as db:
            db.execute("INSERT INTO review (claim, verdict, by, at, record) VALUES (?, ?, ?, ?, ?)", row)

    def entries(
        self, asked: ClaimFilter, *, limit: int | None = None, offset: int = 0, order: Order = Order.NEWEST
    ) -> Iterator[Entry]:
        """Yield the claims that a filter asks for: newest page first, then as they stand."""
        condition = where(asked)
        many = limit is not None and self.count(asked, most=FEW) == FEW
        sql = (
            f"SELECT {PAGE}, claim.record FROM ({order.chosen(condition.sql, many=many)}) AS chosen "  # noqa: S608 - the condition's values are bound
            "CROSS JOIN claim ON claim.number = chosen.number JOIN document ON document.id = claim.document "
            f"ORDER BY {order.sql}"
        )
        values = (*condition.values, -1 if limit is None else limit, offset)
        for *page, record in self._db.execute(sql, values):
            yield Entry(decode(Claim, record), Page(*page))

    def count(self, asked: ClaimFilter, *, most: int = -1) -> int:
        """Return how many claims a filter asks for, and no more than ``most``."""
        condition = where(asked)
        sql = f"SELECT count(*) FROM (SELECT 1 FROM {over(condition)} WHERE {condition.sql} LIMIT ?)"  # noqa: S608 - the same
        return int(self._db.execute(sql, (*condition.values, most)).fetchone()[0])

    def facet(
        self, column: str, asked: ClaimFilter, *, limit: int = 30, most: int = -1
    ) -> list[tuple[str, int]]:
        """Return a column's values under a filter and how many claims have each, most first.

        No more than ``most`` claims are counted. Raises LedgerError for a column that is no facet.
        """
        if column not in FACETS:
            raise LedgerError(f"{column}: not a facet (choose one of {', '.join(FACETS)})")
        condition, value = where(asked), FACETS[column]
        sql = (
            f"SELECT value, count(*) AS n FROM (SELECT {value} AS value FROM {over(condition, value)} "  # noqa: S608 - the same
            f"WHERE {condition.sql} LIMIT ?) WHERE value IS NOT NULL GROUP BY value "
            "ORDER BY n DESC, value LIMIT ?"
        )
        return [(str(v), int(n)) for v, n in self._db.execute(sql, (*condition.values, most, limit))]

    def claim(self, id_or_start: str) -> Entry | None:
        """Return the current claim with an id, or with the only id that begins so."""
        sql = (
            f"SELECT {PAGE}, claim.record FROM claim JOIN document ON document.id = claim.document "  # noqa: S608 - the same
            "WHERE claim.id >= ? AND claim.id < ? AND claim.current = 1 LIMIT 2"
        )
        rows = self._db.execute(sql, (id_or_start, id_or_start + "g")).fetchall()
        if len(rows) != 1:
            return None
        *page, record = rows[0]
        return Entry(decode(Claim, record), Page(*page))

    def pages(self, *, limit: int | None = None, offset: int = 0) -> Iterator[Page]:
        """Yield the pages of the ledger, newest first."""
        sql = f"SELECT {PAGE} FROM document ORDER BY published DESC, url, id LIMIT ? OFFSET ?"  # noqa: S608 - no value in it
        for row in self._db.execute(sql, (-1 if limit is None else limit, offset)):
            yield Page(*row)

    def page_count(self) -> int:
        """Return how many pages the ledger holds."""
        return int(self._db.execute("SELECT count(*) FROM document").fetchone()[0])

    def document(self, document: str) -> Document | None:
        """Return a page as it was read, or nothing if the ledger has none of that id."""
        row = self._db.execute("SELECT record FROM document WHERE id = ?", (document,)).fetchone()
        return decode(Document, row[0]) if row else None

    def captures(self, url: str) -> Iterator[Page]:
        """Yield every capture of one address."""
        sql = f"SELECT {PAGE} FROM document WHERE url = ? ORDER BY published, id"  # noqa: S608 - no value in it
        for row in self._db.execute(sql, (url,)):
            yield Page(*row)

    def body(self, document: Document) -> bytes:
        """Return the archived bytes of a page (raises LedgerError where they are gone)."""
        return self.archive.body(document.digest)

    def refusals(self) -> Iterator[Refusal]:
        """Yield the pages that were refused."""
        for row in self._db.execute("SELECT source, reason FROM refusal ORDER BY source"):
            yield Refusal(*row)

    def reviews(self, claim: str | None = None) -> Iterator[Review]:
        """Yield people's words, on one claim or on all, in the order they were given."""
        every = "SELECT record FROM review ORDER BY number"
        one = "SELECT record FROM review WHERE claim = ? ORDER BY number"
        for (record,) in self._db.execute(one, (claim,)) if claim else self._db.execute(every):
            yield decode(Review, record)


PAGE = (
    "document.id, document.url, document.title, document.outlet, document.published, document.language, "
    "(SELECT count(*) FROM claim AS borne WHERE borne.document = document.id AND borne.current = 1)"
)

FACETS = {
    "kind": "claim.kind",
    "actor": "claim.actor_name",
    "recipient": "claim.recipient_name",
    "item": "coalesce(claim.item, claim.item_words)",
    "speaker": "claim.speaker_name",
    "modality": "claim.modality",
    "outlet": "document.outlet",
}


def _add_capture(db: sqlite3.Connection, capture: Capture) -> None:
    fetched = capture.fetched.isoformat() if capture.fetched else None
    row = (capture.id, capture.url, capture.digest, capture.media_type, fetched)
    db.execute("INSERT OR IGNORE INTO capture VALUES (?, ?, ?, ?, ?)", row)


def _add_document(db: sqlite3.Connection, document: Document) -> None:
    published = document.published.isoformat() if document.published else None
    row = (
        document.id, document.url, document.title, document.outlet, published,
        document.reading("language"), encode(document),
    )  # fmt: skip
    db.execute(
        "INSERT INTO document (id, url, title, outlet, published, language, record) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET title = excluded.title, "
        "outlet = excluded.outlet, published = excluded.published, "
        "language = excluded.language, record = excluded.record",
        row,
    )


def _add_reading(db: sqlite3.Connection, document: str, extractor: str) -> int:
    db.execute("UPDATE claim SET current = 0 WHERE document = ?", (document,))
    row = db.execute(
        "INSERT INTO reading (document, extractor) VALUES (?, ?) RETURNING id", (document, extractor)
    ).fetchone()
    return int(row[0])


def _add_claims(db: sqlite3.Connection, claims: Iterable[Claim], reading: int) -> None:
    marks = ", ".join("?" * len(CLAIM_COLUMNS))
    sql = f"INSERT INTO claim ({', '.join(CLAIM_COLUMNS)}) VALUES ({marks}) RETURNING number"  # noqa: S608 - fixed names
    for claim in claims:
        number = db.execute(sql, values_of(claim, reading)).fetchone()[0]
        db.execute(
            "INSERT INTO claim_words (rowid, exact, parties, item) VALUES (?, ?, ?, ?)",
            (number, *words_of(claim)),
        )
