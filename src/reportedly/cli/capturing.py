"""Captures at the door: out into web archives, and held against each other."""

import argparse
from datetime import UTC, datetime

from reportedly.ledger import Ledger
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
