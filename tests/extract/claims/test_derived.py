"""Derived figures keep their formula, and are refused where the inputs do not fit."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.building import claims, page

from reportedly.extract.claims import ratio
from reportedly.model import Bound, Granularity, Period, Span, TimeExpression, TimexType


def test_load_by_carrier_is_an_interval_with_its_formula() -> None:
    _, _, document = page()
    carrier, load = claims(document)
    found = ratio(load, carrier)
    assert found.high == Decimal(75)
    assert found.low is None
    assert "/" in found.formula
    assert found.refused is None


def test_two_periods_give_no_ratio() -> None:
    _, _, document = page()
    carrier, load = claims(document)
    may, june = (month(n) for n in (5, 6))
    found = ratio(replace(load, time=may), replace(carrier, time=june))
    assert found.low is None
    assert found.high is None
    assert found.refused is not None
    assert "different periods" in found.refused


def test_a_vague_word_is_no_divisor() -> None:
    _, _, document = page()
    carrier, load = claims(document)
    assert carrier.quantity is not None
    vague = replace(carrier, quantity=replace(carrier.quantity, bound=Bound.VAGUE))
    assert ratio(load, vague).refused is not None


def month(number: int) -> TimeExpression:
    """A month of 2024."""
    period = Period(date(2024, number, 1), date(2024, number + 1, 1), Granularity.MONTH)
    return TimeExpression(Span(0, 3), "May", TimexType.DATE, f"2024-{number:02}", period)
