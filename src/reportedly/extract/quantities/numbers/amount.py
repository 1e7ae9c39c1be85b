"""A figure under construction: what the number words alone have told so far."""

from dataclasses import dataclass
from decimal import Decimal

from reportedly.lexicon import Unit
from reportedly.model import Bound, Measure


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or range at words ``[first, last)`` with its own unit, if any.

    ``number_last`` closes the number words; between it and ``last`` stand the
    unit and the rate. ``plain`` if it is a lone run of digits, ungrouped and
    unscaled; ``hyphenated`` if a hyphen ties it to the next word;
    ``suspended`` if that hyphen hangs ("four-, five- and six-"); ``unknown`` if
    the words name no floor at all ("an unknown number of").
    """

    first: int
    number_last: int
    last: int
    low: Decimal
    high: Decimal | None
    scale: Decimal = Decimal(1)
    bound: Bound = Bound.EXACT
    measure: Measure = Measure.COUNT
    band: tuple[Decimal, Decimal] | None = None
    currency: str | None = None
    unit: Unit | None = None
    unit_name: str | None = None
    per: str | None = None
    plain: bool = False
    spoken: bool = False
    hyphenated: bool = False
    suspended: bool = False
    increment: bool = False
    unknown: bool = False

    @property
    def measured(self) -> bool:
        """Does it carry a currency or a unit of its own?"""
        return self.currency is not None or self.unit_name is not None
