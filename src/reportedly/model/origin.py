"""Where a saying comes from, and how claims stand to each other."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .period import Period
from .span import Span


@dataclass(frozen=True, slots=True)
class Copy:
    """A page whose words stand on an earlier one.

    ``of`` is the first known page; ``share`` the part of this page's 5-word
    shingles that it holds, 0 to 1 (of a translation, of its figures, dates and
    names); ``blocks`` pairs the copied block here with the block there.
    """

    document: str
    of: str
    share: float
    blocks: tuple[tuple[Span, Span], ...] = ()
    because: str = ""
    translated: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """One utterance: who said it, where, when (PROV-O: an activity).

    ``speaker`` is an actor's id or, in brackets, the words for a source that
    nobody names; ``claims`` are all the ledger's claims that go back to it,
    ``pages`` those they stand on, ``wordings`` how many ways it is put.
    ``because`` says in words why they were counted as one.
    """

    id: str
    speaker: str
    claims: tuple[str, ...]
    pages: tuple[str, ...]
    wordings: int
    said_on: Period | None = None
    occasion: str | None = None
    because: tuple[str, ...] = ()


class RelationKind(StrEnum):
    """How one claim stands to an earlier one."""

    REPEATS = "repeats"
    AGREES = "agrees"
    REFINES = "refines"
    SUPERSEDES = "supersedes"
    CONFLICTS = "conflicts"
    DENIES = "denies"
    RETRACTS = "retracts"
    DERIVED_FROM = "derived_from"


@dataclass(frozen=True, slots=True)
class Relation:
    """``later`` stands so to ``earlier``, because of what the words say."""

    kind: RelationKind
    later: str
    earlier: str
    because: str


class DriftKind(StrEnum):
    """What changed on the way from one wording to the next."""

    BOUND = "bound"
    UNIT = "unit"
    MODALITY = "modality"
    PARTY = "party"
    CONJUNCTION = "conjunction"
    LOAD = "load"


@dataclass(frozen=True, slots=True)
class Drift:
    """One change between two wordings of one saying, each in its own words."""

    kind: DriftKind
    before: str
    after: str
    words_before: str
    words_after: str
    because: str


@dataclass(frozen=True, slots=True)
class Apart:
    """Two figures on one thing that must not be compared, and why."""

    later: str
    earlier: str
    because: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A figure taken back: ``claim`` by the correction ``by``.

    ``still`` are the later claims that go on saying it.
    """

    claim: str
    by: str
    still: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ratio:
    """A figure derived from two others, with its formula: what one carrier is said to hold.

    ``low`` and ``high`` are the load over its carriers; both are nothing, and
    ``refused`` says why, where the two must not be divided.
    """

    load: str
    carrier: str
    formula: str
    low: Decimal | None = None
    high: Decimal | None = None
    refused: str | None = None


class StepKind(StrEnum):
    """How a saying came to a page."""

    SAID = "said"
    REPORTED = "reported"
    CITED = "cited"
    LINKED = "linked"
    COPIED = "copied"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True)
class Step:
    """One branch of an origin's tree, from who had it to who took it.

    ``giver`` is a speaker, an outlet or a page; ``taker`` an outlet or a page;
    ``claim`` and ``words`` are what it says there, where it is a page.
    """

    kind: StepKind
    giver: str
    taker: str
    claim: str | None = None
    words: str = ""
