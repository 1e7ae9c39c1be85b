"""Series: the list, one with its chart, and their twins for programs and spreadsheets."""

import csv
from collections.abc import Mapping
from functools import partial
from io import StringIO

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from reportedly.export import Value
from reportedly.ledger.lines import Numbers, weightiest
from reportedly.model import UNKNOWN
from reportedly.pipeline import names
from reportedly.web.answering.answers import Answer, asked, missing, twins
from reportedly.web.room import Room
from reportedly.web.room.overview import Line, line_of, lines_at
from reportedly.web.series.plotting import standing_alone
from reportedly.web.series.view import Extent, SeriesView, observation_row, observed, series_view

from .choices import page_number

ROWS, MOST, TIES = 50, 5000, 40


def routes(room: Room, templates: Environment) -> list[BaseRoute]:
    """Return the routes of series."""

    def listed(request: Request) -> Response:
        with room.spelt():
            return _csv([_line(line) for line in _lines(room, _found(room, request)[:MOST])], "series")

    def table(request: Request) -> Response:
        view = _view(room, request)
        with room.spelt(), room.open() as ledger:
            rows = [observation_row(one) for one in observed(ledger, view.series)]
        return _csv(rows, f"series-{view.series.id}")

    def picture(request: Request) -> Response:
        with room.spelt():
            return Response(standing_alone(_view(room, request)), media_type="image/svg+xml")

    return [
        Route("/series.csv", listed),
        Route("/series/{id}.csv", table),
        Route("/series/{id}.svg", picture),
        *twins("/series", "/series", show_list, room, templates),
        *twins("/series/{id}", "/series/{id}", show_one, room, templates),
    ]


def show_list(room: Room, request: Request) -> Answer:
    """Show the series whose title holds some words, weightiest first."""
    found = _found(room, request)
    page = page_number(request.query_params)
    lines = _lines(room, found[(page - 1) * ROWS : page * ROWS])
    pages = max(1, -(-len(found) // ROWS))
    twin: Value = {
        "total": len(found),
        "page": page,
        "pages": pages,
        "series": [_line(line) for line in lines],
    }
    shown = {
        "lines": lines,
        "total": len(found),
        "page": page,
        "pages": pages,
        "words": request.query_params.get("words", ""),
        "waiting": room.overview().waiting,
    }
    return Answer("series_list.html", shown, twin)


def show_one(room: Room, request: Request) -> Answer:
    """Show one series: chart, ties, weight and a screenful of its table, the latest first asked for."""
    view = _view(room, request)
    page, pages = page_number(request.query_params), max(1, -(-len(view.series.observations) // ROWS))

    def alike() -> tuple[Line, ...]:
        with room.open() as ledger:
            near = [head for head in weightiest(ledger, view.series.key, 9) if head.id != view.series.id]
            return tuple(line_of(ledger, head) for head in near[:8])

    shown = {"view": view, "alike": alike, "page": page, "pages": pages, "most": TIES}
    return Answer("series.html", shown, partial(_twin, view, page, pages))


def _twin(view: SeriesView, page: int, pages: int) -> Value:
    return {
        "id": view.series.id,
        "title": view.title,
        "scope": view.about,
        "pages": view.weight.pages,
        "wordings": view.weight.wordings,
        "origins": view.weight.origins,
        "figures": len(view.series.observations),
        "screenful": page,
        "screenfuls": pages,
        "observations": [observation_row(one) for one in view.seen],
        "relations": [
            {"kind": r.kind.value, "later": r.later, "earlier": r.earlier, "because": r.because}
            for r in view.relations
        ],
    }


def _found(room: Room, request: Request) -> Numbers:
    """Return the numbers of the series with the words asked for, weightiest first."""
    return room.overview().lines.having(request.query_params.get("words", ""), names.called)


def _lines(room: Room, numbers: Numbers) -> tuple[Line, ...]:
    with room.open() as ledger:
        return lines_at(ledger, numbers)


def _view(room: Room, request: Request) -> SeriesView:
    def show(room: Room, request: Request) -> Answer:
        room.overview()
        page = page_number(request.query_params)
        extent = Extent(slice(-page * ROWS, (1 - page) * ROWS or None))
        with room.open() as ledger:
            view = series_view(ledger, request.path_params["id"], extent)
        if view is None:
            raise missing(request.path_params["id"], "series")
        return Answer("", {"view": view})

    view = asked(show, room, request).shown["view"]
    assert isinstance(view, SeriesView)
    return view


def _line(line: Line) -> dict[str, Value]:
    return {
        "id": line.id,
        "title": line.title,
        "scope": line.about,
        "latest": line.latest,
        "by": line.by,
        "as_of": line.day,
        "figures": line.figures,
        "pages": line.pages,
        "origins": line.origins,
    }


def _csv(rows: list[dict[str, Value]], name: str) -> Response:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if rows:
        writer.writerow(rows[0])
        writer.writerows([_cell(value) for value in row.values()] for row in rows)
    headers: Mapping[str, str] = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _cell(value: Value) -> str:
    """Return a cell; one that a spreadsheet would run as a formula is quoted."""
    text = UNKNOWN if value is None or value == "" else str(value)
    return f"'{text}" if text[0] in "=+-@\t\r" else text
