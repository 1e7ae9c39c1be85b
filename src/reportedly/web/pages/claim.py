"""One claim: its fields and how each was read, how it stands across pages, what people said of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.requests import Request

from reportedly.export import Value, claim_object
from reportedly.ledger import Entry, Ledger, entries_of
from reportedly.model import Relation, Review
from reportedly.pipeline import Standing, names, standing
from reportedly.web.answering.answers import Answer, missing
from reportedly.web.answering.forms import reviewer
from reportedly.web.room import Room
from reportedly.web.room.overview import Line, lines_at
from reportedly.web.rulings import Ruling, rule

from .reviews import CHOICES, FIELDS

Tied = tuple[Relation, str, Entry, Entry]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim, how it stands across pages, and what people said of it."""

    entry: Entry
    standing: Standing
    reasons: tuple[Tied, ...]
    reviews: tuple[Review, ...]
    ruling: Ruling


def show_claim(room: Room, request: Request) -> Answer:
    """Show one claim with its fields and how each was read."""
    name = request.path_params["id"]
    room.overview()
    with room.open() as ledger:
        view = claim_view(ledger, name)
        lines = joinable(room, view) if view else ()
    if view is None:
        raise missing(name, "claim")
    twin = {**as_object(view.entry), "reviews": [review_row(review) for review in view.reviews]}
    shown = {
        "view": view,
        "entry": view.entry,
        "by": reviewer(request, room),
        "choices": CHOICES,
        "correctable": FIELDS,
        "lines": lines,
    }
    return Answer("claim.html", shown, twin)


def claim_view(ledger: Ledger, claim_id: str) -> ClaimView | None:
    """Return one claim and how it stands, or nothing."""
    entry = ledger.claim(claim_id)
    if entry is None:
        return None
    found = standing(ledger, entry.claim.id)
    reviews = tuple(ledger.reviews(entry.claim.id))
    return ClaimView(entry, found, tied(ledger, found.relations), reviews, rule(reviews))


def tied(ledger: Ledger, relations: Iterable[Relation]) -> tuple[Tied, ...]:
    """Return relations with their reasons by name and both claims, later first."""
    relations = tuple(relations)
    ends = dict.fromkeys(end for relation in relations for end in (relation.later, relation.earlier))
    known = {entry.claim.id: entry for entry in entries_of(ledger, ends)}
    return tuple(
        (relation, names.spoken(relation.because), known[relation.later], known[relation.earlier])
        for relation in relations
        if relation.later in known and relation.earlier in known
    )


def joinable(room: Room, view: ClaimView) -> tuple[Line, ...]:
    """Return lines that a claim may be meant for: of the same kind or thing, between parties it names."""
    claim, on = view.entry.claim, {series.id for series in view.standing.series}
    thing = claim.item.id if claim.item else None
    parties = {mention.actor.id for mention in (claim.actor, claim.recipient) if mention}
    near = room.overview().lines.near(claim.kind, thing, parties)
    with room.open() as ledger:
        found = lines_at(ledger, near[: 12 + len(on)])
    return tuple(line for line in found if line.id not in on and line.claim != claim.id)[:12]


def review_row(review: Review) -> dict[str, Value]:
    """Return a person's word as one flat row."""
    return {
        "verdict": review.verdict.value,
        "by": review.by,
        "at": review.at.isoformat(),
        "field": review.field,
        "value": review.value,
        "grade": review.grade,
        "note": review.note,
        "target": review.target,
    }


def as_object(entry: Entry) -> dict[str, Value]:
    """Return a claim for a ``.json`` twin."""
    return claim_object(entry.claim, entry.page.facts)
