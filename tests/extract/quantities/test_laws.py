"""Laws that hold for every text: words stay put, hedges only widen, rendering reads back."""

from dataclasses import replace
from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract.quantities import convert, find_quantities, render
from reportedly.lexicon import load_hedges, load_units
from reportedly.model import Bound, Change, Measure, Quantity, Span

NOUNS = [
    "shell",
    "person",
    "152-millimetre artillery shell",
    "container",
    "ballistic missile",
    "country",
    "box",
]
WORDS = (
    "about|at least|up to|10|3,000|4.8 million|dozens|of|shells|-|–|to|and|between|$|€|5%|1/2|½|two|hundred|a|half|T-72|"
    "9/11|2024|May|,|.|(|)|several|tens|thousands|one|in|five|per|day|killed|first|22nd|°|kg|1, 555|\n\n|"
    "not|never|exceed|more than|or two|or so|another|dozen|10 000|1'000|1.234,5|2·5|12,5 %|１２|٣|½|1\u00a0000|1\u2009000|lakh|crore|+44|"
    "(202)|555-0143|strong|-plus|hundreds, if not thousands,|percent|bpd|up|gave up|rose|by|from|5m|USD|Model 3s|minus"
)
PIECES = st.sampled_from(WORDS.split("|"))
NUMBERS = st.one_of(
    st.integers(2, 1899).map(Decimal),
    st.integers(2_100, 999_999).map(Decimal),
    st.integers(1, 9_999).map(lambda n: Decimal(n) * 100_000),
)


def same(a: Quantity, b: Quantity) -> bool:
    fields = (
        "low",
        "high",
        "bound",
        "measure",
        "unit",
        "currency",
        "per",
        "approximate",
        "change",
        "increment",
        "band",
    )
    return all(getattr(a, f) == getattr(b, f) for f in fields)


@st.composite
def figures(draw: st.DrawFn) -> Quantity:
    value = draw(NUMBERS)
    bound = draw(st.sampled_from([b for b in Bound if b not in {Bound.VAGUE, Bound.NONE}]))
    top = value + draw(st.integers(1, 500)) if bound is Bound.RANGE else value
    floor, ceiling = {Bound.AT_LEAST, Bound.MORE_THAN}, {Bound.AT_MOST, Bound.LESS_THAN}
    money = draw(st.sampled_from([None, "USD", "EUR", "KRW"]))
    measured = draw(st.sampled_from([None, "kilometre", "tonne", "mile per hour"]))
    unit = None if money else measured or draw(st.sampled_from(NOUNS))
    measure = Measure.MONEY if money else Measure.PHYSICAL if measured else Measure.COUNT
    nothing = Span(0, 0)
    return Quantity(
        span=nothing,
        number=nothing,
        words="",
        low=None if bound in ceiling else value,
        high=None if bound in floor else top,
        bound=bound,
        measure=measure,
        approximate=bound is Bound.ABOUT,
        unit=unit,
        currency=money,
        per=draw(st.sampled_from([None, "day", "year"])) if not measured else None,
    )


@given(figures())
@settings(deadline=None)
def test_a_rendered_figure_reads_back(figure):
    assert [same(figure, found) for found in find_quantities(f"They spoke of {render(figure)}.")][:1] == [
        True
    ]


@pytest.mark.parametrize(
    "words",
    [
        "dozens of ships",
        "thousands of shells",
        "up 5 percent",
        "down 3 percent",
        "another 300 soldiers",
        "nearly 5,000 men",
        "at least about 200 people",
        "5 hours",
    ],
)
def test_what_was_read_renders_and_reads_back(words):
    (figure,) = find_quantities(f"They had {words}.")
    (again,) = find_quantities(f"They had {render(figure)}.")
    assert same(figure, again)


@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_offsets_always_point_at_the_words(text):
    end = 0
    for figure in find_quantities(text):
        assert figure.span.of(text) == figure.words
        assert figure.span.holds(figure.number)
        assert figure.noun is None or figure.span.holds(figure.noun) or figure.noun.of(text)
        assert figure.number.start >= end
        end = figure.number.end


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_can_be_read(text):
    for figure in find_quantities(text):
        assert figure.span.of(text) == figure.words


