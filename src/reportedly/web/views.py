"""What each view shows, gathered from the ledger; every one has a ``.json`` twin."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from reportedly.export import Value, claim_object, page_object
from reportedly.ledger import FACETS, ClaimFilter, Entry, Ledger, Page, Refusal, parse_days
from reportedly.model import Drift, Relation, Review
from reportedly.pipeline import Standing, standing

from . import names
from .lighting import LitBlock, light
from .overview import Overview, Story
from .rulings import Ruling, rule

ROWS = 50


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet: its values with counts, and the value chosen."""

    name: str
    values: tuple[tuple[str, int], ...]
    chosen: str | None


@dataclass(frozen=True, slots=True)
class LedgerView:
    """A screenful of claims and the ways to narrow it."""

    entries: tuple[Entry, ...]
    total: int
    page: int
    facets: tuple[Facet, ...]
    asked: dict[str, str]
    rulings: Mapping[str, Ruling]

    @property
    def pages(self) -> int:
        """How many screenfuls there are."""
        return max(1, -(-self.total // ROWS))

    def link(self, **changes: str | int | None) -> str:
        """Return the address of this view with some choices changed; nothing drops a choice."""
        kept: dict[str, str | int | None] = {**self.asked, **changes}
        chosen = urlencode({key: value for key, value in kept.items() if value})
        return f"/ledger?{chosen}" if chosen else "/ledger"


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the ledger holds, what is new, what asks for attention."""

    claims: int
    page_count: int
    newest: tuple[Page, ...]
    refused: tuple[Refusal, ...]
    stories: tuple[Story, ...]
    opposed: tuple[tuple[Relation, str, Entry, Entry], ...]
    split: tuple[tuple[Relation, str, Entry, Entry], ...]
    drifts: tuple[tuple[Drift, ...], ...]
    counted: tuple[int, int]
    waiting: int


@dataclass(frozen=True, slots=True)
class ReaderView:
    """A page with its words lit."""

    page: Page
    document: Value
    blocks: tuple[LitBlock, ...]
    entries: tuple[Entry, ...]
    captures: tuple[Page, ...]
    rulings: Mapping[str, Ruling]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim, how it stands across pages, and what people said of it."""

    entry: Entry
    standing: Standing
    reasons: tuple[tuple[Relation, str, Entry, Entry], ...]
    reviews: tuple[Review, ...]
    ruling: Ruling


def home(ledger: Ledger, overview: Overview) -> HomeView:
    """Return what Home shows."""
    return HomeView(
        ledger.count(ClaimFilter()),
        ledger.page_count(),
        tuple(ledger.pages(limit=10)),
        tuple(ledger.refusals())[:20],
        overview.stories[:9],
        tied(ledger, overview.opposed[:8]),
        tied(ledger, overview.split[:5]),
        overview.drifts[:6],
        overview.counted,
        overview.waiting,
    )


def tied(ledger: Ledger, relations: Iterable[Relation]) -> tuple[tuple[Relation, str, Entry, Entry], ...]:
    """Return relations with their reasons by name and both claims, later first."""
    found = []
    for relation in relations:
        later, earlier = ledger.claim(relation.later), ledger.claim(relation.earlier)
        if later and earlier:
            found.append((relation, names.spoken(relation.because), later, earlier))
    return tuple(found)


def ledger_view(ledger: Ledger, asked: Mapping[str, str]) -> LedgerView:
    """Return the claims that an address asks for (raises UsageError for a date that is none)."""
    kept = {key: value for key, value in asked.items() if key in _ASKABLE and value}
    wanted = _filter(kept)
    number = int(asked["page"]) if asked.get("page", "").isdecimal() else 1
    facets = tuple(_facet(ledger, name, kept) for name in FACETS)
    entries = tuple(ledger.entries(wanted, limit=ROWS, offset=(max(number, 1) - 1) * ROWS))
    rulings = {e.claim.id: rule(ledger.reviews(e.claim.id)) for e in entries}
    return LedgerView(entries, ledger.count(wanted), max(number, 1), facets, kept, rulings)


_ASKABLE = (*FACETS, "words", "date", "document")


def _filter(asked: Mapping[str, str]) -> ClaimFilter:
    days = parse_days(asked["date"]) if "date" in asked else None
    return ClaimFilter(
        kind=asked.get("kind"),
        actor=asked.get("actor"),
        recipient=asked.get("recipient"),
        items=(asked["item"],) if "item" in asked else (),
        speaker=asked.get("speaker"),
        modality=asked.get("modality"),
        outlet=asked.get("outlet"),
        document=asked.get("document"),
        words=asked.get("words"),
        since=days.start if days else None,
        until=days.last if days else None,
    )


def _facet(ledger: Ledger, name: str, asked: Mapping[str, str]) -> Facet:
    """Count a facet's values under every other choice, so that each shows what choosing it would give."""
    others = _filter({key: value for key, value in asked.items() if key != name})
    return Facet(name, tuple(ledger.facet(name, others, limit=12)), asked.get(name))


def reader(ledger: Ledger, document_id: str) -> ReaderView | None:
    """Return a page with its words lit, or nothing if the ledger has no such page."""
    document = ledger.document(document_id)
    if document is None:
        return None
    entries = tuple(ledger.entries(ClaimFilter(document=document_id)))
    captures = tuple(ledger.captures(document.url))
    page = next(c for c in captures if c.id == document_id)
    said: dict[str, list[Review]] = {}
    for review in ledger.reviewed.of_page(document_id):
        said.setdefault(review.claim, []).append(review)
    rulings = {entry.claim.id: rule(said.get(entry.claim.id, ())) for entry in entries}
    blocks = tuple(light(document, [entry.claim for entry in entries]))
    return ReaderView(page, page_object(document), blocks, entries, captures, rulings)


def claim(ledger: Ledger, claim_id: str) -> ClaimView | None:
    """Return one claim and how it stands, or nothing."""
    entry = ledger.claim(claim_id)
    if entry is None:
        return None
    found = standing(ledger, entry.claim.id)
    reviews = tuple(ledger.reviews(entry.claim.id))
    return ClaimView(entry, found, tied(ledger, found.relations), reviews, rule(reviews))


def as_object(entry: Entry) -> dict[str, Value]:
    """Return a claim for a ``.json`` twin."""
    return claim_object(entry.claim, entry.page.facts)
