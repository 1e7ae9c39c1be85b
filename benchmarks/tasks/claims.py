"""The `claims` task: an article in; its claims, in the codebook's fields, out."""

from dataclasses import replace
from datetime import date
from functools import cache

from reportedly.extract import find_claims, make_gate
from reportedly.frames import load_frames
from reportedly.ingest import read_page
from reportedly.lexicon import load_actors, load_items
from reportedly.model import (
    Aggregation,
    Block,
    BlockKind,
    Bound,
    Claim,
    Document,
    Link,
    Mention,
    Modality,
    Polarity,
    Quantity,
    Reading,
    Section,
    SourceRole,
    Span,
    stable_id,
)
from reportedly.plugins import Parser, load_parser

KINDS = frozenset(
    (
        *("transfer", "capacity", "casualty", "damage", "count", "money", "production"),
        *("visit", "meeting", "attack", "agreement", "sanction", "statement"),
    )
)
BOUNDS = {Bound.MORE_THAN: "at_least", Bound.LESS_THAN: "at_most", Bound.NONE: "vague"}
MODALITIES = {
    Modality.ESTIMATED: "asserted",
    Modality.ADMITTED: "asserted",
    Modality.ANNOUNCED: "asserted",
    Modality.PLEDGED: "planned",
    Modality.THREATENED: "planned",
    Modality.REQUESTED: "planned",
    Modality.HYPOTHETICAL: "possible",
}
SCOPES = {
    Aggregation.RATE: "snapshot",
    Aggregation.SHARE: "snapshot",
    Aggregation.ORDINAL: "snapshot",
    Aggregation.EVENT_TOTAL: "cumulative",
}
ROLES = {SourceRole.OUTLET: "outlet", SourceRole.DOCUMENT: "document"}
UNNAMED = frozenset({SourceRole.ANONYMOUS, SourceRole.PASSIVE_UNATTRIBUTED, SourceRole.RELAY})


@cache
def parser() -> Parser:
    """The parser that ships, behind the gate that ships."""
    return load_parser("biaffine", gate=make_gate(load_frames(), load_items()))


def predict(line: dict[str, str]) -> dict[str, object]:
    """Answer one line of the task."""
    document = page(line)
    parse = parser().parse(document)
    claims = find_claims(document, parse, frames=load_frames(), actors=load_actors(), items=load_items())
    return {"doc_id": line["doc_id"], "claims": answers(line, claims)}


def page(line: dict[str, str]) -> Document:
    """Lay an article out as a plain-text page: its title, then its text as it stands."""
    title, text = line["title"] or "", line["text"]
    body = f"{title}\n\n{text}"
    url = f"https://bench.example.org/{line['doc_id']}"
    read = read_page(body.encode(), url=url, media_type="text/plain")
    if read.text != body:
        read = _by_paragraphs(read, body)
    facts = {"title": title, "published": line["published"], "outlet": line["outlet"]}
    told = tuple(Reading(field, value, "benchmark") for field, value in facts.items() if value)
    return replace(read, readings=(*told, *(r for r in read.readings if r.field not in facts)))


def _by_paragraphs(read: Document, body: str) -> Document:
    blocks, start = [], 0
    for number, part in enumerate(body.split("\n\n")):
        kind = BlockKind.HEADLINE if number == 0 else BlockKind.BODY
        if part.strip():
            blocks.append(Block(kind, Span(start, start + len(part)), f"char={start},{start + len(part)}"))
        start += len(part) + 2
    return Document(stable_id(body), read.url, read.digest, read.media_type, body, tuple(blocks))


def answers(line: dict[str, str], claims: object) -> list[dict[str, object]]:
    """Map claims to the codebook's fields."""
    shift = len(line["title"] or "") + 2
    return [
        answer(claim, shift, line.get("published"))
        for claim in claims
        if claim.kind in KINDS and not (claim.section is Section.HEADLINE and claim.quantity is None)
    ]


def answer(claim: Claim, shift: int, published: str | None = None) -> dict[str, object]:
    """Map one claim; offsets count in the title for a headline, in the text for the rest."""
    headline = claim.evidence.span.end < shift
    moved = 0 if headline else shift
    return {
        "kind": claim.kind,
        "evidence": claim.evidence.exact,
        "evidence_start": claim.evidence.span.start - moved,
        "quantity": _quantity(claim.quantity, moved) if _counts(claim) else None,
        "actor": _name(claim.actor),
        "recipient": _name(claim.recipient),
        "object": claim.item.words if claim.item else None,
        "place": claim.destination or claim.place,
        "route_mode": claim.route_mode.value if claim.route_mode else None,
        "time": _time(claim, published),
        "modality": _modality(claim),
        "aggregation": _scope(claim),
        "attribution": [_source(link) for link in claim.attribution],
        "in": "headline" if headline else "body",
        **({"outcome": claim.outcome} if claim.outcome else {}),
        **({"cause": claim.cause} if claim.cause else {}),
    }


def _counts(claim: Claim) -> bool:
    """Does the claim bear a figure in the codebook's sense? A rank is none."""
    return claim.quantity is not None and claim.aggregation is not Aggregation.ORDINAL


def _quantity(quantity: Quantity, moved: int) -> dict[str, object]:
    low, high = quantity.low, quantity.high
    bound = BOUNDS.get(quantity.bound, quantity.bound.value)
    if quantity.band is not None:
        low, high = quantity.band
    if quantity.approximate and quantity.bound is Bound.LESS_THAN:
        bound, low = "about", high
    unit = quantity.currency or quantity.unit
    return {
        "text": quantity.number_words,
        "start": quantity.number.start - moved,
        "low": float(low) if low is not None else None,
        "high": float(high) if high is not None else None,
        "bound": bound,
        "unit": f"{unit} per {quantity.per}" if unit and quantity.per else unit,
    }


def _name(mention: Mention | None) -> str | None:
    return mention.actor.name if mention else None


def _time(claim: Claim, published: str | None) -> dict[str, str] | None:
    """Close an open side on the day of publication, as the codebook does ("since X: to `published`")."""
    if claim.time is None or claim.time.period is None:
        return None
    start, last = claim.time.period.start, claim.time.period.last
    if start is None and last is None:
        return None
    told = date.fromisoformat(published[:10]) if published else None
    if start is None:
        start = min(told, last) if told else last
    last = last or (max(told, start) if told else start)
    return {"text": claim.time.words, "start": start.isoformat(), "end": last.isoformat()}


def _modality(claim: Claim) -> str:
    if claim.voice.polarity is Polarity.NEGATIVE:
        return "denied"
    if claim.kind == "money" and claim.voice.modality is Modality.ANNOUNCED:
        return "planned"  # the codebook: sums just announced and not yet given
    return MODALITIES.get(claim.voice.modality, claim.voice.modality.value)


def _scope(claim: Claim) -> str | None:
    if claim.quantity is None or claim.aggregation is None:
        return None
    return SCOPES.get(claim.aggregation, claim.aggregation.value)


def _source(link: Link) -> dict[str, str | None]:
    role = ROLES.get(link.role, "anonymous" if link.role in UNNAMED else "speaker")
    name = link.actor.name if link.actor else link.words
    return {"source": name or "unnamed sources", "role": role, "cue": link.cue or None}
