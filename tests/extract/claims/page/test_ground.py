"""A toll that names no place is of the place that its page tells of."""

from datetime import date

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract import find_claims
from reportedly.frames import load_frames
from reportedly.lexicon import load_actors, load_items
from reportedly.model import Block, BlockKind, Document, Reading, Span

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def parser() -> BiaffineParser:
    """One engine for all pages."""
    return BiaffineParser()


def places(headline: str, body: str, parser: BiaffineParser) -> dict[str, str | None]:
    """Return where each figure of harm on a page is said to stand."""
    parts, blocks, at = [headline, body], [], 0
    for kind, part in zip((BlockKind.HEADLINE, BlockKind.BODY), parts, strict=True):
        blocks.append(Block(kind, Span(at, at + len(part)), f"char={at},{at + len(part)}"))
        at += len(part) + 2
    dated = Reading("published", date(2024, 6, 16).isoformat(), "test")
    text = "\n\n".join(parts)
    page = Document("page", "https://example.org/", "sha256:0", "text/plain", text, tuple(blocks), (dated,))
    found = find_claims(
        page, parser.parse(page), frames=load_frames(), actors=load_actors(), items=load_items()
    )
    harm = [claim for claim in found if claim.kind == "casualty" and claim.quantity]
    return {claim.quantity.number_words: claim.place for claim in harm if claim.quantity}


@pytest.mark.parametrize(
    ("headline", "body", "number", "place"),
    [
        ("Peru flood death toll rises", "The death toll has risen to 87, police said.", "87", "Peru"),
        ("Fire at Oldmoor Hall leaves many dead", "At least 33 people were killed, police said.", "33", "Oldmoor Hall"),
        ("Fire in Hanoi leaves many dead", "At least 33 people were killed, police said.", "33", "Hanoi"),
        ("Water rises", "By Tuesday 87 people had died, Peru's civil defence reported.", "87", "Peru"),
        ("Water rises in Peru", "In the hamlet of Aldea, rescuers have found 34 bodies.", "34", "Aldea"),
    ],
)  # fmt: skip
def test_a_toll_without_a_place_is_of_its_pages(
    headline: str, body: str, number: str, place: str, parser: BiaffineParser
) -> None:
    assert places(headline, body, parser)[number] == place


@pytest.mark.parametrize(
    ("headline", "body", "number"),
    [
        ("Israeli strike kills many", "At least 40 people were killed in the strike, the army said.", "40"),
        ("Water rises in Peru", "In 2008 a storm killed 9,000 people.", "9,000"),
        ("Water rises in Peru", "Rescuers from Chile said 12 people had died.", "12"),
        ("Fires in Peru and Chile", "The death toll has risen to 87, police said.", "87"),
    ],
)
def test_a_doers_land_another_year_and_two_lands_give_no_place(
    headline: str, body: str, number: str, parser: BiaffineParser
) -> None:
    assert places(headline, body, parser)[number] is None
