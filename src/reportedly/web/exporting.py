"""Exactly what the ledger shows, on its way out: CSV for spreadsheets, JSON-LD for the web of data."""

import json
from collections.abc import Iterable, Iterator
from io import StringIO

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from reportedly.export import Value, write_csv
from reportedly.ledger import Entry
from reportedly.model import figure

from . import views
from .answering import Answer, asked
from .room import Room

MOST = 100_000
_CONTEXT = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
}


def routes(room: Room) -> list[BaseRoute]:
    """Return the routes of exports."""

    def table(request: Request) -> Response:
        return _sent(_csv(_entries(room, _sound(room, request))), "text/csv; charset=utf-8", "claims.csv")

    def linked(request: Request) -> Response:
        return _sent(_linked(_entries(room, _sound(room, request))), "application/ld+json", "claims.jsonld")

    return [Route("/ledger.csv", table), Route("/ledger.jsonld", linked)]


def _sound(room: Room, request: Request) -> Request:
    """Return a request whose filters make sense, before anything is sent."""

    def show(_room: Room, request: Request) -> Answer:
        views.wanted(request.query_params)
        return Answer("", {})

    asked(show, room, request)
    return request


def _entries(room: Room, request: Request) -> Iterator[Entry]:
    wanted, order = views.wanted(request.query_params)
    with room.open() as ledger:
        yield from ledger.entries(wanted, limit=MOST, order=order)


def _sent(parts: Iterable[str], media_type: str, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(parts, media_type=media_type, headers=headers)


def _csv(entries: Iterable[Entry]) -> Iterator[str]:
    first = True
    for some in _dozens(entries):
        out = StringIO()
        write_csv(((entry.claim, entry.page.facts) for entry in some), out)
        yield out.getvalue() if first else out.getvalue().partition("\r\n")[2]
        first = False


def _dozens(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Yield entries some hundred at a time, at least once."""
    some: list[Entry] = []
    sent = False
    for entry in entries:
        some.append(entry)
        if len(some) == 500:
            yield some
            some, sent = [], True
    if some or not sent:
        yield some


def _linked(entries: Iterable[Entry]) -> Iterator[str]:
    yield f'{{"@context": {json.dumps(_CONTEXT)}, "@graph": ['
    for number, entry in enumerate(entries):
        yield (",\n" if number else "\n") + json.dumps(linked_claim(entry), ensure_ascii=False)
    yield "\n]}\n"


def linked_claim(entry: Entry) -> dict[str, Value]:
    """Return a claim as schema.org knows it, with its evidence as a Web Annotation selector."""
    claim, page = entry.claim, entry.page
    speaker = claim.speaker
    said: dict[str, Value] = {}
    if speaker:
        named = speaker.actor.name if speaker.actor else speaker.words
        said = {
            "author": {
                "@type": "Thing",
                "name": named,
                **({"identifier": speaker.actor.id} if speaker.actor else {}),
            }
        }
    article: dict[str, Value] = {
        "@type": "NewsArticle",
        "@id": page.url,
        "headline": page.title,
        "datePublished": page.published,
        "publisher": {"@type": "Organization", "name": page.outlet} if page.outlet else None,
    }
    evidence = claim.evidence
    return {
        "@type": "Claim",
        "@id": f"urn:reportedly:claim:{claim.id}",
        "text": evidence.exact,
        "about": claim.kind,
        "description": figure(claim.quantity) if claim.quantity else None,
        **said,
        "appearance": article,
        "prov:wasDerivedFrom": {"@id": page.url},
        "oa:hasSelector": [
            {
                "@type": "oa:TextQuoteSelector",
                "oa:exact": evidence.exact,
                "oa:prefix": evidence.prefix,
                "oa:suffix": evidence.suffix,
            },
            {
                "@type": "oa:TextPositionSelector",
                "oa:start": evidence.span.start,
                "oa:end": evidence.span.end,
            },
        ],
    }
