"""Names in capitals are names, though the network knows no capitals."""

from functools import cache

import pytest

from reportedly.backends import BiaffineParser
from reportedly.backends.biaffine.capitals import load_capitals, shown
from reportedly.model import Block, BlockKind, Document, Span

parser = cache(BiaffineParser)


@pytest.mark.engine
@pytest.mark.parametrize("name", load_capitals())
def test_each_name_is_read_as_one_in_its_example(name):
    text = load_capitals()[name]
    document = Document("d", "", "", "text/plain", text, (Block(BlockKind.BODY, Span(0, len(text)), ""),))
    (sentence,) = parser().parse(document).sentences
    (token,) = (t for t in sentence.tokens if t.text == name)
    assert token.pos == "PROPN"
    assert token.dep in {"nsubj", "compound"}


def test_a_line_in_capitals_says_nothing_of_names():
    assert shown(["THEY", "TOLD", "US"]) == ["THEY", "TOLD", "US"]
    assert shown(["They", "told", "us"]) == ["They", "told", "us"]
