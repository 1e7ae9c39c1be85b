"""The ledger: append-only rows in SQLite, bytes in an archive beside it."""

from .archive import Archive, digest_of
from .days import parse_days
from .derived import DerivedRow, DerivedTables, Mark, ToldRow
from .filters import ClaimFilter
from .reviews import ReviewRows
from .store import FACETS, Entry, Ledger, Page, Refusal

__all__ = [
    "FACETS",
    "Archive",
    "ClaimFilter",
    "DerivedRow",
    "DerivedTables",
    "Entry",
    "Ledger",
    "Mark",
    "Page",
    "Refusal",
    "ReviewRows",
    "ToldRow",
    "digest_of",
    "parse_days",
]