@given(st.lists(PIECES, max_size=20).map(" ".join))
def test_text_before_a_paragraph_break_changes_nothing_after_it(text):
    alone = [f.words for f in find_quantities("They sent 30 tanks.")]
    together = [f.words for f in find_quantities(f"{text}\n\nThey sent 30 tanks.")]
    assert together[-1:] == alone


@pytest.mark.parametrize("hedge", load_hedges().before, ids=lambda hedge: hedge.words)
@pytest.mark.parametrize(
    "words", ["40 ships", "30 to 40 ships", "at least 40 ships", "up to 40 ships", "dozens of ships"]
)
def test_adding_a_hedge_never_narrows_an_interval(hedge, words):
    bare = next(iter(find_quantities(f"The report names {words}.")))
    hedged = next(iter(find_quantities(f"The report names {hedge.words} {words}.")))
    assert hedged.low is None or (bare.low is not None and hedged.low <= bare.low)
    assert hedged.high is None or (bare.high is not None and hedged.high >= bare.high)


KNOTS = [
    "7",
    "1-",
    "1,1",
    "111,",
    "5-5 ",
    "1. ",
    "one and ",
    "a half of ",
    "$",
    "tens of ",
    "a ",
    "- ",
    "\n \n",
    "T-7",
    "at least ",
    "1 000 ",
    "+1-",
    "1'000",
    "a ship or two ",
    "hundreds or ",
    "not yet been more than ",
    "of 1, ",
    "rose by 3 to ",
]


@pytest.mark.parametrize("knot", KNOTS)
def test_the_pass_is_linear(knot):
    """Eight times the text may take no more than some twenty times as long."""

    def cost(length: int) -> float:
        text = (knot * length)[:length]
        start = process_time()
        sum(1 for _ in find_quantities(text))
        return process_time() - start

    cost(1_000)
    assert cost(40_000) < 20 * cost(5_000) + 0.3


@pytest.mark.slow
def test_ten_megabytes_of_digits_and_hyphens_do_not_hang():
    start = process_time()
    sum(1 for _ in find_quantities("1-" * 5_000_000))
    assert process_time() - start < 120


@pytest.mark.parametrize(
    ("words", "unit", "low"),
    [
        ("10 miles", "kilometre", "16.09344"),
        ("5 tonnes", "kilogram", "5000"),
        ("2 hours", "minute", "120"),
        ("32 degrees Fahrenheit", "celsius", "0"),
        ("9 litres", "litre", "9"),
    ],
)
def test_a_measure_can_be_viewed_in_another_unit(words, unit, low):
    (figure,) = find_quantities(f"It took {words}.")
    seen = convert(figure, unit)
    assert seen is not None
    assert round(seen.low, 6) == Decimal(low)
    assert (seen.unit, seen.words, seen.span) == (unit, figure.words, figure.span)


def test_a_conversion_between_dimensions_is_refused():
    (figure,) = find_quantities("It weighed 5 tonnes.")
    assert convert(figure, "mile") is None
    assert convert(replace(figure, unit="shell"), "kilogram") is None


@given(st.sampled_from(load_units().units), st.integers(-50, 5000))
def test_a_conversion_and_back_changes_nothing(unit, value):
    base = next(u for u in load_units().units if u.dimension == unit.dimension)
    nothing = Span(0, 0)
    figure = Quantity(nothing, nothing, "", Decimal(value), Decimal(value), Bound.EXACT, unit=unit.name)
    there = convert(figure, base.name)
    assert there is not None
    back = convert(there, unit.name)
    assert back is not None
    assert abs(back.low - figure.low) < Decimal("0.000001")


def test_a_direction_is_a_field_of_its_own():
    (figure,) = find_quantities("Shares fell by more than 5 percent.")
    assert (figure.bound, figure.change, figure.low, figure.high) == (Bound.MORE_THAN, Change.DOWN, 5, None)
