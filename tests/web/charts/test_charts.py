"""Charts as records in, SVG out: what is open stays open, what is vague is hatched, nothing is markup."""

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reportedly.ledger import Ledger
from reportedly.pipeline import all_series, refresh
from reportedly.web import plot
from reportedly.web.charts import Chart, Faint, Mark, Tie, TieKind, draw, spark
from reportedly.web.charts.glyphs import glyph
from reportedly.web.charts.outlines import NAMES, outlines
from reportedly.web.charts.placing import place
from reportedly.web.charts.scales import day_axis, day_ticks, figure_axis, figure_ticks

from ..building import stocked

DAY = date(2024, 6, 14)


def mark(name: str = "a", **given) -> Mark:
    facts = {
        "start": DAY, "last": DAY, "low": 10_000.0, "high": None, "label": "≥ 10,000",
        "speaker": "Tirania", "family": "happened", "words": "at least 10,000 trucks", "link": "/pages/p#w",
    }  # fmt: skip
    return Mark(name, **{**facts, **given})


def svg(*marks: Mark, ties: tuple[Tie, ...] = ()) -> str:
    return draw(Chart("trucks", "truck", marks, ties))


def test_an_open_end_fades_out_and_a_closed_one_does_not() -> None:
    assert 'mask="url(#c-fade-up)"' in svg(mark())
    assert 'mask="url(#c-fade-down)"' in svg(mark(low=None, high=4_800_000.0))
    assert 'mask="url(' not in svg(mark(high=20_000.0))


def test_a_vague_word_is_hatched_with_its_word() -> None:
    drawn = svg(mark(low=24.0, high=99.0, word="dozens", label='24–99 "dozens"'))
    assert 'fill="url(#c-hatch)"' in drawn
    assert "dozens" in drawn


def test_a_point_is_a_dot_without_a_bar() -> None:
    assert "<rect x=" not in svg(mark(low=70.0, high=70.0))


@pytest.mark.parametrize("family", ["happened", "able", "to-come", "disputed"])
def test_each_family_has_a_shape_and_a_label_of_its_own(family: str) -> None:
    assert len({svg(mark(family=f)) for f in ("happened", "able", "to-come", "disputed")}) == 4
    assert f'class="f-{family}"' in svg(mark(family=family))


def test_one_mark_carries_the_number_of_pages_of_its_origin() -> None:
    assert ">7</text>" in svg(mark(pages=7))


def test_a_conflict_is_a_bracket_with_its_reason_and_growth_a_step() -> None:
    two = (mark(), mark("b", last=date(2024, 9, 1), low=1.0))
    bracket = svg(*two, ties=(Tie(TieKind.CONFLICT, "b", "a", "same month, two counts"),))
    assert 'class="bracket"' in bracket
    assert ">same month, two counts</text>" in bracket
    assert 'class="step"' in svg(*two, ties=(Tie(TieKind.STEP, "b", "a", "the total rose"),))


def test_what_is_denied_is_struck_through() -> None:
    assert 'class="strike"' in svg(mark(struck=True))


def test_every_mark_leads_to_its_words_and_reads_them() -> None:
    tree = ET.fromstring(svg(mark(), mark("b", low=2.0)))
    links = tree.findall(".//{http://www.w3.org/2000/svg}a")
    assert [link.get("href") for link in links] == ["/pages/p#w"] * 2
    assert all("at least 10,000 trucks" in link[0].text for link in links)


def test_a_page_s_words_are_never_markup_in_a_chart() -> None:
    hostile = '"><script>alert(1)</script>'
    drawn = svg(mark(words=hostile, speaker=hostile, label=hostile), ties=())
    assert "<script" not in drawn
    ET.fromstring(drawn)


def test_figures_over_more_than_two_orders_stand_on_a_logarithmic_scale() -> None:
    assert figure_axis([6_700, 4_800_000], 300, 0).log
    assert not figure_axis([6_700, 10_000], 300, 0).log
    assert "logarithmic" in svg(mark(), mark("b", low=5_000_000.0))


