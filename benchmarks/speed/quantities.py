"""Times the figure reader beside quantulum3, where that is installed, in one run.

    python benchmarks/speed/quantities.py [SENTENCES.jsonl]

Sentences are the "text" of each line, or the probe sentences of the tests.
Both readers take turns, so that a busy machine slows both; printed are the
medians of sentences per CPU second and their ratio.
"""

import json
import sys
import tomllib
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import process_time

from reportedly.extract import find_quantities

ROUNDS = 7
PROBES = Path(__file__).parents[2] / "tests" / "probes" / "quantities.toml"
SLOWEST = 150


def sentences(arguments: Sequence[str]) -> list[str]:
    """Return the sentences to read."""
    if arguments:
        lines = Path(arguments[0]).read_text("utf-8").splitlines()
        return [json.loads(line)["text"] for line in lines if line.strip()]
    return [probe["text"] for probe in tomllib.loads(PROBES.read_text("utf-8"))["probe"]]


def readers() -> dict[str, Callable[[str], object]]:
    """Return the readers at hand by name, ours first."""
    found: dict[str, Callable[[str], object]] = {"reportedly": lambda text: list(find_quantities(text))}
    if find_spec("quantulum3") is not None:
        from quantulum3 import parser  # noqa: PLC0415 - an optional peer

        found["quantulum3"] = parser.parse
    return found


def pace(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return how many sentences a reader takes in a CPU second."""
    start = process_time()
    for text in texts:
        read(text)
    return len(texts) / (process_time() - start)


def main(arguments: Sequence[str]) -> None:
    """Print a line per reader, and the ratio to ours."""
    texts = sentences(arguments)
    at_hand = readers()
    paces: dict[str, list[float]] = {name: [] for name in at_hand}
    for name, read in at_hand.items():
        pace(read, texts[:20])
        paces[name].clear()
    for _ in range(ROUNDS):
        for name, read in at_hand.items():
            part = texts if name == "reportedly" else texts[:SLOWEST]
            paces[name].append(pace(read, part))
    ours = median(paces["reportedly"])
    for name, seen in paces.items():
        ratio = ours / median(seen)
        print(f"{name:12} {median(seen):9.0f} sentences/CPU-s   ours is {ratio:6.1f} times as fast")
    if "quantulum3" not in at_hand:
        print("quantulum3 is not installed: no peer measured")


if __name__ == "__main__":
    main(sys.argv[1:])
