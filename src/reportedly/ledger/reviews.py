"""People's words beside claims, in the order they were given, and where the ledger stands."""

import sqlite3
from collections.abc import Iterator

from reportedly.model import Review, decode


class ReviewRows:
    """The reviews of one ledger, as lists and queues ask for them."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def state(self) -> tuple[int, int, int]:
        """Return where the ledger stands: its last reading, last review and number of refusals.

        The same numbers mean that nothing was added in between.
        """
        sql = (
            "SELECT coalesce((SELECT max(id) FROM reading), 0), "
            "coalesce((SELECT max(number) FROM review), 0), "
            "(SELECT count(*) FROM refusal)"
        )
        reading, review, refused = self._db.execute(sql).fetchone()
        return int(reading), int(review), int(refused)

    def of_page(self, document: str) -> Iterator[Review]:
        """Yield the words on all current claims of one page."""
        sql = (
            "SELECT review.record FROM claim JOIN review ON review.claim = claim.id "
            "WHERE claim.document = ? AND claim.current = 1 ORDER BY review.number"
        )
        for (record,) in self._db.execute(sql, (document,)):
            yield decode(Review, record)

    def newest(self, limit: int) -> Iterator[Review]:
        """Yield the latest words, newest first."""
        for (record,) in self._db.execute("SELECT record FROM review ORDER BY number DESC LIMIT ?", (limit,)):
            yield decode(Review, record)

    def judged(self) -> frozenset[str]:
        """Return the claims on which anybody has said anything."""
        return frozenset(row[0] for row in self._db.execute("SELECT DISTINCT claim FROM review"))
