"""The claims of a ledger side by side in memory, a small number for each value, so that any choice counts.

A million claims take some sixty megabytes. What was read is kept in the ledger
(table ``shelf``), so that the next window opens at once and reads only what is
newer. Nothing stands here that the claims themselves do not say.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Self

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.integer]
Pair = tuple[str | None, str | None]

CODED = ("kind", "actor", "recipient", "item", "speaker", "modality", "outlet")
PLAIN = ("number", "document", "start", "first", "last")
NEVER, EVER = np.iinfo(np.int32).max, np.iinfo(np.int32).min
NOTHING: Pair = (None, None)
AT_ONCE = 20_000

_WIDTHS: tuple[tuple[type[np.integer], int], ...] = ((np.uint8, 256), (np.uint16, 65_536))
_COLUMNS = (
    "claim.number, document.rowid, claim.start, coalesce(claim.day_first, document.published), "
    "coalesce(claim.day_last, document.published), coalesce(claim.high, claim.low), claim.id, claim.kind, "
    "claim.actor, claim.actor_name, claim.recipient, claim.recipient_name, claim.item, claim.item_words, "
    "claim.speaker, claim.speaker_name, claim.modality, document.outlet"
)
_FROM = "FROM claim JOIN document ON document.id = claim.document WHERE claim.current = 1"


@dataclass(slots=True)
class Codes:
    """The values of one column in the order they were first met; code 0 is no value."""

    pairs: list[Pair] = field(default_factory=lambda: [NOTHING])
    known: dict[Pair, int] = field(default_factory=lambda: {NOTHING: 0})

    @classmethod
    def of(cls, pairs: Iterable[Pair]) -> Self:
        """Return the codes of some values in their order, from 1."""
        every = [NOTHING, *pairs]
        return cls(every, {pair: code for code, pair in enumerate(every)})

    def code(self, pair: Pair) -> int:
        """Return the code of a value, a new one where it is new."""
        found = self.known.setdefault(pair, len(self.pairs))
        if found == len(self.pairs):
            self.pairs.append(pair)
        return found


@dataclass(frozen=True, slots=True)
class Shelf:
    """All current claims, newest page first, then as they stand on their page.

    ``until`` is the last reading on it; ``columns`` holds an array for each of
    ``CODED`` and ``PLAIN``; ``figure`` is the highest number a claim gives (NaN
    for none), ``tie`` the beginning of its id. ``tallies``, ``walks`` and ``groups``
    keep what choosing has once counted, sorted and named.
    """

    until: int
    columns: dict[str, Ints]
    figure: npt.NDArray[np.float64]
    tie: npt.NDArray[np.int64]
    codes: dict[str, Codes]
    tallies: dict[str, npt.NDArray[np.intp]] = field(default_factory=dict, compare=False)
    walks: dict[str, Ints] = field(default_factory=dict, compare=False)
    groups: dict[str, tuple[list[str], npt.NDArray[np.intp]]] = field(default_factory=dict, compare=False)

    def __len__(self) -> int:
        return int(self.figure.shape[0])


def empty() -> Shelf:
    """Return a shelf with nothing on it."""
    columns: dict[str, Ints] = {name: np.zeros(0, np.int32) for name in (*CODED, *PLAIN)}
    return Shelf(0, columns, np.zeros(0), np.zeros(0, np.int64), {name: Codes() for name in CODED})


def grown(db: sqlite3.Connection, shelf: Shelf) -> Shelf:
    """Return a shelf with what was read since; the same one where nothing was."""
    until = int(db.execute("SELECT coalesce(max(id), 0) FROM reading").fetchone()[0])
    if until == shelf.until:
        return shelf
    sql = f"SELECT {_COLUMNS} {_FROM} AND claim.reading > ? AND claim.reading <= ?"
    parts = [_read(rows, shelf.codes) for rows in _some(db.execute(sql, (shelf.until, until)))]
    return _joined(shelf, _staying(db, shelf), parts, _ranks(db), until)


def _staying(db: sqlite3.Connection, shelf: Shelf) -> npt.NDArray[np.bool_]:
    """Return which claims of a shelf are on no page that has been read again."""
    sql = (
        "SELECT document.rowid FROM reading JOIN document ON document.id = reading.document "
        "WHERE reading.id > ?"
    )
    again = np.array([row[0] for row in db.execute(sql, (shelf.until,))], np.int32)
    return ~np.isin(shelf.columns["document"], again)


def _some(rows: Iterable[Sequence[object]]) -> Iterator[list[Sequence[object]]]:
    walk = iter(rows)
    while some := list(islice(walk, AT_ONCE)):
        yield some


def _read(rows: list[Sequence[object]], codes: dict[str, Codes]) -> Shelf:
    """Return rows as they come from the ledger side by side."""
    number, document, start, first, last, figure, ids, kind, *named, modality, outlet = zip(
        *rows, strict=True
    )
    columns: dict[str, Ints] = {
        "number": np.array(number, np.int32),
        "document": np.array(document, np.int32),
        "start": np.array(start, np.int32),
        "first": np.fromiter((_day(day, NEVER) for day in first), np.int32, len(rows)),
        "last": np.fromiter((_day(day, EVER) for day in last), np.int32, len(rows)),
    }
    pairs: dict[str, Iterable[Pair]] = {
        name: ((None, word) for word in words)
        for name, words in (("kind", kind), ("modality", modality), ("outlet", outlet))
    }
    for at, name in enumerate(("actor", "recipient", "item", "speaker")):
        pairs[name] = zip(named[2 * at], named[2 * at + 1], strict=True)
    for name, values in pairs.items():
        columns[name] = np.fromiter(map(codes[name].code, values), np.int32, len(rows))
    ties = np.fromiter((int(str(name)[:15], 16) for name in ids), np.int64, len(rows))
    return Shelf(0, columns, np.array(figure, np.float64), ties, codes)


def _day(day: object, otherwise: int) -> int:
    return date.fromisoformat(str(day)[:10]).toordinal() if day else otherwise


def _narrow(values: Ints, codes: Codes | None) -> Ints:
    """Return codes in as few bytes as there are codes for."""
    most = len(codes.pairs) if codes else NEVER
    wanted = next((kind for kind, room in _WIDTHS if most <= room), np.int32)
    return values.astype(wanted, copy=False)


def _joined(
    shelf: Shelf, stay: npt.NDArray[np.bool_], parts: Sequence[Shelf], ranks: Ints, until: int
) -> Shelf:
    """Return what stays of a shelf with what is new, in order; a column at a time, to need little room."""

    def whole(name: str) -> Ints:
        return np.concatenate([shelf.columns[name][stay], *(part.columns[name] for part in parts)])

    tie = np.concatenate([shelf.tie[stay], *(part.tie for part in parts)])
    order = np.lexsort((tie, whole("start"), ranks[whole("document")]))
    columns = {name: _narrow(whole(name)[order], shelf.codes.get(name)) for name in (*CODED, *PLAIN)}
    figure = np.concatenate([shelf.figure[stay], *(part.figure for part in parts)])[order]
    return Shelf(until, columns, figure, tie[order], shelf.codes)


def _ranks(db: sqlite3.Connection) -> Ints:
    """Return for each page, by its row, where it stands among pages, newest first."""
    sql = "SELECT rowid FROM document ORDER BY published DESC, url, id"
    rows = np.array([row[0] for row in db.execute(sql)], np.int32)
    rank = np.zeros(int(rows.max(initial=0)) + 1, np.int32)
    rank[rows] = np.arange(rows.shape[0], dtype=np.int32)
    return rank


def keep(db: sqlite3.Connection, shelf: Shelf) -> None:
    """Keep a shelf in the ledger; where the ledger cannot be written to, it is read again next time."""
    rows = [(name, shelf.until, values.tobytes()) for name, values in shelf.columns.items()]
    rows += [("figure", shelf.until, shelf.figure.tobytes()), ("tie", shelf.until, shelf.tie.tobytes())]
    rows += [(f"{name} codes", shelf.until, json.dumps(c.pairs).encode()) for name, c in shelf.codes.items()]
    try:
        db.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM shelf")
        db.executemany("INSERT INTO shelf VALUES (?, ?, ?)", rows)
        db.execute("COMMIT")
    except sqlite3.Error:
        if db.in_transaction:
            db.execute("ROLLBACK")


def kept(db: sqlite3.Connection) -> Shelf:
    """Return the shelf as it was last kept, an empty one where it was not."""
    found = {name: (until, body) for name, until, body in db.execute("SELECT name, until, body FROM shelf")}
    wanted = (*CODED, *PLAIN, "figure", "tie", *(f"{name} codes" for name in CODED))
    if set(found) != set(wanted) or len({until for until, _ in found.values()}) != 1:
        return empty()
    codes = {name: _codes(found[f"{name} codes"][1]) for name in CODED}
    figure, tie = np.frombuffer(found["figure"][1], np.float64), np.frombuffer(found["tie"][1], np.int64)
    columns = {name: _column(found[name][1], len(figure)) for name in (*CODED, *PLAIN)}
    return Shelf(found["figure"][0], columns, figure, tie, codes)


def _column(body: bytes, claims: int) -> Ints:
    """Return a column as wide as it was kept."""
    width = {1: np.uint8, 2: np.uint16}.get(len(body) // claims if claims else 4, np.int32)
    return np.frombuffer(body, width)


def _codes(body: bytes) -> Codes:
    pairs: list[Pair] = [(one, other) for one, other in json.loads(body)]
    return Codes(pairs, {pair: code for code, pair in enumerate(pairs)})
