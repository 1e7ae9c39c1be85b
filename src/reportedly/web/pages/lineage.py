"""Who has it from whom: one utterance as a tree."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request

from reportedly.export import Value
from reportedly.ledger import Entry, Ledger, derived_row
from reportedly.model import (
    UNKNOWN,
    Drift,
    Origin,
    Step,
    decode,
)
from reportedly.pipeline import lineage, names
from reportedly.web.answering.answers import Answer, missing
from reportedly.web.room import Room

MOST = 300


@dataclass(frozen=True, slots=True)
class Node:
    """One bearer of an utterance: how it came there, its words, who took it from there."""

    label: str
    how: str
    entry: Entry | None
    words: str
    before: str
    drifts: tuple[Drift, ...]
    takers: tuple["Node", ...]


def show_lineage(room: Room, request: Request) -> Answer:
    """Show the tree of one origin."""
    name = request.path_params["id"]
    room.overview()
    with room.open() as ledger:
        record = derived_row(ledger, "Origin", name)
        if record is None:
            raise missing(name, "origin")
        origin = decode(Origin, record)
        steps = lineage(ledger, origin)
        drifts = tuple(decode(Drift, found) for found in ledger.derived.rows("Drift", owner=f"origin:{name}"))
        roots = tree(ledger, steps[:MOST], drifts)
    twin: Value = {
        "id": origin.id,
        "speaker": names.name(origin.speaker),
        "said_on": origin.said_on.edtf if origin.said_on else None,
        "pages": list(origin.pages),
        "wordings": origin.wordings,
        "because": list(origin.because),
        "steps": [
            {"kind": s.kind.value, "giver": s.giver, "taker": s.taker, "claim": s.claim, "words": s.words}
            for s in steps
        ],
    }
    shown = {"origin": origin, "roots": roots, "drifts": drifts, "cut": len(steps) > MOST}
    return Answer("lineage.html", shown, twin)


def tree(ledger: Ledger, steps: Sequence[Step], drifts: Sequence[Drift]) -> tuple[Node, ...]:
    """Return the roots of a lineage: those who have it from nobody; nobody stands in it twice."""
    takes: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        takes[step.giver].append(step)
    changed: dict[str, list[Drift]] = defaultdict(list)
    for drift in drifts:
        changed[drift.after].append(drift)
    taken = {step.taker for step in steps}
    seen: set[str] = set()

    def grow(name: str, step: Step | None, before: str) -> Node:
        seen.add(name)
        claim = step.claim if step else None
        entry = ledger.claim(claim) if claim else None
        words = step.words if step else ""
        fresh = [s for s in takes.get(name, ()) if s.taker not in seen]
        seen.update(s.taker for s in fresh)
        below = tuple(grow(s.taker, s, words or before) for s in fresh)
        how = step.kind.value if step else "speaker"
        return Node(
            _label(ledger, name), how, entry, words, before, tuple(changed.get(claim or "", ())), below
        )

    return tuple(grow(name, None, "") for name in takes if name not in taken and name not in seen)


def _label(ledger: Ledger, name: str) -> str:
    if not name.startswith("page:"):
        return names.name(name)
    document = ledger.document(name.removeprefix("page:"))
    return (document.outlet or document.url) if document else UNKNOWN
