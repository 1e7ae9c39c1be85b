"""Copies kept up page by page are those that comparing all would find."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.ledger import Ledger
from reportedly.lexicon import load_items
from reportedly.model import Capture, Document
from reportedly.pipeline import rebuild, refresh

from ..reconcile.test_copies import page, paragraphs

ITEMS = load_items()
SHAPES = st.tuples(st.integers(0, 2), st.integers(2, 6), st.integers(0, 3), st.integers(10, 14))


def made(at: int, seed: int, kept: int, own: int, day: int) -> Document:
    """Return a page that has some paragraphs of a wire, and some of its own."""
    return page(f"p{at}", [*paragraphs(seed)[:kept], *paragraphs(100 + at, count=own)], f"2024-06-{day}")


def add(ledger: Ledger, document: Document, reader: str) -> None:
    capture = Capture(document.url, document.digest, document.media_type)
    ledger.add(capture, replace(document, id=capture.id), (), extractor=reader)
    refresh(ledger, ITEMS)


def dated(documents: Sequence[Document], random: Random) -> Iterator[Document]:
    """Yield some pages as they are read again, with another day."""
    for document in random.sample(documents, k=2):
        days = (
            replace(r, value=f"2024-06-{random.randint(10, 14)}") if r.field == "published" else r
            for r in document.readings
        )
        yield replace(document, readings=tuple(days))


@settings(max_examples=40, deadline=None)
@given(st.lists(SHAPES, min_size=2, max_size=8), st.randoms(use_true_random=False))
def test_pages_in_any_order_and_read_again_copy_what_a_rebuild_says(
    shapes: list[tuple[int, int, int, int]], random: Random
) -> None:
    documents = [made(at, *shape) for at, shape in enumerate(shapes)]
    random.shuffle(documents)
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        for document in documents:
            add(ledger, document, "first reader")
        for document in dated(documents, random):
            add(ledger, document, "second reader")
        grown = ledger.derived.dump()
        rebuild(ledger, ITEMS)
        assert ledger.derived.dump() == grown
