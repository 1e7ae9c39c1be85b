"""What a person types, and what comes back."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.cli import main
from reportedly.ledger import Ledger

from ..building import TEXT, claims, page


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    body, capture, document = page()
    with Ledger.open(path) as opened:
        opened.archive.keep(body)
        opened.add(capture, document, claims(document), extractor="by hand")
    return path


def run(ledger: Path, *words: str) -> int:
    return main(["--ledger", str(ledger), *words])


def test_claims_print_as_a_table_with_their_words(ledger: Path, capsys) -> None:
    assert run(ledger, "claims") == 0
    printed = capsys.readouterr().out
    assert "≥ 120 trucks" in printed
    assert "able to hold 9,000 tents" in printed
    assert "2 claims" in printed


def test_claims_print_as_one_object_a_line_under_the_model_s_names(ledger: Path, capsys) -> None:
    assert run(ledger, "claims", "--kind", "transfer", "--json") == 0
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert row["actor"]["name"] == "Tirania"
    assert row["quantity"] == {**row["quantity"], "low": "120", "high": None, "bound": "at_least"}
    assert TEXT[row["evidence"]["start"] : row["evidence"]["end"]] == row["evidence"]["exact"]
    assert {"kind", "actor", "recipient", "item", "quantity", "time", "modality", "polarity", "stage", "aggregation",
            "attribution", "evidence", "section", "id", "extractor", "confidence"} <= row.keys()  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (["--kind", "capacity"], 1),
        (["--actor", "Tirania"], 2),
        (["--recipient", "country:BO"], 2),
        (["--speaker", "Syldavia"], 0),
        (["--modality", "capability"], 1),
        (["--date", "2024-06"], 2),
        (["--date", "2023"], 0),
        (["--words", "tents"], 1),
        (["--limit", "1"], 1),
    ],
)
def test_filters_narrow_the_claims(ledger: Path, capsys, filters: list[str], found: int) -> None:
    assert run(ledger, "claims", "--json", *filters) == 0
    assert len(capsys.readouterr().out.splitlines()) == found


def test_a_claim_shows_whole_between_the_words_around_it(ledger: Path, capsys) -> None:
    wanted = claims(page()[2])[0]
    assert run(ledger, "show", wanted.id[:8]) == 0
    printed = capsys.readouterr().out
    assert "[at least 120 trucks]" in printed
    assert "https://courier.example.org/trucks" in printed


def test_an_unknown_claim_is_wrong_usage(ledger: Path, capsys) -> None:
    assert run(ledger, "show", "zzzz") == 2
    assert (
        capsys.readouterr().err
        == "reportedly: zzzz: not the start of one claim's id (see: reportedly claims)\n"
    )


def test_a_date_that_is_none_is_wrong_usage(ledger: Path, capsys) -> None:
    assert run(ledger, "claims", "--date", "June") == 2
    assert "June: not a date" in capsys.readouterr().err


def test_no_command_is_wrong_usage(capsys) -> None:
    with pytest.raises(SystemExit) as stop:
        main([])
    assert stop.value.code == 2
    assert "COMMAND" in capsys.readouterr().err


def test_an_empty_ledger_says_how_to_begin(tmp_path: Path, capsys) -> None:
    assert run(tmp_path / "new.db", "claims") == 0
    assert "reportedly demo" in capsys.readouterr().out


def test_a_file_that_is_no_ledger_is_one_line_and_status_1(tmp_path: Path, capsys) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"\xff\xd8\xff" * 400)
    assert run(path, "claims") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"reportedly: {path}: not a ledger")


def test_csv_holds_one_row_a_claim_and_two_dots_for_the_unknown(ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.csv"
    assert run(ledger, "export", "csv", "--output", str(out)) == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))
    assert [row["figure"] for row in rows] == ["≥ 120", "9,000"]
    assert {row["time"] for row in rows} == {".."}


def test_an_exporter_that_is_not_installed_is_wrong_usage(ledger: Path, tmp_path: Path, capsys) -> None:
    assert run(ledger, "export", "papyrus", "--output", str(tmp_path / "x")) == 2
    assert "papyrus: no such exporter" in capsys.readouterr().err


def test_pages_are_listed_with_those_refused(ledger: Path, capsys) -> None:
    with Ledger.open(ledger) as opened:
        opened.refuse("photo.jpg", "photo.jpg: binary (name a text or HTML file)")
    assert run(ledger, "pages") == 0
    printed = capsys.readouterr().out
    assert "Tirania says trucks rolled" in printed
    assert "refused  photo.jpg: binary" in printed


def test_verify_names_a_claim_whose_bytes_are_gone(ledger: Path, capsys) -> None:
    assert run(ledger, "verify") == 0
    for stored in ledger.parent.rglob("*.gz"):
        stored.unlink()
    assert run(ledger, "verify") == 1
    assert "not in the archive" in capsys.readouterr().out


def test_completion_prints_a_script(capsys) -> None:
    assert main(["completion", "bash"]) == 0
    assert "reportedly" in capsys.readouterr().out


def test_a_query_wakes_nothing_heavy(ledger: Path) -> None:
    code = (
        "import sys; from reportedly.cli import main; main(sys.argv[1:]); "
        "print(*sorted({'spacy', 'onnxruntime', 'numpy', 'lxml', 'httpx', 'starlette', 'trafilatura'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--ledger", str(ledger), "claims"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == ""


def test_every_command_has_help_with_its_ledger(capsys) -> None:
    for command in ("add", "claims", "show", "pages", "verify", "export", "serve", "demo"):
        with pytest.raises(SystemExit) as stop:
            main([command, "--help"])
        assert stop.value.code == 0
        assert "--ledger" in capsys.readouterr().out
