"""Where a watch stands: what is followed, what is due, what was answered last."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from .transactions import writing


@dataclass(frozen=True, slots=True)
class Named:
    """An address that a listing names; ``told`` is when it says that it last changed."""

    url: str
    host: str
    listing: bool = False
    told: str | None = None


@dataclass(frozen=True, slots=True)
class Watched:
    """An address that is followed.

    ``source`` is the listing that a person named, itself for that listing;
    ``etag`` and ``modified`` are of its last answer; ``due`` is when to ask.
    """

    url: str
    host: str
    source: str
    listing: bool
    told: str | None
    etag: str | None
    modified: str | None
    due: datetime
    failures: int


class WatchedRows:
    """The followed addresses of one ledger; every change is a transaction of its own."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def follow(self, listing: Named, now: datetime) -> None:
        """Follow a listing; it is due at once."""
        sql = (
            "INSERT INTO watched (url, host, source, listing, due) VALUES (?1, ?2, ?1, 1, ?3) "
            "ON CONFLICT (url) DO UPDATE SET source = ?1, listing = 1, due = ?3"
        )
        with writing(self._db) as db:
            db.execute(sql, (listing.url, listing.host, _stamp(now)))

    def heads(self, sources: Iterable[str], until: datetime | None = None) -> Iterator[Watched]:
        """Yield for each host what is due first of its listings and of its pages.

        With ``until``, only what is due by then.
        """
        limit = _stamp(until) if until else "9999"
        for source in sources:
            for row in self._db.execute(_HEADS, (source, limit)):
                yield _watched(row)

    def listed(self, row: Watched, named: Iterable[Named], now: datetime) -> int:
        """Note what a listing names, due now where it is new or has changed; return how many are."""
        with writing(self._db) as db:
            before = db.total_changes
            for one in named:
                told = (one.url, one.host, row.source, int(one.listing), one.told, _stamp(now))
                db.execute(_NAME, told)
            return db.total_changes - before

    def answered(
        self, row: Watched, *, etag: str | None, modified: str | None, due: datetime | None = None
    ) -> None:
        """Note an answer with its validators; without a due moment the address is not asked again."""
        sql = "UPDATE watched SET etag = ?, modified = ?, failures = 0, due = ? WHERE url = ?"
        with writing(self._db) as db:
            db.execute(sql, (etag, modified, _stamp(due) if due else None, row.url))

    def failed(self, row: Watched, due: datetime | None) -> None:
        """Note a failure; without a due moment the address is given up."""
        sql = "UPDATE watched SET failures = failures + 1, due = ? WHERE url = ?"
        with writing(self._db) as db:
            db.execute(sql, (_stamp(due) if due else None, row.url))

    def put_off(self, host: str, until: datetime) -> None:
        """Ask nothing of a host before a moment, in this run or another."""
        with writing(self._db) as db:
            db.execute("INSERT OR REPLACE INTO busy VALUES (?, ?)", (host, _stamp(until)))

    def waiting(self, sources: Iterable[str]) -> int:
        """Return how many pages are still due."""
        sql = "SELECT count(*) FROM watched WHERE source = ? AND NOT listing AND due IS NOT NULL"
        return sum(int(self._db.execute(sql, (source,)).fetchone()[0]) for source in sources)


_HEADS = (
    "SELECT url, host, source, listing, told, etag, modified, min(max(due, coalesce(until, due))), failures "
    "FROM watched LEFT JOIN busy USING (host) WHERE source = ? AND due IS NOT NULL "
    "AND max(due, coalesce(until, due)) <= ? GROUP BY host, listing ORDER BY host, listing"
)

# What is told again changes nothing; a later stamp makes it due. A listing named by a person stays his own.
_NAME = (
    "INSERT INTO watched (url, host, source, listing, told, due) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
    "ON CONFLICT (url) DO UPDATE SET source = ?3, listing = ?4, told = coalesce(max(told, ?5), ?5, told), "
    "failures = CASE WHEN due IS NULL THEN 0 ELSE failures END, due = coalesce(due, ?6) "
    "WHERE source <> url AND (?5 > told OR (told IS NULL AND ?5 IS NOT NULL) "
    "OR (due IS NOT NULL AND source <> ?3))"
)


def _watched(row: tuple[str, str, str, int, str | None, str | None, str | None, str, int]) -> Watched:
    url, host, source, listing, told, etag, modified, due, failures = row
    return Watched(
        url, host, source, bool(listing), told, etag, modified, datetime.fromisoformat(due), failures
    )


def _stamp(moment: datetime) -> str:
    """Return a moment so that texts compare as moments do."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
