"""The window: routes, and what each answers."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from reportedly.errors import UsageError
from reportedly.export import Value
from reportedly.model import chain, counted, figure, party, source, when

from . import views
from .guard import Guard
from .marks import family

Show = Callable[[Path, Request], "Answer"]
Answer = tuple[str, Mapping[str, object], Value]


def create_app(ledger: Path, *, hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")) -> Starlette:
    """Return the web app over one ledger; requests for other hosts are refused."""
    templates = _templates()
    routes = [
        *_twins("/", "/home", _home, ledger, templates),
        *_twins("/ledger", "/ledger", _ledger, ledger, templates),
        *_twins("/pages/{id}", "/pages/{id}", _page, ledger, templates),
        *_twins("/claims/{id}", "/claims/{id}", _claim, ledger, templates),
        Mount("/static", StaticFiles(packages=[("reportedly.web", "static")])),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, hosts=frozenset(hosts))],
        exception_handlers={HTTPException: partial(_refusal, templates)},
    )


def _twins(path: str, twin: str, show: Show, ledger: Path, templates: Environment) -> list[Route]:
    """Return a view's two routes: HTML for people and ``.json`` for programs; the twin comes first."""

    def html(request: Request) -> Response:
        return _as_html(templates, show, ledger, request)

    def json(request: Request) -> Response:
        return _as_json(show, ledger, request)

    return [Route(f"{twin}.json", json), Route(path, html)]


def _as_html(templates: Environment, show: Show, ledger: Path, request: Request) -> Response:
    name, context, _ = _shown(show, ledger, request)
    page = templates.get_template(name).render({**context, "here": request.url.path})
    return HTMLResponse(page)


def _as_json(show: Show, ledger: Path, request: Request) -> Response:
    return JSONResponse(_shown(show, ledger, request)[2])


def _shown(show: Show, ledger: Path, request: Request) -> Answer:
    try:
        return show(ledger, request)
    except UsageError as error:
        raise HTTPException(400, str(error)) from error


def _home(ledger: Path, request: Request) -> Answer:  # noqa: ARG001 - every view is asked the same way
    view = views.home(ledger)
    twin: Value = {
        "claims": view.claims,
        "pages": view.page_count,
        "newest": [page.facts for page in view.newest],
        "refused": [{"source": r.source, "reason": r.reason} for r in view.refused],
    }
    return "home.html", {"view": view}, twin


def _ledger(ledger: Path, request: Request) -> Answer:
    view = views.ledger_view(ledger, request.query_params)
    twin: Value = {
        "total": view.total,
        "page": view.page,
        "pages": view.pages,
        "facets": {f.name: [{"value": v, "count": n} for v, n in f.values] for f in view.facets},
        "claims": [views.as_object(entry) for entry in view.entries],
    }
    return "ledger.html", {"view": view}, twin


def _page(ledger: Path, request: Request) -> Answer:
    view = views.reader(ledger, request.path_params["id"])
    if view is None:
        raise HTTPException(404, f"{request.path_params['id']}: no such page (see the ledger)")
    twin: Value = {"page": view.document, "claims": [views.as_object(entry) for entry in view.entries]}
    return "reader.html", {"view": view, "lit": request.query_params.get("claim")}, twin


def _claim(ledger: Path, request: Request) -> Answer:
    entry = views.claim(ledger, request.path_params["id"])
    if entry is None:
        raise HTTPException(404, f"{request.path_params['id']}: no such claim (see the ledger)")
    return "claim.html", {"entry": entry}, views.as_object(entry)


def _refusal(templates: Environment, request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if request.url.path.endswith(".json"):
        body = {"type": "about:blank", "title": error.detail, "status": error.status_code}
        return JSONResponse(body, error.status_code, media_type="application/problem+json")
    page = templates.get_template("refusal.html").render({"error": error, "here": request.url.path})
    return HTMLResponse(page, error.status_code)


def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("reportedly.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "figure": figure,
        "counted": counted,
        "party": party,
        "source": source,
        "when": when,
        "chain": chain,
        "family": family,
    }
    return environment
