"""A claim: somebody said that something is so, with the words that say it."""

from dataclasses import dataclass
from enum import StrEnum

from .actor import Mention
from .attribution import PLAIN, Link, Voice
from .period import TimeExpression
from .quantity import Quantity
from .span import Span
from .text import BlockKind, stable_id


class Section(StrEnum):
    """Where in the page a claim stands."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    CAPTION = "caption"
    LIST = "list"
    TABLE = "table"
    LIVE_UPDATE = "live_update"
    CORRECTION = "correction"


class Aggregation(StrEnum):
    """The scope of a figure."""

    SNAPSHOT = "snapshot"
    CUMULATIVE = "cumulative"
    INCREMENT = "increment"
    RATE = "rate"
    SHARE = "share"
    EVENT_TOTAL = "event_total"
    ORDINAL = "ordinal"


class RouteMode(StrEnum):
    """By which way a thing moved."""

    SEA = "sea"
    RAIL = "rail"
    AIR = "air"
    ROAD = "road"


@dataclass(frozen=True, slots=True)
class Item:
    """What is moved, hit, made or counted.

    ``id`` is a vocabulary id where one is known ("artillery_round"); ``words``
    are the noun phrase as written, ``head`` its head noun in the singular.
    """

    words: str
    head: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words, as W3C Web Annotation selectors.

    ``exact`` stands at ``span`` in the document's text, between ``prefix`` and
    ``suffix``; ``path`` is its block's place in the archived page and ``block``
    that block's kind.
    """

    exact: str
    prefix: str
    suffix: str
    span: Span
    block: BlockKind
    path: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One row of the ledger.

    ``kind`` is the frame's name. ``carrier`` and ``exchange`` are ids of the
    claims a capacity rides on, or that a transfer is given in return for.
    ``outcome`` says what happened to the people counted (killed, injured, ...),
    ``cause`` the natural hazard that did it. ``attribution`` is the chain,
    outermost first; empty means that the page says it in its own voice.
    """

    id: str
    document: str
    kind: str
    section: Section
    evidence: Evidence
    extractor: str
    confidence: float
    voice: Voice = PLAIN
    actor: Mention | None = None
    recipient: Mention | None = None
    item: Item | None = None
    quantity: Quantity | None = None
    aggregation: Aggregation | None = None
    place: str | None = None
    origin_place: str | None = None
    destination: str | None = None
    route_mode: RouteMode | None = None
    time: TimeExpression | None = None
    attribution: tuple[Link, ...] = ()
    outcome: str | None = None
    cause: str | None = None
    carrier: str | None = None
    exchange: str | None = None

    @property
    def speaker(self) -> Link | None:
        """The innermost source: the one whose claim it is."""
        return self.attribution[-1] if self.attribution else None


def claim_id(document: str, kind: str, span: Span) -> str:
    """Return a claim's id: where it stands, not what we make of it."""
    return stable_id(document, kind, str(span.start), str(span.end))
