"""Reports in the room: a story or a view of the ledger in cited sentences, to read, print or take away."""

from functools import partial
from urllib.parse import urlencode

from jinja2 import Environment
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from reportedly.export import Value
from reportedly.ledger import Ledger, Order
from reportedly.web.answering.answers import Answer, asked, missing, twins
from reportedly.web.report import MOST_CLAIMS, Chosen, Question, Report, as_object, html, markdown, tell
from reportedly.web.room import Room

from .choices import kept_of, wanted

LONGEST_TITLE, MOST = 120, 24


def routes(room: Room, templates: Environment) -> list[BaseRoute]:
    """Return the routes of reports."""

    def whole(request: Request) -> Response:
        headers = {"content-disposition": 'attachment; filename="report.html"'}
        with room.spelt():
            return Response(html(_asked(room, request)), media_type="text/html", headers=headers)

    def plain(request: Request) -> Response:
        with room.spelt():
            return Response(markdown(_asked(room, request)), media_type="text/markdown")

    return [
        Route("/report.html", whole),
        Route("/report.md", plain),
        *twins("/report", "/report", show_report, room, templates),
    ]


def show_report(room: Room, request: Request) -> Answer:
    """Show the report on a question, or what may be reported on where nothing is asked."""
    question = question_of(request.query_params)
    overview = room.overview()
    if question is None:
        stories = overview.stories[:MOST]
        offered: Value = [{"title": story.title, "report": f"/report?{story.query}"} for story in stories]
        return Answer("report_choose.html", {"stories": stories}, {"stories": offered})
    with room.open() as ledger:
        report = tell(ledger, question, _chosen(room, ledger, question))
    if report is None:
        raise missing("report", "claim for it")
    query = urlencode([(key, value) for key, value in request.query_params.multi_items() if value])
    return Answer("report.html", {"report": report, "query": query}, partial(as_object, report))


def _chosen(room: Room, ledger: Ledger, question: Question) -> Chosen | None:
    if question.claims is None:
        return None
    choice = room.claims.choose(ledger, question.claims)
    return Chosen(choice.numbers(Order.NEWEST, limit=MOST_CLAIMS), choice.total)


def question_of(given: QueryParams) -> Question | None:
    """Return what an address asks a report on, or nothing (raises UsageError for a choice that is none)."""
    kept = kept_of(given)
    series = tuple(given.getlist("series"))[:MOST]
    title = given.get("title", "").strip()[:LONGEST_TITLE]
    narrowed = {key: value for key, value in kept.items() if key != "sort"}
    if not narrowed and not series:
        return None
    told = ", ".join(value.replace("_", " ") for value in narrowed.values())
    return Question(title, series, wanted(narrowed)[0] if narrowed else None, told)


def _asked(room: Room, request: Request) -> Report:
    def show(room: Room, request: Request) -> Answer:
        answer = show_report(room, request)
        if "report" not in answer.shown:
            raise missing("report", "question (name a series or a filter)")
        return answer

    report = asked(show, room, request).shown["report"]
    assert isinstance(report, Report)
    return report
