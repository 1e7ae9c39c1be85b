"""How captures were come by: what was asked, what was answered, and when."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from reportedly.model import Capture, decode, encode

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """One answer of a server, without its body.

    ``hops`` are the addresses that led to it, the one asked for first;
    ``sent`` is empty where the request was not kept.
    """

    status: int
    hops: tuple[str, ...] = ()
    sent: Headers = ()
    headers: Headers = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A capture as the ledger keeps it; without an exchange where a user supplied the file."""

    capture: Capture
    title: str | None
    exchange: Exchange | None


class CaptureRows:
    """The captures of one ledger, in the order they came."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def all(self) -> Iterator[Kept]:
        """Yield every capture."""
        for row in self._db.execute(f"{_KEPT} ORDER BY capture.rowid"):
            yield _kept(row)

    def one(self, capture: str) -> Kept | None:
        """Return the capture with an id, or with the only id that begins so."""
        sql = f"{_KEPT} WHERE capture.id >= ? AND capture.id < ? LIMIT 2"
        rows = self._db.execute(sql, (capture, capture + "g")).fetchall()
        return _kept(rows[0]) if len(rows) == 1 else None

    def of(self, url: str) -> Iterator[Kept]:
        """Yield the captures of one address."""
        for row in self._db.execute(f"{_KEPT} WHERE capture.url = ? ORDER BY capture.rowid", (url,)):
            yield _kept(row)


def add_exchange(db: sqlite3.Connection, capture: str, exchange: Exchange) -> None:
    """Keep how a capture was first come by."""
    db.execute("INSERT OR IGNORE INTO exchange VALUES (?, ?)", (capture, encode(exchange)))


_KEPT = (
    "SELECT capture.url, capture.digest, capture.media_type, capture.fetched, document.title, "
    "exchange.record FROM capture JOIN document ON document.id = capture.id "
    "LEFT JOIN exchange ON exchange.capture = capture.id"
)


def _kept(row: tuple[str, str, str, str | None, str | None, bytes | None]) -> Kept:
    url, digest, media_type, fetched, title, record = row
    moment = datetime.fromisoformat(fetched) if fetched else None
    exchange = decode(Exchange, record) if record else None
    return Kept(Capture(url, digest, media_type, moment), title, exchange)
