"""Across pages: pure functions of claims, pages and reviews, rebuilt at any time to the same bytes."""

from .anchors import anchor
from .bounds import Fit, Interval, compatible, core, disjoint, fit, interval, tighter, wider
from .copies import COMMON, SHARED_SAMPLES, copies_of, find_copies, with_one_more
from .decisions import Decisions, decide, kept, placed
from .denials import heads, mark
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
from .relations import firsts, repeated
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
from .series import Plotted, by_speaker, draw, first_and_latest, plotted, series_id, spells
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
    "Plotted",
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
    "draw",
    "find_copies",
    "first_and_latest",
    "firsts",
    "fit",
    "grouped",
    "heads",
    "interval",
    "kept",
    "keys",
    "link_sayings",
    "mark",
    "page_rows",
    "page_told",
    "placed",
    "plotted",
    "rank",
    "repeated",
    "revise",
    "row_id",
    "series_id",
    "settle",
    "sketch",
    "spells",
    "tell",
    "tell_all",
    "tighter",
    "trace",
    "wider",
    "with_one_more",
    "wordings",
]
