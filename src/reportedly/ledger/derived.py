"""Tables of what was derived: rows by their owner, emptied and filled again at any time.

This room does not know what a row means; it keeps it, and finds it by claim,
by owner and by what may touch it.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from hashlib import sha256

from .observations import SERIES, ObservationRows
from .threads import Threads
from .transactions import writing

TABLES = (
    "derived_page", "derived_sample", "derived_sketch", "derived_told", "derived_key", "derived_link",
    "derived_row", "derived_about", "derived_observation", "derived_line",
)  # fmt: skip
_PASSING = {"number", "wordings"}  # of a line: in which order it came, and what is counted when asked for


@dataclass(frozen=True, slots=True)
class DerivedRow:
    """One derived record, encoded, with its owner and the claims that it speaks of."""

    sort: str
    id: str
    owner: str
    record: bytes
    claims: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class ToldRow:
    """One claim as it is told, encoded, with the keys by which neighbours find it.

    ``keys`` hold on ``day`` (an ordinal; nothing where the day is unknown).
    ``first`` is true of the claim that stands for its thread, ``mark`` is
    "denial" or "note" for what strikes other claims through.
    """

    claim: str
    document: str
    component: str
    origin: str
    cell: str
    record: bytes
    keys: tuple[str, ...] = ()
    day: int | None = None
    first: bool = True
    mark: str = ""
    url: str = ""
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A page to be derived again, and how far that brings the tables: up to which reading and review."""

    document: str
    reading: int = 0
    review: int = 0


