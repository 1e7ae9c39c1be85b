"""Filters as a person types them, turned into what the ledger understands."""

import argparse

from reportedly.ledger import ClaimFilter, parse_days


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
