"""Which sorts of number may become a claim's figure."""

from collections.abc import Collection

from reportedly.model import Measure, Quantity

_COUNTED = frozenset({Measure.COUNT, Measure.MONEY})


def may_claim(quantity: Quantity, goods: Collection[str]) -> bool:
    """May a claim be made of it: things or money counted, or goods measured by one of some units?"""
    if quantity.measure in _COUNTED:
        return True
    return quantity.measure is Measure.PHYSICAL and any(
        word in goods for word in (quantity.unit or "").split()
    )
