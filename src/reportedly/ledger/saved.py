"""Views of the ledger kept under a name, those who are told when one changes, and what they were told."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from reportedly.errors import UsageError

from .transactions import writing

LONGEST_NAME, LONGEST_QUERY = 80, 4000


@dataclass(frozen=True, slots=True)
class View:
    """A view: its name, and its choices as an address tells them."""

    name: str
    query: str
    made: datetime


@dataclass(frozen=True, slots=True)
class Hook:
    """An address that is told when a view changes; ``reading`` is the last it was told of.

    ``private`` is true where a person at the terminal let it lie on this
    machine or its network.
    """

    number: int
    view: str
    url: str
    secret: str
    private: bool
    reading: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message to a hook: how often it was tried, when it is due, what was answered last.

    ``due`` is nothing once it arrived or was given up.
    """

    number: int
    hook: int
    body: bytes
    made: datetime
    tries: int
    due: datetime | None
    status: int | None
    said: str | None

    @property
    def fate(self) -> str:
        """How it stands: delivered, waiting or given up."""
        if self.due is not None:
            return "waiting"
        return "delivered" if self.status is not None and 200 <= self.status < 300 else "given up"


class SavedViews:
    """The kept views of one ledger; every change is a transaction of its own."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def all(self) -> Iterator[View]:
        """Yield the views by name."""
        for row in self._db.execute("SELECT name, query, made FROM view ORDER BY name"):
            yield _view(row)

    def one(self, name: str) -> View | None:
        """Return the view of a name, or nothing."""
        row = self._db.execute("SELECT name, query, made FROM view WHERE name = ?", (name,)).fetchone()
        return _view(row) if row else None

    def keep(self, name: str, query: str, now: datetime) -> None:
        """Keep a view under a name, in place of one that had it (raises UsageError for no name)."""
        if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable() or "/" in name:
            raise UsageError(f"{name[:20] or 'view'}: not a name (up to {LONGEST_NAME} letters, no slash)")
        if len(query) > LONGEST_QUERY:
            raise UsageError(f"{name}: too long a view (drop a filter)")
        sql = (
            "INSERT INTO view VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE "
            "SET query = excluded.query, made = excluded.made"
        )
        with writing(self._db) as db:
            db.execute(sql, (name.strip(), query, now.isoformat()))

    def drop(self, name: str) -> bool:
        """Forget a view with its hooks; say whether there was one."""
        with writing(self._db) as db:
            return db.execute("DELETE FROM view WHERE name = ?", (name,)).rowcount > 0

    def hooks(self, view: str | None = None) -> Iterator[Hook]:
        """Yield the hooks of one view, or of all."""
        every, one = f"{_HOOK} ORDER BY number", f"{_HOOK} WHERE view = ? ORDER BY number"
        for row in self._db.execute(one, (view,)) if view else self._db.execute(every):
            number, name, url, secret, private, reading = row
            yield Hook(number, name, url, secret, bool(private), reading)

    def hook(self, view: str, url: str, secret: str, *, private: bool) -> None:
        """Tell an address of what comes into a view from now on."""
        if self.one(view) is None:
            raise UsageError(
                f"{view}: no such view (keep one first, in the ledger or with 'reportedly view add')"
            )
        sql = (
            "INSERT INTO hook (view, url, secret, private, reading) "
            "VALUES (?, ?, ?, ?, (SELECT coalesce(max(id), 0) FROM reading)) "
            "ON CONFLICT (view, url) DO UPDATE SET secret = excluded.secret, private = excluded.private"
        )
        with writing(self._db) as db:
            db.execute(sql, (view, url, secret, private))

    def unhook(self, number: int) -> bool:
        """Tell an address no more; say whether it was told."""
        with writing(self._db) as db:
            return db.execute("DELETE FROM hook WHERE number = ?", (number,)).rowcount > 0

    def told(self, hook: Hook, reading: int, body: bytes | None, now: datetime) -> None:
        """Note up to which reading a hook's view was looked through, with the message that follows."""
        with writing(self._db) as db:
            db.execute("UPDATE hook SET reading = ? WHERE number = ?", (reading, hook.number))
            if body is not None:
                values = (hook.number, body, _stamp(now), _stamp(now))
                db.execute("INSERT INTO delivery (hook, body, made, due) VALUES (?, ?, ?, ?)", values)

    def due(self, now: datetime) -> Iterator[tuple[Hook, Delivery]]:
        """Yield what is to be sent by now, the longest due first."""
        hooks = {hook.number: hook for hook in self.hooks()}
        sql = f"{_DELIVERY} WHERE due <= ? ORDER BY due, number"
        for row in self._db.execute(sql, (_stamp(now),)).fetchall():
            yield hooks[row[1]], _delivery(row)

    def tried(self, delivery: Delivery, status: int | None, said: str, due: datetime | None) -> None:
        """Note one try: what was answered, and when to try again, if ever."""
        sql = "UPDATE delivery SET tries = tries + 1, status = ?, said = ?, due = ? WHERE number = ?"
        with writing(self._db) as db:
            db.execute(sql, (status, said[:200], _stamp(due) if due else None, delivery.number))

    def log(self, hook: int, limit: int = 20) -> Iterator[Delivery]:
        """Yield what a hook was sent, newest first."""
        sql = f"{_DELIVERY} WHERE hook = ? ORDER BY number DESC LIMIT ?"
        for row in self._db.execute(sql, (hook, limit)):
            yield _delivery(row)


_HOOK = "SELECT number, view, url, secret, private, reading FROM hook"
_DELIVERY = "SELECT number, hook, body, made, tries, due, status, said FROM delivery"


def _view(row: tuple[str, str, str]) -> View:
    return View(row[0], row[1], datetime.fromisoformat(row[2]))


def _delivery(row: tuple[int, int, bytes, str, int, str | None, int | None, str | None]) -> Delivery:
    number, hook, body, made, tries, due, status, said = row
    when = datetime.fromisoformat(due) if due else None
    return Delivery(number, hook, body, datetime.fromisoformat(made), tries, when, status, said)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
