"""What a person's correction makes of a claim, and of the series it stands on."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from reportedly.lexicon import load_items
from reportedly.model import Bound, Claim, Measure, Review, Series, Verdict
from reportedly.reconcile import tell
from reportedly.reconcile.decisions import decide, kept
from reportedly.reconcile.series import draw

from ..building import claims, page

PAGE = page()[2]
CLAIM = replace(claims(PAGE)[0], id="c")


def review(field: str, value: str) -> Review:
    return Review("c", Verdict.CORRECT, "Ada", datetime(2024, 6, 16, tzinfo=UTC), field=field, value=value)


def corrected(field: str, value: str) -> Claim:
    (found,) = kept([CLAIM], decide([review(field, value)]))
    return found


def series(claim: Claim) -> Series:
    (found,) = draw(tell(PAGE, [claim], load_items()))
    return found


def test_a_speaker_is_resolved_as_the_lexicon_knows_it_and_an_unknown_one_keeps_its_name() -> None:
    assert corrected("speaker", "North Korea").speaker.actor.id == "country:KP"
    assert corrected("speaker", "the Harbour Guild").speaker.actor.name == "the Harbour Guild"
    assert corrected("speaker", "").attribution == ()


def test_parties_and_things_are_corrected_too() -> None:
    assert corrected("actor", "Norway").actor.actor.id == "country:NO"
    assert corrected("recipient", "").recipient is None
    assert corrected("item", "artillery shells").item.id == "artillery_round"
    assert corrected("item", "").item is None


@pytest.mark.parametrize(
    ("field", "value", "low", "high", "bound"),
    [
        ("low", "150", 150, None, Bound.AT_LEAST),
        ("high", "120", 120, 120, Bound.EXACT),
        ("high", "1,500", 120, 1500, Bound.RANGE),
        ("high", "7", 120, None, Bound.AT_LEAST),
        ("low", "many", 120, None, Bound.AT_LEAST),
    ],
)
def test_a_figure_takes_its_new_end_and_nonsense_changes_nothing(field, value, low, high, bound) -> None:
    quantity = corrected(field, value).quantity
    assert (quantity.low, quantity.bound) == (Decimal(low), bound)
    assert quantity.high == (None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("value", "unit", "currency", "per", "item"),
    [
        ("tents", "tent", None, None, "tent"),
        ("buses per day", "bus", None, "day", "bus"),
        ("euros", None, "EUR", None, None),
        ("made things", "made thing", None, None, None),
    ],
)
def test_a_unit_takes_the_thing_with_it_where_it_was_the_thing(value, unit, currency, per, item) -> None:
    claim = corrected("unit", value)
    assert (claim.quantity.unit, claim.quantity.currency, claim.quantity.per) == (unit, currency, per)
    assert (claim.item.id if claim.item else None) == item
    assert series(claim).id != series(CLAIM).id


def test_a_unit_that_measures_the_thing_leaves_the_thing_alone() -> None:
    quantity = replace(CLAIM.quantity, unit="tonne")
    (claim,) = kept([replace(CLAIM, quantity=quantity)], decide([review("unit", "percent")]))
    assert claim.item == CLAIM.item
    assert claim.quantity.measure is Measure.SHARE


@pytest.mark.parametrize(
    ("value", "as_of"),
    [
        ("2024-05", "2024-05"),
        ("2024-05-02", "2024-05-02"),
        ("2024-03/2024-05", "2024-03-01/2024-05-31"),
        ("2023-09/..", "2024-06-16"),
        ("in May", "2024-06-16"),
    ],
)
def test_a_time_moves_the_figure_and_nonsense_does_not(value: str, as_of: str) -> None:
    (one,) = series(corrected("time", value)).observations
    assert one.as_of.edtf == as_of
    assert (one.since is not None) == ("/" in value)
