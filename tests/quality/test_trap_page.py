"""The page of traps that ships with the package: what a careful analyst reads from it, and where it must be silent."""

import re
import tomllib
import unicodedata
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract import find_claims
from reportedly.frames import load_frames
from reportedly.ingest import read_page
from reportedly.lexicon import load_actors, load_items
from reportedly.model import Claim, Document

pytestmark = pytest.mark.engine

EXPECTED = tomllib.loads(
    (Path(__file__).parents[1] / "samples" / "trap_page.toml").read_text(encoding="utf-8")
)
ROWS = {row["id"]: row for row in EXPECTED["claim"]}


@pytest.fixture(scope="module")
def document() -> Document:
    """The page, read from its bytes."""
    body = (files("reportedly") / "samples" / EXPECTED["file"]).read_bytes()
    return read_page(body, url="https://ohlsdal.example.org/balkans", media_type="text/plain")


@pytest.fixture(scope="module")
def claims(document: Document) -> tuple[Claim, ...]:
    """Its claims."""
    parse = BiaffineParser().parse(document)
    return tuple(find_claims(document, parse, frames=load_frames(), actors=load_actors(), items=load_items()))


@pytest.mark.parametrize("name", [n for n, row in ROWS.items() if not row.get("optional")])
def test_a_row_is_read(name: str, document: Document, claims: tuple[Claim, ...]) -> None:
    row = ROWS[name]
    near = [claim for claim in claims if touches(claim, row["words"], document)]
    faults = [wrong(claim, row) for claim in near if claim.kind == row["kind"]]
    read = any(not fault for fault in faults)
    assert read, faults or [(claim.kind, claim.evidence.exact) for claim in near]


def test_no_claim_touches_the_silent_words(document: Document, claims: tuple[Claim, ...]) -> None:
    spoken = [w for w in EXPECTED["silent"]["words"] for c in claims if touches(c, w, document)]
    assert not spoken


def test_a_capacity_rides_on_its_carrier(document: Document, claims: tuple[Claim, ...]) -> None:
    for row in ROWS.values():
        if "carrier" in row:
            (load,) = [c for c in claims if c.kind == row["kind"] and touches(c, row["words"], document)]
            carrier = next(c for c in claims if c.id == load.carrier)
            assert touches(carrier, ROWS[row["carrier"]]["words"], document)


def touches(claim: Claim, words: str, document: Document) -> bool:
    """Does a claim's evidence share characters with some words of the page?"""
    start = document.text.find(words)
    span = claim.evidence.span
    return start >= 0 and span.start < start + len(words) and start < span.end


def wrong(claim: Claim, row: dict[str, object]) -> list[str]:
    """The fields in which a claim differs from its row."""
    found = {
        "actor": claim.actor.actor.name if claim.actor else None,
        "recipient": claim.recipient.actor.name if claim.recipient else None,
        "speaker": claim.speaker.actor.name if claim.speaker and claim.speaker.actor else None,
        "modality": claim.voice.modality.value,
        "time": claim.time.period.edtf if claim.time and claim.time.period else None,
        "aggregation": claim.aggregation.value if claim.aggregation else None,
        "stage": claim.voice.stage.value if claim.voice.stage else None,
        "route_mode": claim.route_mode.value if claim.route_mode else None,
        "section": claim.section.value,
        "destination": claim.destination,
        "bound": claim.quantity.bound.value if claim.quantity else None,
        "low": claim.quantity.low if claim.quantity else None,
        "high": claim.quantity.high if claim.quantity else None,
    }
    asked = {key: row[key] for key in found if key in row}
    if row.get("speaker_may_be_page") and found["speaker"] is None:
        asked.pop("speaker", None)
    faults = [
        f"{key}: {found[key]} for {value}" for key, value in asked.items() if not same(found[key], value)
    ]
    if "item" in row and (
        claim.item is None or str(row["item"]) not in f"{claim.item.words} {claim.item.head}"
    ):
        faults.append(f"item: {claim.item and claim.item.words} for {row['item']}")
    return faults


def same(found: object, asked: object) -> bool:
    """Are two values the same, but for a person's spelling?"""
    if isinstance(asked, int) and isinstance(found, Decimal):
        return found == asked
    if (
        isinstance(found, str) and "/" in found and found != asked
    ):  # a month that opens a side, or its first day
        return re.sub(r"(\d{4}-\d{2})(?=/)", r"\1-01", found) == asked
    return plain(str(found)) == plain(str(asked))


def plain(words: str) -> str:
    """Small letters without their marks."""
    return "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c)).lower()
