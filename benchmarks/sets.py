"""The benchmark sets: where their lines come from and how their scorers are asked."""

import base64
import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from score_factuality import score as score_factuality

Lines = Callable[[Path], Iterator[dict]]
Score = Callable[[Path, Path], dict[str, float]]


@dataclass(frozen=True, slots=True)
class BenchSet:
    """One set: its task, its input lines, and its scorer."""

    name: str
    task: str
    lines: Lines
    score: Score


def bench_folder() -> Path | None:
    """Return where the benchmark data lies, or nothing where it is absent."""
    named = os.environ.get("REPORTEDLY_BENCH")
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "shared" / "bench"
    return folder if folder.is_dir() else None


def _jsonl(path: str, *keys: str) -> Lines:
    def lines(folder: Path) -> Iterator[dict]:
        with (folder / path).open(encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                yield {key: row[key] for key in keys}

    return lines


def _asked(*command: str | Path) -> dict:
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def _quantities(gold: str) -> Score:
    def score(folder: Path, predictions: Path) -> dict[str, float]:
        home = folder / "quantities"
        aliases = home / "unit_aliases.json"
        said = _asked(home / "score_quantities.py", home / gold, predictions, "--aliases", aliases, "--json")
        return {name: value["F1"] for name, value in said.items() if isinstance(value, dict)}

    return score


def _times(folder: Path, predictions: Path) -> dict[str, float]:
    home = folder / "times"
    said = _asked(home / "score_timex.py", home / "tempeval3.public.jsonl", predictions, "--json")
    return {name: said[name] for name in ("strict_F1", "relaxed_F1", "value_F1", "type_F1")}


def _attribution(folder: Path, predictions: Path) -> dict[str, float]:
    home = folder / "attribution"
    said = _asked(
        home / "score_attribution.py", home / "polnear.dev.jsonl", predictions, "--core", "--json", "-"
    )
    return {
        "core_half": said["core_pair"]["half"]["f1"],
        "core_exact": said["core_pair"]["exact"]["f1"],
        "triple_half": said["triple"]["half"]["f1"],
        "triple_exact": said["triple"]["exact"]["f1"],
        "link": said["link"]["accuracy"],
    }


def _factuality_lines(folder: Path) -> Iterator[dict]:
    with (folder / "attribution" / "uw.dev.jsonl").open(encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            yield {"text": row["text"], "targets": [{"span1": target["span1"]} for target in row["targets"]]}


def _factuality(folder: Path, predictions: Path) -> dict[str, float]:
    with (folder / "attribution" / "uw.dev.jsonl").open(encoding="utf-8") as rows:
        gold = [target["label"] for row in map(json.loads, rows) for target in row["targets"]]
    with predictions.open(encoding="utf-8") as rows:
        said = [value for row in map(json.loads, rows) for value in row["values"]]
    return score_factuality(gold, said)


def _pages(name: str) -> Lines:
    def lines(folder: Path) -> Iterator[dict]:
        home = folder / "pages"
        with tarfile.open(home / f"{name}.html.tar.xz") as archive:
            bodies = {Path(m.name).name: archive.extractfile(m).read() for m in archive if m.isfile()}
        with (home / f"{name}.jsonl").open(encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                body = base64.b64encode(bodies[row["file"]]).decode()
                yield {"id": row["id"], "url": row["url"], "html_b64": body}

    return lines


def _pages_score(name: str) -> Score:
    def score(folder: Path, predictions: Path) -> dict[str, float]:
        home = folder / "pages"
        said = _asked(
            home / "score_pages.py", home / f"{name}.jsonl", predictions, "--bootstrap", "0", "--json"
        )
        return {key: float(value) for key, value in said["metrics"].items()}

    return score


def _claims_lines(part: str) -> Lines:
    def lines(folder: Path) -> Iterator[dict]:
        for path in sorted((folder / "claims" / part / "docs").glob("*.json")):
            page = json.loads(path.read_text(encoding="utf-8"))
            yield {
                "doc_id": page["id"],
                **{key: page.get(key) for key in ("title", "published", "outlet", "text")},
            }

    return lines


def _claims_score(part: str) -> Score:
    def score(folder: Path, predictions: Path) -> dict[str, float]:
        home = folder / "claims"
        overall = _asked(home / "score_claims.py", predictions, "--gold", home / part, "--json")["overall"]
        given = overall["given_match"]
        fields = ("interval", "bound", "unit_object", "actor", "recipient", "modality", "time_overlap")
        return {
            "figures_found": overall["figure_detection"]["f1"],
            **{field: given[field]["acc"] for field in fields},
            "speaker": given["speaker_when_gold_has_one"]["acc"],
            "complete_figure": overall["complete_figure"]["f1"],
            "events_lenient": overall["event_detection"]["f1"],
            "events_strict": overall["event_strict"]["f1"],
        }

    return score


def _quantity_set(name: str, gold: str) -> BenchSet:
    lines = _jsonl(f"quantities/{gold}", "doc_id", "text")
    return BenchSet(name, "quantities", lines, _quantities(gold))


SETS = (
    _quantity_set("newsquant", "newsquant.public.jsonl"),
    *(_quantity_set(f"rquant-{part}", f"rquant-{part}.jsonl") for part in ("age", "currency", "dimension")),
    BenchSet("tempeval3", "times", _jsonl("times/tempeval3.public.jsonl", "doc_id", "dct", "text"), _times),
    BenchSet("polnear", "attribution", _jsonl("attribution/polnear.dev.jsonl", "id", "text"), _attribution),
    BenchSet("uw", "factuality", _factuality_lines, _factuality),
    *(
        BenchSet(name.split(".")[0], "pages", _pages(name), _pages_score(name))
        for name in (
            "scrapinghub.public",
            "fundus_eval.public",
            "htmldate_mediacloud.public",
            "fundus_fixtures.public",
        )
    ),
    BenchSet("claims", "claims", _claims_lines("."), _claims_score(".")),
    BenchSet("claims-open", "claims", _claims_lines("open"), _claims_score("open")),
)
