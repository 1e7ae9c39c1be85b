"""The ledger: append-only rows in SQLite, bytes in an archive beside it."""

from .archive import Archive, digest_of
from .days import parse_days
from .filters import ClaimFilter
from .store import FACETS, Entry, Ledger, Page, Refusal

__all__ = [
    "FACETS",
    "Archive",
    "ClaimFilter",
    "Entry",
    "Ledger",
    "Page",
    "Refusal",
    "digest_of",
    "parse_days",
]
