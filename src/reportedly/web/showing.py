"""Home, ledger, reader and claim, as each is asked."""

from starlette.requests import Request

from reportedly.export import Value
from reportedly.ledger import Order
from reportedly.model import Review

from . import home as front
from . import reader, views
from .answering import Answer, missing
from .forms import reviewer
from .reviewing import CHOICES, FIELDS
from .room import Room

home = front.show_home
page = reader.show_page


def ledger(room: Room, request: Request) -> Answer:
    """Show the claims that an address asks for."""
    overview = room.overview()
    with room.open() as ledger:
        view = views.ledger_view(ledger, request.query_params, overview)
    twin: Value = {
        "total": view.total,
        "page": view.page,
        "pages": view.pages,
        "facets": {f.name: [{"value": v, "count": n} for v, n in f.values] for f in view.facets},
        "claims": [views.as_object(entry) for entry in view.entries],
    }
    return Answer(
        "ledger.html",
        {"view": view, "orders": tuple(Order), "asked_words": view.asked.get("words", "")},
        twin,
    )


def claim(room: Room, request: Request) -> Answer:
    """Show one claim with its fields and how each was read."""
    name = request.path_params["id"]
    room.overview()
    with room.open() as ledger:
        view = views.claim(ledger, name)
    if view is None:
        raise missing(name, "claim")
    twin = {**views.as_object(view.entry), "reviews": [review_row(review) for review in view.reviews]}
    shown = {
        "view": view,
        "entry": view.entry,
        "by": reviewer(request, room),
        "choices": CHOICES,
        "correctable": FIELDS,
    }
    return Answer("claim.html", shown, twin)


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
