"""A line with more figures than a chart can bear: marks from every stretch of time, thin lines, a paged table."""

import csv
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reportedly.ledger import DerivedRow, Ledger, Mark
from reportedly.ledger.observations import ObservationRow
from reportedly.model import (
    Bound,
    Granularity,
    Modality,
    Observation,
    Period,
    Section,
    Series,
    SeriesKey,
    encode,
)
from reportedly.pipeline import refresh
from reportedly.web.series.folding import MARKS, fold, foremost
from reportedly.web.series.view import Extent, series_view

from ...building import _claim, page
from ..visiting import get, listening

MANY, FIRST = 130, date(2024, 1, 1)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with one line of many figures, each an origin of its own."""
    path = tmp_path_factory.mktemp("long") / "ledger.db"
    told = [f"On day {n} Tirania told that at least {number(n)} trucks had left." for n in range(MANY)]
    with Ledger.open(path) as ledger:
        body, capture, document = page(
            "Trucks\n\n" + " ".join(told) + "\n\nRelated", "https://courier.example.org/long"
        )
        claims = [
            _claim(document, "transfer", f"at least {number(n)} trucks", number(n), Bound.AT_LEAST, "trucks",
                   Modality.ASSERTED)
            for n in range(MANY)
        ]  # fmt: skip
        ledger.archive.keep(body)
        ledger.add(capture, document, claims, extractor="by hand")
        refresh(ledger)
        seen = tuple(observation(n, claim.id, claim.quantity, document.id) for n, claim in enumerate(claims))
        key = SeriesKey("transfer", "country:NO", item="truck", line="happened")
        with ledger.derived.writing():
            ledger.derived.put([DerivedRow("Series", "long", "by hand", encode(Series("long", key, ())), ())])
            assert list(ledger.derived.observations.forget(one.claim for one in seen))
            for at, one in enumerate(seen):
                ledger.derived.observations.put(stood(one, at))
            ledger.derived.observations.weigh("long", key)
            ledger.derived.reach(Mark("", reading=1), ledger.derived.rules())
    return path


def number(n: int) -> str:
    return f"{1000 + n * 7 % 900:,}"


def stood(seen: Observation, at: int) -> ObservationRow:
    assert seen.as_of.start is not None
    order = (f"{at:03}", "", at)
    return ObservationRow(
        "long", seen.claim, seen.document, seen.origin, seen.as_of.start, order, encode(seen)
    )


def observation(n: int, claim: str, quantity, document: str, origin: str = "") -> Observation:
    day = FIRST + timedelta(days=n * n // 20)
    period = Period(day, day + timedelta(days=1), Granularity.DAY)
    return Observation(
        claim, document, period, quantity, "country:NO", Modality.ASSERTED, Section.BODY, origin or claim
    )


@pytest.fixture(scope="module")
def room(path: Path) -> Iterator[str]:
    yield from listening(path)


def test_a_chart_marks_what_it_can_bear_and_draws_the_rest_faintly(path: Path) -> None:
    with Ledger.open(path) as ledger:
        chart = series_view(ledger, "long").chart
    assert len(chart.marks) == MARKS
    assert len(chart.faint) == MANY - MARKS
    assert min(m.day for m in chart.marks) == FIRST
    figures = [float(number(n).replace(",", "")) for n in range(MANY)]
    assert max(m.low for m in chart.marks) == max(figures)
    assert min(m.low for m in chart.marks) == min(figures)


def test_a_smaller_room_marks_fewer_and_tells_only_those(path: Path) -> None:
    with Ledger.open(path) as ledger:
        view = series_view(ledger, "long", Extent(marks=10, long=10))
    assert len(view.chart.marks) == len(view.seen) == 10
    assert len(view.chart.faint) == MANY - 10


def test_the_table_is_paged_from_the_latest_and_no_row_is_lost(room: str) -> None:
    screens = [json.loads(get(f"{room}/series/long.json?page={n}")[1]) for n in (3, 2, 1)]
    assert [len(one["observations"]) for one in screens] == [30, 50, 50]
    assert {(one["figures"], one["screenfuls"]) for one in screens} == {(MANY, 3)}
    rows = list(csv.DictReader(StringIO(get(f"{room}/series/long.csv")[1])))
    assert [o["claim"] for one in screens for o in one["observations"]] == [row["claim"] for row in rows]
    assert len({row["claim"] for row in rows}) == MANY


def test_the_page_says_what_its_chart_leaves_to_the_table(room: str) -> None:
    html = get(f"{room}/series/long")[1]
    assert f"{MANY - MARKS} more are thin lines" in html
    assert f"{MANY} observations" in html
    assert re.search(r'href="/series/long\?page=2#observations">← earlier', html)
    assert "later →" in get(f"{room}/series/long?page=2")[1]
    assert "The table ends before" in get(f"{room}/series/long?page=9")[1]


def test_a_report_says_how_many_figures_it_leaves_out(room: str) -> None:
    assert (
        "110 figures more stand in the ledger and not in this report" in get(f"{room}/report?series=long")[1]
    )


def test_the_list_needs_no_long_record(room: str) -> None:
    listed = json.loads(get(f"{room}/series.json?words=truck")[1])["series"]
    (one,) = [line for line in listed if line["id"] == "long"]
    assert (one["figures"], one["origins"], one["latest"]) == (MANY, MANY, f"≥ {number(MANY - 1)}")


@given(some.lists(some.tuples(some.integers(0, 400), some.integers(0, 5)), max_size=60), some.integers(4, 30))
def test_no_mark_is_made_up_and_none_is_lost_where_all_fit(points: list[tuple[int, int]], most: int) -> None:
    quantity = _claim(
        page()[2], "transfer", "at least 120 trucks", "120", Bound.AT_LEAST, "trucks", Modality.ASSERTED
    ).quantity
    seen = [
        observation(n, f"c{at}", quantity, "d", f"o{origin}") for at, (n, origin) in enumerate(sorted(points))
    ]
    folds = fold(seen)
    chosen = foremost(folds, most)
    assert sum(len(one.observations) for one in folds) == len(seen)
    assert len(chosen) == min(most, len(folds))
    assert chosen == [one for one in folds if one in chosen]
