"""Says a quantity in plain words that read back as the same quantity."""

from decimal import Decimal

from reportedly.lexicon import load_numbers
from reportedly.model import Bound, Change, Measure, Quantity

from .text.plurals import plural

_BEFORE = {
    Bound.EXACT: "",
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.AT_MOST: "at most ",
    Bound.LESS_THAN: "fewer than ",
    Bound.ABOUT: "about ",
    Bound.RANGE: "",
}
_CHANGES = {Change.UP: "up ", Change.DOWN: "down "}
_WHOLE = Decimal(1)


def render(quantity: Quantity) -> str:
    """Return words that :func:`find_quantities` reads as the same figure.

    Promised for counts, money, shares in percent, measures and durations;
    for the rest the quantity's own words are returned.
    """
    if quantity.measure in {Measure.COUNT, Measure.MONEY, Measure.PHYSICAL, Measure.DURATION} or (
        quantity.measure is Measure.SHARE and quantity.unit in {"percent", "percentage point", "basis point"}
    ):
        return f"{_opening(quantity)}{_number(quantity)}{_unit(quantity)}"
    return quantity.words


def _opening(quantity: Quantity) -> str:
    change = _CHANGES[quantity.change] if quantity.change else ""
    more = "another " if quantity.increment else ""
    if quantity.bound is Bound.LESS_THAN and quantity.approximate:
        return f"{change}nearly {more}"
    blur = "about " if quantity.approximate and quantity.bound is not Bound.ABOUT else ""
    return f"{change}{_BEFORE.get(quantity.bound, '')}{blur}{more}"


def _number(quantity: Quantity) -> str:
    if quantity.bound is Bound.VAGUE:
        return _vague(quantity)
    low, high = quantity.low, quantity.high
    sign = f"{quantity.currency} " if quantity.currency else ""
    if low is not None and high is not None and low != high:
        return f"{sign}{say_number(low)} to {say_number(high)}"
    value = low if low is not None else high
    return f"{sign}{say_number(value if value is not None else Decimal(0))}"


def _vague(quantity: Quantity) -> str:
    """Return the vague word that has this floor, or the words as they were."""
    numbers = load_numbers()
    for word, magnitude in numbers.magnitudes.items():
        if magnitude.low == quantity.low and (magnitude.low, magnitude.high) == quantity.band:
            return f"{word} of" if quantity.unit or quantity.currency else word
    return (
        quantity.number.of(quantity.words) if quantity.number.end <= len(quantity.words) else quantity.words
    )


def _unit(quantity: Quantity) -> str:
    per = f" per {quantity.per}" if quantity.per else ""
    if quantity.unit is None or quantity.currency is not None:
        return per
    one = quantity.bound is Bound.EXACT and quantity.high == _WHOLE and quantity.low == _WHOLE
    head = quantity.unit if one or quantity.unit == "percent" else _plural(quantity.unit)
    return f" {head}{per}"


def _plural(unit: str) -> str:
    """Put the head of a unit in the plural: "metre per second", "152-millimetre shell"."""
    head, per, rest = unit.partition(" per ")
    before, space, last = head.rpartition(" ")
    return f"{before}{space}{plural(last)}{per}{rest}"


def say_number(value: Decimal) -> str:
    """Return a number with grouped digits and no trailing zeros."""
    plain = f"{value:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
