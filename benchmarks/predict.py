"""Answer a benchmark: ``predict.py TASK < INPUT.jsonl > PREDICTIONS.jsonl``.

TASK is one of quantities, times, attribution, factuality, pages, claims; one JSON
object a line in, one a line out, in the same order.
"""

import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

TASKS = ("quantities", "times", "attribution", "factuality", "pages", "claims")


def predictor(task: str) -> Callable[[dict], dict]:
    """Return the function that answers one line of a task."""
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    return import_module(f"tasks.{task}").predict


def main(arguments: list[str]) -> int:
    """Read lines from standard input and print an answer for each."""
    if len(arguments) != 1 or arguments[0] not in TASKS:
        print(f"usage: predict.py {{{','.join(TASKS)}}} < INPUT.jsonl > PREDICTIONS.jsonl", file=sys.stderr)
        return 2
    predict = predictor(arguments[0])
    for line in sys.stdin:
        if line.strip():
            print(json.dumps(predict(json.loads(line)), ensure_ascii=False), flush=False)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
