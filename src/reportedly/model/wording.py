"""How records print: the same marks in a table, a chart and the reader.

Unknown values print as ``..`` and uncertain ones in brackets, as readers of
arms-transfer tables expect.
"""

from decimal import Decimal

from .actor import Mention
from .attribution import Link, SourceRole
from .claim import Claim
from .period import TimeExpression
from .quantity import Bound, Measure, Quantity

UNKNOWN = ".."

_MARKS = {
    Bound.AT_LEAST: "≥ ",
    Bound.MORE_THAN: "> ",
    Bound.AT_MOST: "≤ ",
    Bound.LESS_THAN: "< ",
    Bound.ABOUT: "≈ ",
}
_FEET = {"foot": "feet", "inch": "inches"}
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}


def figure(quantity: Quantity | None) -> str:
    """Return a figure with its bound: ``≥ 10,000``, ``24-99 "dozens"``, ``..``."""
    if quantity is None:
        return UNKNOWN
    if quantity.bound is Bound.VAGUE:
        return _vague(quantity)
    if quantity.low is None and quantity.high is None:
        return UNKNOWN
    if quantity.bound is Bound.RANGE and quantity.low is not None and quantity.high is not None:
        return f"{amount(quantity.low, quantity)} to {amount(quantity.high, quantity)}"
    value = quantity.low if quantity.low is not None else quantity.high
    assert value is not None
    return _MARKS.get(quantity.bound, "") + amount(value, quantity)


def amount(value: Decimal, quantity: Quantity) -> str:
    """Return one end of a figure: thousands by commas, millions as ``4.8 M``, money by its sign."""
    sign = _SIGNS.get(quantity.currency or "", f"{quantity.currency} " if quantity.currency else "")
    mark = "%" if quantity.measure is Measure.SHARE else ""
    return f"{sign}{_short(value)}{mark}"


def _short(value: Decimal) -> str:
    for size, letter in ((Decimal(10**9), "bn"), (Decimal(10**6), "M")):
        if abs(value) >= size:
            return f"{_plain(value / size)} {letter}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    return f"{value:,f}".rstrip("0").rstrip(".") if value != value.to_integral_value() else f"{int(value):,}"


def _vague(quantity: Quantity) -> str:
    words = quantity.number_words
    if quantity.band is None:
        return f'"{words}"'
    low, high = (_plain(end) for end in quantity.band)
    return f'{low}–{high} "{words}"'


def counted(claim: Claim) -> str:
    """Return what a claim counts or moves, as the page words it: ``containers``, ``tonnes of weapons``."""
    quantity = claim.quantity
    measured = quantity.unit if quantity is not None and quantity.measure is Measure.PHYSICAL else None
    if claim.item is None:
        return _unit(quantity) if quantity else ""
    if measured is None or claim.item.words in {measured, _many(measured)}:
        return claim.item.words
    return f"{_many(measured)} of {claim.item.words}"


def _unit(quantity: Quantity) -> str:
    """Return the bare unit: "person" of one, "people" of any other number."""
    one = quantity.low == quantity.high == 1
    return "people" if quantity.unit == "person" and not one else quantity.unit or ""


def _many(unit: str) -> str:
    """Return a unit in the plural; symbols have none."""
    return unit if len(unit) < 4 or unit.endswith("s") else _FEET.get(unit, f"{unit}s")


def party(mention: Mention | None) -> str:
    """Return a party's name, or ``..``."""
    return mention.actor.name if mention else UNKNOWN


def when(time: TimeExpression | None) -> str:
    """Return the days a claim speaks of as EDTF, or ``..``."""
    return time.period.edtf if time and time.period else UNKNOWN


def source(link: Link) -> str:
    """Return one source of a chain: its name, its words in brackets, or ``..``."""
    if link.actor is not None:
        return link.actor.name
    if link.role is SourceRole.PASSIVE_UNATTRIBUTED or not link.words:
        return UNKNOWN
    return f"[{link.words}]"


def chain(links: tuple[Link, ...]) -> str:
    """Return a chain of sources, outermost first; empty when the page speaks for itself."""
    return " ← ".join(source(link) for link in links)
