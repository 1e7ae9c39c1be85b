"""Filters as a person types them, turned into what the ledger understands."""

import argparse
import re
from datetime import date

from reportedly.errors import UsageError
from reportedly.ledger import ClaimFilter
from reportedly.model import Granularity, Period

_DAYS = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def claim_filter(given: argparse.Namespace) -> ClaimFilter:
    """Return the filter that the options ask for (raises UsageError for a date that is none)."""
    days = parse_days(given.date) if given.date else None
    return ClaimFilter(
        kind=given.kind,
        actor=_party(given.actor),
        recipient=_party(given.recipient),
        items=_items(given.item),
        speaker=_party(given.speaker),
        modality=given.modality,
        since=days.start if days else None,
        until=days.last if days else None,
        document=given.page,
        words=given.words,
    )


def parse_days(words: str) -> Period:
    """Return the days of a date as ISO 8601 writes it: a year, a month, a day, or two with ``/``."""
    first, _, last = words.partition("/")
    start, end = _one(first), _one(last or first)
    if start is None or end is None:
        raise UsageError(f"{words}: not a date (write 2024, 2024-06, 2024-06-14 or 2024-06-01/2024-06-30)")
    return Period(start[0], end[1], Granularity.SPAN)


def _one(words: str) -> tuple[date, date] | None:
    match = _DAYS.fullmatch(words)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year + 1, 1, 1)
        if day is None:
            return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
        start = date(year, month, day)
    except ValueError:
        return None
    return start, date.fromordinal(start.toordinal() + 1)


def _party(words: str | None) -> str | None:
    """Return an actor's id where its name is known, else the words as typed."""
    if words is None or ":" in words:
        return words
    from reportedly.lexicon import load_actors  # noqa: PLC0415 - only a filter by name needs the table

    found = load_actors().resolve(words)
    return found.id if found else words


def _items(words: str | None) -> tuple[str, ...]:
    """Return the vocabulary ids that a word means, with all that is narrower, and the word itself."""
    if words is None:
        return ()
    from reportedly.lexicon import load_items  # noqa: PLC0415 - the same

    items = load_items()
    found = items.find(tuple(words.lower().split()))
    return (words, *(items.narrower(found.id) if found and found.id else ()))
