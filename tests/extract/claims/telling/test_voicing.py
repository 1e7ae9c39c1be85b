"""How a claim's voice is heard: a thing that could hold others is there, and what it could hold is not sent."""

import pytest

from reportedly.backends import BiaffineParser
from reportedly.model import Modality

from ..test_reading import page, read

pytestmark = pytest.mark.engine


@pytest.mark.parametrize(
    "text",
    [
        "At least 700 crates from Serbia could hold up to 90,000 mortars.",
        "The 700 crates would hold as many as 90,000 mortars, the minister said.",
        "Some 700 crates can carry 90,000 mortars.",
    ],
)
def test_what_can_hold_is_there_and_what_it_could_hold_is_a_capacity(text: str) -> None:
    crates, mortars = read(page(text), BiaffineParser())
    assert (crates.kind, crates.voice.modality) == ("count", Modality.ASSERTED)
    assert (mortars.kind, mortars.voice.modality) == ("capacity", Modality.CAPABILITY)


def test_what_would_be_carried_somewhere_is_no_capacity() -> None:
    (rice,) = read(page("The ship would carry 3,000 tonnes of rice to Kenya."), BiaffineParser())
    assert rice.kind == "transfer"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Police found possibly 40 bodies under the rubble.", Modality.POSSIBLE),
        ("Police found 40 bodies under the rubble.", Modality.ASSERTED),
    ],
)
def test_a_word_of_doubt_before_a_number_doubts_it(text: str, modality: Modality) -> None:
    (bodies,) = read(page(text), BiaffineParser())
    assert bodies.voice.modality is modality


@pytest.mark.parametrize(("day", "modality"), [("2031", Modality.PLANNED), ("2011", Modality.ASSERTED)])
def test_what_a_headline_says_is_being_done_by_a_later_year_is_planned(day: str, modality: Modality) -> None:
    jobs, *_ = read(page("The plan was told.", title=f"Chile cutting 3,000 jobs by {day}"), BiaffineParser())
    assert jobs.voice.modality is modality
