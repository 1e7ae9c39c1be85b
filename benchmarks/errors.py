"""Gold beside prediction, grouped by field and cause, as a local page with the words lit.

    python benchmarks/errors.py claims [--set claims-open] [--half even] [--out FOLDER]

The page quotes other people's texts: it is for reading here, and never for the repository.
"""

import argparse
import importlib.util
import sys
import webbrowser
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from types import ModuleType

from predict import predictor
from sets import SETS, bench_folder

FIELDS = (
    "interval",
    "bound",
    "unit_object",
    "actor",
    "recipient",
    "speaker",
    "modality",
    "time_overlap",
    "kind",
    "aggregation",
    "outcome",
)
STYLE = """
body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:72rem;color:#222}
h2{margin-top:2.5rem;border-bottom:1px solid #ccc}details{margin:.4rem 0}
summary{cursor:pointer;font-weight:600}
article{margin:.8rem 0 1.2rem 1rem;padding-left:.8rem;border-left:3px solid #ddd}
mark.gold{background:#ffe9a8}mark.ours{background:#cfe6ff}mark.both{background:#cdeccd}
table{border-collapse:collapse;margin-top:.3rem;font-size:13px}
td,th{padding:.1rem .6rem;text-align:left;vertical-align:top}
tr.wrong td{color:#a00;font-weight:600}nav a{margin-right:1rem}small{color:#777}
"""


@dataclass(frozen=True, slots=True)
class Case:
    """One disagreement: what the gold says, what we say, and where it stands."""

    document: str
    field: str
    cause: str
    text: str
    gold: dict = field(default_factory=dict)
    ours: dict = field(default_factory=dict)


