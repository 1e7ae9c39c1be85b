"""What single views look up: a derived record by its id, what came in since, what is followed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .observations import SERIES
from .store import Ledger
from .watched import Named


def derived_row(ledger: Ledger, sort: str, name: str) -> bytes | None:
    """Return the one derived record of a sort with an id, or nothing."""
    if sort == SERIES:
        return ledger.derived.observations.one(name)
    sql = "SELECT record FROM derived_row WHERE sort = ? AND id = ?"
    found = ledger._db.execute(sql, (sort, name)).fetchone()  # noqa: SLF001 - the same room
    return bytes(found[0]) if found else None


def digests_of(ledger: Ledger, pages: Iterable[str]) -> dict[str, str]:
    """Return the digests of some pages' archived bytes."""
    sql = "SELECT digest FROM capture WHERE id = ?"
    found = ((page, ledger._db.execute(sql, (page,)).fetchone()) for page in dict.fromkeys(pages))  # noqa: SLF001
    return {page: str(row[0]) for page, row in found if row}


@dataclass(frozen=True, slots=True)
class Arrived:
    """What was read for the first time after a reading; ``pages`` are ids, newest first, cut at a number."""

    pages: tuple[str, ...] = ()
    claims: int = 0


def arrived(ledger: Ledger, since: int, most: int = 1000) -> Arrived:
    """Return the pages first read after a reading, and how many claims came with them (10,000 at most)."""
    pages = (
        "SELECT document FROM reading WHERE id > ?1 AND NOT EXISTS (SELECT 1 FROM reading AS older "
        "WHERE older.document = reading.document AND older.id <= ?1) ORDER BY id DESC LIMIT ?2"
    )
    claims = "SELECT count(*) FROM (SELECT 1 FROM claim WHERE reading > ? AND current = 1 LIMIT 10000)"
    db = ledger._db  # noqa: SLF001 - the same room
    found = dict.fromkeys(row[0] for row in db.execute(pages, (since, most)))
    return Arrived(tuple(found), int(db.execute(claims, (since,)).fetchone()[0]))


def listings(ledger: Ledger) -> Iterator[Named]:
    """Yield the feeds and sitemaps that people have followed, in the order they were first named."""
    sql = "SELECT url, host, listing, told FROM watched WHERE url = source AND listing = 1 ORDER BY number"
    for url, host, listing, told in ledger._db.execute(sql):  # noqa: SLF001 - the same room
        yield Named(url, host, bool(listing), told)
