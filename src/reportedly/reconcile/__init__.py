"""Across pages: pure functions of claims, pages and reviews, rebuilt at any time to the same bytes."""

from .anchors import anchor
from .bounds import Fit, Interval, compatible, core, disjoint, fit, interval, tighter, wider
from .copies import COMMON, SHARED_SAMPLES, copies_of, find_copies
from .decisions import Decisions, decide, kept, placed
from .deriving import (
    Derived,
    Row,
    cell_rows,
    claims_of,
    derive,
    grouped,
    page_rows,
    page_told,
    row_id,
    settle,
    tell_all,
)
from .lineage import trace
from .revisions import (
    Beside,
    BlockChange,
    Change,
    ClaimChange,
    FieldChange,
    Revision,
    Wording,
    align,
    revise,
    wordings,
)
from .series import by_speaker, first_and_latest
from .sketches import Sketch, rank, sketch
from .telling import tell
from .told import Measure, Told
from .utterances import Link, asks, keys, link_sayings

__all__ = [
    "COMMON",
    "SHARED_SAMPLES",
    "Beside",
    "BlockChange",
    "Change",
    "ClaimChange",
    "Decisions",
    "Derived",
    "FieldChange",
    "Fit",
    "Interval",
    "Link",
    "Measure",
    "Revision",
    "Row",
    "Sketch",
    "Told",
    "Wording",
    "align",
    "anchor",
    "asks",
    "by_speaker",
    "cell_rows",
    "claims_of",
    "compatible",
    "copies_of",
    "core",
    "decide",
    "derive",
    "disjoint",
    "find_copies",
    "first_and_latest",
    "fit",
    "grouped",
    "interval",
    "kept",
    "keys",
    "link_sayings",
    "page_rows",
    "page_told",
    "placed",
    "rank",
    "revise",
    "row_id",
    "settle",
    "sketch",
    "tell",
    "tell_all",
    "tighter",
    "trace",
    "wider",
    "wordings",
]
