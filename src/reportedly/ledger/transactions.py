"""One transaction: all of it is written, or nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from reportedly.errors import LedgerError

_ADVICE = "nothing was written; make room or close other writers"


@contextmanager
def writing(db: sqlite3.Connection, advice: str = _ADVICE) -> Iterator[sqlite3.Connection]:
    """Write what follows as one transaction; what fails leaves the ledger as it was.

    Raises LedgerError, with the advice, where the database refuses.
    """
    try:
        db.execute("BEGIN IMMEDIATE")
        yield db
        db.execute("COMMIT")
    except sqlite3.Error as error:
        raise LedgerError(f"ledger: {error} ({advice})") from error
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")
