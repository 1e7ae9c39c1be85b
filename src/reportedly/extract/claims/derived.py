"""Figures that follow from two claims, always with their formula, never mixed with reported ones."""

from dataclasses import dataclass
from decimal import Decimal

from reportedly.model import Bound, Claim, Quantity


@dataclass(frozen=True, slots=True)
class Ratio:
    """How much of a load one carrier holds, as two claims imply it.

    ``formula`` shows the inputs; ``low`` and ``high`` are nothing where an open
    bound leaves them so. ``refused`` says why there is no figure.
    """

    load: str
    carrier: str
    formula: str
    low: Decimal | None = None
    high: Decimal | None = None
    refused: str | None = None


def ratio(load: Claim, carrier: Claim) -> Ratio:
    """Return load per carrier; refused when the two claims speak of different periods.

    >>> 4,800,000 shells / at least 10,000 containers = at most 480 per container
    """
    assert load.quantity is not None
    assert carrier.quantity is not None
    formula = f"{_worded(load.quantity)} / {_worded(carrier.quantity)}"
    refused = _objection(load, carrier)
    if refused is not None:
        return Ratio(load.id, carrier.id, formula, refused=refused)
    return Ratio(load.id, carrier.id, formula, *_divided(load.quantity, carrier.quantity))


def _objection(load: Claim, carrier: Claim) -> str | None:
    first, second = load.time, carrier.time
    if first and second and first.period != second.period:
        return f"the inputs speak of different periods ({first.words}; {second.words})"
    quantity = carrier.quantity
    if quantity is None or Bound.VAGUE in {quantity.bound, load.quantity.bound if load.quantity else None}:
        return "a vague word is no number to divide by"
    if not quantity.low and not quantity.high:
        return "the carriers are not counted"
    return None


def _divided(load: Quantity, carrier: Quantity) -> tuple[Decimal | None, Decimal | None]:
    low = load.low / carrier.high if load.low is not None and carrier.high else None
    high = load.high / carrier.low if load.high is not None and carrier.low else None
    return low, high


def _worded(quantity: Quantity) -> str:
    return " ".join(quantity.words.split())
