"""A page with its words lit: as text, or as it was archived."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from starlette.requests import Request

from reportedly.export import Value, page_object
from reportedly.ledger import Entry, Ledger, Page, claims_on
from reportedly.model import Claim, Drift, Relation, RelationKind, Review, Section, decode
from reportedly.pipeline import names
from reportedly.web.answering.answers import Answer, missing
from reportedly.web.markup.archived import Archived, archived
from reportedly.web.markup.lighting import LitBlock, light
from reportedly.web.room import Room
from reportedly.web.rulings import Ruling, rule

from .choices import page_number
from .claim import as_object
from .revisions import moment

ARCHIVED = "archived"
ROWS = 100
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")


@dataclass(frozen=True, slots=True)
class Against:
    """A headline held against its body: both claims, and what differs, in words."""

    headline: Entry
    body: Entry
    because: str


@dataclass(frozen=True, slots=True)
class ReaderView:
    """A page with its words lit; ``archived`` only where it is asked for so."""

    page: Page
    document: Value
    language: str | None
    blocks: tuple[LitBlock, ...]
    entries: tuple[Entry, ...]
    captures: tuple[tuple[str, str], ...]
    rulings: Mapping[str, Ruling]
    against: tuple[Against, ...]
    archived: Archived | None = None

    @property
    def every(self) -> tuple[Claim, ...]:
        """All claims of the page, as they stand."""
        return tuple(entry.claim for entry in self.entries)

    @property
    def unlit(self) -> tuple[Entry, ...]:
        """The claims whose words are not seen on the page as archived."""
        known = self.archived.unlit if self.archived else frozenset()
        return tuple(entry for entry in self.entries if entry.claim.id in known)


def show_page(room: Room, request: Request) -> Answer:
    """Show a page with its words lit."""
    name, asked = request.path_params["id"], request.query_params
    lit = asked.get("claim")
    with room.open() as ledger:
        view = reader(ledger, name, lit, as_archived=asked.get("as") == ARCHIVED)
    if view is None:
        raise missing(name, "page")
    return Answer("reader.html", {"view": view, "lit": lit}, partial(_twin, view, page_number(asked)))


def _twin(view: "ReaderView", screenful: int) -> Value:
    shown = view.entries[(screenful - 1) * ROWS : screenful * ROWS]
    return {
        "page": view.document,
        "total": len(view.entries),
        "screenful": screenful,
        "screenfuls": max(1, -(-len(view.entries) // ROWS)),
        "claims": [as_object(entry) for entry in shown],
    }


def reader(
    ledger: Ledger, document_id: str, lit: str | None = None, *, as_archived: bool = False
) -> ReaderView | None:
    """Return a page with its words lit, or nothing if the ledger has no such page."""
    document = ledger.document(document_id)
    if document is None:
        return None
    claims = list(claims_on(ledger, document_id))
    page = next(c for c in ledger.captures(document.url) if c.id == document_id)
    entries = tuple(Entry(claim, page) for claim in claims)
    said: dict[str, list[Review]] = {}
    for review in ledger.reviewed.of_page(document_id):
        said.setdefault(review.claim, []).append(review)
    return ReaderView(
        page,
        page_object(document),
        _language(document.reading("language")),
        tuple(light(document, claims)),
        entries,
        tuple((kept.capture.id, moment(kept)) for kept in ledger.captured.of(document.url)),
        {claim.id: rule(said.get(claim.id, ())) for claim in claims},
        tuple(_against(ledger, entries)),
        archived(ledger, document, claims, lit) if as_archived else None,
    )


def _language(told: str | None) -> str | None:
    """Return a page's language as markup may say it, or nothing."""
    return told.lower() if told and _LANGUAGE.fullmatch(told) else None


def _against(ledger: Ledger, entries: Sequence[Entry]) -> Iterator[Against]:
    """Yield where this page's headline and its body differ, each pair once."""
    here = {entry.claim.id: entry for entry in entries}
    seen: set[tuple[str, str]] = set()
    for entry in entries:
        if entry.claim.section is not Section.HEADLINE:
            continue
        for one, other, because in _ties(ledger, entry.claim.id):
            body = here.get(other if one == entry.claim.id else one)
            pair = (entry.claim.id, body.claim.id) if body else None
            if body and pair and pair not in seen and body.claim.section is not Section.HEADLINE:
                seen.add(pair)
                yield Against(entry, body, names.spoken(because))


def _ties(ledger: Ledger, claim: str) -> Iterator[tuple[str, str, str]]:
    for record in ledger.derived.about(claim, "Drift"):
        drift = decode(Drift, record)
        yield drift.before, drift.after, drift.because
    for record in ledger.derived.about(claim, "Relation"):
        relation = decode(Relation, record)
        if relation.kind in {RelationKind.REFINES, RelationKind.CONFLICTS}:
            yield relation.later, relation.earlier, relation.because
