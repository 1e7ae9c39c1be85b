"""Bound algebra: figures as intervals, open where the words leave them open.

Vague words are floors without a ceiling. "About" gives a twentieth either way,
"nearly" a tenth below; nothing else is rounded.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from reportedly.model import Bound, Quantity

ABOUT = Decimal("0.05")
NEARLY = Decimal("0.10")
SAME = Decimal("0.15")
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers that some words allow; a side that is nothing reaches to infinity.

    ``low_open`` and ``high_open`` leave the end itself out.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False

    def holds(self, other: "Interval") -> bool:
        """Is every number of the other also one of this?"""
        return _starts_before(self, other) and _ends_after(self, other)


class Fit(StrEnum):
    """How the later of two figures stands to the earlier."""

    SAME = "same"
    TIGHTER = "tighter"
    WIDER = "wider"
    COMPATIBLE = "compatible"
    DISJOINT = "disjoint"


def interval(quantity: Quantity) -> Interval:
    """Return the numbers that a figure's words allow."""
    low, high, bound = quantity.low, quantity.high, quantity.bound
    if bound is Bound.VAGUE:
        return Interval(low)
    if bound is Bound.LESS_THAN and quantity.approximate and high is not None:
        return Interval(high * (1 - NEARLY), high, high_open=True)
    if bound is Bound.ABOUT or (quantity.approximate and low == high):
        return Interval(_times(low, 1 - ABOUT), _times(high, 1 + ABOUT))
    return Interval(
        low,
        high,
        low_open=bound is Bound.MORE_THAN and high is None,
        high_open=bound is Bound.LESS_THAN and low is None,
    )


def disjoint(a: Quantity, b: Quantity) -> bool:
    """Can no number satisfy both?"""
    return _apart(interval(a), interval(b))


def compatible(a: Quantity, b: Quantity) -> bool:
    """Could one true number satisfy both? Figures in other units never meet."""
    return not disjoint(a, b)


def tighter(a: Quantity, b: Quantity) -> bool:
    """Return whether the first says all that the second says, and more."""
    return interval(b).holds(interval(a)) and not interval(a).holds(interval(b))


def wider(a: Quantity, b: Quantity) -> bool:
    """Return whether the first says less than the second."""
    return tighter(b, a)


def fit(later: Quantity, earlier: Quantity) -> Fit:
    """Return how the later figure stands to the earlier."""
    new, old = interval(later), interval(earlier)
    if _apart(new, old):
        return Fit.DISJOINT
    inside, outside = old.holds(new), new.holds(old)
    if inside and outside:
        return Fit.SAME
    if inside:
        return Fit.TIGHTER
    return Fit.WIDER if outside else Fit.COMPATIBLE


def core(quantity: Quantity) -> Decimal | None:
    """Return the one number that the words name, whatever hedges it; nothing for a vague word."""
    if quantity.bound is Bound.VAGUE:
        return None
    if quantity.low is not None and quantity.high is not None:
        return (quantity.low + quantity.high) / 2
    return quantity.low if quantity.low is not None else quantity.high


def same_figure(a: Quantity, b: Quantity, *, within: Decimal = SAME) -> bool:
    """Are two figures one figure retold: the same number, or one that it was rounded to?"""
    one, other = core(a), core(b)
    if one is None or other is None:
        return one is other and a.low == b.low
    return abs(one - other) <= within * max(abs(one), abs(other))


def retold(a: Quantity, b: Quantity) -> bool:
    """Return whether two figures are one: the same number, or a hedged number that the other rounds to.

    "Nearly 5 million" retells 4.8 million and "more than 130" retells 133; a
    bare 140 does not retell 137.
    """
    one, other = core(a), core(b)
    if one is None or other is None:
        return one is other and a.low == b.low
    return one == other or _rounds(b, a) or _rounds(a, b)


def _rounds(fine: Quantity, rough: Quantity) -> bool:
    exact, rounded = core(fine), core(rough)
    if not exact or not rounded or rough.bound is Bound.EXACT:
        return False
    size = rounded.normalize().as_tuple().exponent
    near = not _apart(Interval(exact, exact), interval(rough))
    return near and isinstance(size, int) and exact.quantize(Decimal(1).scaleb(size)) == rounded


def above(a: Quantity, b: Quantity) -> bool:
    """Return whether the first names a higher number than the second."""
    one, other = core(a), core(b)
    if one is not None and other is not None:
        return one > other
    return disjoint(a, b) and (a.low or _NOTHING) > (b.low or _NOTHING)


def _times(value: Decimal | None, by: Decimal) -> Decimal | None:
    return None if value is None else value * by


def _apart(a: Interval, b: Interval) -> bool:
    return _wholly_below(a, b) or _wholly_below(b, a)


def _wholly_below(a: Interval, b: Interval) -> bool:
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))


def _starts_before(a: Interval, b: Interval) -> bool:
    if a.low is None:
        return True
    if b.low is None:
        return False
    return a.low < b.low or (a.low == b.low and (b.low_open or not a.low_open))


def _ends_after(a: Interval, b: Interval) -> bool:
    if a.high is None:
        return True
    if b.high is None:
        return False
    return a.high > b.high or (a.high == b.high and (b.high_open or not a.high_open))
