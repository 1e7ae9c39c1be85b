"""Saved views: kept, listed, removed, told to a webhook."""

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
from reportedly.ledger import Delivery, Hook, asked_in
from reportedly.web.answering.answers import Answer, twins
from reportedly.web.answering.forms import fields
from reportedly.web.markup.columns import columns_of
from reportedly.web.room import Room

from .choices import kept_of, wanted


def routes(room: Room, templates: Environment) -> list[BaseRoute]:
    """Return the routes of saved views."""

    def changing(path: str) -> Route:
        async def take(request: Request) -> Response:
            given = await fields(request, room)
            return await run_in_threadpool(_change, room, path, given)

        return Route(path, take, methods=["POST"])

    return [
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
    kept = kept_of(given)
    wanted(kept)
    columns_of(kept)
    return urlencode(kept)
