"""Views a measured quantity in another unit; the words stay as they are."""

from dataclasses import replace
from decimal import Decimal
from functools import cache

from reportedly.lexicon import Unit, load_units
from reportedly.model import Quantity


def convert(quantity: Quantity, unit: str) -> Quantity | None:
    """Return the figure counted in another unit of its dimension.

    Nothing is returned where the two do not measure the same thing, or where
    either is no known unit. Money is never converted: rates change by the day.
    """
    old, new = _table().get(quantity.unit or ""), _table().get(unit)
    if old is None or new is None or old.dimension != new.dimension:
        return None
    low = None if quantity.low is None else _turn(quantity.low, old, new)
    high = None if quantity.high is None else _turn(quantity.high, old, new)
    band = quantity.band and (_turn(quantity.band[0], old, new), _turn(quantity.band[1], old, new))
    return replace(quantity, low=low, high=high, band=band, unit=new.name)


def _turn(value: Decimal, old: Unit, new: Unit) -> Decimal:
    return ((value * old.factor + old.offset) - new.offset) / new.factor


@cache
def _table() -> dict[str, Unit]:
    units = load_units().units
    by_word = {word: unit for unit in units for word in (*unit.words, *unit.symbols)}
    return by_word | {unit.name: unit for unit in units}
