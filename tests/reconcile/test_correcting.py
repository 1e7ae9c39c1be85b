"""What a person's correction makes of a claim, and of the series it stands on."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from reportedly.model import Bound, Review, Verdict
from reportedly.reconcile.decisions import decide, kept

from ..building import claims, page

CLAIM = replace(claims(page()[2])[0], id="c")


def corrected(field: str, value: str):
    review = Review("c", Verdict.CORRECT, "Ada", datetime(2024, 6, 16, tzinfo=UTC), field=field, value=value)
    (found,) = kept([CLAIM], decide([review]))
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