def test_days_get_no_finer_ticks_than_they_need() -> None:
    far = day_axis([date(2020, 1, 1), date(2024, 1, 1)], 0, 100)
    near = day_axis([date(2024, 9, 8), date(2024, 9, 12)], 0, 100)
    assert all(day.day == 1 for day, _ in day_ticks(far))
    assert 2 <= len(day_ticks(near)) <= 9


@given(some.lists(some.floats(0, 1e12), min_size=1, max_size=30))
def test_every_figure_stands_inside_the_plot(values: list[float]) -> None:
    axis = figure_axis(values, 300, 0)
    assert all(0 <= axis.at(v) <= 300 for v in values)
    assert len(figure_ticks(axis)) <= 14


@given(
    some.lists(some.tuples(some.dates(date(1990, 1, 1), date(2030, 1, 1)), some.floats(1, 1e9)), max_size=20)
)
def test_any_marks_give_one_well_formed_picture(points: list[tuple[date, float]]) -> None:
    marks = [mark(str(n), start=day, last=day, low=value) for n, (day, value) in enumerate(points)]
    ET.fromstring(svg(*marks))
    spark(marks, "a spark")


def test_marks_of_one_day_stand_beside_each_other() -> None:
    marks = [mark(str(n)) for n in range(6)]
    days, figures = day_axis([DAY, date(2024, 1, 1)], 0, 900), figure_axis([10_000.0], 300, 0)
    assert len({at.x for at in place(marks, days, figures, strip=10)}) == 6


def test_a_chart_can_be_had_without_the_window(tmp_path) -> None:
    with Ledger.open(stocked(tmp_path)) as ledger:
        refresh(ledger)
        series = next(all_series(ledger))
        ET.fromstring(plot(ledger, series.id).svg)
        assert plot(ledger, "none") is None


def test_each_speaker_has_an_outline_and_the_many_share_one() -> None:
    speakers = [f"Land {n}" for n in range(9)]
    found = outlines(mark(str(n), speaker=s) for n, s in enumerate([*speakers, "Land 3"]))
    assert found["Land 3"] == "circle"
    assert len(set(found.values())) == len(NAMES)
    drawn = svg(mark(), mark("b", speaker="Borduria", low=20_000.0))
    assert ">Borduria</text>" in drawn.rpartition("said to have happened")[2]
    assert "others as the first" in svg(*(mark(str(n), speaker=s) for n, s in enumerate(speakers)))


@pytest.mark.parametrize("outline", NAMES)
def test_an_outline_is_filled_by_its_voice(outline: str) -> None:
    drawn = {glyph(family, 0, 0, outline) for family in ("happened", "able", "to-come", "disputed")}
    assert len(drawn) == 4


def test_the_legend_names_those_who_have_an_outline_of_their_own() -> None:
    marks = [
        mark(f"{n}{k}", speaker=f"Speaker {n}", low=float(n + 1)) for n in range(9) for k in range(9 - n)
    ]
    drawn = svg(*marks)
    assert all(f">Speaker {n}</text>" in drawn for n in range(6))
    assert ">others as the first</text>" in drawn


def test_a_conflict_with_what_is_not_drawn_takes_no_room() -> None:
    tie = Tie(TieKind.CONFLICT, "b", "gone", "same month, two counts")
    assert (
        svg(mark("b"), ties=(tie,)).partition("height=")[2][:6] == svg(mark("b")).partition("height=")[2][:6]
    )


def test_what_has_no_room_is_a_thin_line_each_in_its_family_and_counted_below() -> None:
    faint = (
        Faint(DAY, 10.0, None, "happened"),
        Faint(date(2024, 7, 1), 1.0, 90.0, "happened"),
        Faint(date(2024, 7, 2), None, 5.0, "disputed"),
    )
    drawn = draw(Chart("trucks", "truck", (mark(),), faint=faint))
    ET.fromstring(drawn)
    assert len(re.findall(r'<g class="f-\w+" color="[^"]+"><path d="M[^"]+" fill="none"', drawn)) == 2
    assert ">3 more figures, without words here</text>" in drawn
