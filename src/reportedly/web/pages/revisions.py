"""Two captures of one address side by side: what was taken out, put in, moved and reworded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from starlette.requests import Request

from reportedly.errors import UsageError
from reportedly.export import Value
from reportedly.ledger import Kept
from reportedly.pipeline import Compared, compare_captures
from reportedly.reconcile import Beside
from reportedly.web.answering.answers import Answer
from reportedly.web.room import Room

QUIET = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks that changed, or a longer run of blocks that did not and may stay folded."""

    rows: tuple[Beside, ...]
    same: bool

    @property
    def folded(self) -> bool:
        """Is it long and unchanged?"""
        return self.same and len(self.rows) > QUIET


def show_revision(room: Room, request: Request) -> Answer:
    """Show two captures of one address side by side."""
    page, other = request.query_params.get("page", ""), request.query_params.get("other")
    if not page:
        raise UsageError("revisions: which page? (?page=ID, from a page that was captured twice)")
    with room.open() as ledger:
        found = compare_captures(ledger, page, other)
    if found is None:
        raise UsageError(f"{page}: captured once (add its address again, later, to see what changed)")
    shown = {
        "found": found,
        "stretches": tuple(stretches(found.rows)),
        "moments": {kept.capture.id: moment(kept) for kept in found.captures},
    }
    return Answer("revisions.html", shown, _twin(found))


def stretches(rows: Iterable[Beside]) -> Iterator[Stretch]:
    """Yield rows in runs: changed, unchanged, changed."""
    for same, some in groupby(rows, key=lambda row: row.change is None):
        yield Stretch(tuple(some), same)


def moment(kept: Kept) -> str:
    """Return when a capture was taken, or that nobody told."""
    fetched = kept.capture.fetched
    return f"{fetched:%Y-%m-%d %H:%M}" if fetched else "no moment told"


def _twin(found: Compared) -> Value:
    return {
        "url": found.after.capture.url,
        "before": found.before.capture.id,
        "after": found.after.capture.id,
        "blocks": [
            {"change": b.change.value, "kind": b.kind.value, "before": b.before, "after": b.after}
            for b in found.revision.blocks
        ],
        "claims": [
            {
                "change": c.change.value,
                "kind": c.kind,
                "before": c.before,
                "after": c.after,
                "words_before": c.words_before,
                "words_after": c.words_after,
                "fields": [{"field": f.field, "before": f.before, "after": f.after} for f in c.fields],
            }
            for c in found.revision.claims
        ],
    }
