"""What the parser hangs wrongly is set right before anybody reads it."""

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract.attributions import find_attributions
from reportedly.model import Block, BlockKind, Document, Span

pytestmark = pytest.mark.engine


@pytest.mark.parametrize(
    "tail",
    [
        "a day after one of the strongest storms in the region in decades came ashore",
        "adding that the wind had fallen",
        "hours after the wind had fallen",
    ],
)
def test_a_clause_that_tells_when_takes_no_saying_from_the_one_before(tail: str) -> None:
    said = "Storm Ada has sunk at least nine boats and torn 187 others from their moorings in northern Kenya"
    text = f"{said}, police said on Sunday, {tail}."
    document = Document("d", "", "", "text/plain", text, (Block(BlockKind.BODY, Span(0, len(text)), ""),))
    found = find_attributions(document, BiaffineParser().parse(document), ())
    assert said in [span.of(text) for one in found for span in one.content]
