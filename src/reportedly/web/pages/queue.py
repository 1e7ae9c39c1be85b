"""The queue: claims that wait for a person, what matters most first, and what was said last."""

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.requests import Request

from reportedly.export import Value
from reportedly.ledger import Entry, Ledger
from reportedly.model import Review
from reportedly.web.answering.answers import Answer
from reportedly.web.answering.forms import reviewer
from reportedly.web.room import Room
from reportedly.web.rulings import Ruling, rule

SHOWN = 40


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim that waits for a person, and why it comes now."""

    entry: Entry
    because: str
    ruling: Ruling


def waiting(ledger: Ledger, queue: tuple[tuple[str, str], ...]) -> tuple[tuple[Waiting, ...], int]:
    """Return the first claims of a queue on which nobody has said anything, and how many there are."""
    judged = ledger.reviewed.judged()
    left = [
        (claim, because)
        for claim, because in queue
        if claim not in judged or rule(ledger.reviews(claim)).word is None
    ]
    found = []
    for claim, because in left[:SHOWN]:
        entry = ledger.claim(claim)
        if entry:
            found.append(Waiting(entry, because, Ruling()))
    return tuple(found), len(left)


@dataclass(frozen=True, slots=True)
class Given:
    """A word that somebody gave, the claim it was given on, and whether it can still be undone."""

    review: Review
    entry: Entry
    stands: bool


def _given(ledger: Ledger, most: int) -> Iterator[Given]:
    """Yield the latest words, newest first; of each claim only the newest can be undone."""
    seen: set[str] = set()
    for review in ledger.reviewed.newest(most):
        entry = ledger.claim(review.claim)
        if entry:
            stands = review.claim not in seen and rule(ledger.reviews(review.claim)).word is not None
            seen.add(review.claim)
            yield Given(review, entry, stands)


def show_queue(room: Room, request: Request) -> Answer:
    """Show the claims that wait for a person, what matters most first."""
    overview = room.overview()
    with room.open() as ledger:
        rows, total = waiting(ledger, overview.queue)
        newest = tuple(_given(ledger, 12))
    twin: Value = {
        "total": total,
        "queue": [{"claim": row.entry.claim.id, "because": row.because} for row in rows],
    }
    shown = {"rows": rows, "total": total, "newest": newest, "by": reviewer(request, room)}
    return Answer("queue.html", shown, twin)
