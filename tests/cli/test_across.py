"""The commands that look across pages: same rows in a table and as JSON."""

import json
from pathlib import Path

import pytest

from reportedly.cli import main
from reportedly.ledger import Ledger

from ..golden.stories.telling import Page, Said, tell

_TRANSFER = {"actor": "KP", "to": "RU", "item": "container", "since": "2023-09"}


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    pages = (
        Page("a", "Courier", "2024-02-23", "Boxes", ["⟨a|More than 10,000 boxes⟩ left, Washington says."],
             {"a": Said("transfer", **_TRANSFER, figure=">10000", by="us/state")}),
        Page("b", "Gazette", "2024-02-26", "Boxes", ["⟨a|Some 6,700 boxes⟩ left, Seoul says."],
             {"a": Said("transfer", **_TRANSFER, figure="~6700", by="kr:shin")}),
        Page("c", "Gazette", "2024-06-14", "Boxes",
             ["⟨a|At least 10,000 boxes⟩ left; they ⟨b|could hold up to 4.8 million shells⟩, Seoul says."],
             {"a": Said("transfer", **_TRANSFER, figure=">=10000", by="kr:shin"),
              "b": Said("capacity", item="artillery_round", figure="<=4800000", by="kr:shin", mod="capability", carrier="a")}),
        Page("e", "Courier", "2024-02-24", "Boxes", ["Nothing else is new."],
             {"x": Said("transfer", **_TRANSFER, figure=">10000", by="us/state", negative=True)},
             correction="Correction: ⟨x|more than 10,000 boxes⟩ was wrong."),
        Page("f", "Courier", "2024-02-25", "Boxes", ["Still, ⟨a|more than 10,000 boxes⟩ left, Washington says."],
             {"a": Said("transfer", **_TRANSFER, figure=">10000", by="us/state")}),
        Page("d", "Brisk", "2024-06-15", "Boxes", ["They sent ⟨b|nearly 5 million shells⟩, Seoul says."],
             {"b": Said("transfer", actor="KP", to="RU", item="artillery_round", figure="~<5000000", by="kr:shin")}),
    )  # fmt: skip
    with Ledger.open(path) as ledger:
        for page in map(tell, pages):
            ledger.archive.keep(page.body)
            ledger.add(page.capture, page.document, page.claims, extractor="by hand")
    return path


@pytest.mark.parametrize(
    ("command", "shown", "field"),
    [
        ("series", "3 independent origins", "observations"),
        ("origins", "Shin, ..", "because"),
        ("conflicts", "conflicts: as of 2024-02", "because"),
        ("withdrawn", "still carried", "still"),
        ("drift", "what could be held is told as what was sent", "words_after"),
    ],
)
def test_a_command_shows_its_rows_and_prints_them_as_objects(
    ledger: Path, capsys: pytest.CaptureFixture[str], command: str, shown: str, field: str
) -> None:
    assert main(["--ledger", str(ledger), command]) == 0
    assert shown in capsys.readouterr().out
    assert main(["--ledger", str(ledger), command, "--json"]) == 0
    assert all(field in json.loads(line) for line in capsys.readouterr().out.splitlines())


def test_withdrawn_names_the_later_pages_that_still_carry_a_figure(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--ledger", str(ledger), "withdrawn", "--json"]) == 0
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["figure"]["published"], row["correction"]["published"]) == ("2024-02-23", "2024-02-24")
    assert [page["published"] for page in row["still"]] == ["2024-02-25"]


def test_explain_tells_origin_relations_drift_and_ratio(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--ledger", str(ledger), "claims", "--kind", "capacity", "--json"])
    claim = json.loads(capsys.readouterr().out)["id"]
    assert main(["--ledger", str(ledger), "explain", claim[:6]]) == 0
    out = capsys.readouterr().out
    for words in ("2 pages", "derived: ≤ 4.8 M / ≥ 10,000 = 480 each", "load:", "derived_from"):
        assert words in out
    main(["--ledger", str(ledger), "explain", claim, "--json"])
    assert json.loads(capsys.readouterr().out)["ratios"][0]["low"] == "480"


def test_a_filter_that_fits_nothing_says_so(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--ledger", str(ledger), "drift", "--item", "tank"]) == 0
    assert "nothing found" in capsys.readouterr().out


def test_explain_of_no_claim_is_wrong_usage(ledger: Path) -> None:
    assert main(["--ledger", str(ledger), "explain", "ffff"]) == 2
