"""Words to claims, fast enough for a word that stands in nearly every one.

What a person types is cut into terms; the claims of each term are found by
full-text search once, kept as one bit a claim, and put together.
"""

import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from .filters import terms_of
from .shelf import Shelf
from .store import Ledger

Bits = npt.NDArray[np.uint8]
KEPT = 96
_TOKENS = "porter unicode61 remove_diacritics 2"


def _stemmer() -> sqlite3.Connection:
    """Return a small table that stems words as the ledger's full-text search does."""
    db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    db.execute(f"CREATE VIRTUAL TABLE typed USING fts5(words, tokenize = '{_TOKENS}')")
    db.execute("CREATE VIRTUAL TABLE stem USING fts5vocab(typed, 'instance')")
    return db


@dataclass(slots=True)
class Words:
    """The claims of the terms last asked for; a term is kept under its stem."""

    _found: OrderedDict[str, tuple[int, Bits]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _stems: sqlite3.Connection = field(default_factory=_stemmer)

    def search(self, ledger: Ledger, shelf: Shelf) -> Callable[[str], npt.NDArray[np.bool_]]:
        """Return a search through the claims of one shelf: which places have some words."""

        def search(words: str) -> npt.NDArray[np.bool_]:
            wanted, unwanted = terms_of(words)
            fits = np.ones(len(shelf), np.bool_)
            for term in wanted:
                fits &= self._having(ledger, shelf, term)
            for term in unwanted:
                fits &= ~self._having(ledger, shelf, term)
            return fits

        return search

    def _having(self, ledger: Ledger, shelf: Shelf, term: str) -> npt.NDArray[np.bool_]:
        """Return which places have a term (FTS5, quoted)."""
        key = self._stem(term)
        with self._lock:
            held = self._found.get(key)
            if held and held[0] == shelf.until:
                self._found.move_to_end(key)
                return np.unpackbits(held[1], count=len(shelf)).view(np.bool_)
        fits = _having(ledger, shelf, term)
        with self._lock:
            self._found[key] = (shelf.until, np.packbits(fits))
            while len(self._found) > KEPT:
                self._found.popitem(last=False)
        return fits

    def _stem(self, term: str) -> str:
        """Return the key of a term: its stem where it is one word, else the term itself."""
        if term.endswith("*"):
            return term
        with self._lock:
            self._stems.execute("DELETE FROM typed")
            self._stems.execute("INSERT INTO typed VALUES (?)", (term[1:-1].replace('""', '"'),))
            stems = [row[0] for row in self._stems.execute("SELECT term FROM stem ORDER BY offset")]
        return " ".join(stems)


def _having(ledger: Ledger, shelf: Shelf, term: str) -> npt.NDArray[np.bool_]:
    """Ask for all numbers as one text: a row for each would take five times as long."""
    sql = "SELECT json_group_array(rowid) FROM claim_words WHERE claim_words MATCH ?"
    found = str(ledger._db.execute(sql, (term,)).fetchone()[0])  # noqa: SLF001 - the same room
    numbers = np.fromstring(found[1:-1], np.int32, sep=",")
    here = shelf.columns["number"]
    table = np.zeros(max(int(here.max(initial=0)), int(numbers.max(initial=0))) + 1, np.bool_)
    table[numbers] = True
    fits: npt.NDArray[np.bool_] = table[here]
    return fits
