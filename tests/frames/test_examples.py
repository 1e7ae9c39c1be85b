"""Every frame's examples, run through the engine: the words must yield what they promise."""

from datetime import date

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract import find_claims
from reportedly.frames import Example, load_frames
from reportedly.lexicon import load_actors, load_items
from reportedly.model import Block, BlockKind, Claim, Document, Reading, Span

pytestmark = pytest.mark.engine

EXAMPLES = [(frame.name, example) for frame in load_frames() for example in frame.examples]


@pytest.fixture(scope="module")
def parser() -> BiaffineParser:
    """One engine for all examples."""
    return BiaffineParser()


def page(text: str) -> Document:
    """A page of one paragraph."""
    block = Block(BlockKind.BODY, Span(0, len(text)), f"char=0,{len(text)}")
    published = Reading("published", date(2024, 6, 16).isoformat(), "test")
    return Document("example", "https://example.org/", "sha256:0", "text/plain", text, (block,), (published,))


@pytest.mark.parametrize(("frame", "example"), EXAMPLES, ids=[f"{f}: {e.text}" for f, e in EXAMPLES])
def test_an_example_yields_its_claim(frame: str, example: Example, parser: BiaffineParser) -> None:
    document = page(example.text)
    claims = tuple(
        find_claims(
            document, parser.parse(document), frames=load_frames(), actors=load_actors(), items=load_items()
        )
    )
    assert any(claim.kind == frame and fits(claim, example) for claim in claims), [
        (c.kind, c.evidence.exact, c.actor and c.actor.actor.name, c.recipient and c.recipient.actor.name)
        for c in claims
    ]


def fits(claim: Claim, example: Example) -> bool:
    """Does a claim hold what the example promises?"""
    found = {
        "actor": claim.actor.actor.name if claim.actor else "",
        "recipient": claim.recipient.actor.name if claim.recipient else "",
        "item": f"{claim.item.head} {claim.item.words}" if claim.item else "",
        "outcome": claim.outcome or "",
        "destination": claim.destination or "",
    }
    return all(words.lower() in found[key].lower() for key, words in example.finds.items())
