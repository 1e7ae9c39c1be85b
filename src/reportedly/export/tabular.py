"""Claims as a flat table: one row each, unknown values as ``..``."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from reportedly.model import UNKNOWN, Claim, chain, counted, figure, party, when

from .objects import Value

COLUMNS = (
    "id", "published", "outlet", "title", "url", "section", "kind", "actor", "recipient", "item", "item_id",
    "figure", "low", "high", "bound", "unit", "currency", "time", "place", "route_mode", "modality",
    "polarity",
    "stage", "aggregation", "outcome", "cause", "speaker", "chain", "cue", "evidence", "start", "end", "path",
    "document", "carrier", "exchange", "extractor",
)  # fmt: skip


def write_csv(
    rows: Iterable[tuple[Claim, Mapping[str, Value]]], out: TextIO, *, columns: Sequence[str] = COLUMNS
) -> int:
    """Write claims, each with its page's facts, as CSV (RFC 4180) and return how many."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    written = 0
    for claim, page in rows:
        cells = cells_of(claim, page)
        writer.writerow([_guarded(cells.get(column)) for column in columns])
        written += 1
    return written


def _page(page: Mapping[str, Value]) -> dict[str, str | None]:
    facts = {name: page.get(name) for name in ("published", "outlet", "title", "url")}
    return {name: str(value) if value is not None else None for name, value in facts.items()}


def cells_of(claim: Claim, page: Mapping[str, Value]) -> dict[str, str | None]:
    """Return a claim's cells by column, as they are printed."""
    return _page(page) | _what(claim) | _who(claim) | _where(claim)


def _what(claim: Claim) -> dict[str, str | None]:
    quantity = claim.quantity
    return {
        "kind": claim.kind,
        "item": counted(claim) or None,
        "item_id": claim.item.id if claim.item else None,
        "figure": figure(quantity),
        "low": str(quantity.low) if quantity and quantity.low is not None else None,
        "high": str(quantity.high) if quantity and quantity.high is not None else None,
        "bound": quantity.bound.value if quantity else None,
        "unit": quantity.unit if quantity else None,
        "currency": quantity.currency if quantity else None,
        "time": when(claim.time),
        "aggregation": claim.aggregation.value if claim.aggregation else None,
        "outcome": claim.outcome,
        "cause": claim.cause,
    }


def _who(claim: Claim) -> dict[str, str | None]:
    voice, speaker = claim.voice, claim.speaker
    return {
        "actor": party(claim.actor),
        "recipient": party(claim.recipient),
        "speaker": chain((speaker,)) if speaker else None,
        "chain": chain(claim.attribution) or None,
        "cue": speaker.cue if speaker else None,
        "modality": voice.modality.value,
        "polarity": voice.polarity.value,
        "stage": voice.stage.value if voice.stage else None,
    }


def _where(claim: Claim) -> dict[str, str | None]:
    evidence = claim.evidence
    return {
        "id": claim.id,
        "section": claim.section.value,
        "place": claim.place,
        "route_mode": claim.route_mode.value if claim.route_mode else None,
        "evidence": evidence.exact,
        "start": str(evidence.span.start),
        "end": str(evidence.span.end),
        "path": evidence.path,
        "document": claim.document,
        "carrier": claim.carrier,
        "exchange": claim.exchange,
        "extractor": claim.extractor,
    }


def _guarded(value: str | None) -> str:
    """Return a cell; one that a spreadsheet would run as a formula is quoted (OWASP, CSV injection)."""
    if value is None or not value:
        return UNKNOWN
    return f"'{value}" if value[0] in "=+-@\t\r" else value
