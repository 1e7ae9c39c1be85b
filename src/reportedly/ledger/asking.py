"""A view as an address tells it, turned into what the ledger understands."""

from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl

from reportedly.errors import UsageError

from .batches import entries_at
from .days import parse_days
from .filters import ClaimFilter, where
from .orders import Order
from .store import Entry, Ledger


def asked(choices: Mapping[str, str]) -> tuple[ClaimFilter, Order]:
    """Return the filter and order of some choices (raises UsageError where they make no sense)."""
    order = choices.get("sort") or Order.NEWEST.value
    if order not in set(Order):
        raise UsageError(f"{order}: not an order (choose one of {', '.join(Order)})")
    return _filter({key: value for key, value in choices.items() if value}), Order(order)


def asked_in(query: str) -> ClaimFilter:
    """Return the filter of a view's query ("kind=transfer&actor=Russia")."""
    return asked(dict(parse_qsl(query)))[0]


def _filter(choices: Mapping[str, str]) -> ClaimFilter:
    days = parse_days(choices["date"]) if "date" in choices else None
    return ClaimFilter(
        kind=choices.get("kind"),
        actor=choices.get("actor"),
        recipient=choices.get("recipient"),
        items=(choices["item"],) if "item" in choices else (),
        speaker=choices.get("speaker"),
        modality=choices.get("modality"),
        outlet=choices.get("outlet"),
        document=choices.get("document"),
        words=choices.get("words"),
        since=days.start if days else None,
        until=days.last if days else None,
    )


def come_since(ledger: Ledger, filtered: ClaimFilter, reading: int, limit: int) -> tuple[Entry, ...]:
    """Return the claims that a filter asks for and that came after a reading, last come first."""
    condition = where(filtered)
    sql = (
        "SELECT claim.number FROM claim JOIN document ON document.id = claim.document "  # noqa: S608 - bound
        f"WHERE {condition.sql} AND claim.reading > ? ORDER BY claim.number DESC LIMIT ?"
    )
    rows: Iterator[tuple[int]] = ledger._db.execute(sql, (*condition.values, reading, limit))  # noqa: SLF001
    return tuple(entries_at(ledger, [number for (number,) in rows]))
