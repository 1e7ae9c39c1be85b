"""Laws of whole pages: shuffled sentences, wrapped as text or HTML, go all the way to claims and back."""

import html
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.frames import load_frames
from reportedly.ingest import read_page, words_at
from reportedly.model import encode
from reportedly.pipeline import Engine, wake
from reportedly.settings import Settings

pytestmark = pytest.mark.engine

SENTENCES = sorted({example.text for frame in load_frames() for example in frame.examples})
FURNITURE = [
    "Related Posts",
    "Read More",
    "Flood kills 59 people in a valley far away...",
    "Sign up for our newsletter",
]
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def engine() -> Engine:
    return wake(Settings(Path("unused.db")))


@st.composite
def pages(draw: st.DrawFn) -> bytes:
    told = draw(
        st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), min_size=1, max_size=5)
    )
    day = draw(st.dates(date(2000, 1, 1), date(2030, 1, 1)))
    paragraphs = [" ".join(sentences) for sentences in told]
    if draw(st.booleans()):
        rest = "\n\n".join(paragraphs)
        return f"A page of made-up news\n\nBy A. Sample / {day:%B} {day.day}, {day.year}\n\n{rest}\n\n{FURNITURE[0]}\n\n{FURNITURE[2]}\n{FURNITURE[1]}\n".encode()
    body = "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)
    card = f'<aside class="related"><h2>{FURNITURE[0]}</h2><a href="/x">{FURNITURE[2]}</a></aside>'
    return (
        f'<html><head><meta property="article:published_time" content="{day}"><title>A page of made-up news</title></head>'
        f"<body><nav>Home News</nav><article><h1>A page of made-up news</h1>{body}</article>{card}</body></html>"
    ).encode()


@SLOW
@given(pages())
def test_law_1_every_claim_s_words_stand_in_the_text_and_in_the_archived_bytes(
    engine: Engine, body: bytes
) -> None:
    document = read_page(body, url="https://sample.example.org/page")
    for claim in engine.claims(document):
        evidence = claim.evidence
        assert evidence.span.of(document.text) == evidence.exact
        assert document.text[: evidence.span.start].endswith(evidence.prefix)
        assert document.text[evidence.span.end :].startswith(evidence.suffix)
        assert evidence.exact in words_at(body, document.media_type, evidence.path)


@SLOW
@given(pages())
def test_law_2_the_same_page_gives_the_same_claims_byte_for_byte(engine: Engine, body: bytes) -> None:
    first, again = (
        [encode(claim) for claim in engine.claims(read_page(body, url="https://sample.example.org/page"))]
        for _ in range(2)
    )
    assert first == again


@SLOW
@given(pages())
def test_law_7_blocks_keep_apart_and_furniture_bears_no_claims(engine: Engine, body: bytes) -> None:
    document = read_page(body, url="https://sample.example.org/page")
    ends = [0]
    for block in document.blocks:
        assert ends[-1] <= block.span.start <= block.span.end <= len(document.text)
        ends.append(block.span.end)
    for claim in engine.claims(document):
        block = document.block_at(claim.evidence.span)
        assert block is not None
        assert not block.kind.furniture
        assert FURNITURE[2][:12] not in claim.evidence.exact


@SLOW
@given(pages())
def test_no_two_claims_of_a_page_share_an_id(engine: Engine, body: bytes) -> None:
    ids = [claim.id for claim in engine.claims(read_page(body, url="https://sample.example.org/page"))]
    assert len(ids) == len(set(ids))
