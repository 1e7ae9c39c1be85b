"""Live updates keep their own time; a list's items their label, their source and their common noun."""

from datetime import UTC, date, datetime

import pytest

from reportedly.backends import SpacyParser
from reportedly.extract import find_claims
from reportedly.frames import load_frames
from reportedly.lexicon import load_actors, load_items
from reportedly.model import Block, BlockKind, Claim, Document, Reading, Span

pytestmark = pytest.mark.engine

FIRST = datetime(2024, 6, 14, 9, tzinfo=UTC)
LATER = datetime(2024, 6, 18, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    """One engine for all."""
    return SpacyParser()


def page(kind: BlockKind, *parts: tuple[str, datetime | None]) -> Document:
    """A page of blocks of one kind, each with its own time if it has one."""
    blocks, at = [], 0
    for words, stamped in parts:
        blocks.append(Block(kind, Span(at, at + len(words)), f"char={at},{at + len(words)}", stamped))
        at += len(words) + 2
    text = "\n\n".join(words for words, _ in parts)
    published = Reading("published", date(2024, 6, 16).isoformat(), "test")
    return Document(
        "page", "https://example.org/", "sha256:0", "text/plain", text, tuple(blocks), (published,)
    )


def read(document: Document, parser: SpacyParser) -> list[Claim]:
    """The claims of a page."""
    parse = parser.parse(document)
    return list(find_claims(document, parse, frames=load_frames(), actors=load_actors(), items=load_items()))


def said_on(claim: Claim) -> str | None:
    """The day on which a claim's source spoke."""
    said = claim.attribution[-1].said_on if claim.attribution else None
    return said.edtf if said else None


def test_a_live_update_counts_days_from_its_own(parser: SpacyParser) -> None:
    words = "Nine people died on Friday, police said."
    document = page(BlockKind.LIVE_UPDATE, (words, LATER), (words, None))
    stamped, plain = [claim for claim in read(document, parser) if claim.quantity]
    assert stamped.time
    assert stamped.time.period
    assert plain.time
    assert plain.time.period
    assert (stamped.time.period.edtf, plain.time.period.edtf) == ("2024-06-14", "2024-06-14")
    document = page(BlockKind.LIVE_UPDATE, (words, FIRST.replace(day=12)))
    (earlier,) = [claim for claim in read(document, parser) if claim.quantity]
    assert earlier.time
    assert earlier.time.period
    assert earlier.time.period.edtf == "2024-06-07"


def test_whom_a_live_update_quotes_spoke_on_its_day(parser: SpacyParser) -> None:
    document = page(
        BlockKind.LIVE_UPDATE,
        ("Nine people died in the flood, police said.", FIRST),
        ("Twelve people died in the flood, police said.", LATER),
        ("Twelve people were hurt in the flood, police said.", None),
    )
    assert [said_on(claim) for claim in read(document, parser)] == ["2024-06-14", "2024-06-18", None]


def item(claim: Claim) -> tuple[str, str | None, str | None, str | None]:
    """A list's figure: number, noun, month and source."""
    time = claim.time.period.edtf if claim.time and claim.time.period else None
    speaker = claim.attribution[-1].actor if claim.attribution else None
    assert claim.quantity
    return claim.quantity.number_words, claim.quantity.unit, time, speaker.name if speaker else None


def test_a_bare_item_counts_what_the_item_before_it_counts(parser: SpacyParser) -> None:
    document = page(
        BlockKind.LIST,
        ("March 2023: more than 1,000 tents (Oslo)", None),
        ("May 2023: about 6,700 (Nairobi); more than 8,000 (Oslo)", None),
    )
    assert [item(claim) for claim in read(document, parser)] == [
        ("1,000", "tent", "2023-03", "Norway"),
        ("6,700", "tent", "2023-05", "Kenya"),
        ("8,000", "tent", "2023-05", "Norway"),
    ]


def test_a_country_in_brackets_may_be_where_things_are(parser: SpacyParser) -> None:
    (claim,) = read(page(BlockKind.LIST, ("May 2023: 900 tents (Chad)", None)), parser)
    assert item(claim) == ("900", "tent", "2023-05", None)


def test_a_bare_number_without_an_item_before_it_counts_nothing(parser: SpacyParser) -> None:
    assert not read(page(BlockKind.LIST, ("May 2023: about 6,700 (Nairobi)", None)), parser)
