"""Quotations: whichever marks open and close them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.attributions import find_quotations
from reportedly.model import Block, BlockKind, Span


def quoted(text: str) -> list[str]:
    blocks = (Block(BlockKind.BODY, Span(0, len(text)), ""),)
    return [q.inside.of(text) for q in find_quotations(text, blocks)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He said "yes" twice.', ["yes"]),
        ("He said “yes” twice.", ["yes"]),
        ("He said «yes» twice.", ["yes"]),
        ("He said „yes“ twice.", ["yes"]),
        ("He said ''yes'' twice.", ["yes"]),
        ('A guard saw "hundreds of crates near the front ».', ["hundreds of crates near the front "]),
        ("“It is over,“ said the guard.", ["It is over,"]),
        ('"No," he said. "Never."', ["No,", "Never."]),
        ("“We waited all night.\n\n“Nobody came.”", ["We waited all night.", "Nobody came."]),
        ("The dog's bone and the cats' bowls", []),
        ('A 6" pipe', []),
    ],
)
def test_marks_pair(text, words):
    assert quoted(text) == words


@given(st.text(alphabet="ab \n\"“”«»',.", max_size=60))
def test_quotations_never_overlap_nor_leave_the_text(text):
    found = find_quotations(text, (Block(BlockKind.BODY, Span(0, len(text)), ""),))
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
    assert all(q.span.holds(q.inside) and q.span.end <= len(text) for q in found)
