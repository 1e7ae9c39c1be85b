"""Who has it from whom: one utterance as a tree, and two claims side by side."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request

from reportedly.errors import UsageError
from reportedly.export import Value
from reportedly.ledger import Entry, Ledger, derived_row
from reportedly.model import (
    UNKNOWN,
    Claim,
    Drift,
    Origin,
    Relation,
    Step,
    chain,
    counted,
    decode,
    figure,
    party,
    when,
)
from reportedly.pipeline import lineage, names

from .answering import Answer, missing
from .room import Room

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


@dataclass(frozen=True, slots=True)
class Pair:
    """One field of two claims."""

    name: str
    a: str
    b: str

    @property
    def differs(self) -> bool:
        """Do the two say something else here?"""
        return self.a != self.b


def show_compare(room: Room, request: Request) -> Answer:
    """Show two claims side by side, differences marked."""
    room.overview()
    asked = [request.query_params.get(side, "") for side in ("a", "b")]
    if not all(asked):
        raise UsageError("compare: two claims are needed (?a=ID&b=ID, from any claim's page)")
    with room.open() as ledger:
        entries = [ledger.claim(name) for name in asked]
        if entries[0] is None or entries[1] is None:
            raise missing(asked[0] if entries[0] is None else asked[1], "claim")
        a, b = entries[0], entries[1]
        ties = list(_between(ledger, a.claim.id, b.claim.id))
    pairs = [Pair(name, _fields(a)[name], _fields(b)[name]) for name in _fields(a)]
    twin: Value = {
        "a": a.claim.id,
        "b": b.claim.id,
        "fields": [{"field": p.name, "a": p.a, "b": p.b, "differs": p.differs} for p in pairs],
        "ties": [{"kind": kind, "because": because} for kind, because in ties],
    }
    return Answer("compare.html", {"a": a, "b": b, "pairs": pairs, "ties": ties}, twin)


def _between(ledger: Ledger, a: str, b: str) -> Iterator[tuple[str, str]]:
    """Yield what ties two claims, with the reason in words."""
    for record in ledger.derived.about(a, "Relation"):
        relation = decode(Relation, record)
        if {relation.later, relation.earlier} == {a, b}:
            yield relation.kind.value.replace("_", " "), names.spoken(relation.because)
    for record in ledger.derived.about(a, "Drift"):
        drift = decode(Drift, record)
        if {drift.before, drift.after} == {a, b}:
            yield "drift", names.spoken(drift.because)


def _fields(entry: Entry) -> Mapping[str, str]:
    claim: Claim = entry.claim
    voice, quantity = claim.voice, claim.quantity
    return {
        "page": entry.page.outlet or entry.page.url,
        "published": entry.page.published or UNKNOWN,
        "section": claim.section.value.replace("_", " "),
        "kind": claim.kind,
        "who says": chain(claim.attribution) or "the page",
        "from": party(claim.actor),
        "to": party(claim.recipient),
        "how much": figure(quantity),
        "bound": quantity.bound.value.replace("_", " ") if quantity else UNKNOWN,
        "of what": counted(claim) or UNKNOWN,
        "when": when(claim.time),
        "where": claim.place or UNKNOWN,
        "voice": voice.modality.value + (", negated" if voice.polarity.value == "negative" else ""),
        "stage": voice.stage.value.replace("_", " ") if voice.stage else UNKNOWN,
        "scope": claim.aggregation.value.replace("_", " ") if claim.aggregation else UNKNOWN,
    }
