"""What each view shows, gathered from the ledger; every one has a ``.json`` twin."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from reportedly.errors import UsageError
from reportedly.export import Value, claim_object
from reportedly.ledger import FACETS, ClaimFilter, Entry, Ledger, Order, parse_days
from reportedly.model import Relation, Review
from reportedly.pipeline import Standing, standing

from . import names
from .overview import Overview
from .rulings import Ruling, rule

ROWS, MOST, COUNTED = 50, 10_000, 4_000


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet: its values with counts, and the value chosen."""

    name: str
    values: tuple[tuple[str, int], ...]
    chosen: str | None
    capped: bool = False


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
        return max(1, -(-min(self.total, MOST) // ROWS))

    @property
    def counted(self) -> str:
        """How many claims there are, in words where the count was cut short."""
        return f"{MOST:,} or more" if self.total == MOST else f"{self.total:,}"

    def link(self, **changes: str | int | None) -> str:
        """Return the address of this view with some choices changed; nothing drops a choice."""
        kept: dict[str, str | int | None] = {**self.asked, **changes}
        chosen = urlencode({key: value for key, value in kept.items() if value})
        return f"/ledger?{chosen}" if chosen else "/ledger"


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim, how it stands across pages, and what people said of it."""

    entry: Entry
    standing: Standing
    reasons: tuple[tuple[Relation, str, Entry, Entry], ...]
    reviews: tuple[Review, ...]
    ruling: Ruling


def tied(ledger: Ledger, relations: Iterable[Relation]) -> tuple[tuple[Relation, str, Entry, Entry], ...]:
    """Return relations with their reasons by name and both claims, later first."""
    found = []
    for relation in relations:
        later, earlier = ledger.claim(relation.later), ledger.claim(relation.earlier)
        if later and earlier:
            found.append((relation, names.spoken(relation.because), later, earlier))
    return tuple(found)


def ledger_view(ledger: Ledger, asked: Mapping[str, str], overview: Overview) -> LedgerView:
    """Return the claims that an address asks for (raises UsageError for a choice that is none)."""
    kept = kept_of(asked)
    claims, order = wanted(kept)
    number = page_number(asked)
    narrowed = len(kept) > ("sort" in kept)
    total = (0 if narrowed else overview.claims) or ledger.count(claims, most=MOST)
    facets = tuple(_facet(ledger, name, kept, overview) for name in FACETS)
    offset = min((number - 1) * ROWS, MOST)
    entries = tuple(ledger.entries(claims, limit=ROWS, offset=offset, order=order))
    rulings = {e.claim.id: rule(ledger.reviews(e.claim.id)) for e in entries}
    return LedgerView(entries, total, number, facets, kept, rulings)


_ASKABLE = (*FACETS, "words", "date", "document", "sort")


def kept_of(asked: Mapping[str, str]) -> dict[str, str]:
    """Return the choices of an address that this view knows."""
    return {key: asked[key] for key in _ASKABLE if asked.get(key)}


def page_number(asked: Mapping[str, str]) -> int:
    """Return which screenful is asked for; nonsense asks for the first."""
    given = asked.get("page", "")
    return max(1, int(given)) if given.isascii() and given.isdecimal() and len(given) < 7 else 1


def wanted(asked: Mapping[str, str]) -> tuple[ClaimFilter, Order]:
    """Return the filter and order that an address asks for (raises UsageError where they make no sense)."""
    order = asked.get("sort") or Order.NEWEST.value
    if order not in set(Order):
        raise UsageError(f"{order}: not an order (choose one of {', '.join(Order)})")
    return _filter({key: value for key, value in asked.items() if value}), Order(order)


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


def _facet(ledger: Ledger, name: str, asked: Mapping[str, str], overview: Overview) -> Facet:
    """Count a facet's values under every other choice, so that each shows what choosing it would give."""
    others = {key: value for key, value in asked.items() if key not in {name, "sort"}}
    if not others and name in overview.facets:
        return Facet(name, overview.facets[name], asked.get(name))
    values = tuple(ledger.facet(name, _filter(others), limit=12, most=COUNTED))
    return Facet(name, values, asked.get(name), capped=sum(n for _, n in values) >= COUNTED // 2)


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
