"""Answers NewsQuant's questions with ``find_quantities``, in NewsQuant's words.

The set has one label where we keep a bound and a direction apart, writes vague
magnitudes as one to ten times the word, and leaves out ranks, dates and names.
"""

from decimal import Decimal

from reportedly.extract import find_quantities
from reportedly.lexicon import load_currencies, load_numbers
from reportedly.model import Bound, Change, Measure, Quantity

LEFT_OUT = {
    Measure.ORDINAL,
    Measure.CLOCK,
    Measure.YEAR,
    Measure.SCORE,
    Measure.ADDRESS,
    Measure.OTHER,
    Measure.NAME,
}
BOUNDS = {
    Bound.AT_LEAST: ">",
    Bound.MORE_THAN: ">",
    Bound.AT_MOST: "<",
    Bound.LESS_THAN: "<",
    Bound.ABOUT: "~",
}
CHANGES = {Change.UP: "up", Change.DOWN: "down"}


def predict(line: dict) -> dict:
    """Return the answer to one sentence."""
    found = list(find_quantities(line["text"]))
    answers = [a for a in (answer(q) for q in _moves_joined(found, line["text"])) if a is not None]
    return {"doc_id": line["doc_id"], "quantities": answers}


def answer(quantity: Quantity) -> dict | None:
    """Return one figure in the set's terms, or nothing if it has no place there."""
    value = _value(quantity)
    if value is None or (quantity.measure in LEFT_OUT and not _generation(quantity)):
        return None
    return {
        "start": quantity.number.start,
        "end": quantity.number.end,
        "value": value,
        "unit": _unit(quantity),
        "bound": _bound(quantity),
    }


def _value(quantity: Quantity) -> float | list[float] | None:
    if quantity.bound is Bound.VAGUE:
        if quantity.low is None or quantity.low < 20:
            return None
        one = quantity.low / 2 if _is_magnitude(quantity) else quantity.low
        return [float(one), float(one * 10)]
    low, high = quantity.low, quantity.high
    if low is not None and high is not None and low != high:
        return [float(low), float(high)]
    value = low if low is not None else high
    return None if value is None else float(value)


def _is_magnitude(quantity: Quantity) -> bool:
    words = quantity.words.lower().split()
    return any(word in load_numbers().magnitudes for word in words)


def _generation(quantity: Quantity) -> bool:
    return quantity.measure is Measure.NAME and quantity.words[1:] == "G"


def _unit(quantity: Quantity) -> str:
    if _generation(quantity):
        return "generation wireless"
    unit = quantity.unit or "-"
    if quantity.currency is not None:
        unit = next(c.name for c in load_currencies().currencies if c.code == quantity.currency)
    elif quantity.measure is Measure.AGE:
        unit = f"{quantity.unit or 'year'} of age"
    elif quantity.measure is Measure.SHARE and quantity.unit not in {
        "percent",
        "percentage point",
        "basis point",
    }:
        unit = f"% {unit}"
    return f"{unit} per {quantity.per}" if quantity.per else unit


def _bound(quantity: Quantity) -> str:
    if quantity.change is not None:
        return CHANGES[quantity.change]
    if quantity.approximate:
        return "~" if quantity.bound not in {Bound.AT_LEAST, Bound.MORE_THAN} else ">"
    return BOUNDS.get(quantity.bound, "=")


def _moves_joined(found: list[Quantity], text: str) -> list[Quantity]:
    return found


def _decimal(value: float) -> Decimal:
    return Decimal(str(value))
