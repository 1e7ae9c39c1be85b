"""Law 6 under real kills: a process that derives is killed at random, as often as one likes, and nothing shows."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from reportedly.ledger import Ledger
from reportedly.lexicon import load_items
from reportedly.pipeline import rebuild

from ..golden.stories.corpus import stories

pytestmark = pytest.mark.slow

ITEMS = load_items()
WAYS = ["refresh", "refresh", "rebuild"] * 2
_DERIVE = """
import sys
from pathlib import Path
from reportedly.ledger import Ledger
from reportedly.pipeline import rebuild, refresh
with Ledger.open(Path(sys.argv[1])) as ledger:
    print("begun", flush=True)
    rebuild(ledger) if sys.argv[2] == "rebuild" else refresh(ledger)
    print("done", flush=True)
"""


def _filled(path: Path, seed: int) -> None:
    """Fill a ledger with a story in an order of its own; half of it is derived before the rest comes."""
    pages = [page for story in stories()[:2] for page in story.pages]
    Random(seed).shuffle(pages)
    with Ledger.open(path) as ledger:
        for number, page in enumerate(pages):
            if number == len(pages) // 2:
                rebuild(ledger, ITEMS)
            ledger.archive.keep(page.body)
            ledger.add(page.capture, page.document, page.claims, extractor="by hand")


@contextmanager
def _begun(path: Path, way: str) -> Iterator[subprocess.Popen[str]]:
    """Derive in a process of its own, which has just begun."""
    with subprocess.Popen(
        [sys.executable, "-c", _DERIVE, str(path), way], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        yield process


def _done(process: subprocess.Popen[str]) -> bool:
    assert process.stdout is not None
    return process.stdout.readline() == "done\n"


def _killed(path: Path, way: str, after: float) -> bool:
    """Derive, and kill that so many seconds after it began; return whether it was done."""
    with _begun(path, way) as process:
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
        return _done(process)


def _takes(path: Path) -> float:
    """Return how many seconds a rebuild takes on this machine, told by one of a copy."""
    copied = path.with_suffix(".timed")
    shutil.copy(path, copied)
    with _begun(copied, "rebuild") as process:
        began = time.monotonic()
        assert _done(process)
        return time.monotonic() - began


def _finished(path: Path) -> None:
    subprocess.run([sys.executable, "-c", _DERIVE, str(path), "refresh"], check=True, capture_output=True)


def _dump(path: Path) -> bytes:
    with Ledger.open(path) as ledger:
        return ledger.derived.dump()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_order_and_any_number_of_kills_derive_the_same_bytes(tmp_path: Path, seed: int) -> None:
    random, path, whole = Random(seed), tmp_path / "killed.db", tmp_path / "whole.db"
    _filled(path, seed)
    longest = 0.8 * _takes(path)
    done = [_killed(path, way, random.uniform(0, longest)) for way in random.sample(WAYS, k=len(WAYS))]
    assert not all(done), "no kill came in time"
    _finished(path)
    _filled(whole, seed + 100)
    with Ledger.open(whole) as ledger:
        rebuild(ledger, ITEMS)
    assert _dump(path) == _dump(whole)
