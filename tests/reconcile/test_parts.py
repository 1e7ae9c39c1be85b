"""Part and whole are told, and never compared."""

import pytest

from reportedly.lexicon import load_items, load_places
from reportedly.model import RelationKind
from reportedly.reconcile import derive

from ..golden.stories.telling import Page, Said, tell

ITEMS = load_items()
TOLL = {"kind": "casualty", "outcome": "killed"}
SENT = {"kind": "transfer", "actor": "KP", "to": "RU"}


def derived(*said: dict):
    pages = [
        tell(Page(f"p{n}", f"Paper {n}", "2024-09-10", "A headline", [f"⟨a|words of {n}⟩."], {"a": Said(**one)}))
        for n, one in enumerate(said)
    ]  # fmt: skip
    claims = [claim for page in pages for claim in page.claims]
    return derive([page.document for page in pages], claims, items=ITEMS, places=load_places())


@pytest.mark.parametrize(
    ("part", "whole", "why"),
    [
        ({**TOLL, "place": "Lang Nu"}, {**TOLL, "place": "Vietnam"}, "lang nu lies in vietnam"),
        ({**TOLL, "place": "northern Vietnam"}, {**TOLL, "place": "Viet Nam"}, "northern vietnam lies in vietnam"),
        ({**TOLL, "place": "Sa Pa"}, {**TOLL, "place": "Lao Cai"}, "sa pa lies in lao cai"),
        ({**SENT, "item": "round_152mm"}, {**SENT, "item": "artillery_round"}, "round_152mm is a kind of artillery_round"),
        ({**SENT, "item": "round_152mm"}, {**SENT, "item": "munition"}, "round_152mm is a kind of munition"),
    ],
)  # fmt: skip
def test_a_part_stands_beside_its_whole_and_conflicts_with_nothing(part: dict, whole: dict, why: str) -> None:
    found = derived({**part, "figure": "30", "by": "vn/dma"}, {**whole, "figure": "141", "by": "vn/army"})
    assert [a.because for a in found.apart] == [f"{why}: a part, not compared with the whole"]
    assert found.relations == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({**TOLL, "place": "Hanoi"}, {**TOLL, "place": "Haiphong"}),
        ({**TOLL, "place": "Hanoi"}, {**TOLL, "place": "Philippines"}),
        ({**TOLL, "place": "Hanoi"}, {**TOLL, "place": "Vietnam", "outcome": "injured"}),
        ({**SENT, "item": "tank"}, {**SENT, "item": "artillery_round"}),
    ],
)
def test_what_is_no_part_of_the_other_is_not_set_beside_it(one: dict, other: dict) -> None:
    found = derived({**one, "figure": "30", "by": "vn/dma"}, {**other, "figure": "141", "by": "vn/army"})
    assert (found.apart, found.relations) == ((), ())


def test_two_spellings_of_one_place_conflict_as_one() -> None:
    one = {**TOLL, "place": "Vietnam", "figure": "30", "by": "vn/dma"}
    found = derived(one, {**TOLL, "place": "Viet Nam", "figure": "141", "by": "us/state"})
    assert [r.kind for r in found.relations] == [RelationKind.CONFLICTS]


def test_a_denial_for_a_city_does_not_deny_another_city_s_dead() -> None:
    said = {**TOLL, "place": "Hanoi", "figure": "30", "by": "vn/dma"}
    denial = {**TOLL, "mod": "denied", "by": "vn/army"}
    assert derived(said, {**denial, "place": "Haiphong"}).relations == ()
    (relation,) = derived(said, {**denial, "place": "Vietnam"}).relations
    assert relation.kind is RelationKind.DENIES
