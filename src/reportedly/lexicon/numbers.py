"""Number words and vague amounts."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from .package_data import Entry, read_lists, read_words


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A plural magnitude ("dozens"): a floor, and a band to display."""

    one: Decimal
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class VagueAmount:
    """A small vague amount; ``scales`` if a magnitude may follow ("several hundred").

    ``low`` is nothing where the words name no floor ("an unknown number of").
    """

    words: str
    low: Decimal | None
    high: Decimal | None
    scales: bool


@dataclass(frozen=True, slots=True)
class Suffix:
    """A sign glued to digits; ``money`` if it needs a currency or a plural."""

    value: Decimal
    money: bool


@dataclass(frozen=True, slots=True)
class Numbers:
    """All number words, lower case, by what they do.

    ``steps`` lead from one magnitude to the next ("dozens or even hundreds").
    Behind one of ``openers`` a bare "dozen" is one dozen; tied to one of
    ``tied`` a glued "m" is million ("2m-tonne").
    """

    cardinals: Mapping[str, Decimal]
    scales: Mapping[str, Decimal]
    suffixes: Mapping[str, Suffix]
    groups: Mapping[str, Decimal]
    fractions: Mapping[str, Decimal]
    ordinals: Mapping[str, Decimal]
    magnitudes: Mapping[str, Magnitude]
    vague: tuple[VagueAmount, ...]
    openers: frozenset[str]
    steps: tuple[str, ...]
    tied: frozenset[str]


@cache
def load_numbers() -> Numbers:
    """Read the number words of the package (once)."""
    lists = read_lists("numbers.toml")
    top = read_words("numbers.toml")
    return Numbers(
        cardinals=_values(lists["cardinal"]),
        scales=_values(lists["scale"]),
        suffixes={e.text("word"): Suffix(e.number("value"), e.flag("money")) for e in lists["suffix"]},
        groups=_values(lists["group"]),
        fractions=_values(lists["fraction"]),
        ordinals=_values(lists["ordinal"]),
        magnitudes={
            e.text("word"): Magnitude(e.number("one"), e.number("low"), e.number("high"))
            for e in lists["magnitude"]
        },
        vague=tuple(_vague(e) for e in lists["vague"]),
        steps=top.words("steps"),
        openers=frozenset(top.text("openers").split()),
        tied=frozenset(top.text("tied").split()),
    )


def _values(entries: tuple[Entry, ...]) -> Mapping[str, Decimal]:
    return {e.text("word"): e.number("value") for e in entries}


def _vague(entry: Entry) -> VagueAmount:
    high = entry.number("high") if entry.has("high") else None
    low = entry.number("low") if entry.has("low") else None
    return VagueAmount(entry.text("word"), low, high, entry.flag("scales"))
