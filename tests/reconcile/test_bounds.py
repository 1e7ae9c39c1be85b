"""Figures are intervals: what can both be true, what says more, what can only be a retelling."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Bound, Quantity, Span
from reportedly.reconcile import Fit, compatible, core, disjoint, fit, interval, tighter, wider
from reportedly.reconcile.bounds import above, retold

HERE = Span(0, 0)
AMOUNTS = st.integers(1, 10**7).map(Decimal)


def figure(words: str) -> Quantity:
    """``>=10000``, ``<4.8M``, ``~7000``, ``~<5M`` (nearly), ``4..6``, ``dozens``."""
    if words == "dozens":
        return Quantity(HERE, HERE, words, Decimal(24), None, Bound.VAGUE)
    if words == "thousands":
        return Quantity(HERE, HERE, words, Decimal(2000), None, Bound.VAGUE)
    sign = words.rstrip("0123456789.M")
    ends = [_number(end) for end in words[len(sign) :].split("..")]
    low: Decimal | None = ends[0]
    high: Decimal | None = ends[-1]
    bound = Bound.RANGE if len(ends) > 1 else _BOUNDS[sign]
    if bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
        high = None
    if bound in {Bound.AT_MOST, Bound.LESS_THAN}:
        low = None
    return Quantity(HERE, HERE, words, low, high, bound, approximate=sign.startswith("~"))


_BOUNDS = {
    "": Bound.EXACT, ">=": Bound.AT_LEAST, ">": Bound.MORE_THAN, "<=": Bound.AT_MOST, "<": Bound.LESS_THAN,
    "~": Bound.ABOUT, "~<": Bound.LESS_THAN,
}  # fmt: skip


def _number(words: str) -> Decimal:
    return Decimal(words.removesuffix("M")) * (10**6 if words.endswith("M") else 1)


@pytest.mark.parametrize(
    ("later", "earlier", "how"),
    [
        ("~6700", ">10000", Fit.DISJOINT),
        (">10000", "10000", Fit.DISJOINT),
        (">=10000", "10000", Fit.WIDER),
        ("14", ">=9", Fit.TIGHTER),
        ("4.8M", "thousands", Fit.TIGHTER),
        ("thousands", "4.8M", Fit.WIDER),
        ("9", "9", Fit.SAME),
        ("<=4.8M", ">=4M", Fit.COMPATIBLE),
        ("~<5M", "<=4.8M", Fit.COMPATIBLE),
        ("~<5M", "4M", Fit.DISJOINT),
        ("4M..6M", ">=4M", Fit.TIGHTER),
        ("~10000", "10300", Fit.WIDER),
        ("~10000", "11000", Fit.DISJOINT),
    ],
)
def test_how_a_later_figure_stands_to_an_earlier(later: str, earlier: str, how: Fit) -> None:
    assert fit(figure(later), figure(earlier)) is how


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("~<5M", "<=4.8M", True),
        (">130", "133", True),
        ("~7000", "6700", True),
        ("140", "137", False),
        ("~<200", "155", False),
        ("508000", "509250", False),
        ("dozens", "dozens", True),
        ("dozens", "40", False),
    ],
)
def test_a_rounded_figure_is_told_again_only_where_it_is_hedged(one: str, other: str, same: bool) -> None:
    assert retold(figure(one), figure(other)) is same
    assert retold(figure(other), figure(one)) is same


@st.composite
def figures(draw: st.DrawFn) -> Quantity:
    sign = draw(st.sampled_from([*_BOUNDS, "..", "vague"]))
    one = draw(AMOUNTS)
    if sign == "vague":
        return Quantity(HERE, HERE, "", one, None, Bound.VAGUE)
    if sign == "..":
        return Quantity(HERE, HERE, "", one, one + draw(AMOUNTS), Bound.RANGE)
    return figure(f"{sign}{one}")


@given(figures(), figures())
def test_compatible_is_symmetric_and_the_opposite_of_disjoint(a: Quantity, b: Quantity) -> None:
    assert compatible(a, b) is compatible(b, a)
    assert compatible(a, b) is not disjoint(a, b)


@given(figures())
def test_a_figure_fits_itself(a: Quantity) -> None:
    assert compatible(a, a)
    assert fit(a, a) is Fit.SAME
    assert not above(a, a)


@given(figures(), figures())
def test_tighter_and_wider_are_two_sides_of_one_thing(a: Quantity, b: Quantity) -> None:
    assert tighter(a, b) is wider(b, a)
    assert not (tighter(a, b) and tighter(b, a))
    if tighter(a, b):
        assert compatible(a, b)


@given(figures(), figures(), figures())
def test_tighter_carries_over(a: Quantity, b: Quantity, c: Quantity) -> None:
    if tighter(a, b) and tighter(b, c):
        assert tighter(a, c)


@given(figures(), figures(), AMOUNTS)
def test_widening_a_bound_never_makes_a_conflict(a: Quantity, b: Quantity, by: Decimal) -> None:
    held = interval(a)
    low = held.low - by if held.low is not None and held.low > by else None
    high = held.high + by if held.high is not None else None
    bound = Bound.RANGE if low is not None and high is not None else Bound.EXACT
    looser = Quantity(HERE, HERE, "", low, high, bound)
    if low is None and high is not None:
        looser = Quantity(HERE, HERE, "", None, high, Bound.AT_MOST)
    if compatible(a, b):
        assert compatible(looser, b)


@given(figures(), AMOUNTS)
def test_a_number_that_a_figure_holds_is_compatible_with_it(a: Quantity, number: Decimal) -> None:
    point = Quantity(HERE, HERE, "", number, number, Bound.EXACT)
    held = interval(a)
    inside = (held.low is None or number > held.low or (number == held.low and not held.low_open)) and (
        held.high is None or number < held.high or (number == held.high and not held.high_open)
    )
    assert compatible(a, point) is inside


def test_a_vague_word_names_no_number() -> None:
    assert core(figure("dozens")) is None
    assert core(figure(">=10000")) == 10_000
