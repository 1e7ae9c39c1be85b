"""A verb said once for several sides: each figure belongs to the party before it."""

import pytest

from reportedly.backends import BiaffineParser

from ..test_reading import page, read

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
    found = read(page(text), BiaffineParser())
    told = [(c.quantity.number_words, c.actor.actor.name) for c in found if c.quantity and c.actor]
    assert sorted(told) == sorted(pairs)
