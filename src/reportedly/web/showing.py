"""Home, ledger, reader and claim, as each is asked."""

from functools import partial

from starlette.requests import Request

from reportedly.export import Value
from reportedly.ledger import Order
from reportedly.model import Review

from . import home as front
from . import reader, views
from .answering import Answer, missing
from .columns import COLUMNS
from .forms import reviewer
from .overview import Line, lines_at
from .reviewing import CHOICES, FIELDS
from .room import Room

home = front.show_home
page = reader.show_page


def ledger(room: Room, request: Request) -> Answer:
    """Show the claims that an address asks for."""
    view = views.ledger_view(room, request.query_params)
    with room.open() as ledger:
        saved = tuple(ledger.views.all())
    shown = {
        "view": view,
        "orders": tuple(Order),
        "every": COLUMNS,
        "saved": saved,
        "asked_words": view.asked.get("words", ""),
    }
    return Answer("ledger.html", shown, partial(_twin, view))


def _twin(view: views.LedgerView) -> Value:
    return {
        "total": view.total,
        "page": view.page,
        "pages": view.pages,
        "facets": {f.name: [{"value": v, "count": n} for v, n in f.values] for f in view.facets},
        "claims": [views.as_object(entry) for entry in view.entries],
    }


def claim(room: Room, request: Request) -> Answer:
    """Show one claim with its fields and how each was read."""
    name = request.path_params["id"]
    room.overview()
    with room.open() as ledger:
        view = views.claim(ledger, name)
        lines = joinable(room, view) if view else ()
    if view is None:
        raise missing(name, "claim")
    twin = {**views.as_object(view.entry), "reviews": [review_row(review) for review in view.reviews]}
    shown = {
        "view": view,
        "entry": view.entry,
        "by": reviewer(request, room),
        "choices": CHOICES,
        "correctable": FIELDS,
        "lines": lines,
    }
    return Answer("claim.html", shown, twin)


def joinable(room: Room, view: views.ClaimView) -> tuple[Line, ...]:
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
