"""Series kept figure by figure: one more touches its own row, however long the line."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from datetime import date

from reportedly.model import SeriesKey

KEYS = ("kind", "actor", "recipient", "item", "outcome", "scope", "line", "place")
SERIES = "Series"
TAIL = 24
_UNKNOWN = date.max.isoformat()
_SAID = "day, moment, rank, start, claim"
_BACK = "day DESC, moment DESC, rank DESC, start DESC, claim DESC"


@dataclass(frozen=True, slots=True)
class ObservationRow:
    """One encoded observation on a series: as of which day, and where its saying stands among others."""

    series: str
    claim: str
    document: str
    origin: str
    day: date
    order: tuple[str, str, int]
    record: bytes


class ObservationRows:
    """The observations of one ledger, and what lists show of each series."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def forget(self, claims: Iterable[str]) -> Iterator[str]:
        """Forget the observations of some claims; yield the series on which they stood."""
        sql = "DELETE FROM derived_observation WHERE claim = ? RETURNING series"
        for claim in claims:
            yield from (series for (series,) in self._db.execute(sql, (claim,)).fetchall())

    def put(self, row: ObservationRow) -> None:
        """Keep one observation."""
        values = (
            row.series,
            row.day.isoformat(),
            *row.order,
            row.claim,
            row.document,
            row.origin,
            row.record,
        )
        self._db.execute("INSERT INTO derived_observation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)

    def days(self, series: Iterable[str]) -> set[date]:
        """Return the days as of which anything stands on some series."""
        sql = "SELECT DISTINCT day FROM derived_observation WHERE series = ?"
        return {date.fromisoformat(day) for name in series for (day,) in self._db.execute(sql, (name,))}

    def move(self, old: str, new: str, first: date, last: date) -> bool:
        """Put what stands on one series between two days onto another; return whether anything did."""
        sql = "UPDATE derived_observation SET series = ? WHERE series = ? AND day BETWEEN ? AND ?"
        return self._db.execute(sql, (new, old, first.isoformat(), last.isoformat())).rowcount > 0

    def weigh(self, series: str, key: SeriesKey) -> None:
        """Count anew what stands on a series, for the lists."""
        counts = (
            "SELECT count(DISTINCT origin), count(DISTINCT document), count(*) "
            "FROM derived_observation WHERE series = ?"
        )
        back = f"SELECT record FROM derived_observation WHERE series = ? ORDER BY {_BACK} LIMIT ?"  # noqa: S608 - fixed words
        last = [record for (record,) in self._db.execute(back, (series, TAIL))]
        tail = b",".join(reversed(last)).decode()
        latest = self._latest(series).decode()
        self._db.execute(
            f"INSERT INTO derived_line (id, origins, pages, figures, {', '.join(KEYS)}, latest, tail) "  # noqa: S608 - fixed names
            f"VALUES (?, {', '.join('?' * (len(KEYS) + 5))}) ON CONFLICT (id) DO UPDATE SET "
            "origins = excluded.origins, pages = excluded.pages, figures = excluded.figures, "
            "latest = excluded.latest, tail = excluded.tail, wordings = NULL",
            (series, *self._db.execute(counts, (series,)).fetchone(), *astuple(key), latest, f"[{tail}]"),
        )

    def _latest(self, series: str) -> bytes:
        """Return the observation of the last known day, or of none where no day is known."""
        sql = (
            "SELECT record FROM derived_observation WHERE series = ? AND day < ? "
            "ORDER BY day DESC, claim DESC LIMIT 1"
        )
        for until in (_UNKNOWN, "A"):
            for (record,) in self._db.execute(sql, (series, until)):
                return bytes(record)
        raise LookupError(series)

    def standing(self, owner: str) -> Iterator[bytes]:
        """Yield the series of an owner, each by its id and key alone."""
        sql = "SELECT record FROM derived_row WHERE owner = ? AND +sort = 'Series' ORDER BY id"
        return (record for (record,) in self._db.execute(sql, (owner,)))

    def known(self, series: str) -> tuple[str, bytes]:
        """Return whose a series is, and its id and key."""
        sql = "SELECT owner, record FROM derived_row WHERE sort = 'Series' AND id = ?"
        owner, record = self._db.execute(sql, (series,)).fetchone()
        return owner, record

    def drop(self, series: str) -> None:
        """Forget a series on which nothing stands any more."""
        self._db.execute("DELETE FROM derived_row WHERE sort = 'Series' AND id = ?", (series,))

    def one(self, series: str) -> bytes | None:
        """Return a series with all that stands on it, encoded, or nothing if there is none of that id."""
        sql = "SELECT record FROM derived_row WHERE sort = 'Series' AND id = ?"
        found = self._db.execute(sql, (series,)).fetchone()
        return self._joined(series, found[0]) if found else None

    def whole(self, owner: str | None = None) -> Iterator[bytes]:
        """Yield the series of an owner or all, each with all that stands on it, by id."""
        every = "SELECT id, record FROM derived_row WHERE sort = 'Series' ORDER BY id"
        owned = "SELECT id, record FROM derived_row WHERE owner = ? AND +sort = 'Series' ORDER BY id"
        found = self._db.execute(owned, (owner,)) if owner else self._db.execute(every)
        for series, head in found:
            yield self._joined(series, head)

    def weightiest(self, some: Iterable[str] | None = None) -> Iterator[str]:
        """Yield all series, or some, by their ids, those with most origins first."""
        order = "ORDER BY origins DESC, pages DESC, figures DESC, id"
        if some is None:
            yield from (name for (name,) in self._db.execute(f"SELECT id FROM derived_line {order}"))  # noqa: S608 - fixed words
            return
        marked = f"SELECT id FROM derived_line WHERE id IN (SELECT value FROM json_each(?)) {order}"  # noqa: S608 - the same
        yield from (name for (name,) in self._db.execute(marked, (json.dumps(list(some)),)))

    def of(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Return the series on which some claims stand, each once."""
        sql = "SELECT series FROM derived_observation WHERE claim = ?"
        return tuple(dict.fromkeys(name for claim in claims for (name,) in self._db.execute(sql, (claim,))))

    def _joined(self, series: str, head: bytes) -> bytes:
        """Return a series' record with its observations put into the empty list that ends it."""
        sql = f"SELECT record FROM derived_observation WHERE series = ? ORDER BY {_SAID}"  # noqa: S608 - fixed words
        records = b",".join(record for (record,) in self._db.execute(sql, (series,)))
        return head.removesuffix(b"]}") + records + b"]}"
