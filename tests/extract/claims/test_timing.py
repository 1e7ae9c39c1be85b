"""Which days a claim speaks of: its own clause's, open where they only say from when it is counted."""

from datetime import date

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract import find_claims
from reportedly.frames import load_frames
from reportedly.lexicon import load_actors, load_items
from reportedly.model import Block, BlockKind, Document, Reading, Span

pytestmark = pytest.mark.engine


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Kenya has sent about 900 trucks to Chad since the meeting of their leaders in May.", "2024-05/.."),
        ("Kenya has sent about 900 trucks to Chad since May.", "2024-05/.."),
        ("Kenya sent about 900 trucks to Chad in May.", "2024-05"),
        ("Kenya has sent about 900 trucks to Chad.", None),
        ("Nine people died, according to officials on Thursday.", None),
        ("The firm will cut 900 jobs as part of a plan to recover after a loss last year.", None),
        ("The ministry put the quake at 6.6 and, as of Wednesday, 885 shocks had occurred.", "2024-06-12"),
    ],
)
def test_a_figure_s_days_are_no_finer_and_no_more_closed_than_its_words(text: str, edtf: str | None) -> None:
    block = Block(BlockKind.BODY, Span(0, len(text)), "text()")
    dated = Reading("published", date(2024, 6, 16).isoformat(), "test")
    page = Document("timing", "https://example.org/", "sha256:0", "text/plain", text, (block,), (dated,))
    found = find_claims(
        page, BiaffineParser().parse(page), frames=load_frames(), actors=load_actors(), items=load_items()
    )
    (trucks,) = [claim for claim in found if claim.quantity is not None]
    assert (trucks.time.period.edtf if trucks.time and trucks.time.period else None) == edtf
