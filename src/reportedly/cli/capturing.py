"""Captures at the door: out into web archives, and held against each other."""

import argparse
from datetime import UTC, datetime

from reportedly.ledger import Ledger
from reportedly.model import encode
from reportedly.settings import ledger_path

from .output import as_json

WELL = 0


def export(given: argparse.Namespace) -> int:
    """Write captures to a WACZ or a .warc.gz."""
    from reportedly.pipeline import export_captures  # noqa: PLC0415 - queries do not pay for it

    with Ledger.open(ledger_path(given.ledger)) as ledger:
        count = export_captures(ledger, given.file, now=datetime.now(UTC), pages=given.page)
    told = f"{count} captures in {given.file}"
    print(as_json({"file": str(given.file), "captures": count}) if given.json else told)
    return WELL


def revisions(given: argparse.Namespace) -> int:
    """Print what changed between captures of one page."""
    from reportedly.pipeline import revisions as find  # noqa: PLC0415 - the same

    from . import revising  # noqa: PLC0415 - the same

    names = [name for name in (given.page, given.other) if name]
    with Ledger.open(ledger_path(given.ledger)) as ledger:
        found = list(find(ledger, names))
    for revised in found:
        print(encode(revised).decode() if given.json else "\n".join(revising.lines(revised)))
    if not found and not given.json:
        print(f"{given.page}: captured once, nothing to compare")
    return WELL
