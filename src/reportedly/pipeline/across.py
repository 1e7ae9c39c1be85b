"""What stands across pages, read back from the ledger: for the terminal, the window, any program."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TypeVar

from reportedly.ledger import ClaimFilter, Ledger, wordings_on
from reportedly.model import (
    Apart,
    Copy,
    Drift,
    Origin,
    Ratio,
    Relation,
    RelationKind,
    Series,
    Step,
    Withdrawal,
    decode,
)
from reportedly.reconcile import Told, trace

T = TypeVar("T")
OPPOSED = frozenset({RelationKind.CONFLICTS, RelationKind.DENIES, RelationKind.RETRACTS})


@dataclass(frozen=True, slots=True)
class Standing:
    """How one claim stands across pages."""

    claim: str
    origin: Origin | None
    steps: tuple[Step, ...]
    series: tuple[Series, ...]
    relations: tuple[Relation, ...]
    apart: tuple[Apart, ...]
    drifts: tuple[Drift, ...]
    withdrawals: tuple[Withdrawal, ...]
    ratios: tuple[Ratio, ...]


@dataclass(frozen=True, slots=True)
class Weight:
    """How much stands behind a series: *N pages, M wordings, K independent origins*."""

    pages: int
    wordings: int
    origins: int


@dataclass(frozen=True, slots=True)
class OnPage:
    """A claim's words and the page they stand on."""

    claim: str
    words: str
    url: str
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A figure taken back by a correction, and the later pages that still carry it."""

    figure: OnPage
    correction: OnPage
    still: tuple[OnPage, ...]


def standing(ledger: Ledger, claim: str) -> Standing:
    """Return how a claim stands across pages, as last derived."""
    origin = next(_about(ledger, claim, Origin), None)
    return Standing(
        claim,
        origin,
        lineage(ledger, origin) if origin else (),
        tuple(_about(ledger, claim, Series)),
        tuple(_about(ledger, claim, Relation)),
        tuple(_about(ledger, claim, Apart)),
        tuple(_about(ledger, claim, Drift)),
        tuple(_about(ledger, claim, Withdrawal)),
        tuple(_about(ledger, claim, Ratio)),
    )


def lineage(ledger: Ledger, origin: Origin) -> tuple[Step, ...]:
    """Return the tree of an origin, from its speaker to the pages that tell it."""
    return trace(
        decode(Told, record) for claim in origin.claims for record in ledger.derived.told("claim", claim)
    )


def all_series(ledger: Ledger, asked: ClaimFilter | None = None) -> Iterator[Series]:
    """Yield the series on which any claim stands that a filter asks for, weightiest first."""
    rows = ledger.derived.observations
    wanted = _wanted(ledger, asked)
    names = rows.weightiest(None if wanted is None else rows.of(wanted))
    yield from (decode(Series, record) for record in map(rows.one, names) if record)


def all_origins(ledger: Ledger, asked: ClaimFilter | None = None) -> Iterator[Origin]:
    """Yield the origins to which any claim goes back that a filter asks for."""
    wanted = _wanted(ledger, asked)
    for origin in _all(ledger, Origin):
        if wanted is None or any(claim in wanted for claim in origin.claims):
            yield origin


def all_relations(
    ledger: Ledger, asked: ClaimFilter | None = None, *, kinds: Collection[RelationKind] = tuple(RelationKind)
) -> Iterator[Relation]:
    """Yield the relations of some kinds that touch a claim a filter asks for."""
    wanted = _wanted(ledger, asked)
    for relation in _all(ledger, Relation):
        if relation.kind in kinds and _touches(wanted, relation.later, relation.earlier):
            yield relation


def all_drifts(ledger: Ledger, asked: ClaimFilter | None = None) -> Iterator[Drift]:
    """Yield the drifts that touch a claim a filter asks for."""
    wanted = _wanted(ledger, asked)
    return (d for d in _all(ledger, Drift) if _touches(wanted, d.before, d.after))


def all_apart(ledger: Ledger, asked: ClaimFilter | None = None) -> Iterator[Apart]:
    """Yield the pairs that must not be compared and touch a claim a filter asks for."""
    wanted = _wanted(ledger, asked)
    return (a for a in _all(ledger, Apart) if _touches(wanted, a.later, a.earlier))


def all_withdrawals(ledger: Ledger) -> Iterator[Withdrawal]:
    """Yield the figures that were taken back, with the claims that still carry them."""
    return _all(ledger, Withdrawal)


def all_withdrawn(ledger: Ledger, asked: ClaimFilter | None = None) -> Iterator[Withdrawn]:
    """Yield the figures taken back that touch a claim a filter asks for, with the words on each page."""
    wanted = _wanted(ledger, asked)
    for found in _all(ledger, Withdrawal):
        if _touches(wanted, found.claim, found.by, *found.still):
            still = tuple(_place(ledger, claim) for claim in found.still)
            yield Withdrawn(_place(ledger, found.claim), _place(ledger, found.by), still)


def _place(ledger: Ledger, claim: str) -> OnPage:
    entry = ledger.claim(claim)
    assert entry is not None
    page = entry.page
    return OnPage(claim, entry.claim.evidence.exact, page.url, page.outlet, page.published)


def all_ratios(ledger: Ledger) -> Iterator[Ratio]:
    """Yield derived figures with their formulas."""
    return _all(ledger, Ratio)


def all_copies(ledger: Ledger) -> Iterator[Copy]:
    """Yield which page stands on whose words."""
    return _all(ledger, Copy)


def weight(ledger: Ledger, series: Series) -> Weight:
    """Return how many pages, wordings and independent origins stand behind a series."""
    words = wordings_on(ledger, series.id, [observation.claim for observation in series.observations])
    pages = {observation.document for observation in series.observations}
    return Weight(len(pages), words, len({observation.origin for observation in series.observations}))


def _all(ledger: Ledger, kind: type[T]) -> Iterator[T]:
    return (decode(kind, record) for record in ledger.derived.rows(kind.__name__))


def _about(ledger: Ledger, claim: str, kind: type[T]) -> Iterator[T]:
    return (decode(kind, record) for record in ledger.derived.about(claim, kind.__name__))


def _wanted(ledger: Ledger, asked: ClaimFilter | None) -> frozenset[str] | None:
    if asked is None or asked == ClaimFilter():
        return None
    return frozenset(entry.claim.id for entry in ledger.entries(asked))


def _touches(wanted: frozenset[str] | None, *claims: str) -> bool:
    return wanted is None or any(claim in wanted for claim in claims)
