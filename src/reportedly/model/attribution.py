"""In whose voice: the chain of sources, and what each of them does."""

from dataclasses import dataclass
from enum import StrEnum

from .actor import Actor
from .period import Period
from .span import Span


class SourceRole(StrEnum):
    """What a source is to the words it gives."""

    OUTLET = "outlet"
    NAMED_PERSON = "named_person"
    OFFICE = "office"
    INSTITUTION = "institution"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"
    RELAY = "relay"
    PASSIVE_UNATTRIBUTED = "passive_unattributed"


class Speech(StrEnum):
    """How the words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    FREE_INDIRECT = "free_indirect"


class Modality(StrEnum):
    """What the innermost source does with the proposition (FactBank, MUC-4)."""

    ASSERTED = "asserted"
    ESTIMATED = "estimated"
    ACCUSED = "accused"
    ADMITTED = "admitted"
    DENIED = "denied"
    ANNOUNCED = "announced"
    PLEDGED = "pledged"
    PLANNED = "planned"
    EXPECTED = "expected"
    THREATENED = "threatened"
    REQUESTED = "requested"
    POSSIBLE = "possible"
    CAPABILITY = "capability"
    HYPOTHETICAL = "hypothetical"


class Polarity(StrEnum):
    """Is the proposition affirmed or negated?"""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Stage(StrEnum):
    """How far a transfer or pledge has come."""

    PLANNED = "planned"
    COMMITTED = "committed"
    ALLOCATED = "allocated"
    IN_TRANSIT = "in_transit"
    DELIVERED = "delivered"
    USED = "used"
    ATTEMPTED = "attempted"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Voice:
    """How a proposition is put: modality, polarity, stage, certainty words.

    ``certainty`` is verbatim ("almost certainly"); ``band`` its ICD 203 range
    in percent, where one exists. ``unverified`` marks "could not be verified".
    """

    modality: Modality = Modality.ASSERTED
    polarity: Polarity = Polarity.POSITIVE
    stage: Stage | None = None
    certainty: str | None = None
    band: tuple[int, int] | None = None
    unverified: bool = False


PLAIN = Voice()


@dataclass(frozen=True, slots=True)
class Link:
    """One source in a chain (PARC 3: source, cue), as the words give it.

    ``actor`` is nothing where the words name nobody; ``words`` are the source
    as written; ``carried`` is true where the speaker goes on from an earlier
    sentence; ``addressee`` and ``occasion`` as written ("parliament", "in an
    interview with Bloomberg").
    """

    role: SourceRole
    actor: Actor | None = None
    words: str = ""
    cue: str = ""
    source_spans: tuple[Span, ...] = ()
    cue_spans: tuple[Span, ...] = ()
    said_on: Period | None = None
    addressee: str | None = None
    occasion: str | None = None
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words laid to a chain of sources, outermost first (PARC 3, PolNeAR)."""

    chain: tuple[Link, ...]
    content: tuple[Span, ...]
    speech: Speech = Speech.INDIRECT

    def __post_init__(self) -> None:
        if not self.chain:
            raise ValueError("an attribution has at least one source")
