"""The shelf chooses, counts and orders exactly as the ledger's own SQL does, and grows with it."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from reportedly.ledger import FACETS, ClaimFilter, Ledger, Order
from reportedly.ledger.choosing import choose
from reportedly.ledger.searching import Words
from reportedly.ledger.shelf import Shelf, empty, grown, keep, kept
from reportedly.model import (
    Actor,
    ActorKind,
    Bound,
    Granularity,
    Item,
    Link,
    Mention,
    MentionKind,
    Modality,
    Period,
    Reading,
    SourceRole,
    Span,
    TimeExpression,
    TimexType,
    Voice,
    claim_id,
)

from ..building import TEXT, claims, page

ACTORS = [Actor(f"country:{n}", f"Länd {n}" if n % 2 else f"land {n}", ActorKind.COUNTRY) for n in range(4)]


def fill(ledger: Ledger, pages: int, seed: int = 1) -> None:
    chance = random.Random(seed)
    for number in range(pages):
        body, capture, document = page(TEXT, f"https://site{number % 3}.example.org/{seed}/{number}")
        readings = (Reading("outlet", f"Outlet {number % 3}", "made"),)
        if chance.random() < 0.8:
            readings += (
                Reading("published", f"2024-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}", "made"),
            )
        document = replace(document, readings=readings)
        ledger.archive.keep(body)
        ledger.add(capture, document, list(varied(document, chance)), extractor="made")


def varied(document, chance: random.Random):
    for n in range(6):
        plain = claims(document)[n % 2]
        giver, speaker = chance.choice(ACTORS), chance.choice(ACTORS)
        kind = chance.choice(["transfer", "count"])
        day = date(2024, chance.randint(1, 12), 3)
        period = Period(day, chance.choice([None, date(2025, 1, 1)]), Granularity.SPAN)
        time = TimeExpression(Span(0, 1), "then", TimexType.DATE, str(day), period)
        yield replace(
            plain,
            id=claim_id(document.id, kind, Span(n // 2, n + 1)),
            kind=kind,
            voice=Voice(chance.choice([Modality.ASSERTED, Modality.DENIED])),
            actor=Mention(Span(0, 1), giver.name, giver, MentionKind.NAME) if chance.random() < 0.8 else None,
            attribution=(Link(SourceRole.INSTITUTION, speaker, speaker.name, "said"),) if n % 3 else (),
            item=chance.choice([None, Item("Trucks", "truck", "truck"), Item("old Tents", "tent")]),
            time=time if chance.random() < 0.5 else None,
            quantity=replace(plain.quantity, low=chance.randint(1, 4), high=None, bound=Bound.AT_LEAST)
            if chance.random() < 0.8
            else None,
        )


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ledger, Shelf]:
    ledger = Ledger.open(tmp_path_factory.mktemp("shelf") / "ledger.db")
    fill(ledger, 30)
    return ledger, grown(ledger._db, empty())


filters = some.builds(
    ClaimFilter,
    kind=some.sampled_from([None, "transfer", "nothing"]),
    actor=some.sampled_from([None, "country:1", "LAND 2", "LÄND 1", "länd 1"]),
    items=some.sampled_from([(), ("truck",), ("OLD TENTS", "truck")]),
    speaker=some.sampled_from([None, "land 0"]),
    modality=some.sampled_from([None, "denied"]),
    since=some.sampled_from([None, date(2024, 5, 1)]),
    until=some.sampled_from([None, date(2024, 6, 30)]),
    outlet=some.sampled_from([None, "Outlet 1", "outlet 1"]),
    words=some.sampled_from(
        [None, "trucks", "tents -trucks", '"least 120"', "tru*", "none such", "-trucks", " "]
    ),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=filters, order=some.sampled_from(Order), offset=some.integers(0, 5))
def test_it_chooses_as_the_ledger_does(stocked, asked: ClaimFilter, order: Order, offset: int) -> None:
    ledger, shelf = stocked
    choice = choose(shelf, asked, Words().search(ledger, shelf))
    assert choice.total == ledger.count(asked)
    expected = [e.claim.id for e in ledger.entries(asked, order=order, limit=7, offset=offset)]
    assert names(ledger, choice.numbers(order, offset=offset, limit=7)) == expected
    choice.many = 0
    assert names(ledger, choice.numbers(order, offset=offset, limit=7)) == expected
    for name in FACETS:
        without = replace(asked, **{"items" if name == "item" else name: () if name == "item" else None})
        assert choice.facet(name, 30) == ledger.facet(name, without)


def names(ledger: Ledger, numbers: list[int]) -> list[str]:
    return [ledger._db.execute("SELECT id FROM claim WHERE number = ?", (n,)).fetchone()[0] for n in numbers]


def test_it_grows_to_what_it_would_be_when_read_at_once(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        fill(ledger, 5)
        shelf = grown(ledger._db, empty())
        fill(ledger, 4, seed=2)
        _, capture, document = page(TEXT, "https://site1.example.org/1/1")
        ledger.add(capture, document, list(claims(document)), extractor="better")
        shelf = grown(ledger._db, shelf)
        whole = grown(ledger._db, empty())
        for order in Order:
            assert choose(shelf, ClaimFilter(), none).numbers(order) == choose(
                whole, ClaimFilter(), none
            ).numbers(order)
        assert len(shelf) == ledger.count(ClaimFilter()) == 8 * 6 + 2
        assert grown(ledger._db, shelf) is shelf


def none(_words: str):
    raise AssertionError


def test_what_is_kept_is_what_comes_back_and_a_part_of_it_is_nothing(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        assert len(kept(ledger._db)) == 0
        fill(ledger, 3)
        shelf = grown(ledger._db, empty())
        keep(ledger._db, shelf)
        again = kept(ledger._db)
        assert again.until == shelf.until
        assert choose(again, ClaimFilter(), none).numbers(Order.HIGHEST) == choose(
            shelf, ClaimFilter(), none
        ).numbers(Order.HIGHEST)
        fill(ledger, 2, seed=5)
        assert len(grown(ledger._db, again)) == 30
        ledger._db.execute("DELETE FROM shelf WHERE name = 'actor'")
        assert len(kept(ledger._db)) == 0


def test_a_ledger_of_nothing_has_an_empty_shelf(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        choice = choose(grown(ledger._db, empty()), ClaimFilter(kind="x"), none)
        assert (choice.total, choice.facet("kind", 5), choice.numbers(Order.LOWEST)) == (0, [], [])
