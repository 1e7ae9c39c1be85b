"""What the sample pages tell when they are read together, as a newcomer sees it."""

from pathlib import Path

import pytest

from reportedly.ledger import Ledger
from reportedly.model import RelationKind, figure
from reportedly.pipeline import add_pages, all_relations, refresh, sample_sources, wake
from reportedly.settings import Settings

pytestmark = [pytest.mark.engine, pytest.mark.slow]


def test_two_governments_conflict_on_the_boxes_of_one_month(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Ledger.open(path) as ledger:
        list(add_pages(sample_sources(), ledger, wake(Settings(path))))
        refresh(ledger)
        found = [
            {figure(p.claim.quantity) for p in (ledger.claim(r.later), ledger.claim(r.earlier)) if p}
            for r in all_relations(ledger)
            if r.kind is RelationKind.CONFLICTS
        ]
    assert found == [{"≈ 6,700", "> 10,000"}]
