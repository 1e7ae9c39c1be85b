"""What each view shows, gathered from the ledger; every one has a ``.json`` twin."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from reportedly.export import Value, claim_object
from reportedly.ledger import (
    FACETS,
    ClaimFilter,
    Entry,
    Ledger,
    Order,
    entries_at,
    entries_of,
    said_of,
)
from reportedly.ledger import asked as asked_of
from reportedly.model import Relation, Review
from reportedly.pipeline import Standing, names, standing

from .columns import Column, columns_of
from .room import Room
from .rulings import Ruling, rule

ROWS, MOST, SHOWN = 50, 10_000, 12


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
    columns: tuple[Column, ...]

    @property
    def pages(self) -> int:
        """How many screenfuls there are."""
        return max(1, -(-self.total // ROWS))

    @property
    def narrowed(self) -> bool:
        """Is anything left out of this view?"""
        return bool(set(self.asked) - {"sort", "columns"})

    @property
    def query(self) -> str:
        """The choices of this view as its address tells them, the screenful aside."""
        return urlencode(self.asked)

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
    relations = tuple(relations)
    ends = dict.fromkeys(end for relation in relations for end in (relation.later, relation.earlier))
    known = {entry.claim.id: entry for entry in entries_of(ledger, ends)}
    return tuple(
        (relation, names.spoken(relation.because), known[relation.later], known[relation.earlier])
        for relation in relations
        if relation.later in known and relation.earlier in known
    )


def ledger_view(room: Room, asked: Mapping[str, str]) -> LedgerView:
    """Return the claims that an address asks for (raises UsageError for a choice that is none)."""
    kept = kept_of(asked)
    claims, order = wanted(kept)
    number = page_number(asked)
    with room.open() as ledger:
        choice = room.claims.choose(ledger, claims)
        facets = tuple(Facet(name, tuple(choice.facet(name, SHOWN)), kept.get(name)) for name in FACETS)
        numbers = choice.numbers(order, offset=(number - 1) * ROWS, limit=ROWS)
        entries = tuple(entries_at(ledger, numbers))
        said = said_of(ledger, [entry.claim.id for entry in entries])
    total = choice.figures if order.by_figure else choice.total
    rulings = {claim: rule(reviews) for claim, reviews in said.items()}
    return LedgerView(entries, total, number, facets, kept, rulings, columns_of(kept))


_ASKABLE = (*FACETS, "words", "date", "document", "sort", "columns")


def kept_of(asked: Mapping[str, str]) -> dict[str, str]:
    """Return the choices of an address that this view knows."""
    kept = {key: asked[key] for key in _ASKABLE if asked.get(key)}
    if isinstance(asked, QueryParams) and "columns" in kept:
        kept["columns"] = ",".join(filter(None, asked.getlist("columns")))
    return kept


def page_number(asked: Mapping[str, str]) -> int:
    """Return which screenful is asked for; nonsense asks for the first."""
    given = asked.get("page", "")
    return max(1, int(given)) if given.isascii() and given.isdecimal() and len(given) < 7 else 1


def wanted(asked: Mapping[str, str]) -> tuple[ClaimFilter, Order]:
    """Return the filter and order that an address asks for (raises UsageError where they make no sense)."""
    return asked_of(asked)


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
