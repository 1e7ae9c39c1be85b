"""The ledger: append-only rows in SQLite, bytes in an archive beside it."""

from .archive import Archive, digest_of
from .asking import asked, asked_in, come_since
from .batches import (
    claims_on,
    drifted,
    entries_at,
    entries_of,
    relation_count,
    relations_of,
    said_of,
    wordings,
    wordings_on,
)
from .days import parse_days
from .derived import DerivedRow, DerivedTables, Mark, ToldRow
from .exchanges import CaptureRows, Exchange, Kept
from .filters import ClaimFilter
from .lookups import Arrived, arrived, derived_row, digests_of, listings
from .observations import ObservationRow
from .orders import Order
from .reviews import ReviewRows
from .saved import Delivery, Hook, SavedViews, View
from .store import FACETS, Entry, Ledger, Page, Refusal
from .watched import Named, Watched, WatchedRows

__all__ = [
    "FACETS",
    "Archive",
    "Arrived",
    "CaptureRows",
    "ClaimFilter",
    "Delivery",
    "DerivedRow",
    "DerivedTables",
    "Entry",
    "Exchange",
    "Hook",
    "Kept",
    "Ledger",
    "Mark",
    "Named",
    "ObservationRow",
    "Order",
    "Page",
    "Refusal",
    "ReviewRows",
    "SavedViews",
    "ToldRow",
    "View",
    "Watched",
    "WatchedRows",
    "arrived",
    "asked",
    "asked_in",
    "claims_on",
    "come_since",
    "derived_row",
    "digest_of",
    "digests_of",
    "drifted",
    "entries_at",
    "entries_of",
    "listings",
    "parse_days",
    "relation_count",
    "relations_of",
    "said_of",
    "wordings",
    "wordings_on",
]
