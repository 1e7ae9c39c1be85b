"""Six self-told stories hold the line: origins, relations, drift and copies as anybody may check them."""

from dataclasses import replace
from functools import cache
from random import Random

import pytest

from reportedly.lexicon import load_items
from reportedly.model import Claim

from .corpus import STORIES, stories
from .measuring import Measured, Score, measure

ORIGINS_OFF = 0.05
RELATIONS_F1 = 0.95
DRIFT = 0.90
COPIES = 0.98


@cache
def measured() -> dict[str, Measured]:
    items = load_items()
    return {story.name: measure(story, items) for story in stories()}


def _all(part: str) -> Score:
    """All stories' rows under their stories' names, since marks are only unique within one."""
    found = {(name, row) for name, m in measured().items() for row in getattr(m, part).found}
    wanted = {(name, row) for name, m in measured().items() for row in getattr(m, part).wanted}
    return Score(frozenset(found), frozenset(wanted))


def test_there_are_at_least_120_pages_over_six_stories() -> None:
    assert len(stories()) == 6
    assert sum(len(story.pages) for story in stories()) >= 120


@pytest.mark.parametrize("name", STORIES)
def test_origins_are_counted_within_a_twentieth(name: str) -> None:
    found, wanted = measured()[name].origins
    assert abs(found - wanted) <= ORIGINS_OFF * wanted, measured()[name].pairs


def test_claims_are_put_together_as_they_belong() -> None:
    assert _all("pairs").f1 >= RELATIONS_F1, _all("pairs")


def test_relations_are_as_anybody_may_check_them() -> None:
    assert _all("relations").f1 >= RELATIONS_F1, _all("relations")


def test_drift_is_found_and_not_invented() -> None:
    score = _all("drift")
    assert score.recall >= DRIFT, score
    assert score.precision >= DRIFT, score


def test_copies_are_found_and_not_invented() -> None:
    score = _all("copies")
    assert score.recall >= COPIES, score
    assert score.precision >= COPIES, score


def test_claims_half_read_lose_relations_and_invent_none() -> None:
    """Of every five claims one loses its speaker, a party, its time or its thing."""
    random, items, right, found = Random(3), load_items(), 0, 0
    for story in stories():
        pages = tuple(replace(p, claims=tuple(_damaged(c, random) for c in p.claims)) for p in story.pages)
        score = measure(replace(story, pages=pages), items).relations
        right += len(score.found & score.wanted)
        found += len(score.found)
    assert right / found >= RELATIONS_F1


def _damaged(claim: Claim, random: Random) -> Claim:
    if random.random() >= 1 / 5:
        return claim
    return random.choice([
        replace(claim, attribution=()), replace(claim, recipient=None), replace(claim, actor=None, place=None),
        replace(claim, time=None), replace(claim, item=None),
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("story", "row"),
    [
        ("typhoon", ("supersedes", "dma-9", "person:killed", "dma-8")),
        ("containers", ("conflicts", "shin-feb", "container", "state-feb")),
        ("containers", ("denies", "sister-may", "arms", "shin-mar")),
        ("typhoon", ("retracts", "river-fix", "person:injured", "river-9")),
        ("attack", ("supersedes", "edit-2", "person:injured", "edit-1")),
        ("losses", ("supersedes", "staff-07", "soldier:losses", "staff-06")),
    ],
)
def test_growth_conflict_denial_and_retraction_are_told_apart(story: str, row: tuple[str, ...]) -> None:
    assert row in measured()[story].relations.found


def test_figures_of_different_windows_are_said_so_and_not_compared() -> None:
    rows = measured()["containers"]
    assert rows.apart.recall == 1
    assert not [r for r in rows.relations.found if r[1] == "dia-aug" and r[0] in {"conflicts", "supersedes"}]


def test_a_hamlet_s_dead_and_another_country_s_never_meet_the_nation_s() -> None:
    assert not [r for r in measured()["typhoon"].relations.found if r[0] == "conflicts" and "ph" in r]


def test_a_capacity_never_conflicts_with_a_delivery() -> None:
    rows = measured()["containers"].relations.found
    assert not [r for r in rows if r[0] == "conflicts" and r[2] == "artillery_round"]
