"""Home: what is new since the last visit, the stories, what asks for attention, what is being done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from starlette.requests import Request

from reportedly.export import Value
from reportedly.ledger import Arrived, ClaimFilter, Entry, Ledger, Page, Refusal, arrived
from reportedly.model import Drift
from reportedly.web.answering.answers import Answer
from reportedly.web.room import Room
from reportedly.web.room.overview import Overview, Story

from . import visits
from .adding import ways
from .claim import Tied, tied
from .visits import Visit

SHOWN, MOST = 8, 10_000


@dataclass(frozen=True, slots=True)
class Turned:
    """Two wordings of one saying, with all that changed on the way, and both claims."""

    drifts: tuple[Drift, ...]
    before: Entry
    after: Entry


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the ledger holds, what is new, what asks for attention.

    ``since`` is the last look of the visit before; nothing on a first visit.
    """

    claims: int
    page_count: int
    since: Visit | None
    new: Arrived
    fresh: tuple[Page, ...]
    newest: tuple[Page, ...]
    refused: tuple[Refusal, ...]
    refusals: int
    stories: tuple[Story, ...]
    opposed: tuple[Tied, ...]
    split: tuple[Tied, ...]
    drifts: tuple[Turned, ...]
    counted: tuple[int, int]
    waiting: int

    def is_new(self, *entries: Entry) -> bool:
        """Did any of these claims come in since the last visit?"""
        return any(entry.page.id in self.new.pages for entry in entries)


def show_home(room: Room, request: Request) -> Answer:
    """Show what is new, the stories, what asks for attention, and what is being read."""
    overview = room.overview()
    now = int(datetime.now(UTC).timestamp())
    with room.open() as ledger:
        reading = ledger.reviewed.state()[0]
        found = visits.visits(request.cookies.get(visits.COOKIE, ""), Visit(reading, now))
        view = home(ledger, overview, found.before)
        asked_for = sum(ledger.watched.waiting([feed]) for feed in room.following.feeds)
    shown = {"view": view, "asked_for": asked_for, **ways(room)}
    return Answer("home.html", shown, _twin(view), {visits.COOKIE: visits.told(found)})


def home(ledger: Ledger, overview: Overview, since: Visit | None = None) -> HomeView:
    """Return what Home shows; what came in since the last visit stands first among its like."""
    new = arrived(ledger, since.reading) if since else Arrived()
    return HomeView(
        overview.claims or ledger.count(ClaimFilter(), most=MOST),
        ledger.page_count(),
        since,
        new,
        _pages(ledger, new.pages[:SHOWN]),
        tuple(ledger.pages(limit=10)),
        tuple(islice(ledger.refusals(), SHOWN)),
        ledger.reviewed.state()[2],
        overview.stories[:6],
        _fresh_first(tied(ledger, overview.opposed[:40]), new)[:SHOWN],
        _fresh_first(tied(ledger, overview.split[:20]), new)[:5],
        tuple(_turned(ledger, overview.drifts[:6])),
        overview.counted,
        overview.waiting,
    )


def _pages(ledger: Ledger, ids: Sequence[str]) -> tuple[Page, ...]:
    found = []
    for name in ids:
        document = ledger.document(name)
        if document:
            found.append(next(p for p in ledger.captures(document.url) if p.id == name))
    return tuple(found)


def _fresh_first(found: Iterable[Tied], new: Arrived) -> tuple[Tied, ...]:
    pages = frozenset(new.pages)
    return tuple(sorted(found, key=lambda one: not ({one[2].page.id, one[3].page.id} & pages)))


def _turned(ledger: Ledger, drifts: Iterable[tuple[Drift, ...]]) -> Iterable[Turned]:
    for some in drifts:
        before, after = ledger.claim(some[0].before), ledger.claim(some[0].after)
        if before and after:
            yield Turned(some, before, after)


def _twin(view: HomeView) -> Value:
    return {
        "claims": view.claims,
        "pages": view.page_count,
        "since": view.since.moment if view.since else None,
        "new": {"pages": len(view.new.pages), "claims": view.new.claims},
        "newest": [page.facts for page in view.newest],
        "refused": [{"source": r.source, "reason": r.reason} for r in view.refused],
        "stories": [
            {
                "title": s.title,
                "series": [{"id": n.id, "title": n.title, "latest": n.latest} for n in s.lines],
            }
            for s in view.stories
        ],
    }
