"""Two numeric series: estimates by source from the shared table, and a daily count with corrections."""

import csv
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from reportedly.lexicon import load_items
from reportedly.model import Bound, RelationKind
from reportedly.reconcile import by_speaker, derive, disjoint, first_and_latest

from ..golden.stories.telling import Page, Said, tell

ITEMS = load_items()
_SPEAKERS = {
    "Shin Won-sik": "kr:shin", "John Kirby (US NSC)": "us/nsc", "US State Department (fact sheet)": "us/state",
    "US State Department": "us/state", "'Seoul'": "KR", "'a Seoul count'": "KR", "MSMT first report": "un/msmt",
    "Reuters / Open Source Centre": "gb/osc",
}  # fmt: skip
_SIGNS = {"more than": ">", "about": "~", "at least": ">=", "exactly": "", "nearly": "~<", "over": ">"}


def _rows(shared: Path):
    with (shared / "domain" / "containers.csv").open(encoding="utf-8") as rows:
        for number, row in enumerate(csv.DictReader(rows)):
            if len(row["date"]) == 10 and row["containers"].isdigit():
                yield number, row


def _pages(shared: Path):
    for number, row in _rows(shared):
        sign = next(
            (
                _SIGNS[w]
                for w in sorted(_SIGNS, key=len, reverse=True)
                if row["containers_bound"].startswith(w)
            ),
            "",
        )
        name = row["speaker"].split(" (Bloomberg")[0]
        speaker = _SPEAKERS.get(name, f"kr/{'dia' if 'DIA' in name else 'mnd'}")
        since = (
            row["counting_from"][:7]
            if row["counting_from"][:2] == "20" and "." not in row["counting_from"]
            else ""
        )
        said = Said(
            "transfer",
            actor="KP",
            to="RU",
            item="container",
            figure=sign + row["containers"],
            by=speaker,
            since=since,
        )
        yield tell(
            Page(
                f"row{number}",
                f"Row {number}",
                row["date"],
                "A row",
                [f"⟨a|row {number}⟩ of the table."],
                {"a": said},
            )
        )


def test_the_shared_estimates_are_one_series_with_its_conflict_and_its_growth(shared: Path) -> None:
    pages = list(_pages(shared))
    names = {c.id: p.claims[0] for p in pages for c in p.claims}
    days = {p.claims[0].id: p.page.day for p in pages}
    derived = derive([p.document for p in pages], names.values(), items=ITEMS)
    (series,) = derived.series
    first, latest = first_and_latest(series)
    assert (int(first.quantity.low), int(latest.quantity.low)) == (1000, 28000)
    assert len({o.origin for o in series.observations}) < len(series.observations) == len(pages)
    conflicts = {
        (days[r.earlier], days[r.later]) for r in derived.relations if r.kind is RelationKind.CONFLICTS
    }
    assert ("2024-02-23", "2024-02-26") in conflicts
    for relation in derived.relations:
        if relation.kind is RelationKind.CONFLICTS:
            assert disjoint(names[relation.later].quantity, names[relation.earlier].quantity)


def test_a_year_s_daily_count_steps_up_and_is_never_a_conflict_with_itself() -> None:
    start, total, pages, corrected = date(2024, 1, 1), 360_000, [], 0
    for number in range(200):
        total += 900 + number % 7 * 40 if number % 50 else -120
        corrected += not number % 50
        said = Said(
            "casualty",
            figure=str(total),
            by="ua/staff",
            place="Russian army",
            outcome="losses",
            item="soldier",
            agg="cumulative",
        )
        day = (start + timedelta(days=number)).isoformat()
        pages.append(
            tell(Page(f"d{number}", "Count", day, "Today", [f"⟨a|the count of day {number}⟩."], {"a": said}))
        )
    derived = derive([p.document for p in pages], [p.claims[0] for p in pages], items=ITEMS)
    (series,) = derived.series
    assert list(by_speaker(series)) == ["org:ua-staff"]
    assert [o.as_of.start for o in series.observations] == [start + timedelta(days=n) for n in range(200)]
    assert {r.kind for r in derived.relations} == {RelationKind.SUPERSEDES}
    assert len(derived.relations) == 199
    assert sum("lowered" in r.because for r in derived.relations) == corrected - 1
    assert all(o.quantity.bound is Bound.EXACT for o in series.observations)
    assert all(a.as_of.end == b.as_of.start for a, b in pairwise(series.observations))


def test_estimates_with_low_and_high_meet_where_their_ranges_do() -> None:
    rows = [("kr/a", "4000000..6000000"), ("us/b", "5000000..9000000"), ("gb/c", "7000000..9000000")]
    pages = [
        tell(Page(f"e{n}", f"E{n}", f"2025-04-{10 + n}", "An estimate", [f"⟨a|estimate {n}⟩."],
                  {"a": Said("transfer", actor="KP", to="RU", item="artillery_round", figure=figure, by=by)}))
        for n, (by, figure) in enumerate(rows)
    ]  # fmt: skip
    found = derive([p.document for p in pages], [p.claims[0] for p in pages], items=ITEMS).relations
    days = {p.claims[0].id: p.page.name for p in pages}
    assert sorted((r.kind.value, days[r.later], days[r.earlier]) for r in found) == [
        ("agrees", "e1", "e0"),
        ("conflicts", "e2", "e0"),
        ("refines", "e2", "e1"),
    ]
