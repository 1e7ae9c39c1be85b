"""Measured units, what they convert by, and what rates are counted by."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property

from .package_data import Entry, read_lists


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: base = value x ``factor`` + ``offset`` within its dimension.

    ``words`` match in any case, ``symbols`` exactly as written.
    """

    name: str
    dimension: str
    factor: Decimal
    offset: Decimal
    words: tuple[str, ...]
    symbols: tuple[str, ...]


@dataclass(frozen=True)
class Units:
    """All units, the words that "a" or "each" turn into a rate, and short forms of a rate.

    ``rated`` gives a short form's unit and what it is counted by ("bpd").
    """

    units: tuple[Unit, ...]
    rates: frozenset[str]
    rated: Mapping[str, tuple[Unit, str]]

    @cached_property
    def symbols(self) -> frozenset[str]:
        """Every unit's symbols, as they are written."""
        return frozenset(symbol for unit in self.units for symbol in unit.symbols)


@cache
def load_units() -> Units:
    """Read the units of the package (once)."""
    lists = read_lists("units.toml")
    units = tuple(_unit(e) for e in lists["unit"])
    named = {unit.name: unit for unit in units}
    return Units(
        units,
        frozenset(e.text("word") for e in lists["rate"]),
        {w: (named[e.text("unit")], e.text("per")) for e in lists["rated"] for w in e.words("words")},
    )


def _unit(entry: Entry) -> Unit:
    return Unit(
        name=entry.text("name"),
        dimension=entry.text("dimension"),
        factor=entry.number("factor"),
        offset=entry.number("offset") if entry.has("offset") else Decimal(0),
        words=entry.words("words"),
        symbols=entry.words("symbols"),
    )
