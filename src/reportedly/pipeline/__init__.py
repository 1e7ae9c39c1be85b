"""The corridor: the only place where the rooms are joined."""

from .across import (
    OPPOSED,
    OnPage,
    Standing,
    Weight,
    Withdrawn,
    all_apart,
    all_copies,
    all_drifts,
    all_origins,
    all_ratios,
    all_relations,
    all_series,
    all_withdrawals,
    all_withdrawn,
    lineage,
    standing,
    weight,
)
from .adding import Fate, Outcome, add_page, add_pages
from .capturing import Compared, Revised, compare_captures, export_captures, revisions
from .deriving import left_to_derive, rebuild, refresh
from .engine import Engine, wake
from .samples import sample_sources
from .sources import Found, Source, sources
from .telling import QUICK, TRIES, Sent, deliver, notice, signature
from .verifying import Finding, verify
from .watching import Watch, watch

__all__ = [
    "OPPOSED",
    "QUICK",
    "TRIES",
    "Compared",
    "Engine",
    "Fate",
    "Finding",
    "Found",
    "OnPage",
    "Outcome",
    "Revised",
    "Sent",
    "Source",
    "Standing",
    "Watch",
    "Weight",
    "Withdrawn",
    "add_page",
    "add_pages",
    "all_apart",
    "all_copies",
    "all_drifts",
    "all_origins",
    "all_ratios",
    "all_relations",
    "all_series",
    "all_withdrawals",
    "all_withdrawn",
    "compare_captures",
    "deliver",
    "export_captures",
    "left_to_derive",
    "lineage",
    "notice",
    "rebuild",
    "refresh",
    "revisions",
    "sample_sources",
    "signature",
    "sources",
    "standing",
    "verify",
    "wake",
    "watch",
    "weight",
]  # fmt: skip
