"""Times the reader of times beside dateparser, where that is installed, in one run.

    python benchmarks/speed/times.py [DOCUMENTS.jsonl]

Documents are lines of the ``times`` task ("dct" and "text"), or the probe
sentences of the tests, twenty to a document. Both readers take turns, so that
a busy machine slows both; printed are the medians of documents per CPU second
and their ratio.
"""

import json
import sys
import tomllib
from collections.abc import Callable, Sequence
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import process_time

from reportedly.extract import find_times

ROUNDS = 5
PROBES = Path(__file__).parents[2] / "tests" / "probes" / "times.toml"
SLOWEST = 8
LONG = 2_000_000

Page = tuple[date, str]


def documents(arguments: Sequence[str]) -> list[Page]:
    """Return the documents to read, each with its day."""
    if arguments:
        lines = [
            json.loads(line) for line in Path(arguments[0]).read_text("utf-8").splitlines() if line.strip()
        ]
        return [(date.fromisoformat(line["dct"][:10]), line["text"]) for line in lines]
    texts = [probe["text"] for probe in tomllib.loads(PROBES.read_text("utf-8"))["probe"]]
    return [(date(2024, 6, 16), " ".join(texts[at : at + 20])) for at in range(0, len(texts), 20)]


def readers() -> dict[str, Callable[[Page], object]]:
    """Return the readers at hand by name, ours first."""
    found: dict[str, Callable[[Page], object]] = {
        "reportedly": lambda page: list(find_times(page[1], anchor=page[0])),
    }
    if find_spec("dateparser") is not None:
        from dateparser.search import search_dates  # noqa: PLC0415 - an optional peer

        def peer(page: Page) -> object:
            base = datetime(page[0].year, page[0].month, page[0].day)  # noqa: DTZ001 - a bare day
            return search_dates(page[1], languages=["en"], settings={"RELATIVE_BASE": base})

        found["dateparser"] = peer
    return found


def pace(read: Callable[[Page], object], pages: Sequence[Page]) -> float:
    """Return how many documents a reader takes in a CPU second."""
    start = process_time()
    for page in pages:
        read(page)
    return len(pages) / (process_time() - start)


def main(arguments: Sequence[str]) -> None:
    """Print a line per reader with the ratio to ours, and the pace on digits and hyphens."""
    pages = documents(arguments)
    at_hand = readers()
    paces: dict[str, list[float]] = {name: [] for name in at_hand}
    for read in at_hand.values():
        read(pages[0])
    for _ in range(ROUNDS):
        for name, read in at_hand.items():
            paces[name].append(pace(read, pages if name == "reportedly" else pages[:SLOWEST]))
    ours = median(paces["reportedly"])
    for name, seen in paces.items():
        ratio = ours / median(seen)
        print(f"{name:12} {median(seen):9.1f} documents/CPU-s   ours is {ratio:6.1f} times as fast")
    if "dateparser" not in at_hand:
        print("dateparser is not installed: no peer measured")
    seconds = 1 / pace(at_hand["reportedly"], [(date(2024, 6, 16), "7-" * (LONG // 2))])
    print(f"{LONG / 1e6:.0f} MB of digits and hyphens: {seconds:.1f} CPU-s")


if __name__ == "__main__":
    main(sys.argv[1:])
