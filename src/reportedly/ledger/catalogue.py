"""One ledger's claims held ready for any question, and kept up as pages come."""

import sqlite3
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field

from .choosing import Choice, choose, walk
from .filters import ClaimFilter
from .orders import Order
from .searching import Words
from .shelf import Shelf, grown, keep, kept
from .store import Ledger

BEHIND = 1000
COMMON = 20
_PARTIES = ("speaker", "actor", "recipient")


@dataclass(slots=True)
class Catalogue:
    """A shelf and the words last searched for; many threads may ask at once."""

    _shelf: Shelf | None = None
    _kept: int = 0
    _words: Words = field(default_factory=Words)
    _spelt: tuple[int, Mapping[str, str]] = field(default_factory=lambda: (-1, {}))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def choose(self, ledger: Ledger, asked: ClaimFilter) -> Choice:
        """Return what a filter chooses from all that the ledger holds now."""
        shelf = self.shelf(ledger)
        document = _row(ledger, asked.document) if asked.document else None
        return choose(shelf, asked, self._words.search(ledger, shelf), document)

    def shelf(self, ledger: Ledger) -> Shelf:
        """Return the ledger's claims side by side, with what came in since the last call."""
        db = ledger._db  # noqa: SLF001 - the same room
        with self._lock:
            if self._shelf is None:
                self._shelf = kept(db)
                self._kept = self._shelf.until
            self._shelf = grown(db, self._shelf)
            if self._shelf.until - self._kept > BEHIND:
                keep(db, self._shelf)
                self._kept = self._shelf.until
            return self._shelf

    def spelling(self, ledger: Ledger) -> Mapping[str, str]:
        """Return parties' names by their ids, as the claims spell them: those known when last looked at."""
        codes = (self._shelf or self.shelf(ledger)).codes
        size = sum(len(codes[name].pairs) for name in _PARTIES)
        if self._spelt[0] != size:
            pairs = (pair for name in _PARTIES for pair in list(codes[name].pairs))
            self._spelt = (size, {one: word for one, word in reversed(list(pairs)) if one and word})
        return self._spelt[1]

    def warm(self, ledger: Ledger) -> None:
        """Search once for the words and beginnings that stand in most claims; nobody need wait for them."""
        shelf = self.shelf(ledger)
        for order in (Order.OLDEST, Order.HIGHEST, Order.LOWEST, Order.SPEAKER, Order.ITEM):
            walk(shelf, order)
        search = self._words.search(ledger, shelf)
        db = ledger._db  # noqa: SLF001 - the same room
        db.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, claim_words, row)"
        )
        for beginning in _beginnings(db):
            search(f"{beginning}*")
        for word in _common(db):
            search(f'"{word}"')


def _row(ledger: Ledger, document: str) -> int | None:
    found = ledger._db.execute("SELECT rowid FROM document WHERE id = ?", (document,)).fetchone()  # noqa: SLF001
    return int(found[0]) if found else None


def _common(db: sqlite3.Connection) -> list[str]:
    """Return the words that stand in one claim of so many or more."""
    sql = (
        "SELECT term FROM vocabulary WHERE doc > ? * (SELECT count(*) FROM document) / ? "
        "ORDER BY doc DESC LIMIT 50"
    )
    return [row[0] for row in db.execute(sql, (COMMON, COMMON))]


def _beginnings(db: sqlite3.Connection) -> list[str]:
    """Return the two letters with which words of many claims begin."""
    sql = (
        "SELECT substr(term, 1, 2) AS beginning FROM vocabulary WHERE length(term) > 1 GROUP BY beginning "
        "HAVING sum(doc) > (SELECT count(*) FROM document) ORDER BY sum(doc) DESC LIMIT 24"
    )
    return [row[0] for row in db.execute(sql) if row[0].isalnum()]
