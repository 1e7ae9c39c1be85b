"""The window: its routes."""

from pathlib import Path

from jinja2 import Environment
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from . import adding, api, exporting, feed, lineage, reporting, reviewing, revising, saving, series, showing
from .answering import environment, refusals, twins
from .guard import Guard
from .room import Room

HOSTS = ("127.0.0.1", "localhost", "[::1]")
LARGE = 20_000  # bytes; what is larger travels packed, which no other site can measure: cookies are same-site


def create_app(ledger: Path, *, hosts: tuple[str, ...] = HOSTS) -> Starlette:
    """Return the web app over one ledger; requests for other hosts are refused."""
    return app_of(Room(ledger), hosts=hosts)


def app_of(room: Room, *, hosts: tuple[str, ...] = HOSTS) -> Starlette:
    """Return the web app of one room."""
    templates = environment()
    return Starlette(
        routes=_routes(room, templates),
        middleware=[
            Middleware(Guard, hosts=frozenset(hosts), room=room),
            Middleware(GZipMiddleware, minimum_size=LARGE, compresslevel=1),
        ],
        exception_handlers=dict(refusals(templates)),
    )


def _routes(room: Room, templates: Environment) -> list[BaseRoute]:
    return [
        *twins("/", "/home", showing.home, room, templates),
        *twins("/ledger", "/ledger", showing.ledger, room, templates),
        *twins("/pages/{id}", "/pages/{id}", showing.page, room, templates),
        *twins("/claims/{id}", "/claims/{id}", showing.claim, room, templates),
        *series.routes(room, templates),
        *exporting.routes(room),
        *feed.routes(room),
        *saving.routes(room, templates),
        *api.routes(room),
        *adding.routes(room, templates),
        *reviewing.routes(room, templates),
        *reporting.routes(room, templates),
        *twins("/lineage/{id}", "/lineage/{id}", lineage.show_lineage, room, templates),
        *twins("/compare", "/compare", lineage.show_compare, room, templates),
        *twins("/revisions", "/revisions", revising.show_revision, room, templates),
        Mount("/static", StaticFiles(packages=[("reportedly.web", "static")])),
    ]
