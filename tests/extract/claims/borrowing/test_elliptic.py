"""Numbers put on a thing that was named before: whose number, of what, and where nothing may be read."""

import pytest

from reportedly.backends import SpacyParser
from reportedly.model import Claim, figure

from ..test_reading import page, read

pytestmark = pytest.mark.engine

TENTS = "Norway has shipped about 6,700 tents to Kenya since the spring, the Kenyan interior ministry said on Monday. "


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    """One engine for all."""
    return SpacyParser()


def last(words: str, parser: SpacyParser) -> Claim:
    """The last claim of a sentence after the one on tents."""
    return read(page(TENTS + words), parser)[-1]


def _said(claim: Claim) -> tuple[str, str, str]:
    speaker = claim.attribution[-1].actor if claim.attribution else None
    return figure(claim.quantity), claim.item.words if claim.item else "", speaker.name if speaker else ""


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Three days earlier Denmark had put the number at more than 10,000.", "> 10,000"),
        ("Denmark puts the figure at 9,000.", "9,000"),
        ("The official figure is 9,000, according to Denmark.", "9,000"),
        ("Denmark's own count now stands at 9,000.", "9,000"),
        ("Denmark's estimate was at least 9,000.", "≥ 9,000"),
        ("Denmark put it at 9,000.", "9,000"),
        ("Denmark gave the total as 9,000.", "9,000"),
        ("Denmark raised its estimate to 9,000.", "9,000"),
    ],
)
def test_a_number_is_put_on_what_was_told_before(words: str, number: str, parser: SpacyParser) -> None:
    claim = last(words, parser)
    assert _said(claim) == (number, "tents", "Denmark")
    assert claim.actor is not None
    assert claim.recipient is not None
    assert (claim.kind, claim.actor.actor.name, claim.recipient.actor.name) == ("transfer", "Norway", "Kenya")


def test_a_number_told_anew_is_counted_from_the_same_day(parser: SpacyParser) -> None:
    claim = last("Three days earlier Denmark had put the number at more than 10,000.", parser)
    assert claim.time is not None
    assert (claim.time.cue, claim.time.words) == ("since", "the spring")


def test_the_day_beside_it_is_the_day_it_was_said(parser: SpacyParser) -> None:
    claim = last("Three days earlier Denmark had put the number at more than 10,000.", parser)
    said = claim.attribution[-1].said_on
    assert said is not None
    assert said.edtf == "2024-06-07"


def test_a_toll_is_put_on_the_same_harm(parser: SpacyParser) -> None:
    claim = read(
        page("At least 90 people were killed in a flood in Chad, police said.", "The Red Cross put the figure at 120."),
        parser,
    )[-1]  # fmt: skip
    assert (claim.kind, claim.outcome, claim.place) == ("casualty", "killed", "Chad")
    assert figure(claim.quantity) == "120"


@pytest.mark.parametrize(
    "words",
    [
        "The number was 3, officials said.",
        "He ranked it at 9,000.",
        "A number of 9,000 was mentioned.",
        "The number of refugees was 9,000.",
        "The committee met. It sat for long. Nobody spoke. Then they ate. Denmark put the number at 9,000.",
    ],
)
def test_no_thing_is_lent_that_is_unlike_or_far_or_named(words: str, parser: SpacyParser) -> None:
    tents = [c for c in read(page(TENTS + words), parser) if c.item is not None and c.item.words == "tents"]
    assert len(tents) == 1


def test_of_two_things_told_before_none_is_lent(parser: SpacyParser) -> None:
    claims = read(page("Norway sent 40 trucks and 300 tents to Kenya. Denmark put the number at 90."), parser)
    assert len([c for c in claims if c.quantity is not None]) == 2
