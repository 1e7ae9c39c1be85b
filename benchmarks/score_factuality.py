"""Score factuality: F1 of asserted, possible and denied events.

USAGE  score_factuality.py GOLD.jsonl PRED.jsonl

The set's judgements run from -3 to 3. An event is *asserted* from 1.5 up,
*denied* from -1.5 down, *possible* between. Macro-F1 is over the two classes
other than asserted; mean absolute error is printed beside it.
"""

import json
import sys
from collections import Counter
from pathlib import Path

CLASSES = ("asserted", "possible", "denied")


def band(value: float) -> str:
    """Return the class of a judgement."""
    return "asserted" if value >= 1.5 else "denied" if value <= -1.5 else "possible"


def score(gold: list[float], said: list[float]) -> dict[str, float]:
    """Return F1 by class, macro-F1 without asserted, and the mean error."""
    hits = Counter((band(g), band(s)) for g, s in zip(gold, said, strict=True))
    found = {}
    for name in CLASSES:
        right = hits[name, name]
        wanted = sum(n for (g, _), n in hits.items() if g == name)
        given = sum(n for (_, s), n in hits.items() if s == name)
        found[name] = 2 * right / (wanted + given) if wanted + given else 0.0
    found["macro"] = (found["possible"] + found["denied"]) / 2
    found["mae"] = sum(abs(g - s) for g, s in zip(gold, said, strict=True)) / len(gold)
    return found


def main(arguments: list[str]) -> int:
    """Print the scores of two files."""
    with (
        Path(arguments[0]).open(encoding="utf-8") as gold_file,
        Path(arguments[1]).open(encoding="utf-8") as said_file,
    ):
        gold = [t["label"] for line in gold_file for t in json.loads(line)["targets"]]
        said = [v for line in said_file for v in json.loads(line)["values"]]
    for name, value in score(gold, said).items():
        print(f"{name:9} {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
