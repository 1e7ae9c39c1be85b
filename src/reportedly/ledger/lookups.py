"""One derived record by its id, for a page that shows it."""

from .store import Ledger


def derived_row(ledger: Ledger, sort: str, name: str) -> bytes | None:
    """Return the one derived record of a sort with an id, or nothing."""
    sql = "SELECT record FROM derived_row WHERE sort = ? AND id = ?"
    found = ledger._db.execute(sql, (sort, name)).fetchone()  # noqa: SLF001 - the same room
    return bytes(found[0]) if found else None
