"""How a view is answered: HTML for people, ``.json`` for programs, refusals with their reason."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from reportedly.errors import ReportedlyError, UsageError
from reportedly.export import Value
from reportedly.model import chain, counted, figure, party, source, when
from reportedly.pipeline import names
from reportedly.web.markup import grammar, margin
from reportedly.web.markup.voices import family
from reportedly.web.markup.wording import differing
from reportedly.web.room import Room

PROBLEM = "application/problem+json"
YEAR = 31_536_000


@dataclass(frozen=True, slots=True)
class Answer:
    """A view: its template, what that shows, its ``.json`` twin, and what the browser keeps for a year.

    A long twin is made only when it is asked for.
    """

    template: str
    shown: Mapping[str, object]
    twin: Value | Callable[[], Value] = field(default=None)
    cookies: Mapping[str, str] = field(default_factory=dict)

    @property
    def told(self) -> Value:
        """The twin itself."""
        return self.twin() if callable(self.twin) else self.twin


Show = Callable[[Room, Request], Answer]


def twins(path: str, twin: str, show: Show, room: Room, templates: Environment) -> list[Route]:
    """Return a view's two routes; the twin comes first, as an id may hold dots."""

    def html(request: Request) -> Response:
        with room.spelt():
            return page(templates, asked(show, room, request), request)

    def json(request: Request) -> Response:
        with room.spelt():
            return JSONResponse(asked(show, room, request).told)

    return [Route(f"{twin}.json", json), Route(path, html)]


def page(templates: Environment, answer: Answer, request: Request, status: int = 200) -> Response:
    """Return an answer as HTML, with the token that its forms carry."""
    shown = {"here": request.url.path, "token": getattr(request.state, "token", ""), **answer.shown}
    made = HTMLResponse(templates.get_template(answer.template).render(shown), status)
    for name, value in answer.cookies.items():
        made.set_cookie(name, value, max_age=YEAR, samesite="strict", httponly=True)
    return made


def asked(show: Show, room: Room, request: Request) -> Answer:
    """Return a view's answer; a choice that makes no sense is a bad request."""
    try:
        return show(room, request)
    except UsageError as error:
        raise HTTPException(400, str(error)) from error


def missing(what: str, sort: str) -> HTTPException:
    """Return the refusal for an id that names nothing."""
    return HTTPException(404, f"{what}: no such {sort} (see the ledger)")


def refusal(templates: Environment, request: Request, error: Exception) -> Response:
    """Answer what was refused: as a page, or as problem+json (RFC 9457) to a program."""
    assert isinstance(error, HTTPException)
    path = request.url.path
    if path.endswith(".json") or path.startswith("/api"):
        body = {"type": "about:blank", "title": error.detail, "status": error.status_code, "instance": path}
        return JSONResponse(body, error.status_code, media_type=PROBLEM, headers=error.headers)
    return page(templates, Answer("refusal.html", {"error": error}), request, error.status_code)


@cache
def environment() -> Environment:
    """Return the templates, with everything from a page escaped; compiled once for all rooms."""
    made = Environment(
        loader=PackageLoader("reportedly.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "figure": figure,
        "counted": counted,
        "party": party,
        "source": source,
        "when": when,
        "chain": chain,
        "family": family,
        "named": names.name,
        "titled": names.title,
        "spoken": names.spoken,
        "differing": differing,
        "amount_of": grammar.amount,
        "voice_of": grammar.voice,
        "parties_of": grammar.parties,
        "speaker_of": grammar.speaker,
        "passage": grammar.passage,
        "cells": grammar.cells,
        "around": grammar.around,
        "marked": grammar.marked,
        "cited": grammar.cited,
        "notes_of": margin.notes,
        "drawn": Markup,  # only for markup that charts and archived.py made, where every word is escaped
    }
    return made


def refusals(templates: Environment) -> Mapping[object, Callable[[Request, Exception], Response]]:
    """Return what answers each kind of refusal."""
    return {
        HTTPException: partial(refusal, templates),
        ReportedlyError: lambda request, error: refusal(
            templates, request, HTTPException(503, f"{error}; then ask again")
        ),
    }
