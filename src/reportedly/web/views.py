"""What each view shows, gathered from the ledger; every one has a ``.json`` twin."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from reportedly.export import Value, claim_object, page_object
from reportedly.ledger import FACETS, ClaimFilter, Entry, Ledger, Page, Refusal, parse_days

from .lighting import LitBlock, light

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
    """What the ledger holds, at a glance."""

    claims: int
    page_count: int
    newest: tuple[Page, ...]
    attention: tuple[Entry, ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class ReaderView:
    """A page with its words lit."""

    page: Page
    document: Value
    blocks: tuple[LitBlock, ...]
    entries: tuple[Entry, ...]
    captures: tuple[Page, ...]


def home(path: Path) -> HomeView:
    """Return what Home shows."""
    with Ledger.open(path) as ledger:
        denied = ledger.entries(ClaimFilter(modality="denied"), limit=8)
        return HomeView(
            ledger.count(ClaimFilter()),
            ledger.page_count(),
            tuple(ledger.pages(limit=12)),
            tuple(denied),
            tuple(ledger.refusals())[:20],
        )


def ledger_view(path: Path, asked: Mapping[str, str]) -> LedgerView:
    """Return the claims that an address asks for (raises UsageError for a date that is none)."""
    kept = {key: value for key, value in asked.items() if key in _ASKABLE and value}
    wanted = _filter(kept)
    number = int(asked["page"]) if asked.get("page", "").isdecimal() else 1
    with Ledger.open(path) as ledger:
        facets = tuple(_facet(ledger, name, kept) for name in FACETS)
        entries = tuple(ledger.entries(wanted, limit=ROWS, offset=(max(number, 1) - 1) * ROWS))
        return LedgerView(entries, ledger.count(wanted), max(number, 1), facets, kept)


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


def reader(path: Path, document_id: str) -> ReaderView | None:
    """Return a page with its words lit, or nothing if the ledger has no such page."""
    with Ledger.open(path) as ledger:
        document = ledger.document(document_id)
        if document is None:
            return None
        entries = tuple(ledger.entries(ClaimFilter(document=document_id)))
        captures = tuple(ledger.captures(document.url))
        page = next(c for c in captures if c.id == document_id)
    blocks = tuple(light(document, [entry.claim for entry in entries]))
    return ReaderView(page, page_object(document), blocks, entries, captures)


def claim(path: Path, claim_id: str) -> Entry | None:
    """Return one claim, or nothing."""
    with Ledger.open(path) as ledger:
        return ledger.claim(claim_id)


def as_object(entry: Entry) -> dict[str, Value]:
    """Return a claim for a ``.json`` twin."""
    return claim_object(entry.claim, entry.page.facts)
