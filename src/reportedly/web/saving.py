"""Saved views: kept, listed, removed, followed as a feed, told to a webhook."""

from collections.abc import Mapping
from datetime import UTC, datetime
from secrets import token_urlsafe
from urllib.parse import parse_qsl, urlencode

from jinja2 import Environment
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from reportedly.errors import IngestError, UsageError
from reportedly.export import Value
from reportedly.ingest import plain_url
from reportedly.ledger import Delivery, Hook, asked_in, entries_at

from . import views
from .answering import Answer, asked, missing, twins
from .columns import columns_of
from .feed import MOST, atom, send
from .forms import fields
from .room import Room


def routes(room: Room, templates: Environment) -> list[BaseRoute]:
    """Return the routes of saved views."""

    def changing(path: str) -> Route:
        async def take(request: Request) -> Response:
            given = await fields(request, room)
            return await run_in_threadpool(_change, room, path, given)

        return Route(path, take, methods=["POST"])

    def feed(request: Request) -> Response:
        return send(asked(show_feed, room, request))

    return [
        Route("/views/{name}.atom", feed),
        *twins("/views", "/views", show_views, room, templates),
        *(changing(path) for path in ("/views/keep", "/views/drop", "/views/hook", "/views/unhook")),
    ]


def show_views(room: Room, request: Request) -> Answer:  # noqa: ARG001 - every view is asked the same way
    """Show the saved views, whom each tells, and what they were told."""
    with room.open() as ledger:
        found = []
        for view in ledger.views.all():
            hooks = [
                (hook, tuple(ledger.views.log(hook.number, 5))) for hook in ledger.views.hooks(view.name)
            ]
            found.append((view, room.claims.choose(ledger, asked_in(view.query)).total, hooks))
    twin: Value = {
        "views": [
            {
                "name": view.name,
                "query": view.query,
                "made": view.made.isoformat(),
                "claims": total,
                "hooks": [_hook_row(hook, log) for hook, log in hooks],
            }
            for view, total, hooks in found
        ]
    }
    return Answer("views.html", {"saved": found}, twin)


def _hook_row(hook: Hook, log: tuple[Delivery, ...]) -> Value:
    return {
        "url": hook.url,
        "private": hook.private,
        "deliveries": [
            {"made": d.made.isoformat(), "tries": d.tries, "fate": d.fate, "said": d.said} for d in log
        ],
    }


def show_feed(room: Room, request: Request) -> Answer:
    """Show what came into a saved view, the last first, as a feed."""
    name = request.path_params["name"]
    with room.open() as ledger:
        view = ledger.views.one(name)
        if view is None:
            raise missing(name, "view")
        numbers = room.claims.choose(ledger, asked_in(view.query)).latest(MOST)
        entries = tuple(entries_at(ledger, numbers))
    base = str(request.base_url).rstrip("/")
    page = f"{base}/ledger?{view.query}" if view.query else f"{base}/ledger"
    return Answer("", {"feed": atom(entries, (f"Reportedly: {view.name}", str(request.url), page), base)})


def _change(room: Room, path: str, given: Mapping[str, str]) -> Response:
    now = datetime.now(UTC)
    with room.open() as ledger:
        try:
            match path:
                case "/views/keep":
                    ledger.views.keep(given.get("name", ""), _query(given.get("query", "")), now)
                case "/views/drop":
                    ledger.views.drop(given.get("name", ""))
                case "/views/hook":
                    url = plain_url(given.get("url", ""))
                    ledger.views.hook(given.get("name", ""), url, token_urlsafe(24), private=False)
                case _:
                    number = given.get("number", "")
                    ledger.views.unhook(int(number) if number.isascii() and number.isdecimal() else 0)
        except (UsageError, IngestError) as error:
            raise HTTPException(400, str(error)) from error
    return RedirectResponse("/views", 303)


def _query(words: str) -> str:
    """Return the choices of a view that the ledger knows (raises UsageError for nonsense)."""
    given = dict(parse_qsl(words))
    kept = views.kept_of(given)
    views.wanted(kept)
    columns_of(kept)
    return urlencode(kept)
