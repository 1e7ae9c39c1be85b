"""A ledger of any earlier version opens, comes forward and loses nothing."""

import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest

from reportedly.ledger import ClaimFilter, DerivedRow, Ledger, Order
from reportedly.ledger.lines import lines_of, series_at
from reportedly.ledger.schema import APPLICATION
from reportedly.model import Series, SeriesKey, encode

from ..building import claims, page

STEPS = sorted(
    entry.name
    for entry in (files("reportedly.ledger") / "migrations").iterdir()
    if entry.name.endswith(".sql")
)


def old(path: Path, version: int) -> None:
    """Make a ledger as a version wrote it: its schema, a page, two claims, a series where it knew any."""
    with sqlite3.connect(path) as db:
        for name in STEPS[:version]:
            db.executescript((files("reportedly.ledger") / "migrations" / name).read_text(encoding="utf-8"))
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute(f"PRAGMA user_version = {version}")
    stepped = path.with_suffix(".new")
    with Ledger.open(stepped) as ledger:
        body, capture, document = page()
        ledger.archive.keep(body)
        ledger.add(capture, document, claims(document), extractor="by hand")
    with sqlite3.connect(path) as db:
        db.execute("ATTACH ? AS newer", (str(stepped),))
        for table in ("capture", "document", "reading", "claim"):
            db.execute(f"INSERT INTO {table} SELECT * FROM newer.{table}")
        db.execute(
            "INSERT INTO claim_words (rowid, exact, parties, item) SELECT number, 'trucks', '', '' FROM claim"
        )
        if version > 1:
            series = Series(
                "s1",
                SeriesKey("transfer", "country:TI", item="truck", scope="cumulative", line="happened"),
                (),
            )
            db.execute("INSERT INTO derived_row VALUES ('Series', 's1', 'cell:x', ?)", (encode(series),))


@pytest.mark.parametrize("version", range(1, len(STEPS)))
def test_an_earlier_ledger_comes_forward(tmp_path: Path, version: int) -> None:
    path = tmp_path / "ledger.db"
    old(path, version)
    with Ledger.open(path) as ledger:
        assert ledger._db.execute("PRAGMA user_version").fetchone()[0] == len(STEPS)
        assert ledger.count(ClaimFilter()) == ledger.count(ClaimFilter(words="trucks")) == 2
        assert len(list(ledger.entries(ClaimFilter(), order=Order.HIGHEST))) == 2
        lines = lines_of(ledger)
        assert len(lines) == (version > 1)
        assert not version > 1 or series_at(ledger, int(lines.numbers[0])).id == "s1"
    Ledger.open(path).close()


def test_the_list_of_series_keeps_step_with_what_is_derived(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        key = SeriesKey("casualty", place="harbour", line="happened")
        with ledger.derived.writing():
            ledger.derived.put(
                [DerivedRow("Series", name, "cell:x", encode(Series(name, key, ()))) for name in "ab"]
            )
        lines = lines_of(ledger)
        assert len(lines) == 2
        assert len(lines.having("HARBOUR casualty", lambda _, value: value)) == 2
        assert not len(lines.having("harbour zeppelin", lambda _, value: value))
        with ledger.derived.writing():
            ledger.derived.replace(
                "cell:x", [DerivedRow("Series", "a", "cell:x", encode(Series("a", key, ())))]
            )
        assert len(lines_of(ledger)) == 1
        with ledger.derived.writing():
            ledger.derived.empty()
        assert len(lines_of(ledger)) == 0