class DerivedTables:
    """The derived tables of one ledger."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.threads = Threads(db)
        self.observations = ObservationRows(db)

    def writing(self) -> AbstractContextManager[sqlite3.Connection]:
        """Make what is written within one transaction."""
        return writing(self._db, "nothing was derived; run it again")

    def settle(self) -> None:
        """Let the file take in what was written, so that the next small change does not pay for it."""
        self._db.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def stale(self) -> tuple[Mark, ...]:
        """Return the pages that were read or reviewed since the tables were last brought up."""
        until = self._db.execute("SELECT reading, review FROM derived_until").fetchone() or (0, 0)
        # A plus before a column keeps its index out of it: the few new rows are found by their number.
        read = "SELECT document, max(id) FROM reading WHERE id > ? GROUP BY +document ORDER BY max(id)"
        reviewed = (
            "SELECT claim.document, max(review.number) FROM review CROSS JOIN claim "
            "ON claim.id = review.claim AND claim.current = 1 WHERE review.number > ? "
            "GROUP BY +claim.document ORDER BY max(review.number)"
        )
        pages = [Mark(document, reading=number) for document, number in self._db.execute(read, until[:1])]
        pages += [Mark(document, review=number) for document, number in self._db.execute(reviewed, until[1:])]
        return tuple(pages)

    def pages(self) -> tuple[str, ...]:
        """Return all pages of the ledger."""
        return tuple(row[0] for row in self._db.execute("SELECT id FROM document ORDER BY id"))

    def rules(self) -> str | None:
        """Return by which rules the tables were filled, or nothing if they never were."""
        row = self._db.execute("SELECT rules FROM derived_until").fetchone()
        return str(row[0]) if row else None

    def reach(self, mark: Mark, rules: str) -> None:
        """Note how far the tables have been brought, and by which rules."""
        if not self._db.execute("SELECT 1 FROM derived_until").fetchone():
            self._db.execute("INSERT INTO derived_until VALUES (0, 0, ?)", (rules,))
        sql = "UPDATE derived_until SET reading = max(reading, ?), review = max(review, ?)"
        self._db.execute(sql, (mark.reading, mark.review))

    def empty(self) -> None:
        """Empty every derived table."""
        for table in (*TABLES, "derived_until"):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - fixed names

    def place(self, document: str, rank: str, sample: Iterable[int], sketch: bytes) -> None:
        """Keep where a page stands among pages, its sketch, and by which sampled shingles it is found."""
        known = "SELECT sample FROM derived_page WHERE document = ?"
        for (old,) in self._db.execute(known, (document,)).fetchall():
            gone = ((int(value), document) for value in old.split())
            self._db.executemany("DELETE FROM derived_sample WHERE hash = ? AND document = ?", gone)
        values = tuple(sample)
        row = (document, rank, " ".join(map(str, values)))
        self._db.execute("INSERT OR REPLACE INTO derived_page VALUES (?, ?, ?)", row)
        pairs = ((value, document) for value in values)
        self._db.executemany("INSERT OR IGNORE INTO derived_sample VALUES (?, ?)", pairs)
        self._db.execute("INSERT OR REPLACE INTO derived_sketch VALUES (?, ?)", (document, sketch))

    def placed(self, document: str) -> tuple[str, bytes] | None:
        """Return where a page stands among pages, and its sketch, or nothing if it was never placed."""
        sql = "SELECT rank, sketch FROM derived_page JOIN derived_sketch USING (document) WHERE document = ?"
        found = self._db.execute(sql, (document,)).fetchone()
        return (found[0], found[1]) if found else None

    def sharing(self, sample: Iterable[int]) -> Iterator[tuple[int, str, str]]:
        """Yield hash, rank and page for each page that shares a sampled shingle, by rank."""
        sql = (
            "SELECT derived_page.rank, derived_page.document FROM derived_sample JOIN derived_page "
            "ON derived_page.document = derived_sample.document WHERE hash = ? ORDER BY derived_page.rank"
        )
        for value in sample:
            for rank, document in self._db.execute(sql, (value,)):
                yield value, rank, document

    def keep_told(self, rows: Iterable[ToldRow]) -> None:
        """Keep claims as they are told, in place of what was kept of them."""
        for row in rows:
            self._db.execute("DELETE FROM derived_key WHERE claim = ?", (row.claim,))
            values = (
                row.claim, row.document, row.component, row.origin, row.cell, row.record,
                int(row.first), row.mark, row.url, row.outlet,
            )  # fmt: skip
            self._db.execute(
                "INSERT OR REPLACE INTO derived_told VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values
            )
            if row.day is not None:
                keys = ((key, row.day, row.claim) for key in row.keys)
                self._db.executemany("INSERT OR IGNORE INTO derived_key VALUES (?, ?, ?)", keys)

    def move_told(self, rows: Iterable[ToldRow]) -> None:
        """Keep claims that are told as before under another component, origin or cell."""
        sql = "UPDATE derived_told SET component = ?, origin = ?, cell = ?, record = ? WHERE claim = ?"
        values = ((row.component, row.origin, row.cell, row.record, row.claim) for row in rows)
        self._db.executemany(sql, values)

    def link(self, links: Iterable[tuple[str, str, str]]) -> None:
        """Keep which sayings are one utterance, and why."""
        self._db.executemany("INSERT OR IGNORE INTO derived_link VALUES (?, ?, ?)", links)

    def unlink(self, sayings: Iterable[str]) -> None:
        """Forget all links of some sayings."""
        for saying in sayings:
            self._db.execute("DELETE FROM derived_link WHERE one = ?", (saying,))
            self._db.execute("DELETE FROM derived_link WHERE other = ?", (saying,))

    def links(self, sayings: Iterable[str]) -> Iterator[tuple[str, str, str]]:
        """Yield the links that begin at some sayings."""
        for saying in sayings:
            yield from self._db.execute(
                "SELECT one, other, because FROM derived_link WHERE one = ?", (saying,)
            )

    def forget_told(self, document: str) -> None:
        """Forget how a page's claims are told."""
        own = "SELECT claim FROM derived_told WHERE document = ?"
        self._db.execute(f"DELETE FROM derived_key WHERE claim IN ({own})", (document,))  # noqa: S608 - fixed
        self._db.execute("DELETE FROM derived_told WHERE document = ?", (document,))

    def told(self, column: str, value: str) -> Iterator[bytes]:
        """Yield the claims as told that share a document, component or cell, or the one of an id."""
        assert column in {"claim", "document", "component", "cell"}
        sql = f"SELECT record FROM derived_told WHERE {column} = ? ORDER BY claim"  # noqa: S608 - fixed names
        for (record,) in self._db.execute(sql, (value,)):
            yield record

    def neighbours(self, key: str, day: int, within: int) -> Iterator[str]:
        """Yield the components of claims that share a key within so many days."""
        sql = (
            "SELECT DISTINCT derived_told.component FROM derived_key JOIN derived_told "
            "ON derived_told.claim = derived_key.claim WHERE key = ? AND day BETWEEN ? AND ?"
        )
        for (component,) in self._db.execute(sql, (key, day - within, day + within)):
            yield component

    def put(self, rows: Iterable[DerivedRow]) -> None:
        """Keep derived rows."""
        for row in rows:
            values = (row.sort, row.id, row.owner, row.record)
            self._db.execute("INSERT INTO derived_row VALUES (?, ?, ?, ?)", values)
            about = ((claim, row.sort, row.id) for claim in row.claims)
            self._db.executemany("INSERT OR IGNORE INTO derived_about VALUES (?, ?, ?)", about)

    def replace(self, owned: Mapping[str, Iterable[DerivedRow]]) -> None:
        """Keep these rows of some owners and forget their others; what is unchanged is not written.

        A row may pass from one of the owners to another.
        """
        sql = "SELECT sort, id, record FROM derived_row WHERE owner = ?"
        gone: list[tuple[str, str]] = []
        changed: dict[tuple[str, str], DerivedRow] = {}
        for owner, rows in owned.items():
            old = {(sort, name): record for sort, name, record in self._db.execute(sql, (owner,))}
            new = {(row.sort, row.id): row for row in rows}
            gone += [key for key, record in old.items() if key not in new or new[key].record != record]
            changed.update((key, row) for key, row in new.items() if old.get(key) != row.record)
        self._db.executemany("DELETE FROM derived_row WHERE sort = ? AND id = ?", gone)
        about = {key: self._forget_about(key, changed.get(key)) for key in gone}
        self.put(replace(row, claims=set(row.claims) - about.get(key, set())) for key, row in changed.items())

    def _forget_about(self, key: tuple[str, str], new: DerivedRow | None) -> set[str]:
        """Forget that a row speaks of claims, but for those of which it goes on to speak: return these."""
        sql = "SELECT claim FROM derived_about WHERE sort = ? AND id = ?"
        about = {claim for (claim,) in self._db.execute(sql, key)}
        kept = about.intersection(new.claims if new else ())
        rows = ((claim, *key) for claim in about - kept)
        self._db.executemany("DELETE FROM derived_about WHERE claim = ? AND sort = ? AND id = ?", rows)
        return kept

    def rows(self, sort: str, *, owner: str | None = None) -> Iterator[bytes]:
        """Yield the records of one sort by id, of one owner or of all; a series is whole."""
        if sort == SERIES:
            yield from self.observations.whole(owner)
            return
        sql = "SELECT record FROM derived_row WHERE sort = ? ORDER BY id"
        owned = "SELECT record FROM derived_row WHERE owner = ? AND +sort = ? ORDER BY id"
        found = self._db.execute(owned, (owner, sort)) if owner else self._db.execute(sql, (sort,))
        for (record,) in found:
            yield record

    def about(self, claim: str, sort: str) -> Iterator[bytes]:
        """Yield the records of one sort that speak of a claim; the claim is looked up first, always."""
        if sort == SERIES:
            yield from filter(None, map(self.observations.one, self.observations.of([claim])))
            return
        sql = (
            "SELECT derived_row.record FROM derived_about CROSS JOIN derived_row USING (sort, id) "
            "WHERE derived_about.claim = ? AND derived_about.sort = ? ORDER BY derived_about.id"
        )
        for (record,) in self._db.execute(sql, (claim, sort)):
            yield record

    def dump(self) -> bytes:
        """Return all derived tables as bytes: equal tables give equal bytes."""
        return b"\n".join(self._lines())

    def digest(self) -> str:
        """Return a hash of all derived tables, of any size: equal tables give equal digests."""
        found = sha256()
        for line in self._lines():
            found.update(line)
            found.update(b"\n")
        return found.hexdigest()

    def _lines(self) -> Iterator[bytes]:
        """Yield every row, table by table, in an order of its own content."""
        for table in TABLES:
            described = self._db.execute(f"SELECT * FROM {table} LIMIT 0").description  # noqa: S608 - fixed names
            names = ", ".join(name for name, *_ in described if name not in _PASSING)
            for row in self._db.execute(f"SELECT {names} FROM {table} ORDER BY {names}"):  # noqa: S608 - the same
                yield repr(row).encode()