def scorer(folder: Path) -> ModuleType:
    """Load the scorer that lies beside the data."""
    spec = importlib.util.spec_from_file_location("score_claims", folder / "claims" / "score_claims.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cases(folder: Path, part: str, half: str | None) -> Iterator[Case]:
    """Yield every disagreement of one set."""
    score = scorer(folder)
    docs, gold = score.load_gold(str(folder / "claims" / part))
    answer = predictor("claims")
    for name, page in docs.items():
        if half and int("".join(c for c in name if c.isdigit())) % 2 != (half == "odd"):
            continue
        line = {"doc_id": name, **{key: page.get(key) for key in ("title", "published", "outlet", "text")}}
        ours = answer(line)["claims"]
        yield from figure_cases(score, name, page, gold[name], ours)
        yield from event_cases(score, name, page, gold[name], ours)


def figure_cases(score: ModuleType, name: str, page: dict, gold: list, ours: list) -> Iterator[Case]:
    """Yield figures missed, figures made up, and fields wrong in those that match."""
    wanted = [c for c in gold if c["quantity"]]
    found = [c for c in ours if c["quantity"]]
    pairs = score.match_figures(wanted, found, page)
    for n, claim in enumerate(wanted):
        if n not in {a for a, _, _ in pairs}:
            yield Case(name, "figure missed", claim["kind"], around(page, claim), claim)
    for n, claim in enumerate(found):
        if n not in {b for _, b, _ in pairs}:
            yield Case(name, "figure too many", claim["kind"], around(page, claim), {}, claim)
    for a, b, _ in pairs:
        judged = score.judge(wanted[a], found[b])
        for each in FIELDS:
            if judged[each] is False:
                yield Case(
                    name, each, cause(each, wanted[a], found[b]), around(page, wanted[a]), wanted[a], found[b]
                )


def event_cases(score: ModuleType, name: str, page: dict, gold: list, ours: list) -> Iterator[Case]:
    """Yield events missed and events made up."""
    wanted = [c for c in gold if c["kind"] in score.EVENTS]
    found = [c for c in ours if c["kind"] in score.EVENTS]
    for claim in wanted:
        if not any(score.match_events([claim], [other], page) for other in found):
            yield Case(name, "event missed", claim["kind"], around(page, claim), claim)
        elif not any(score.match_events([claim], [other], page, strict=True) for other in found):
            near = next(other for other in found if score.match_events([claim], [other], page))
            yield Case(name, "event not strict", claim["kind"], around(page, claim), claim, near)
    for claim in found:
        if not any(score.match_events([other], [claim], page) for other in wanted):
            yield Case(name, "event too many", claim["kind"], around(page, claim), {}, claim)


def cause(each: str, gold: dict, ours: dict) -> str:
    """Name what went wrong: left empty, filled though empty, or another value."""
    one, other = shown(each, gold), shown(each, ours)
    if not other:
        return "left empty"
    if not one:
        return "should be empty"
    return (
        f"{one} read as {other}"
        if each in {"modality", "kind", "aggregation", "bound", "outcome"}
        else "another value"
    )


def shown(each: str, claim: dict) -> str:
    """Return a field of a claim as a few words."""
    quantity = claim.get("quantity") or {}
    if each == "interval":
        return f"{quantity.get('low')} to {quantity.get('high')}"
    if each in {"bound", "unit_object"}:
        return str(quantity.get("bound" if each == "bound" else "unit") or "")
    if each == "speaker":
        chain = claim.get("attribution") or []
        return chain[-1]["source"] if chain else ""
    if each == "time_overlap":
        time = claim.get("time") or {}
        return f"{time.get('start')}/{time.get('end')} ({time.get('text')})" if time else ""
    return str(claim.get(each) or "")


def around(page: dict, claim: dict) -> str:
    """Return the paragraph that a claim stands in, as HTML, its evidence lit."""
    text = page["title"] if claim["in"] == "headline" else page["text"]
    start = claim["evidence_start"]
    end = start + len(claim["evidence"])
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    lit = f"<mark class=both>{escape(text[start:end])}</mark>"
    return escape(text[first:start]) + lit + escape(text[end:last])


def render(found: list[Case], title: str) -> str:
    """Return the page."""
    groups: dict[str, dict[str, list[Case]]] = {}
    for case in found:
        groups.setdefault(case.field, {}).setdefault(case.cause, []).append(case)
    order = sorted(groups, key=lambda name: -sum(map(len, groups[name].values())))
    sizes = {name: sum(map(len, groups[name].values())) for name in order}
    menu = " ".join(f'<a href="#{escape(name)}">{escape(name)} {sizes[name]}</a>' for name in order)
    body = "".join(section(name, groups[name]) for name in order)
    head = f"<!doctype html><meta charset=utf-8><title>{escape(title)}</title><style>{STYLE}</style>"
    return f"{head}<h1>{escape(title)}</h1><nav>{menu}</nav>{body}"


def section(name: str, causes: dict[str, list[Case]]) -> str:
    """Return one field's disagreements, the commonest cause first."""
    parts = [f'<h2 id="{escape(name)}">{escape(name)}</h2>']
    for why, found in sorted(causes.items(), key=lambda item: -len(item[1])):
        shown_cases = "".join(article(case) for case in found)
        parts.append(f"<details><summary>{escape(why)} · {len(found)}</summary>{shown_cases}</details>")
    return "".join(parts)


def article(case: Case) -> str:
    """Return one disagreement: the words, then gold beside ours."""
    rows = "".join(row(each, case) for each in FIELDS)
    head = "<tr><th><th>gold<th>ours</tr>"
    return f"<article><small>{escape(case.document)}</small> {case.text}<table>{head}{rows}</table></article>"


def row(each: str, case: Case) -> str:
    """Return one field of both."""
    one, other = shown(each, case.gold), shown(each, case.ours)
    if not one and not other:
        return ""
    wrong = ' class="wrong"' if each == case.field else ""
    return f"<tr{wrong}><td>{each}<td>{escape(one)}<td>{escape(other)}</tr>"


def main() -> int:
    """Write the page and say where it lies."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", nargs="?", default="claims", choices=["claims"])
    parser.add_argument("--set", default="claims-open", choices=[s.name for s in SETS if s.task == "claims"])
    parser.add_argument("--half", choices=["even", "odd"], help="only documents with even, or odd, numbers")
    parser.add_argument("--out", type=Path, default=Path("dist"), help="folder to write to (ignored by git)")
    parser.add_argument("--open", action="store_true", help="open it in a browser")
    given = parser.parse_args()
    folder = bench_folder()
    if folder is None:
        print("errors: no data (put it in ../shared/bench, or say where with REPORTEDLY_BENCH)")
        return 0
    found = list(cases(folder, "open" if given.set == "claims-open" else ".", given.half))
    given.out.mkdir(parents=True, exist_ok=True)
    page = given.out / f"errors-{given.set}.html"
    page.write_text(render(found, f"{given.set}: {len(found)} disagreements"), encoding="utf-8")
    print(f"{len(found)} disagreements: {page.resolve().as_uri()}")
    if given.open:
        webbrowser.open(page.resolve().as_uri())
    return 0


if __name__ == "__main__":
    sys.exit(main())
