"""``reportedly watch`` at the door."""

import json
import signal
from pathlib import Path

import pytest

from reportedly.cli import main
from reportedly.cli.watching import until_stopped


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["feed.xml"], "feed.xml: not a web address"),
        (["https://wire.example.org/feed", "--interval", "1"], "1: too often"),
        (["https://wire.example.org/feed", "--since", "June"], "June: not a date"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(
    tmp_path: Path, words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--ledger", str(tmp_path / "l.db"), "watch", "--once", *words]) == 2
    assert capsys.readouterr().err.startswith(f"reportedly: {complaint}")


def test_a_private_address_is_refused_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = signal.getsignal(signal.SIGTERM)
    command = ["--ledger", str(tmp_path / "l.db"), "watch", "http://127.0.0.1:9/feed", "--once", "--json"]
    assert main(command) == 1
    (told,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert told["fate"] == "refused"
    assert "private or special address" in told["reason"]
    assert signal.getsignal(signal.SIGTERM) == before


def test_ctrl_c_ends_a_watch_after_what_has_come() -> None:
    def coming():
        yield 1
        raise KeyboardInterrupt

    assert list(until_stopped(coming())) == [1]


def test_ctrl_c_while_a_line_is_printed_waits_for_it() -> None:
    told = []
    for one in until_stopped([1, 2, 3]):
        signal.raise_signal(signal.SIGINT)
        told.append(one)
    assert told == [1]
