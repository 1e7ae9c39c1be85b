"""Threads: which claims of a cell stand for an utterance, and which others are held against."""

import sqlite3
from collections.abc import Collection, Iterator

# "mark != ''" is what lets the index of marked claims be used.
_HEADS = """
WITH noted AS MATERIALIZED (
    SELECT url, outlet FROM derived_told WHERE cell = :cell AND mark != '' AND mark = 'note'
),
named AS MATERIALIZED (SELECT url AS name FROM noted UNION SELECT outlet FROM noted),
touched AS MATERIALIZED (
    SELECT outlet, origin FROM derived_told WHERE cell = :cell AND url IN (SELECT name FROM named)
    UNION SELECT outlet, origin FROM derived_told WHERE cell = :cell AND outlet IN (SELECT name FROM named)
),
found AS MATERIALIZED (
    SELECT claim FROM derived_told WHERE cell = :cell AND first = 1
    UNION SELECT claim FROM derived_told WHERE cell = :cell AND document IN (
        SELECT document FROM derived_told WHERE cell = :cell AND mark != '' AND mark = 'denial')
    UNION SELECT claim FROM derived_told WHERE cell = :cell AND url IN (
        SELECT url FROM derived_told WHERE cell = :cell GROUP BY url HAVING count(DISTINCT document) > 1)
    UNION SELECT claim FROM derived_told WHERE cell = :cell AND outlet IN (SELECT outlet FROM touched)
    UNION SELECT claim FROM derived_told WHERE cell = :cell AND origin IN (SELECT origin FROM touched)
)
SELECT claim, record FROM found CROSS JOIN derived_told USING (claim) ORDER BY claim
"""


class Threads:
    """The claims as told of one ledger, by cell and utterance."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def lead(self, cell: str, origin: str, firsts: Collection[str]) -> set[str]:
        """Note which claims stand for the threads of one origin in one cell; return those that turned."""
        sql = "SELECT claim, first FROM derived_told WHERE cell = ? AND origin = ?"
        known = self._db.execute(sql, (cell, origin)).fetchall()
        changed = [(1 - first, claim) for claim, first in known if bool(first) is not (claim in firsts)]
        self._db.executemany("UPDATE derived_told SET first = ? WHERE claim = ?", changed)
        return {claim for _, claim in changed}

    def claims(self, cell: str, origin: str) -> Iterator[bytes]:
        """Yield the claims as told of one origin in one cell."""
        sql = "SELECT record FROM derived_told WHERE cell = ? AND origin = ? ORDER BY claim"
        return (record for (record,) in self._db.execute(sql, (cell, origin)))

    def heads(self, cell: str) -> dict[str, bytes]:
        """Return the claims of a cell that others are held against (see ``reconcile.heads``), by id."""
        return dict(self._db.execute(_HEADS, {"cell": cell}))
