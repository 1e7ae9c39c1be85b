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
SELECT record FROM found CROSS JOIN derived_told USING (claim) ORDER BY claim
"""


class Threads:
    """The claims as told of one ledger, by cell and utterance."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def lead(self, cell: str, origin: str, firsts: Collection[str]) -> None:
        """Note which claims stand for the threads of one origin in one cell."""
        sql = "SELECT claim, first FROM derived_told WHERE cell = ? AND origin = ?"
        for claim, first in self._db.execute(sql, (cell, origin)).fetchall():
            if bool(first) is not (claim in firsts):
                self._db.execute("UPDATE derived_told SET first = ? WHERE claim = ?", (1 - first, claim))

    def claims(self, cell: str, origin: str) -> Iterator[bytes]:
        """Yield the claims as told of one origin in one cell."""
        sql = "SELECT record FROM derived_told WHERE cell = ? AND origin = ? ORDER BY claim"
        return (record for (record,) in self._db.execute(sql, (cell, origin)))

    def heads(self, cell: str) -> Iterator[bytes]:
        """Yield the claims of a cell that others are held against (see ``reconcile.heads``)."""
        for (record,) in self._db.execute(_HEADS, {"cell": cell}):
            yield record
