"""``reportedly revisions``: what changed, as lines and as objects."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportedly.cli import main
from reportedly.ledger import Ledger

from ..building import TEXT, claims, page

URL = "https://courier.example.org/trucks"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "l.db"
    later, earlier = datetime(2024, 6, 17, 9, tzinfo=UTC), datetime(2024, 6, 16, 9, tzinfo=UTC)
    with Ledger.open(path) as opened:
        for text, moment in ((TEXT.replace("left for", "rolled into"), later), (TEXT, earlier)):
            body, capture, document = page(text)
            opened.archive.keep(body)
            opened.add(replace(capture, fetched=moment), document, claims(document), extractor="x")
    return path


def test_captures_are_held_against_each_other_in_the_order_they_were_taken(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--ledger", str(ledger), "revisions", URL]) == 0
    out = capsys.readouterr().out
    assert "2024-06-16 09:00 → 2024-06-17 09:00" in out
    assert '"left for" → "rolled into"' in out
    assert main(["--ledger", str(ledger), "revisions", URL, "--json"]) == 0
    (told,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert told["revision"]["blocks"][0]["wordings"] == [{"before": "left for", "after": "rolled into"}]
    assert told["revision"]["claims"] == []


def test_a_page_s_id_means_its_address_and_two_ids_mean_these_two(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = page(TEXT)[1].id, page(TEXT.replace("left for", "rolled into"))[1].id
    assert main(["--ledger", str(ledger), "revisions", one]) == 0
    assert '"left for" → "rolled into"' in capsys.readouterr().out
    assert main(["--ledger", str(ledger), "revisions", other, one]) == 0
    assert '"rolled into" → "left for"' in capsys.readouterr().out


def test_a_page_captured_once_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body, capture, document = page()
    with Ledger.open(tmp_path / "l.db") as opened:
        opened.archive.keep(body)
        opened.add(capture, document, (), extractor="x")
    assert main(["--ledger", str(tmp_path / "l.db"), "revisions", URL]) == 0
    assert "captured once, nothing to compare" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["https://elsewhere.example.org/", "zzzz"])
def test_what_is_not_there_is_wrong_usage(
    ledger: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--ledger", str(ledger), "revisions", name]) == 2
    assert capsys.readouterr().err.startswith(f"reportedly: {name}: ")
