"""One measure through time: observations, never added across voices (SDMX)."""

from dataclasses import dataclass

from .attribution import Modality, Stage
from .claim import Section
from .period import Period
from .quantity import Quantity


@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """What is measured: the dimensions of a series; empty where unknown.

    ``scope`` is the aggregation, ``line`` the voice that draws it (said to
    have happened, to be able, to come, disputed), ``place`` where it happened
    for what is counted by its place or cause.
    """

    kind: str
    actor: str = ""
    recipient: str = ""
    item: str = ""
    outcome: str = ""
    scope: str = ""
    line: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure on a series: as of when, by whom, in which voice, from which origin.

    ``as_of`` is the claim's own time or else its page's day; ``since`` the
    first day counted, where the words give one.
    """

    claim: str
    document: str
    as_of: Period
    quantity: Quantity
    speaker: str
    modality: Modality
    section: Section
    origin: str
    stage: Stage | None = None
    since: Period | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """The observations of one measure in order of time."""

    id: str
    key: SeriesKey
    observations: tuple[Observation, ...]
