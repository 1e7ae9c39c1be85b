"""Derived figures keep their formula: what one carrier is said to hold."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_EVEN, Decimal

from reportedly.model import Period, Quantity, Ratio, Relation, RelationKind, figure

from .told import Told

_DIGITS = Decimal("0.1")


def ratios(page: Iterable[Told]) -> Iterator[Ratio | Relation]:
    """Yield each load divided by its carriers, and that the one rests on the other.

    Refused where the two count different periods, or where either is a vague
    word. The result is compared across sources, never added to reported figures.
    """
    by_id = {told.id: told for told in page}
    for told in sorted(by_id.values(), key=lambda t: t.order):
        carrier = by_id.get(told.claim.carrier or "")
        if carrier is None or carrier.claim.carrier == told.id:
            continue  # two loads that lean on one another name no carrier
        yield Relation(
            RelationKind.DERIVED_FROM, told.id, carrier.id, "its figure rides on that of the carriers"
        )
        load, vessels = told.claim.quantity, carrier.claim.quantity
        if load and vessels:
            yield _ratio(told, carrier, load, vessels)


def _ratio(told: Told, carrier: Told, load: Quantity, vessels: Quantity) -> Ratio:
    formula = f"{figure(load)} / {figure(vessels)}"
    refused = _refused(told, carrier, load, vessels)
    if refused:
        return Ratio(told.id, carrier.id, formula, refused=refused)
    return Ratio(
        told.id, carrier.id, formula, _over(load.low, load.high, vessels), _over(load.high, load.low, vessels)
    )


def _refused(told: Told, carrier: Told, load: Quantity, vessels: Quantity) -> str | None:
    one, other = told.since or _own(told), carrier.since or _own(carrier)
    if (one is None) is not (other is None) or (one and other and one.edtf != other.edtf):
        spans = (period.edtf if period else "no period named" for period in (one, other))
        return "counted over " + " and ".join(spans)
    if not (vessels.low or vessels.high) or not (load.low or load.high):
        return "a vague word is no divisor"
    if load.band or vessels.band:
        return "a vague word is no divisor"
    return None


def _own(told: Told) -> Period | None:
    return told.claim.time.period if told.claim.time else None


def _over(value: Decimal | None, other: Decimal | None, vessels: Quantity) -> Decimal | None:
    """Return one end of the ratio; an open end of either figure is taken at the number that is named."""
    load = value if value is not None else other
    count = vessels.low if vessels.low is not None else vessels.high
    assert load is not None
    assert count is not None
    return (load / count).quantize(_DIGITS, ROUND_HALF_EVEN).normalize() + 0
