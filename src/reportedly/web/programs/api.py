"""The same data for programs at ``/api``: paged, described by OpenAPI 3.1, refusals as problem+json."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from reportedly import __version__
from reportedly.errors import UsageError
from reportedly.export import Value
from reportedly.ledger import FACETS, Order
from reportedly.web.answering.answers import Answer, Show, asked
from reportedly.web.pages import claim, ledger, lineage, queue, reader, series
from reportedly.web.pages import saved_views as saving
from reportedly.web.pages.ledger import ROWS
from reportedly.web.room import Room

Object = Mapping[str, Value]
_TEXT: Object = {"type": "string"}
_NUMBER: Object = {"type": "integer", "minimum": 1, "maximum": 999_999}
_DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
_DAYS: Object = {"type": "string", "pattern": f"^({_DAY}(/{_DAY})?)?$"}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address of the API: what it answers, and with which choices."""

    path: str
    about: str
    show: Show
    choices: Mapping[str, tuple[str, Object]]
    shape: Sequence[str]


def routes(room: Room) -> list[BaseRoute]:
    """Return the routes of the API."""
    described = description()
    return [
        Route("/api", lambda _: JSONResponse(described)),
        Route("/api/openapi.json", lambda _: JSONResponse(described)),
        *(Route(endpoint.path, _answering(room, endpoint)) for endpoint in ENDPOINTS),
    ]


def _answering(room: Room, endpoint: Endpoint) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        with room.spelt():
            return JSONResponse(asked(endpoint.show, room, request).told)

    return answer


def show_pages(room: Room, request: Request) -> Answer:
    """Show the pages of the ledger, newest first."""
    number = _page(request)
    with room.open() as ledger:
        total = ledger.page_count()
        found = ledger.pages(limit=ROWS, offset=(number - 1) * ROWS)
        listed: Value = [page.facts for page in found]
    pages = max(1, -(-total // ROWS))
    twin: Value = {"total": total, "page": number, "pages": pages, "found": listed}
    return Answer("", {}, twin)


def show_claims(room: Room, request: Request) -> Answer:
    """Show the claims that an address asks for; a page that is no number is refused."""
    _page(request)
    return ledger.show_ledger(room, request)


def show_one_page(room: Room, request: Request) -> Answer:
    """Show one page with a screenful of its claims; a page that is no number is refused."""
    _page(request)
    return reader.show_page(room, request)


def show_series(room: Room, request: Request) -> Answer:
    """Show the series with some words; a page that is no number is refused."""
    _page(request)
    return series.show_list(room, request)


def show_one_series(room: Room, request: Request) -> Answer:
    """Show one series with a screenful of its observations; a page that is no number is refused."""
    _page(request)
    return series.show_one(room, request)


def _page(request: Request) -> int:
    number = request.query_params.get("page", "1")
    if not (number.isascii() and number.isdecimal() and 0 < len(number) < 7 and int(number)):
        raise UsageError(f"{number[:20]}: not the number of a page (begin with 1)")
    return int(number)


_PAGED = {"page": ("which screenful, from 1", _NUMBER)}
_FILTERS: Mapping[str, tuple[str, Object]] = {
    **{name: (f"only claims with this {name}", _TEXT) for name in FACETS},
    "words": ("only claims with these words; quotes keep words together, a minus leaves one out", _TEXT),
    "date": ("only claims of these days: 2024, 2024-06, 2024-06-14 or two with a slash", _DAYS),
    "document": ("only claims of this page", _TEXT),
    "sort": (
        "in which order; newest where empty",
        {"type": "string", "enum": ["", *(order.value for order in Order)]},
    ),
    **_PAGED,
}
_ID: Mapping[str, tuple[str, Object]] = {"id": ("which one", _TEXT)}
ENDPOINTS = (
    Endpoint("/api/claims", "Claims, filtered and paged", show_claims, _FILTERS,
             ("total", "page", "pages", "facets", "claims")),
    Endpoint("/api/claims/{id}", "One claim with its evidence and reviews", claim.show_claim, _ID,
             ("id", "kind", "evidence", "page", "reviews")),
    Endpoint("/api/pages", "Pages, newest first", show_pages, _PAGED, ("total", "page", "pages", "found")),
    Endpoint("/api/pages/{id}", "One page with its text, blocks and a screenful of its claims, as they stand",
             show_one_page, {**_ID, **_PAGED}, ("page", "total", "screenful", "screenfuls", "claims")),
    Endpoint("/api/series", "Series, weightiest first", show_series,
             {"words": ("only series with these words", _TEXT), **_PAGED},
             ("total", "page", "pages", "series")),
    Endpoint("/api/series/{id}", "One series with its observations, the latest screenful first, and ties",
             show_one_series, {**_ID, **_PAGED},
             ("id", "title", "figures", "screenful", "screenfuls", "observations", "relations")),
    Endpoint("/api/views", "Saved views with their hooks", saving.show_views, {}, ("views",)),
    Endpoint("/api/queue", "Claims that wait for a person", queue.show_queue, {}, ("total", "queue")),
    Endpoint("/api/origins/{id}", "One origin with the steps of its lineage", lineage.show_lineage, _ID,
             ("id", "speaker", "pages", "steps")),
)  # fmt: skip


def description() -> dict[str, Value]:
    """Return the API described as OpenAPI 3.1, built from the same table as its routes."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Reportedly",
            "version": __version__,
            "summary": "Attributed claims read from news pages, each with its words",
        },
        "paths": {endpoint.path: {"get": _operation(endpoint)} for endpoint in ENDPOINTS},
        "components": {"schemas": {"Problem": _PROBLEM}},
    }


_PROBLEM: Object = {
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": {
        "type": _TEXT,
        "title": _TEXT,
        "status": {"type": "integer"},
        "instance": _TEXT,
    },
}


def _operation(endpoint: Endpoint) -> Object:
    refused: Object = {
        "description": "refused, with the reason",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    shape: Object = {"type": "object", "required": list(endpoint.shape)}
    found: Object = {"description": "found", "content": {"application/json": {"schema": shape}}}
    choices = [
        {
            "name": name,
            "in": "path" if f"{{{name}}}" in endpoint.path else "query",
            "required": f"{{{name}}}" in endpoint.path,
            "description": about,
            "schema": schema,
        }
        for name, (about, schema) in endpoint.choices.items()
    ]
    return {
        "summary": endpoint.about,
        "operationId": endpoint.path.removeprefix("/api/").replace("/{id}", "-one"),
        "parameters": choices,
        "responses": {"200": found, **dict.fromkeys(("400", "401", "404", "405", "421"), refused)},
    }
