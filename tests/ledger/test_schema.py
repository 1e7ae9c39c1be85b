"""A ledger of any earlier version opens, comes forward and loses nothing."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

import pytest

from reportedly.ledger import ClaimFilter, DerivedRow, Ledger, ObservationRow, Order, derived_row
from reportedly.ledger.columns import words_of
from reportedly.ledger.lines import heads_at, lines_of
from reportedly.ledger.observations import ObservationRows
from reportedly.ledger.schema import APPLICATION
from reportedly.model import (
    Claim,
    Granularity,
    Modality,
    Observation,
    Period,
    Section,
    Series,
    SeriesKey,
    decode,
    encode,
)

from ..building import claims, page

STEPS = sorted(
    entry.name
    for entry in (files("reportedly.ledger") / "migrations").iterdir()
    if entry.name.endswith(".sql")
)
WORDS = [1, 2, 1, 0]
FIGURE_BY_FIGURE = 10  # the version from which a series is kept so


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
        for number, record in db.execute("SELECT number, record FROM claim").fetchall():
            words = (number, *words_of(decode(Claim, record)))
            db.execute("INSERT INTO claim_words (rowid, exact, parties, item) VALUES (?, ?, ?, ?)", words)
        if version > 1:
            _series(db, tuple(observations(30)), figure_by_figure=version >= FIGURE_BY_FIGURE)


def _series(db: sqlite3.Connection, seen: tuple[Observation, ...], *, figure_by_figure: bool) -> None:
    key = SeriesKey("transfer", "country:TI", item="truck", scope="cumulative", line="happened")
    series = Series("s1", key, () if figure_by_figure else seen)
    db.execute("INSERT INTO derived_row VALUES ('Series', 's1', 'cell:x', ?)", (encode(series),))
    if figure_by_figure:
        rows = ObservationRows(db)
        for at, one in enumerate(seen):
            rows.put(stood("s1", one, at))
        rows.weigh("s1", key)


def observations(number: int) -> Iterator[Observation]:
    """Yield some figures on a line, one a day, the last two on one day."""
    for at in range(number):
        day = date(2024, 6, 1) + timedelta(days=min(at, number - 2))
        claim, quantity = f"{at:016x}", claims(page()[2])[0].quantity
        period = Period(day, day + timedelta(days=1), Granularity.DAY)
        yield Observation(
            claim, "d", period, quantity, "country:TI", Modality.ASSERTED, Section.BODY, f"o{at // 2}"
        )


def stood(series: str, seen: Observation, at: int) -> ObservationRow:
    """Return an observation as a row of its series, said at the hour that its number gives."""
    assert seen.as_of.start is not None
    order = (f"{at:02}", "", at)
    return ObservationRow(
        series, seen.claim, seen.document, seen.origin, seen.as_of.start, order, encode(seen)
    )


@pytest.mark.parametrize("version", range(1, len(STEPS)))
def test_an_earlier_ledger_comes_forward(tmp_path: Path, version: int) -> None:
    path = tmp_path / "ledger.db"
    old(path, version)
    with Ledger.open(path) as ledger:
        assert ledger._db.execute("PRAGMA user_version").fetchone()[0] == len(STEPS)
        found = [
            ledger.count(ClaimFilter(words=words)) for words in ("trucks", "tirania", "tru*", "zeppelin")
        ]
        assert (ledger.count(ClaimFilter()), found) == (2, WORDS)
        assert len(list(ledger.entries(ClaimFilter(), order=Order.HIGHEST))) == 2
        lines = lines_of(ledger)
        assert len(lines) == (version > 1)
        for head in heads_at(ledger, lines.numbers):
            told = (head.id, head.origins, head.pages, head.figures, head.latest.claim)
            assert told == ("s1", 15, 1, 30, f"{29:016x}")
            assert [one.claim for one in head.tail] == [f"{at:016x}" for at in range(6, 30)]
            whole = encode(Series(head.id, head.key, tuple(observations(30))))
            assert derived_row(ledger, "Series", head.id) == whole
            assert [*ledger.derived.about(f"{3:016x}", "Series"), *ledger.derived.rows("Series")] == [
                whole
            ] * 2
    Ledger.open(path).close()


def test_the_list_of_series_keeps_step_with_what_is_derived(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        key = SeriesKey("casualty", place="harbour", line="happened")
        seen = {n: tuple(replace(one, claim=f"{n}{one.claim[1:]}") for one in observations(3)) for n in "ab"}
        with ledger.derived.writing():
            for name in "ab":
                ledger.derived.put([DerivedRow("Series", name, "series:x", encode(Series(name, key, ())))])
                for at, one in enumerate(seen[name]):
                    ledger.derived.observations.put(stood(name, one, at))
                ledger.derived.observations.weigh(name, key)
        lines = lines_of(ledger)
        assert [head.latest for head in heads_at(ledger, lines.numbers)] == [seen["a"][-1], seen["b"][-1]]
        assert [head.tail for head in heads_at(ledger, lines.numbers)] == [seen["a"], seen["b"]]
        assert len(lines.having("HARBOUR casualty", lambda _, value: value)) == 2
        assert not len(lines.having("harbour zeppelin", lambda _, value: value))
        with ledger.derived.writing():
            ledger.derived.observations.drop("b")
        assert len(lines_of(ledger)) == 1
        with ledger.derived.writing():
            ledger.derived.empty()
        assert len(lines_of(ledger)) == 0
