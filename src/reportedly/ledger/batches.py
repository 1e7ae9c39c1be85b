"""Claims, reviews and relations looked up for a list, many at one go."""

import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator

from reportedly.model import Claim, Relation, RelationKind, Review, decode

from .store import PAGE, Entry, Ledger, Page

_AT_ONCE = 400
_SPACES = re.compile(r"\\[nrtf]")
_KIND = "json_extract(CAST(record AS TEXT), '$.kind')"
_HEADLINE = "instr(json_extract(CAST(record AS TEXT), '$.because'), 'headline') > 0"


def relations_of(
    ledger: Ledger, kind: RelationKind, limit: int, *, headline: bool = False
) -> Iterator[Relation]:
    """Yield the first relations of a kind; ``headline``, those that set a headline against its page."""
    sql = (
        "SELECT record FROM derived_row INDEXED BY derived_relation_by_kind "  # noqa: S608 - fixed words
        f"WHERE sort = 'Relation' AND {_KIND} = ? {f'AND {_HEADLINE} = 1' if headline else ''} LIMIT ?"
    )
    for (record,) in ledger._db.execute(sql, (kind.value, limit)):  # noqa: SLF001
        yield decode(Relation, record)


def relation_count(ledger: Ledger, kinds: Iterable[RelationKind]) -> int:
    """Return how many relations of some kinds there are."""
    sql = (
        "SELECT count(*) FROM derived_row INDEXED BY derived_relation_by_kind "  # noqa: S608 - the same
        f"WHERE sort = 'Relation' AND {_KIND} = ?"
    )
    return sum(int(ledger._db.execute(sql, (kind.value,)).fetchone()[0]) for kind in kinds)  # noqa: SLF001


def drifted(ledger: Ledger) -> int:
    """Return between how many pairs of wordings something changed."""
    sql = (
        "SELECT count(*) FROM (SELECT DISTINCT json_extract(CAST(record AS TEXT), '$.after'), "
        "json_extract(CAST(record AS TEXT), '$.before') FROM derived_row WHERE sort = 'Drift')"
    )
    return int(ledger._db.execute(sql).fetchone()[0])  # noqa: SLF001


def entries_at(ledger: Ledger, numbers: Collection[int]) -> Iterator[Entry]:
    """Yield the claims with some numbers, in their order."""
    yield from _entries(ledger, "claim.number", list(numbers))


def entries_of(ledger: Ledger, claims: Collection[str]) -> Iterator[Entry]:
    """Yield the current claims with some ids, in their order; one that is gone is left out."""
    yield from _entries(ledger, "claim.id", list(claims))


def _entries(ledger: Ledger, column: str, wanted: list[int] | list[str]) -> Iterator[Entry]:
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        sql = (
            f"SELECT {column}, {PAGE}, claim.record FROM claim CROSS JOIN document "  # noqa: S608 - values are bound
            f"ON document.id = claim.document WHERE {column} IN ({marks}) AND claim.current = 1"
        )
        found = {}
        for name, *page, record in ledger._db.execute(sql, some):  # noqa: SLF001
            found[name] = Entry(decode(Claim, record), Page(*page))
        yield from (found[name] for name in some if name in found)


def claims_on(ledger: Ledger, document: str) -> Iterator[Claim]:
    """Yield the current claims of one page as they stand; its own facts are not looked up with each."""
    sql = "SELECT record FROM claim WHERE document = ? AND current = 1 ORDER BY start, id"
    for (record,) in ledger._db.execute(sql, (document,)):  # noqa: SLF001 - the same room
        yield decode(Claim, record)


def said_of(ledger: Ledger, claims: Collection[str]) -> dict[str, tuple[Review, ...]]:
    """Return people's words on some claims, in the order they were given."""
    found: dict[str, list[Review]] = {name: [] for name in claims}
    wanted = list(found)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        sql = f"SELECT claim, record FROM review WHERE claim IN ({marks}) ORDER BY number"  # noqa: S608 - the same
        for claim, record in ledger._db.execute(sql, some):  # noqa: SLF001
            found[claim].append(decode(Review, record))
    return {name: tuple(some) for name, some in found.items()}


_FROM, _UNTIL = '"exact":"', '","prefix":'
_EXACT = (
    f"substr(record, instr(record, CAST('{_FROM}' AS BLOB)) + {len(_FROM)}, "
    f"instr(record, CAST('{_UNTIL}' AS BLOB)) - instr(record, CAST('{_FROM}' AS BLOB)) - {len(_FROM)})"
)


def wordings(ledger: Ledger, claims: Collection[str]) -> int:
    """Return in how many wordings some claims are put, whatever their case and space.

    The words are cut from the records as they are written: reading whole records takes many times as long.
    """
    found, wanted = set(), list(claims)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        sql = f"SELECT {_EXACT} FROM claim WHERE id IN ({marks}) AND current = 1"  # noqa: S608 - the same
        for (words,) in ledger._db.execute(sql, some):  # noqa: SLF001
            plain = _SPACES.sub(" ", bytes(words).decode())
            found.add(" ".join(plain.lower().split()))
    return len(found)


def wordings_on(ledger: Ledger, series: str, claims: Collection[str]) -> int:
    """Return in how many wordings a series is put, given its claims; counted once until it changes."""
    db = ledger._db  # noqa: SLF001 - the same room
    known = db.execute("SELECT wordings FROM derived_line WHERE id = ?", (series,)).fetchone()
    if known and known[0] is not None:
        return int(known[0])
    counted = wordings(ledger, claims)
    db.execute("PRAGMA busy_timeout = 0")  # where somebody writes just now, it is counted again next time
    try:
        db.execute("UPDATE derived_line SET wordings = ? WHERE id = ?", (counted, series))
    except sqlite3.OperationalError:
        pass
    finally:
        db.execute("PRAGMA busy_timeout = 30000")
    return counted
