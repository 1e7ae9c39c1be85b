"""Gifts told in few words: a further figure, who gets what before what, goods that reach people."""

import pytest

from reportedly.backends import BiaffineParser

from ..parties.test_filling import parties
from ..test_reading import page, read

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def parser() -> BiaffineParser:
    """One engine for all."""
    return BiaffineParser()


@pytest.mark.parametrize(
    ("words", "number", "actor", "recipient"),
    [
        ("Norway sent 40 tents to Chad and another 12 to Sudan.", "12", "Norway", "Sudan"),
        ("Norway sent 40 tents to Chad, 12 to Sudan and three to Kenya.", "three", "Norway", "Kenya"),
        ("Kenya got 300 trucks from Norway and 120 from Chile.", "120", "Chile", "Kenya"),
        ("Norway gave $4 million to Chad and $9 million to Sudan.", "$9 million", "Norway", "Sudan"),
        ("Norway sent 40 tents to Chad. Another 12 went to Sudan.", "12", "Norway", "Sudan"),
        ("Norway sent 40 tents to Chad, and a further 12 were sent to Sudan.", "12", "Norway", "Sudan"),
        ("Norway gave Kenya 40 helicopters; in return, Kenya sent 9,000 tonnes of tea.", "9,000", "Kenya", "Norway"),
        ("Norway's aid to Chad includes 40 trucks and 300 tents.", "300", "Norway", "Chad"),
        ("Aid to Chad includes 40 trucks.", "40", "", "Chad"),
        ("Oxfam's work went on, with 900 tons of rice reaching 50,000 people in Chad.", "900", "Oxfam", "Chad"),
    ],
)  # fmt: skip
def test_a_further_gift_has_its_own_side(
    words: str, number: str, actor: str, recipient: str, parser: BiaffineParser
) -> None:
    assert parties(parser, words)[number] == (actor, recipient)


def test_a_further_gift_is_of_the_same_thing_and_has_its_own_month(parser: BiaffineParser) -> None:
    first, further = read(page("Norway sent 40 tents to Chad in May and 12 to Sudan in June."), parser)
    assert further.item == first.item
    assert [c.time and c.time.words for c in (first, further)] == ["May", "June"]


def test_a_purchase_of_arms_is_written_down_without_a_seller(parser: BiaffineParser) -> None:
    (bought,) = read(page("Serbia was buying weapons."), parser)
    assert (bought.kind, bought.recipient and bought.recipient.actor.name) == ("transfer", "Serbia")
    assert not read(page("Serbia was buying flowers."), parser)


def test_who_cannot_be_found_is_missing(parser: BiaffineParser) -> None:
    (claim,) = read(page("At least 70 people could not be found after the flood."), parser)
    assert (claim.outcome, claim.voice.modality, claim.voice.polarity) == ("missing", "asserted", "positive")
