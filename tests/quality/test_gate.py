"""The gate, on gold and on every frame's own examples: no claim is lost to the sentences that are never parsed."""

import json
import os
from pathlib import Path

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract import find_claims, make_gate
from reportedly.frames import load_frames
from reportedly.ingest import read_page
from reportedly.lexicon import load_actors, load_items
from reportedly.model import Claim, Document

BENCH = Path(os.environ.get("REPORTEDLY_BENCH") or Path(__file__).parents[3] / "shared" / "bench")
DOCS = sorted(BENCH.glob("claims/docs/*.json")) + sorted(BENCH.glob("claims/open/docs/*.json"))
pytestmark = [pytest.mark.engine, pytest.mark.slow]


@pytest.fixture(scope="module")
def whole() -> BiaffineParser:
    return BiaffineParser()


@pytest.fixture(scope="module")
def gated(whole: BiaffineParser) -> BiaffineParser:
    return whole.behind(make_gate(load_frames(), load_items()))


@pytest.mark.skipif(not DOCS, reason="the benchmark's texts are not here (../shared/bench)")
def test_the_gate_loses_no_claim(whole: BiaffineParser, gated: BiaffineParser) -> None:
    lost: list[str] = []
    sentences, passed = 0, 0
    for path in DOCS:
        told = json.loads(path.read_text("utf-8"))
        page = text_page(f"{told['title']}\n\n{told['text']}", path.stem)
        all_claims, sentences = read(page, whole), sentences + len(whole.parse(page).sentences)
        kept_claims, passed = read(page, gated), passed + len(gated.parse(page).sentences)
        lost += [
            f"{path.stem} {claim.evidence.exact}"
            for name, claim in all_claims.items()
            if name not in kept_claims
        ]
    assert passed < 0.75 * sentences
    assert not lost


def test_no_example_of_a_frame_is_stopped(whole: BiaffineParser, gated: BiaffineParser) -> None:
    """Behind another paragraph, so that neither a headline nor the lead lets it through."""
    lost = []
    for text in {example.text for frame in load_frames() for example in frame.examples}:
        page = text_page(f"A day\n\nNothing was said.\n\n{text}", "example")
        lost += [text] if read(page, whole).keys() - read(page, gated).keys() else []
    assert not lost


def text_page(text: str, name: str) -> Document:
    return read_page(text.encode(), url=f"https://example.org/{name}", media_type="text/plain")


def read(page: Document, parser: BiaffineParser) -> dict[str, Claim]:
    known = {"frames": load_frames(), "actors": load_actors(), "items": load_items()}
    return {claim.id: claim for claim in find_claims(page, parser.parse(page), **known)}
