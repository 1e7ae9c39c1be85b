"""The ledger: a screenful of claims, and the ways to narrow it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from starlette.requests import Request

from reportedly.export import Value
from reportedly.ledger import FACETS, Entry, Order, entries_at, said_of
from reportedly.web.answering.answers import Answer
from reportedly.web.markup.columns import COLUMNS, Column, columns_of
from reportedly.web.room import Room
from reportedly.web.rulings import Ruling, rule

from .choices import kept_of, page_number, wanted
from .claim import as_object

ROWS, SHOWN = 50, 12


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


def show_ledger(room: Room, request: Request) -> Answer:
    """Show the claims that an address asks for."""
    view = ledger_view(room, request.query_params)
    with room.open() as ledger:
        saved = tuple(ledger.views.all())
    shown = {
        "view": view,
        "orders": tuple(Order),
        "every": COLUMNS,
        "saved": saved,
        "asked_words": view.asked.get("words", ""),
    }
    return Answer("ledger.html", shown, partial(_twin, view))


def _twin(view: LedgerView) -> Value:
    return {
        "total": view.total,
        "page": view.page,
        "pages": view.pages,
        "facets": {f.name: [{"value": v, "count": n} for v, n in f.values] for f in view.facets},
        "claims": [as_object(entry) for entry in view.entries],
    }


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
