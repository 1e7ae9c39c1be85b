"""The gate, on gold: no claim is lost to the sentences that are never parsed."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract import find_claims, make_gate
from reportedly.frames import load_frames
from reportedly.ingest import read_page
from reportedly.lexicon import load_actors, load_items

BENCH = Path(os.environ.get("REPORTEDLY_BENCH") or Path(__file__).parents[3] / "shared" / "bench")
DOCS = sorted(BENCH.glob("claims/docs/*.json")) + sorted(BENCH.glob("claims/open/docs/*.json"))
pytestmark = [pytest.mark.engine, pytest.mark.slow]


@pytest.mark.skipif(not DOCS, reason="the benchmark's texts are not here (../shared/bench)")
def test_the_gate_loses_no_claim() -> None:
    parser, gate = BiaffineParser(), make_gate(load_frames())
    known = {"frames": load_frames(), "actors": load_actors(), "items": load_items()}
    lost, stopped = [], 0
    for path in DOCS:
        text = json.loads(path.read_text("utf-8"))["text"]
        page = read_page(text.encode(), url=f"https://example.org/{path.stem}", media_type="text/plain")
        parse = parser.parse(page)
        passed = tuple(s for s in parse.sentences if gate(s.span.of(page.text)))
        stopped += len(parse.sentences) - len(passed)
        whole = {claim.id for claim in find_claims(page, parse, **known)}
        gated = {claim.id for claim in find_claims(page, replace(parse, sentences=passed), **known)}
        lost += [f"{path.stem} {claim}" for claim in whole - gated]
    assert stopped > 0
    assert not lost
