"""Claims as Atom feeds (RFC 4287), for any feed reader: of an address of the ledger, of a saved view."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from reportedly.ledger import Entry, asked_in, entries_at
from reportedly.model import chain, counted, figure, party
from reportedly.web.answering.answers import Answer, Show, asked, missing
from reportedly.web.pages.choices import wanted
from reportedly.web.room import Room
from reportedly.web.series.view import lit

MOST = 40
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def routes(room: Room) -> list[BaseRoute]:
    """Return the routes of the feeds: of any choice among claims, of a saved view."""

    def feed(path: str, show: Show) -> Route:
        def send(request: Request) -> Response:
            told = asked(show, room, request).shown["feed"]
            return Response(str(told), media_type="application/atom+xml")

        return Route(path, send)

    return [feed("/ledger.atom", show_ledger_feed), feed("/views/{name}.atom", show_view_feed)]


def show_ledger_feed(room: Room, request: Request) -> Answer:
    """Show the claims that an address asks for, in its order, as a feed."""
    chosen, order = wanted(request.query_params)
    with room.open() as ledger:
        numbers = room.claims.choose(ledger, chosen).numbers(order, limit=MOST)
        entries = tuple(entries_at(ledger, numbers))
    return _feed(entries, "Reportedly: claims", str(request.query_params), request)


def show_view_feed(room: Room, request: Request) -> Answer:
    """Show what came into a saved view, the last first, as a feed."""
    name = request.path_params["name"]
    with room.open() as ledger:
        view = ledger.views.one(name)
        if view is None:
            raise missing(name, "view")
        numbers = room.claims.choose(ledger, asked_in(view.query)).latest(MOST)
        entries = tuple(entries_at(ledger, numbers))
    return _feed(entries, f"Reportedly: {view.name}", view.query, request)


def _feed(entries: tuple[Entry, ...], title: str, query: str, request: Request) -> Answer:
    base = str(request.base_url).rstrip("/")
    page = f"{base}/ledger?{query}" if query else f"{base}/ledger"
    return Answer("", {"feed": atom(entries, (title, str(request.url), page), base)})


def atom(entries: tuple[Entry, ...], told: tuple[str, str, str], base: str) -> str:
    """Return some claims as an Atom feed; ``told`` are its title, its own address and its page's."""
    title, address, page = told
    newest = max((_day(entry) for entry in entries), default="1970-01-01T00:00:00Z")
    return "".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">',
            f"<id>{_text(address)}</id><title>{_text(title)}</title><updated>{newest}</updated>",
            f'<link rel="self" href={quoteattr(_legal(address))}/><link href={quoteattr(_legal(page))}/>',
            "<author><name>Reportedly</name></author>",
            *(part for entry in entries for part in _entry(entry, base)),
            "</feed>\n",
        )
    )


def _entry(entry: Entry, base: str) -> Iterator[str]:
    claim = entry.claim
    parties = " → ".join(party(m) for m in (claim.actor, claim.recipient) if m)
    amount = f"{figure(claim.quantity)} {counted(claim)}" if claim.quantity else counted(claim)
    title = f"{chain(claim.attribution) or entry.page.outlet or 'the page'}: {claim.kind} {amount} {parties}"
    yield f"<entry><id>urn:reportedly:claim:{claim.id}</id><title>{_text(' '.join(title.split()))}</title>"
    yield f"<updated>{_day(entry)}</updated><link href={quoteattr(_legal(base + lit(entry)))}/>"
    yield f"<summary>{_text(claim.evidence.exact)}</summary></entry>"


def _day(entry: Entry) -> str:
    return f"{(entry.page.published or '1970-01-01')[:10]}T00:00:00Z"


def _text(words: str) -> str:
    return escape(_legal(words))


def _legal(words: str) -> str:
    return _ILLEGAL.sub("", words)
