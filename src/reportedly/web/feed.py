"""A view of the ledger as an Atom feed (RFC 4287), for any feed reader."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from reportedly.ledger import Entry, entries_at
from reportedly.model import chain, counted, figure, party

from . import views
from .across import lit
from .answering import Answer, asked
from .room import Room

MOST = 40
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def routes(room: Room) -> list[BaseRoute]:
    """Return the route of the feed."""

    def show(room: Room, request: Request) -> Answer:
        wanted, order = views.wanted(request.query_params)
        with room.open() as ledger:
            numbers = room.claims.choose(ledger, wanted).numbers(order, limit=MOST)
            entries = tuple(entries_at(ledger, numbers))
        base, query = str(request.base_url).rstrip("/"), str(request.query_params)
        page = f"{base}/ledger?{query}" if query else f"{base}/ledger"
        return Answer("", {"feed": atom(entries, ("Reportedly: claims", str(request.url), page), base)})

    def feed(request: Request) -> Response:
        return send(asked(show, room, request))

    return [Route("/ledger.atom", feed)]


def send(answer: Answer) -> Response:
    """Return a feed as a feed reader takes it."""
    return Response(str(answer.shown["feed"]), media_type="application/atom+xml")


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
