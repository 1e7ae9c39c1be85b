"""Pages go in, whatever they are; what is refused says why, and the rest goes on."""

import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from reportedly.ledger import ClaimFilter, Ledger
from reportedly.pipeline import Engine, Fate, Outcome, add_pages, sample_sources, sources, verify, wake
from reportedly.settings import Settings

pytestmark = pytest.mark.engine

STORY = """Floods cut off three valleys in Borduria

By Ana Sample / June 16, 2024

At least 41 people were killed and 120 injured in the Klow valley, the interior ministry said on Saturday.
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return wake(Settings(Path("unused.db")))


def add(names: list[Path | str], ledger: Path, engine: Engine, stdin: bytes = b"") -> list[Outcome]:
    with Ledger.open(ledger) as opened:
        return list(add_pages(sources(map(str, names), stdin=lambda: stdin), opened, engine))


def test_a_page_is_added_once(tmp_path: Path, engine: Engine) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY)
    first = add([story], tmp_path / "l.db", engine)
    again = add([story], tmp_path / "l.db", engine)
    assert [o.fate for o in first + again] == [Fate.ADDED, Fate.UNCHANGED]
    assert first[0].claims >= 2


def test_standard_input_is_a_page(tmp_path: Path, engine: Engine) -> None:
    (outcome,) = add(["-"], tmp_path / "l.db", engine, STORY.encode())
    assert outcome.fate is Fate.ADDED


def test_an_archive_of_pages_is_opened_and_each_page_named(tmp_path: Path, engine: Engine) -> None:
    bundle = tmp_path / "saved.zip"
    with zipfile.ZipFile(bundle, "w") as archive:
        archive.writestr("one.txt", STORY)
        archive.writestr("two.txt", STORY.replace("41", "44"))
        archive.writestr("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8)
    outcomes = add([bundle], tmp_path / "l.db", engine)
    assert [o.fate for o in outcomes] == [Fate.ADDED, Fate.ADDED, Fate.REFUSED]
    assert all("saved.zip" in o.source for o in outcomes)


BAD = {
    "missing.txt": (None, "No such file"),
    "empty.txt": (b"", "empty"),
    "photo.jpg": (b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8, ""),
    "blank.html": (
        b"<html><head><title></title></head><body><script>x()</script></body></html>",
        "without text",
    ),
    "noise.txt": (bytes([0x81, 0x8D, 0x00, 0xFF] * 300), ""),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_page_is_refused_in_one_line_and_the_rest_goes_on(
    name: str, tmp_path: Path, engine: Engine
) -> None:
    content, reason = BAD[name]
    bad, good = tmp_path / name, tmp_path / "story.txt"
    if content is not None:
        bad.write_bytes(content)
    good.write_text(STORY)
    refused, added = add([bad, good], tmp_path / "l.db", engine)
    assert (refused.fate, added.fate) == (Fate.REFUSED, Fate.ADDED)
    assert refused.reason is not None
    assert refused.reason.count("\n") == 0
    assert refused.reason.startswith(f"{bad}: ")
    assert reason in refused.reason
    assert refused.reason.endswith(")"), "it ends with what to do"


def test_a_folder_without_pages_is_refused(tmp_path: Path, engine: Engine) -> None:
    folder = tmp_path / "nothing"
    folder.mkdir()
    (outcome,) = add([folder], tmp_path / "l.db", engine)
    assert outcome.reason == f"{folder}: a folder without pages (name one that has some)"


def test_a_page_of_100_megabytes_is_refused_without_being_read(tmp_path: Path, engine: Engine) -> None:
    huge = tmp_path / "huge.html"
    with huge.open("wb") as out:
        out.truncate(100 * 2**20)
    begun = time.process_time()
    (outcome,) = add([huge], tmp_path / "l.db", engine)
    assert outcome.fate is Fate.REFUSED
    assert outcome.reason is not None
    assert time.process_time() - begun < 1


def test_a_page_without_a_date_gets_none(tmp_path: Path, engine: Engine) -> None:
    story = tmp_path / "undated.txt"
    story.write_text(STORY.replace("June 16, 2024", "desk"))
    add([story], tmp_path / "l.db", engine)
    with Ledger.open(tmp_path / "l.db") as ledger:
        (page,) = ledger.pages()
    assert page.published is None


def test_the_samples_all_verify_and_a_second_run_adds_nothing(tmp_path: Path, engine: Engine) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        first = list(add_pages(sample_sources(), ledger, engine))
        again = list(add_pages(sample_sources(), ledger, engine))
        assert {o.fate for o in first} == {Fate.ADDED}
        assert {o.fate for o in again} == {Fate.UNCHANGED}
        assert ledger.count(ClaimFilter()) == sum(o.claims for o in first) > 60
        assert [f.fault for f in verify(ledger) if f.fault] == []


def test_law_2_and_6_the_order_of_arrival_leaves_no_trace_in_an_export(
    tmp_path: Path, engine: Engine
) -> None:
    from reportedly.cli import main  # noqa: PLC0415 - only this test types a command

    exports = []
    for number, step in enumerate((1, -1)):
        path, out = tmp_path / f"{number}.db", tmp_path / f"{number}.csv"
        with Ledger.open(path) as ledger:
            list(add_pages(list(sample_sources())[::step], ledger, engine))
        assert main(["--ledger", str(path), "export", "csv", "--output", str(out)]) == 0
        exports.append(out.read_bytes())
    assert exports[0] == exports[1]


@pytest.mark.slow
@pytest.mark.parametrize("pages_before_the_kill", [1, 4])
def test_kill_9_in_the_middle_leaves_whole_pages_and_a_rerun_goes_on(
    tmp_path: Path, pages_before_the_kill: int
) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(STORY.replace("41", str(41 + number)))
    ledger = tmp_path / "l.db"
    command = [sys.executable, "-m", "reportedly", "--ledger", str(ledger), "add", str(tmp_path)]
    (tmp_path / "unrelated").mkdir()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for _ in range(pages_before_the_kill):
        process.stdout.readline()
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with Ledger.open(ledger) as opened:
        kept = opened.page_count()
        assert kept >= pages_before_the_kill - 1
        assert all(finding.fault is None for finding in verify(opened))
        assert all(page.claims for page in opened.pages())
    subprocess.run(
        [*command[:-1], *sorted(map(str, tmp_path.glob("*.txt")))], check=True, stdout=subprocess.DEVNULL
    )
    with Ledger.open(ledger) as opened:
        assert opened.page_count() == 12
