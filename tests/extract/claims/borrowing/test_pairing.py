"""A verb said once for several sides: each figure belongs to the party before it."""

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract import find_claims
from reportedly.frames import load_frames
from reportedly.lexicon import load_actors, load_items
from reportedly.model import Block, BlockKind, Document, Span

pytestmark = pytest.mark.engine


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Chile promised 244 million euros, the United States $147 million, and Britain $110 million.",
            [
                ("244 million euros", "Chile"),
                ("$147 million", "United States"),
                ("$110 million", "United Kingdom"),
            ],
        ),
        ("Chile sent 20 tents, and Norway eight boats.", [("20", "Chile"), ("eight", "Norway")]),
        ("Chile lost 20 ships, Peru three.", [("20", "Chile"), ("three", "Peru")]),
        ("Chile sent 20 tents, Peru said, and eight boats.", [("20", "Chile"), ("eight", "Chile")]),
    ],
)
def test_each_figure_is_its_own_side_s(text: str, pairs: list[tuple[str, str]]) -> None:
    block = Block(BlockKind.BODY, Span(0, len(text)), "text()")
    page = Document("paired", "https://example.org/", "sha256:0", "text/plain", text, (block,))
    parse = BiaffineParser().parse(page)
    found = find_claims(page, parse, frames=load_frames(), actors=load_actors(), items=load_items())
    told = [(c.quantity.number_words, c.actor.actor.name) for c in found if c.quantity and c.actor]
    assert sorted(told) == sorted(pairs)
