"""Series as lists need them: by weight, by what they measure, without the observations."""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.model import Observation, SeriesKey, decode

from .observations import KEYS
from .shelf import Codes
from .store import Ledger

_AT_ONCE = 20_000
Numbers = npt.NDArray[np.int32]
Called = Callable[[str, str], str]
_WEIGHT = "origins DESC, pages DESC, figures DESC, id"


@dataclass(frozen=True, slots=True)
class Lines:
    """All series, weightiest first: a number for each, and what it measures as small numbers."""

    numbers: npt.NDArray[np.int32]
    columns: dict[str, npt.NDArray[np.int32]]
    codes: dict[str, Codes]

    def __len__(self) -> int:
        return int(self.numbers.shape[0])

    def having(self, words: str, called: Called) -> npt.NDArray[np.int32]:
        """Return the numbers of the series with all these words; ``called`` tells what a value is called."""
        if not words.strip():
            return self.numbers
        fits = np.ones(len(self), np.bool_)
        for word in words.lower().split():
            some = np.zeros(len(self), np.bool_)
            for name in KEYS:
                pairs = self.codes[name].pairs
                right = np.fromiter(
                    (word in called(name, pair[1] or "").lower() for pair in pairs), np.bool_, len(pairs)
                )
                if right.any():
                    some |= right[self.columns[name]]
            fits &= some
        return self.numbers[fits]

    def near(self, kind: str, item: str | None, parties: Collection[str]) -> npt.NDArray[np.int32]:
        """Return the numbers of the series of a kind or thing that stand between any of some parties."""
        alike = self._is("kind", (kind,)) | self._is("item", (item,) if item else ())
        if parties:
            alike &= self._is("actor", parties) | self._is("recipient", parties)
        return self.numbers[alike]

    def _is(self, name: str, values: Collection[str]) -> npt.NDArray[np.bool_]:
        known = self.codes[name].known
        wanted = [known[(None, value)] for value in values if (None, value) in known]
        return np.isin(self.columns[name], np.array(wanted, np.int32))


NO_LINES = Lines(
    np.zeros(0, np.int32),
    {name: np.zeros(0, np.int32) for name in KEYS},
    {name: Codes() for name in KEYS},
)


def lines_of(ledger: Ledger) -> Lines:
    """Return what all series measure, weightiest first; a column at a time (there may be 500,000)."""
    db = ledger._db  # noqa: SLF001 - the same room
    codes = {name: _Coding() for name in KEYS}
    numbers, columns = array("i"), {name: array("i") for name in KEYS}
    rows = db.execute(f"SELECT number, {', '.join(KEYS)} FROM derived_line ORDER BY {_WEIGHT}")  # noqa: S608 - fixed names
    while some := rows.fetchmany(_AT_ONCE):
        first, *keys = zip(*some, strict=True)
        numbers.extend(first)
        for name, values in zip(KEYS, keys, strict=True):
            columns[name].extend(map(codes[name].__getitem__, values))
    named = {name: Codes.of((None, value) for value in some) for name, some in codes.items()}
    return Lines(_ints(numbers), {name: _ints(some) for name, some in columns.items()}, named)


class _Coding(dict[str, int]):
    """The values of one column in the order they were first met, each with its code; code 0 is no value."""

    def __missing__(self, value: str) -> int:
        self[value] = code = len(self) + 1
        return code


def _ints(some: "array[int]") -> npt.NDArray[np.int32]:
    return np.array(some, np.int32)


@dataclass(frozen=True, slots=True)
class Head:
    """A series as lists need it: its weight, its latest observation, and the last two dozen in order."""

    id: str
    key: SeriesKey
    origins: int
    pages: int
    figures: int
    latest: Observation
    tail: tuple[Observation, ...]


_HEAD = f"id, {', '.join(KEYS)}, origins, pages, figures, latest, tail"


def heads_at(ledger: Ledger, numbers: Iterable[int]) -> Iterator[Head]:
    """Yield the series of some lines, in their order."""
    sql = f"SELECT {_HEAD} FROM derived_line WHERE number = ? AND figures > 0"  # noqa: S608 - fixed names
    for number in numbers:
        for row in ledger._db.execute(sql, (int(number),)):  # noqa: SLF001 - the same room
            yield _head(row)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A series by its id, and how many figures are on it."""

    id: str
    figures: int


def weighed(ledger: Ledger, names: Iterable[str], claims: Iterable[str] = ()) -> tuple[Weighed, ...]:
    """Return some series by their ids, and those on which any of some claims stand, weightiest first."""
    wanted = dict.fromkeys(names)
    wanted |= dict.fromkeys(ledger.derived.observations.of(claims))
    sql = "SELECT origins, pages, id, figures FROM derived_line WHERE id = ? AND figures > 0"
    found = [row for name in wanted for row in ledger._db.execute(sql, (name,))]  # noqa: SLF001
    found.sort(key=lambda row: (-row[0], -row[1], row[2]))
    return tuple(Weighed(name, figures) for _, _, name, figures in found)


def weightiest(ledger: Ledger, key: SeriesKey, limit: int) -> Iterator[Head]:
    """Yield the weightiest series between a key's parties, or about its place."""
    if key.place:
        condition, values = "place = ? AND place <> ''", [key.place]
    else:
        condition, values = "actor = ? AND recipient = ? AND place = ''", [key.actor, key.recipient]
    sql = (
        f"SELECT {_HEAD} FROM derived_line WHERE {condition} AND figures > 0 "  # noqa: S608 - fixed names
        "ORDER BY origins DESC, pages DESC, figures DESC LIMIT ?"
    )
    for row in ledger._db.execute(sql, (*values, limit)).fetchall():  # noqa: SLF001
        yield _head(row)


def _head(row: Sequence[Any]) -> Head:
    name, *key, origins, pages, figures, latest, tail = row
    seen = decode(tuple[Observation, ...], tail)
    return Head(name, SeriesKey(*key), origins, pages, figures, decode(Observation, latest), seen)


@dataclass(frozen=True, slots=True)
class Between:
    """The series between two parties or about one place, together."""

    key: SeriesKey
    best: int
    origins: int
    pages: int


def between(ledger: Ledger, limit: int) -> Iterator[Between]:
    """Yield between whom and where most is said: by the weightiest series, then by all together."""
    sql = (
        "SELECT CASE WHEN place = '' THEN actor ELSE '' END AS a, "
        "CASE WHEN place = '' THEN recipient ELSE '' END AS r, place, "
        "max(origins), sum(origins), sum(pages) FROM derived_line "
        "WHERE actor <> '' OR recipient <> '' OR place <> '' "
        "GROUP BY a, r, place ORDER BY 4 DESC, 5 DESC, a, r, place LIMIT ?"
    )
    for actor, recipient, place, best, origins, pages in ledger._db.execute(sql, (limit,)):  # noqa: SLF001
        yield Between(SeriesKey("", actor, recipient, place=place), best, origins, pages)
