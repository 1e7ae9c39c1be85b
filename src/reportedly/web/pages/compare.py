"""Two claims side by side, field by field, and what ties them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from starlette.requests import Request

from reportedly.errors import UsageError
from reportedly.export import Value
from reportedly.ledger import Entry, Ledger
from reportedly.model import (
    UNKNOWN,
    Claim,
    Drift,
    Relation,
    chain,
    counted,
    decode,
    figure,
    party,
    when,
)
from reportedly.pipeline import names
from reportedly.web.answering.answers import Answer, missing
from reportedly.web.room import Room


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
