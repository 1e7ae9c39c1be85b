"""Answers NewsQuant's questions with ``find_quantities``, in NewsQuant's words.

The set has one label where we keep a bound and a direction apart, writes vague
magnitudes as one to ten times the word, and leaves out ranks, dates and names.
"""

import re

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
NAMES = {
    "US dollar": "dollar",
    "Israeli shekel": "shekel",
    "gigatonne": "gigaton",
    "time": "count",
    "part per billion": "ppb",
}
AFTER = [
    ["higher"],
    ["lower"],
    ["increase"],
    ["rise"],
    ["decrease"],
    ["decline"],
    ["drop"],
    ["cut"],
    ["fall"],
]
CHANGES = {Change.UP: "up", Change.DOWN: "down"}


def predict(line: dict) -> dict:
    """Return the answer to one sentence."""
    text = line["text"]
    answers = [a for a in (answer(q, text) for q in find_quantities(text)) if a is not None]
    return {"doc_id": line["doc_id"], "quantities": _moves(answers, text)}


def answer(quantity: Quantity, text: str) -> dict | None:
    """Return one figure in the set's terms, or nothing if it has no place there."""
    value = _value(quantity)
    if value is None or _tied(quantity, text) or (quantity.measure in LEFT_OUT and not _generation(quantity)):
        return None
    return {
        "start": quantity.number.start,
        "end": quantity.number.end,
        "value": value,
        "unit": _unit(quantity),
        "bound": _bound(quantity, text),
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
    unit = (quantity.unit or "-").replace(" and ", " ").replace(" or ", " ")
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
    unit = NAMES.get(unit, unit)
    return f"{unit} per {quantity.per}" if quantity.per else unit


def _bound(quantity: Quantity, text: str) -> str:
    moved = text[: quantity.span.start].rstrip().endswith(" of")
    named = re.findall(r"^\W*(\w+)", text[quantity.span.end :]) in AFTER
    if quantity.change is not None and not moved and not named and not _hedged(quantity, text):
        return CHANGES[quantity.change]
    if quantity.approximate and quantity.bound is not Bound.VAGUE:
        return "~" if quantity.bound not in {Bound.AT_LEAST, Bound.MORE_THAN} else ">"
    return BOUNDS.get(quantity.bound, "=")


def _hedged(quantity: Quantity, text: str) -> bool:
    """Has the figure a hedge or a "between" of its own, which the one label must keep?

    Only a blurred percentage ("up about 3%") is still labelled as a move.
    """
    blurred = quantity.approximate and quantity.measure is Measure.SHARE
    before = text[: quantity.number.start].rstrip()
    return before.endswith(" between") or (quantity.span.start < quantity.number.start and not blurred)


def _tied(quantity: Quantity, text: str) -> bool:
    """Is it a number word tied to its noun ("five-year", "six-speed")?"""
    end = quantity.number.end
    tied = text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
    spoken = not text[quantity.number.start].isdigit()
    return tied and spoken and quantity.measure is not Measure.PHYSICAL and quantity.unit != "point"


def _moves(answers: list[dict], text: str) -> list[dict]:
    """Join "from 20 mpg to 29 mpg": the set keeps a move as one pair."""
    joined: list[dict] = []
    for fresh in answers:
        last = joined[-1] if joined else None
        if last is not None and _is_move(last, fresh, text):
            low = last["value"]
            high = fresh["value"][1] if isinstance(fresh["value"], list) else fresh["value"]
            unit = fresh["unit"] if fresh["unit"] != "-" else last["unit"]
            joined[-1] = {**last, "end": fresh["end"], "value": [low, high], "unit": unit}
        else:
            joined.append(fresh)
    return joined


def _is_move(left: dict, right: dict, text: str) -> bool:
    gap = text[left["end"] : right["start"]]
    before = text[max(0, left["start"] - 14) : left["start"]]
    same = "-" in (left["unit"], right["unit"]) or left["unit"] == right["unit"]
    return (
        same
        and not isinstance(left["value"], list)
        and gap.rstrip().endswith(" to")
        and len(gap) < 40
        and re.search(r"\bfrom (?:up to |about )?$", before) is not None
    )
