"""What a correction takes back is denied, and what it puts in its place stands."""

from dataclasses import replace

import pytest

from reportedly.backends import SpacyParser
from reportedly.model import BlockKind, Polarity

from ..test_reading import page, read

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    """One engine for all."""
    return SpacyParser()


@pytest.mark.parametrize(
    ("note", "taken", "kept"),
    [
        ("Correction: our report of Monday said that 90 boats had sunk.", ["90"], []),
        ("Correction: we wrote that 143 people had been killed. That was not so.", ["143"], []),
        ("Correction: on Tuesday we printed 571 sheep in our tally.", ["571"], []),
        ("Correction: an earlier version of this story said that 12 people were killed.", ["12"], []),
        ("Correction: The storm killed 10 people, not 12 people.", ["12"], ["10"]),
        ("Correction: The article should have said that 40 boats sank.", [], ["40"]),
        ("Correction: The flood took 40 houses, the harbour office said.", [], ["40"]),
    ],
)
def test_a_note_takes_back_what_the_page_had_printed(
    note: str, taken: list[str], kept: list[str], parser: SpacyParser
) -> None:
    document = page("A storm came.", note)
    blocks = (document.blocks[0], replace(document.blocks[1], kind=BlockKind.CORRECTION))
    claims = [c for c in read(replace(document, blocks=blocks), parser) if c.quantity]
    denied = [c.quantity.number_words for c in claims if c.voice.polarity is Polarity.NEGATIVE]
    stands = [c.quantity.number_words for c in claims if c.voice.polarity is Polarity.POSITIVE]
    assert (denied, stands) == (taken, kept)


def test_in_the_body_of_a_page_nothing_is_taken_back(parser: SpacyParser) -> None:
    (claim,) = read(page("We wrote that 143 people had been killed."), parser)
    assert claim.voice.polarity is Polarity.POSITIVE
