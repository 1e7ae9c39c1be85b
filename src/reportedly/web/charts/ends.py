"""A quantity as a chart draws it: where it begins, where it ends, and its word if it is vague."""

from reportedly.model import Bound, Quantity


def ends(quantity: Quantity) -> tuple[float | None, float | None, str | None]:
    """Return low, high and the vague word; a vague word is drawn over its display band."""
    if quantity.bound is Bound.VAGUE:
        band = quantity.band or (quantity.low, quantity.high)
        low, high = (float(end) if end is not None else None for end in band)
        return low, high, quantity.number_words
    low = float(quantity.low) if quantity.low is not None else None
    high = float(quantity.high) if quantity.high is not None else None
    return low, high, None
