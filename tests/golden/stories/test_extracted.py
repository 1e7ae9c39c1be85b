"""The same stories with claims as the engine reads them: reported, and kept from falling."""

from collections import defaultdict
from itertools import combinations

import pytest

from reportedly.model import Claim
from reportedly.pipeline import wake
from reportedly.reconcile import derive
from reportedly.settings import Settings

from .corpus import stories
from .measuring import Score
from .telling import Said, Told

PAIRS_PRECISION = 0.85

pytestmark = [pytest.mark.engine, pytest.mark.slow]


def test_claims_as_read_come_together_as_those_told_by_hand(tmp_path, record_property) -> None:
    engine = wake(Settings(tmp_path / "unused.db"))
    pairs, matched, wanted = Score(frozenset(), frozenset()), 0, 0
    for story in stories():
        read = {page.document.id: engine.claims(page.document) for page in story.pages}
        known = {c.id: s for page in story.pages for c, s in _matched(page, read[page.document.id])}
        matched += len(known)
        wanted += sum(len(page.claims) for page in story.pages)
        claims = [claim for found in read.values() for claim in found]
        derived = derive([page.document for page in story.pages], claims, items=engine.items)
        pairs += Score(
            _together([[c for c in o.claims if c in known] for o in derived.origins]),
            _together(_by_origin(known)),
        )
    report = f"claims matched {matched} of {wanted}; pairs P {pairs.precision:.3f} R {pairs.recall:.3f}"
    record_property("extracted", report)
    assert pairs.precision >= PAIRS_PRECISION, report


def _matched(page: Told, read: tuple[Claim, ...]):
    """Yield each claim read with the hand-told one that shares the most words with it."""
    told = {claim.id: claim for claim in page.claims}
    for claim in read:
        if claim.quantity is None:
            continue
        here = [t for t in told.values() if t.quantity and claim.quantity.number.meets(t.evidence.span)]
        if here:
            yield claim, page.page.claims[page.marks[here[0].id]]


def _by_origin(known: dict[str, Said]):
    groups: dict[str, list[str]] = defaultdict(list)
    for claim, said in known.items():
        groups[said.origin].append(claim)
    return groups.values()


def _together(groups) -> frozenset:
    return frozenset(pair for group in groups for pair in combinations(sorted(group), 2))
