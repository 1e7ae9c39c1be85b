"""Run every benchmark that is there, print one table, fail where a pinned floor is missed.

    python benchmarks/bench.py [TASK ...] [--raise-floors]

The data lies beside the checkout (``../shared/bench``) or where REPORTEDLY_BENCH says; where it
is absent this says so and exits 0. Floors stand in ``floors.toml`` and only ever rise.
"""

import argparse
import json
import math
import subprocess
import sys
import tempfile
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

from sets import SETS, BenchSet, bench_folder

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.toml"
SLACK = 0.005
PINNED = frozenset(
    {
        "value", "value+unit", "value+bound", "marked bound only", "strict_F1", "value_F1", "core_half",
        "core_exact", "triple_half", "triple_exact", "link", "asserted", "macro", "body_f1", "para_recall",
        "para_precision", "date_accuracy", "title_relaxed", "authors_set", "offset_fidelity", "figures_found",
        "interval", "bound", "unit_object", "actor", "recipient", "modality", "time_overlap", "speaker",
        "complete_figure", "events_lenient", "events_strict",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Result:
    """One measure of one set, with the floor under it."""

    set: str
    measure: str
    value: float
    floor: float | None

    @property
    def missed(self) -> bool:
        """Is the value below its floor?"""
        return self.floor is not None and self.value < self.floor - 1e-9


def predict(task: str, lines: list[dict], out: Path) -> float:
    """Write the predictions for some lines; return the CPU seconds they took."""
    fed = "".join(json.dumps(line) + "\n" for line in lines).encode()
    begun = time.monotonic()
    with out.open("wb") as sink:
        subprocess.run([sys.executable, HERE / "predict.py", task], input=fed, stdout=sink, check=True)
    return time.monotonic() - begun


def measure(bench: BenchSet, folder: Path, floors: dict[str, float]) -> list[Result]:
    """Predict and score one set."""
    with tempfile.TemporaryDirectory() as scratch:
        predictions = Path(scratch) / "predictions.jsonl"
        seconds = predict(bench.task, list(bench.lines(folder)), predictions)
        values = bench.score(folder, predictions)
    values["seconds"] = round(seconds, 1)
    return [Result(bench.name, name, value, floors.get(name)) for name, value in values.items()]


def raised(results: list[Result], floors: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """Return the floors, each lifted to just under what was measured; none is ever lowered."""
    lifted = {name: dict(under) for name, under in floors.items()}
    for result in results:
        if result.measure in PINNED:
            under = lifted.setdefault(result.set, {})
            near = math.floor((result.value - SLACK) * 1000) / 1000
            under[result.measure] = max(near, under.get(result.measure, 0.0))
    return lifted


def write_floors(floors: dict[str, dict[str, float]]) -> None:
    """Write the floors, one table a set."""
    lines = ["# Figures that a change may not fall below; they only rise (bench.py --raise-floors).\n"]
    for name in sorted(floors):
        lines.append(f"\n[{name}]\n")
        lines.extend(f'"{measure}" = {floor:.3f}\n' for measure, floor in sorted(floors[name].items()))
    FLOORS.write_text("".join(lines), encoding="utf-8")


def show(results: list[Result]) -> None:
    """Print the table."""
    for result in results:
        floor = "" if result.floor is None else f"floor {result.floor:.3f}"
        mark = "  MISSED" if result.missed else ""
        print(f"{result.set:<22}{result.measure:<26}{result.value:>9.3f}   {floor}{mark}", flush=True)


def main() -> int:
    """Run the benchmarks that were asked for, or all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", nargs="*", help="only these tasks or sets")
    parser.add_argument("--raise-floors", action="store_true", help="pin what was measured, less a little")
    given = parser.parse_args()
    folder = bench_folder()
    if folder is None:
        print("benchmarks: no data (put it in ../shared/bench, or say where with REPORTEDLY_BENCH)")
        return 0
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    missed, seen = 0, []
    for bench in SETS:
        if given.task and bench.task not in given.task and bench.name not in given.task:
            continue
        results = measure(bench, folder, floors.get(bench.name, {}))
        show(results)
        seen += results
        missed += sum(result.missed for result in results)
    if missed:
        print(f"{missed} floors missed")
    if given.raise_floors:
        write_floors(raised(seen, floors))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
