"""Two captures of one address side by side, over real HTTP."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportedly.errors import UsageError
from reportedly.ledger import Ledger
from reportedly.model import Bound, Modality
from reportedly.pipeline import compare_captures
from reportedly.web.pages.revisions import stretches

from ...building import _claim, page
from ..visiting import get, listening

URL = "https://courier.example.org/trucks"
BEFORE = "Trucks roll\n\nAccording to Tirania, at least 120 trucks left for Borduria.\n\nRelated Posts"
AFTER = "Trucks roll\n\nAccording to Tirania, at least 160 trucks left for Borduria.\n\nRelated Posts"


def captured(path: Path) -> tuple[str, str]:
    """Keep one address as it was on two days; return the ids of both captures."""
    found = []
    with Ledger.open(path) as ledger:
        for day, words, number in ((16, BEFORE, "120"), (17, AFTER, "160")):
            body, capture, document = page(words, URL)
            capture = replace(capture, fetched=datetime(2024, 6, day, 9, 30, tzinfo=UTC))
            exact = f"at least {number} trucks"
            claim = _claim(document, "transfer", exact, number, Bound.AT_LEAST, "trucks", Modality.ASSERTED)
            ledger.archive.keep(body)
            ledger.add(capture, document, (claim,), extractor="by hand")
            found.append(document.id)
    return found[0], found[1]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[tuple[str, str, str]]:
    before, after = captured(tmp_path / "ledger.db")
    for room in listening(tmp_path / "ledger.db"):
        yield room, before, after


def test_the_reader_leads_to_what_changed_and_differences_are_marked(kept: tuple[str, str, str]) -> None:
    room, before, _ = kept
    shown = get(f"{room}/pages/{before}")[1]
    assert "captured 2 times" in shown
    assert f"/revisions?page={before}" in shown
    status, html, _ = get(f"{room}/revisions?page={before}")
    assert status == 200
    assert '<mark class="changed">120</mark>' in html
    assert '<mark class="changed">160</mark>' in html
    assert "2024-06-16 09:30" in html
    assert "figure: ≥ 120 → ≥ 160" in html


def test_the_earlier_capture_stands_left_however_they_are_named(kept: tuple[str, str, str]) -> None:
    room, before, after = kept
    for address in (f"page={before}&other={after}", f"page={after}&other={before}", f"page={after}"):
        found = json.loads(get(f"{room}/revisions.json?{address}")[1])
        assert (found["before"], found["after"]) == (before, after)
        assert [c["change"] for c in found["claims"]] == ["reworded"]


@pytest.mark.parametrize("address", ["", "page=ffff", "page={before}&other=ffff"])
def test_what_is_no_capture_is_refused(kept: tuple[str, str, str], address: str) -> None:
    room, before, _ = kept
    assert get(f"{room}/revisions?{address.format(before=before)}")[0] == 400


def test_a_page_captured_once_has_nothing_beside_it(tmp_path: Path) -> None:
    body, capture, document = page()
    with Ledger.open(tmp_path / "one.db") as ledger:
        ledger.archive.keep(body)
        ledger.add(capture, document, (), extractor="by hand")
        assert compare_captures(ledger, document.id) is None
        with pytest.raises(UsageError, match="not the start of one page's id"):
            compare_captures(ledger, document.id, "ffff")


def test_long_unchanged_stretches_are_folded(tmp_path: Path) -> None:
    before, _ = captured(tmp_path / "ledger.db")
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        rows = compare_captures(ledger, before).rows
    same, changed = stretches(rows)
    assert (same.same, same.folded, changed.same) == (True, False, False)
    assert next(stretches([rows[0]] * 3)).folded
