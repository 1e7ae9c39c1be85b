"""What a careful analyst reads from the seed page: fourteen rows, none of them from its furniture."""

from datetime import date
from pathlib import Path

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract import find_claims
from reportedly.frames import load_frames
from reportedly.ingest import read_page
from reportedly.lexicon import load_actors, load_items
from reportedly.model import Bound, Claim, Document, Modality, RouteMode, Section, Stage

pytestmark = pytest.mark.engine

# kind, section, actor, recipient, item, number, bound, modality, speaker
ROWS = [
    (
        "transfer",
        "headline",
        "North Korea",
        "Russia",
        "shell",
        "thousands",
        "vague",
        "asserted",
        "South Korea",
    ),
    (
        "transfer",
        "lead",
        "North Korea",
        "Russia",
        "container",
        "10,000",
        "at_least",
        "asserted",
        "South Korea",
    ),
    (
        "capacity",
        "lead",
        "North Korea",
        "Russia",
        "shell",
        "4.8 million",
        "exact",
        "capability",
        "South Korea",
    ),
    ("transfer", "body", "North Korea", "Russia", "arms", None, None, "accused", None),
    ("sanction", "body", None, "North Korea", None, None, None, "asserted", None),
    ("attack", "body", "Russia", "Ukraine", None, None, None, "asserted", None),
    ("cooperation", "body", "Vladimir Putin", "North Korea", None, None, None, "expected", "Shin Won-sik"),
    ("transfer", "body", "North Korea", "Russia", "missile", "dozens", "vague", "asserted", "Shin Won-sik"),
    ("transfer", "body", "Russia", "North Korea", "support", None, None, "asserted", "Shin Won-sik"),
    ("visit", "body", "Vladimir Putin", None, None, None, None, "expected", "DongA Ilbo"),
    ("statement", "body", "Russia", None, "visit", None, None, "announced", "Russia"),
    ("visit", "body", "Vladimir Putin", None, None, "first", "exact", "expected", None),
    ("visit", "body", "Kim Jong Un", None, None, None, None, "asserted", None),
    (
        "transfer",
        "body",
        "North Korea",
        "Russia",
        "container",
        "thousands",
        "vague",
        "asserted",
        "Jens Stoltenberg",
    ),
]


@pytest.fixture(scope="module")
def page(shared: Path) -> Document:
    """The seed page, read as it was saved."""
    path = next((shared / "seed").glob("*.txt"))
    return read_page(path.read_bytes(), url="https://seed.example.org/page", media_type="text/plain")


@pytest.fixture(scope="module")
def claims(page: Document) -> tuple[Claim, ...]:
    """Its claims."""
    parse = BiaffineParser().parse(page)
    return tuple(find_claims(page, parse, frames=load_frames(), actors=load_actors(), items=load_items()))


@pytest.mark.parametrize("row", ROWS, ids=[f"{n} {row[0]}" for n, row in enumerate(ROWS, 1)])
def test_the_seed_page_yields_the_row(row: tuple[str | None, ...], claims: tuple[Claim, ...]) -> None:
    assert row in {facts(claim) for claim in claims}


def facts(claim: Claim) -> tuple[str | None, ...]:
    """The nine facts of a row, as plain words."""
    quantity, items = claim.quantity, {row[4] for row in ROWS if row[0] == claim.kind}
    head = claim.item.head if claim.item else None
    return (
        claim.kind,
        claim.section.value,
        claim.actor.actor.name if claim.actor else None,
        claim.recipient.actor.name if claim.recipient else None,
        head if head in items else None,
        quantity.number_words if quantity else None,
        quantity.bound.value if quantity else None,
        claim.voice.modality.value,
        claim.speaker.actor.name if claim.speaker and claim.speaker.actor else None,
    )


def test_no_claim_comes_from_furniture(page: Document, claims: tuple[Claim, ...]) -> None:
    end = page.text.index("Related Posts")
    assert all(claim.evidence.span.end < end and not claim.evidence.block.furniture for claim in claims)
    assert not [
        claim for claim in claims if "Stockholm" in claim.evidence.exact or "Yagi" in claim.evidence.exact
    ]


def test_the_capacity_rides_on_the_containers(claims: tuple[Claim, ...]) -> None:
    (capacity,) = [c for c in claims if c.kind == "capacity"]
    carrier = next(c for c in claims if c.id == capacity.carrier)
    assert carrier.quantity is not None
    assert (carrier.quantity.low, carrier.quantity.high) == (10_000, None)
    assert carrier.quantity.bound is Bound.AT_LEAST


def test_what_is_given_in_exchange_points_at_what_it_answers(claims: tuple[Claim, ...]) -> None:
    (answer,) = [c for c in claims if c.exchange]
    first = next(c for c in claims if c.id == answer.exchange)
    assert first.quantity is not None
    assert first.quantity.number_words == "dozens"


def test_ways_are_read_and_never_guessed(claims: tuple[Claim, ...]) -> None:
    ways = {
        c.quantity.number_words: c.route_mode
        for c in claims
        if c.kind == "transfer" and c.quantity and c.section is not Section.HEADLINE
    }
    assert ways == {"10,000": RouteMode.SEA, "dozens": None, "thousands": RouteMode.RAIL}


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("next week", date(2024, 6, 17), date(2024, 6, 24)),
        ("end of May", date(2024, 5, 21), date(2024, 6, 1)),
        ("July 2000", date(2000, 7, 1), None),
        ("September 2023", date(2023, 9, 1), date(2023, 10, 1)),
        ("2022", date(2022, 1, 1), date(2023, 1, 1)),
    ],
)
def test_times_keep_their_grain(words: str, start: date, end: date | None, claims: tuple[Claim, ...]) -> None:
    periods = [c.time.period for c in claims if c.time and words in c.evidence.exact]
    assert periods
    assert all(p and (p.start, p.end) == (start, end) for p in periods)


def test_the_headline_says_delivered_and_the_capacity_never_does(claims: tuple[Claim, ...]) -> None:
    headline = next(c for c in claims if c.section is Section.HEADLINE)
    assert headline.voice.stage is Stage.DELIVERED
    capacity = next(c for c in claims if c.kind == "capacity")
    assert capacity.voice.modality is Modality.CAPABILITY
    assert capacity.voice.stage is not Stage.DELIVERED
