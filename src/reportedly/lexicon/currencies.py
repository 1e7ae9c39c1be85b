"""Money: ISO 4217 codes, their signs and their words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .package_data import read_lists


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency; words in ``needs_scale`` mean money only after a large number."""

    code: str
    name: str
    signs: tuple[str, ...]
    words: tuple[str, ...]
    needs_scale: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Currencies:
    """All currencies, and the small coins whose country is not said."""

    currencies: tuple[Currency, ...]
    coins: Mapping[str, str]


@cache
def load_currencies() -> Currencies:
    """Read the currencies of the package (once)."""
    lists = read_lists("currencies.toml")
    currencies = tuple(
        Currency(e.text("code"), e.text("name"), e.words("signs"), e.words("words"), e.words("needs_scale"))
        for e in lists["currency"]
    )
    return Currencies(currencies, {w: e.text("unit") for e in lists["coin"] for w in e.words("words")})
