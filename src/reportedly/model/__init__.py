"""The vocabulary: frozen records, with no logic but their own laws."""

from .actor import Actor, ActorKind, Carried, Mention, MentionKind
from .attribution import Attribution, Link, Modality, Polarity, SourceRole, Speech, Stage, Voice
from .claim import Aggregation, Claim, Evidence, Item, RouteMode, Section, claim_id
from .codec import decode, encode
from .edtf import read_edtf
from .origin import (
    Apart,
    Copy,
    Drift,
    DriftKind,
    Origin,
    Ratio,
    Relation,
    RelationKind,
    Step,
    StepKind,
    Withdrawal,
)
from .period import Granularity, Period, TimeExpression, TimexType
from .quantity import Bound, Change, Measure, Quantity
from .review import Review, Verdict
from .series import Observation, Series, SeriesKey
from .span import Span
from .syntax import Gate, Parse, Place, Sentence, Token
from .table import Cell, Table
from .text import Block, BlockKind, Capture, Document, Hyperlink, Reading, stable_id
from .wording import UNKNOWN, amount, chain, counted, figure, party, source, when

__all__ = [
    "UNKNOWN",
    "Actor",
    "ActorKind",
    "Aggregation",
    "Apart",
    "Attribution",
    "Block",
    "BlockKind",
    "Bound",
    "Capture",
    "Carried",
    "Cell",
    "Change",
    "Claim",
    "Copy",
    "Document",
    "Drift",
    "DriftKind",
    "Evidence",
    "Gate",
    "Granularity",
    "Hyperlink",
    "Item",
    "Link",
    "Measure",
    "Mention",
    "MentionKind",
    "Modality",
    "Observation",
    "Origin",
    "Parse",
    "Period",
    "Place",
    "Polarity",
    "Quantity",
    "Ratio",
    "Reading",
    "Relation",
    "RelationKind",
    "Review",
    "RouteMode",
    "Section",
    "Sentence",
    "Series",
    "SeriesKey",
    "SourceRole",
    "Span",
    "Speech",
    "Stage",
    "Step",
    "StepKind",
    "Table",
    "TimeExpression",
    "TimexType",
    "Token",
    "Verdict",
    "Voice",
    "Withdrawal",
    "amount",
    "chain",
    "claim_id",
    "counted",
    "decode",
    "encode",
    "figure",
    "party",
    "read_edtf",
    "source",
    "stable_id",
    "when",
]
