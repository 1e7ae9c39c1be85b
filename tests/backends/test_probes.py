import re
import tomllib

import pytest

from reportedly.backends import BiaffineParser
from reportedly.model import Block, BlockKind, Document, Span

pytestmark = pytest.mark.engine

FLOOR = 0.94


def read(parser, text):
    block = Block(BlockKind.BODY, Span(0, len(text)), "")
    (sentence,) = parser.parse(Document("id", "", "", "text/plain", text, (block,))).sentences
    return sentence.tokens


def test_the_arcs_that_claims_are_read_from_are_found(root):
    probes = root / "training" / "parser" / "probes.toml"
    if not probes.exists():
        pytest.skip("the training folder is not in this copy of the source")
    parser, missed, asked = BiaffineParser(), [], 0
    for entry in tomllib.loads(probes.read_text("utf-8"))["probe"]:
        tokens = read(parser, entry["text"])
        for arc in entry["arcs"]:
            word, head, dep = re.fullmatch(r"(\S+) > (\S+): (\S+)", arc).groups()
            token = next(t for t in tokens if t.text == word)
            asked += 1
            if (tokens[token.head].text, token.dep) != (head, dep):
                missed.append((entry["text"], arc))
    assert len(missed) <= (1 - FLOOR) * asked, missed
