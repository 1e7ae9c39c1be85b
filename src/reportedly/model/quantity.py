"""How much: an interval with a bound, never a bare number."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .span import Span


class Bound(StrEnum):
    """Which way a figure is open."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"
    NONE = "none"


class Change(StrEnum):
    """The direction a figure is said to have moved in."""

    UP = "up"
    DOWN = "down"


class Measure(StrEnum):
    """What sort of number it is; only some sorts may become a claim's figure."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    PHYSICAL = "physical"
    DURATION = "duration"
    ORDINAL = "ordinal"
    AGE = "age"
    CLOCK = "clock"
    YEAR = "year"
    NAME = "name"
    SCORE = "score"
    ADDRESS = "address"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as the words give it.

    ``span`` covers all words from the first hedge to the unit; ``number`` the
    number words alone ("4.8 million", "dozens", "$20 billion"); ``noun`` the
    counted noun phrase where it is known. ``low`` and ``high`` are counted in
    ``unit`` (singular, lower case; "person" for people) or in ``currency``
    (ISO 4217); either is nothing where the words leave it open. ``per`` is the
    unit of a rate ("day"). ``band`` is a vague word's display band.
    """

    span: Span
    number: Span
    words: str
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    measure: Measure = Measure.COUNT
    approximate: bool = False
    unit: str | None = None
    currency: str | None = None
    per: str | None = None
    noun: Span | None = None
    change: Change | None = None
    increment: bool = False
    band: tuple[Decimal, Decimal] | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"{self.words}: low {self.low} is above high {self.high}")

    @property
    def number_words(self) -> str:
        """The number words alone, without hedge or unit ("dozens", "4.8 million")."""
        start = self.number.start - self.span.start
        return self.words[start : start + len(self.number)]

    def compatible(self, other: "Quantity") -> bool:
        """Could one true number satisfy both sets of words?

        Open ends reach to infinity; "more than" and "less than" leave their
        own number out. Vague words are floors without a ceiling.
        """
        return _below(self, other) and _below(other, self)


def _below(a: Quantity, b: Quantity) -> bool:
    if a.low is None or b.high is None:
        return True
    return a.low < b.high if _open_below(a) or _open_above(b) else a.low <= b.high


def _open_below(a: Quantity) -> bool:
    return a.bound is Bound.MORE_THAN and a.high is None


def _open_above(a: Quantity) -> bool:
    return a.bound is Bound.LESS_THAN and a.low is None
