"""Laws of times: offsets point at words, a printed day reads back, nothing finer than the words."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract.times import find_times
from reportedly.model import Granularity, Period

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
ANCHOR = date(2024, 6, 16)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
WORDS = st.sampled_from(
    [
        "on",
        "the",
        "of",
        "last",
        "next",
        "this",
        "early",
        "late",
        "May",
        "March",
        "Monday",
        "Friday",
        "week",
        "weeks",
        "year",
        "years",
        "ago",
        "3",
        "12",
        "1998",
        "2024",
        "'s",
        ",",
        ".",
        "since",
        "until",
        "by",
        "from",
        "to",
        "between",
        "and",
        "a",
        "few",
        "two",
        "third",
        "quarter",
        "half",
        "day",
        "night",
        "daily",
        "every",
        "per",
        "9",
        "a.m.",
        "noon",
        "summer",
        "the-end",
        "recent",
        "months",
        "past",
        "coming",
        "told",
        "will",
        "said",
        "troops",
        "-",
        "'",
        "\n\n",
    ]
)


def only(text: str, anchor: date | None = ANCHOR) -> Period | None:
    times = list(find_times(text, anchor=anchor))
    assert len(times) == 1, [(t.words, t.value) for t in times]
    return times[0].period


@given(day=DAYS, style=st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "the {d}th of {m} {y}", "{iso}"]))
def test_a_written_day_reads_back(day, style):
    words = style.format(d=day.day, m=MONTHS[day.month - 1], y=day.year, iso=day.isoformat())
    period = only(f"It came on {words}.", None)
    assert period == Period(day, day + timedelta(days=1), Granularity.DAY)
    assert period.edtf == day.isoformat()


@given(day=DAYS)
def test_a_written_month_reads_back_as_a_month(day):
    period = only(f"It came in {MONTHS[day.month - 1]} {day.year}.", None)
    assert period.edtf == f"{day:%Y-%m}"
    assert period.granularity is Granularity.MONTH


@given(year=st.integers(1900, 2099), number=st.integers(1, 4))
def test_a_written_quarter_reads_back(year, number):
    nth = ["first", "second", "third", "fourth"][number - 1]
    period = only(f"It came in the {nth} quarter of {year}.", None)
    assert (period.start, period.granularity) == (date(year, 3 * number - 2, 1), Granularity.QUARTER)


@given(year=st.integers(1900, 2099))
def test_a_written_year_reads_back(year):
    assert only(f"It came in {year}.", None).edtf == str(year)


@given(low=DAYS, high=DAYS)
def test_a_range_holds_both_its_ends(low, high):
    low, high = min(low, high), max(low, high)
    if (low.year, low.month) == (high.year, high.month):
        return
    text = f"It ran from {MONTHS[low.month - 1]} {low.year} to {MONTHS[high.month - 1]} {high.year}."
    one, two = find_times(text, anchor=None)
    assert one.period == two.period
    assert one.period.edtf == f"{low:%Y-%m}/{high:%Y-%m}"


@given(words=st.lists(WORDS, max_size=40), anchor=st.one_of(st.none(), DAYS))
@settings(max_examples=300)
def test_offsets_point_at_the_words_and_never_overlap(words, anchor):
    text = " ".join(words)
    end = 0
    for found in find_times(text, anchor=anchor):
        assert found.span.of(text) == found.words
        assert end <= found.span.start < found.span.end
        end = found.span.end


@given(text=st.text(max_size=200), anchor=st.one_of(st.none(), st.dates()))
@settings(max_examples=300)
def test_any_text_is_read_without_a_fault(text, anchor):
    for found in find_times(text, anchor=anchor):
        assert found.span.of(text) == found.words


@given(anchor=st.dates(), words=st.lists(WORDS, max_size=25))
def test_any_anchor_will_do(anchor, words):
    assert isinstance(list(find_times(" ".join(words), anchor=anchor)), list)


@given(count=st.integers(2, 400), unit=st.sampled_from(["weeks", "months", "years"]), anchor=DAYS)
def test_a_coarse_distance_never_gives_a_day(count, unit, anchor):
    period = only(f"The dam broke {count} {unit} ago.", anchor)
    assert period is None or (period.granularity is not Granularity.DAY and period.approximate)


@given(count=st.integers(2, 40), hedge=st.sampled_from(["about", "around", "roughly", "nearly", "at least"]))
def test_a_hedge_never_makes_a_distance_firmer(count, hedge):
    plain, hedged = only(f"It broke {count} days ago."), only(f"It broke {hedge} {count} days ago.")
    assert (hedged.start, hedged.end) == (plain.start, plain.end)
    assert hedged.approximate


@pytest.mark.parametrize(
    "stuff", ["7-", "1 2 ", "2024-06-", "the ", "a few ", "May ", "'", "1,000,", "\n\n \n"]
)
def test_the_pass_over_a_text_is_linear(stuff):
    def seconds(size: int) -> float:
        begun = time.process_time()
        for _ in find_times(stuff * (size // len(stuff)), anchor=ANCHOR):
            pass
        return time.process_time() - begun

    seconds(1_000)
    small, large = seconds(20_000), seconds(200_000)
    assert large < 60 * small + 0.5
