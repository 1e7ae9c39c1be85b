"""What a careful reader keeps, drops and marks on three pages with every trap."""

import json
import os
from pathlib import Path

import pytest

from reportedly.ingest import read_page
from reportedly.model import BlockKind, Document

SHARED = Path(os.environ.get("REPORTEDLY_SHARED", "../shared"))
MADE = SHARED / "bench" / "pages" / "made"
PROBES = json.loads((MADE / "probes.json").read_text("utf-8")) if MADE.is_dir() else {}
MARKED = {BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.CORRECTION, BlockKind.EDITOR_NOTE}

pytestmark = pytest.mark.skipif(not PROBES, reason="the shared pages are not here")


def page(name: str) -> Document:
    return read_page((MADE / f"{name}.html").read_bytes(), url=f"https://wire.example.org/{name}")


def seed() -> Document:
    return read_page(next((SHARED / "seed").glob("*.txt")).read_bytes(), url="https://wire.example.org/seed")


def holds(document: Document, want: str, words: str) -> bool:
    kinds = {b.kind for b in document.blocks if words in b.span.of(document.text)}
    title = {BlockKind.OTHER} if words in (document.title or "") else set()
    if want.startswith("keep"):
        return bool(kinds) and not any(kind.furniture for kind in kinds - title)
    if want == "mark":
        return bool(kinds) and kinds <= MARKED
    if want == "meta":
        return kinds == {BlockKind.BYLINE}
    return all(kind.furniture for kind in kinds)


@pytest.mark.parametrize(
    ("name", "what", "want", "words"), [(name, *probe) for name, probes in PROBES.items() for probe in probes]
)
def test_html_probes(name: str, what: str, want: str, words: str) -> None:
    assert holds(page(name), want, words), what


@pytest.mark.parametrize(("what", "want", "words"), PROBES.get("seed", []))
def test_seed_probes_in_plain_text(what: str, want: str, words: str) -> None:
    assert holds(seed(), want, words), what


def test_live_updates_keep_their_own_times() -> None:
    stamps = {
        words: block.stamped.isoformat() if block.stamped else None
        for block in page("live").blocks
        for words in [block.span.of(page("live").text)]
        if block.kind is BlockKind.LIVE_UPDATE
    }
    assert stamps["18:42"] == "2024-09-09T18:42:00+07:00"
    assert stamps["Bridge collapse leaves 13 missing"] == "2024-09-09T15:10:00+07:00"
