"""Law 6 under real kills: a process that derives is killed at random, as often as one likes, and nothing shows."""

import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from reportedly.ledger import Ledger
from reportedly.lexicon import load_items
from reportedly.pipeline import rebuild

from ..golden.stories.corpus import stories

pytestmark = pytest.mark.slow

ITEMS = load_items()
KILLS = 6
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


def _killed(path: Path, way: str, after: float) -> bool:
    """Derive in a process of its own and kill it so many seconds after it began; return whether it was done."""
    with subprocess.Popen(
        [sys.executable, "-c", _DERIVE, str(path), way], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
        return process.stdout.readline() == "done\n"


def _finished(path: Path) -> None:
    subprocess.run([sys.executable, "-c", _DERIVE, str(path), "refresh"], check=True, capture_output=True)


def _dump(path: Path) -> bytes:
    with Ledger.open(path) as ledger:
        return ledger.derived.dump()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_order_and_any_number_of_kills_derive_the_same_bytes(tmp_path: Path, seed: int) -> None:
    random, path, whole = Random(seed), tmp_path / "killed.db", tmp_path / "whole.db"
    _filled(path, seed)
    done = [
        _killed(path, random.choice(["refresh", "refresh", "rebuild"]), random.uniform(0, 1.2))
        for _ in range(KILLS)
    ]
    assert not all(done), "no kill came in time"
    _finished(path)
    _filled(whole, seed + 100)
    with Ledger.open(whole) as ledger:
        rebuild(ledger, ITEMS)
    assert _dump(path) == _dump(whole)
