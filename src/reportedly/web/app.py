"""The window: its routes."""

from pathlib import Path

from jinja2 import Environment
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from .answering.answers import environment, refusals, twins
from .answering.guard import Guard
from .pages import (
    adding,
    claim,
    compare,
    home,
    ledger,
    lineage,
    queue,
    reader,
    reports,
    reviews,
    revisions,
    saved_views,
    series,
)
from .programs import api, exporting, feeds
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
        *twins("/", "/home", home.show_home, room, templates),
        *twins("/ledger", "/ledger", ledger.show_ledger, room, templates),
        *twins("/pages/{id}", "/pages/{id}", reader.show_page, room, templates),
        *twins("/claims/{id}", "/claims/{id}", claim.show_claim, room, templates),
        *series.routes(room, templates),
        *exporting.routes(room),
        *feeds.routes(room),
        *saved_views.routes(room, templates),
        *api.routes(room),
        *adding.routes(room, templates),
        *reviews.routes(room),
        *twins("/queue", "/queue", queue.show_queue, room, templates),
        *reports.routes(room, templates),
        *twins("/lineage/{id}", "/lineage/{id}", lineage.show_lineage, room, templates),
        *twins("/compare", "/compare", compare.show_compare, room, templates),
        *twins("/revisions", "/revisions", revisions.show_revision, room, templates),
        Mount("/static", StaticFiles(packages=[("reportedly.web", "static")])),
    ]
