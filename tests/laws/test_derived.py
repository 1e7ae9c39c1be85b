"""Law 6: what is derived depends on pages, claims and reviews alone, not on how they came."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.ledger import Ledger
from reportedly.lexicon import load_items, load_places
from reportedly.model import Review, Verdict, encode
from reportedly.pipeline import rebuild, refresh
from reportedly.reconcile import derive

from ..golden.stories.telling import Page, Said, Told, tell

ITEMS = load_items()
_FILLER = (
    "The count was read out in the capital before a committee that had asked for it since the spring.",
    "Nobody outside the ministry could check how it was made, and the other side called it invented.",
    "Ships had been seen at the pier on most days of the week, their decks covered with grey sheets.",
    "A harvest report, a strike at two ports and a storm warning filled the rest of the evening news.",
)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Told, ...]:
    count = draw(st.integers(2, 7))
    pages = {}
    for number in range(count):
        page = tell(draw(_pages(number)))
        pages[page.document.id] = page
    return tuple(pages.values())


@st.composite
def _pages(draw: st.DrawFn, number: int) -> Page:
    day = draw(st.sampled_from(["2024-06-14", "2024-06-15", "2024-06-20", "2024-07-30", ""]))
    kind, item = draw(st.sampled_from([("transfer", "container"), ("capacity", "artillery_round")]))
    figure = draw(st.sampled_from([">=10000", "~10000", "6700", "thousands", ">11000", ""]))
    said = Said(
        kind,
        actor="KP",
        to="RU",
        item=item,
        figure=figure,
        by=draw(st.sampled_from(["kr:shin", "KR", "us/state", "", "[officials]"])),
        said=draw(st.sampled_from(["", "2024-06-14", "2024-06-19"])),
        mod=draw(st.sampled_from(["asserted", "denied", "capability"])),
        via=draw(st.sampled_from([(), ("yonhap",)])),
        since=draw(st.sampled_from(["", "2023-09", "2022"])),
    )
    toll = Said(
        "casualty",
        figure=draw(st.sampled_from(["9", ">=9", "14"])),
        place=draw(st.sampled_from(["Vietnam", "Hanoi", "Lang Nu"])),
        outcome="killed",
    )
    filler = draw(st.lists(st.sampled_from(_FILLER), min_size=1, max_size=3, unique=True))
    body = ["⟨a|Some boxes went to the other country⟩, it was said.", *filler, "⟨b|People died⟩ far away."]
    headline = replace(said, by="", via=(), said="")
    note = replace(toll, negative=True)
    corrected = draw(st.booleans())
    return Page(
        f"p{number}",
        draw(st.sampled_from(["Courier", "Gazette", "Yonhap"])),
        day,
        "⟨h|A headline⟩",
        body,
        {"h": headline, "a": said, "b": toll, **({"x": note} if corrected else {})},
        agency=draw(st.sampled_from(["", "Wire"])),
        url=draw(st.sampled_from(["", "https://courier.example.org/live"])),
        correction="Correction: ⟨x|so many people⟩ was wrong." if corrected else "",
        leads=draw(
            st.sampled_from(
                [{}, {"a": "https://courier.example.org/p0"}, {"b": "https://courier.example.org/live"}]
            )
        ),
    )


@settings(max_examples=60, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_any_order_of_arrival_derives_the_same_bytes(world: tuple[Told, ...], random: Random) -> None:
    expected = encode(_derived(world))
    shuffled = list(world)
    random.shuffle(shuffled)
    assert encode(_derived(shuffled)) == expected


def _derived(world: Sequence[Told]):
    claims = [claim for page in world for claim in page.claims]
    return derive(
        [page.document for page in world], claims, _reviews(world), items=ITEMS, places=load_places()
    )


def _reviews(world: Sequence[Told]) -> list[Review]:
    """People reject one claim, split another off, and join a third to the first."""
    claims = sorted(claim.id for page in world for claim in page.claims)
    at = datetime(2024, 9, 1, tzinfo=UTC)
    return [
        Review(claims[0], Verdict.REJECT, "ann", at),
        Review(claims[1], Verdict.SPLIT, "ann", at),
        Review(claims[2], Verdict.JOIN, "bob", at, target=claims[-1]),
    ]


@settings(max_examples=25, deadline=None)
@given(worlds(), st.randoms(use_true_random=False), st.booleans())
def test_page_by_page_gives_the_same_tables_as_a_rebuild(
    world: tuple[Told, ...], random: Random, reviewed: bool
) -> None:
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        shuffled = list(world)
        random.shuffle(shuffled)
        for review in _reviews(world) if reviewed else ():
            ledger.review(review)
        for page in shuffled:
            _add(ledger, page)
            refresh(ledger, ITEMS)
        grown, digest = ledger.derived.dump(), ledger.derived.digest()
        rebuild(ledger, ITEMS)
        assert ledger.derived.dump() == grown
        assert ledger.derived.digest() == digest
        rebuild(ledger, ITEMS)
        assert ledger.derived.dump() == grown


@settings(max_examples=15, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_a_page_read_anew_leaves_nothing_of_its_old_reading(world: tuple[Told, ...], random: Random) -> None:
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        for page in world:
            _add(ledger, page)
        refresh(ledger, ITEMS)
        for page in random.sample(world, k=min(2, len(world))):
            ledger.add(page.capture, page.document, page.claims[:1], extractor="better")
            refresh(ledger, ITEMS)
        grown = ledger.derived.dump()
        rebuild(ledger, ITEMS)
        assert ledger.derived.dump() == grown


@settings(max_examples=15, deadline=None)
@given(worlds(), st.integers(0, 400))
def test_a_kill_in_the_middle_leaves_nothing_half_derived(world: tuple[Told, ...], after: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        with Ledger.open(path) as ledger:
            for page in world[:-1]:
                _add(ledger, page)
            refresh(ledger, ITEMS)
            _add(ledger, world[-1])
            ledger._db.set_progress_handler(_killing(after), 50)
            with suppress(Exception):  # whatever the kill turns into
                refresh(ledger, ITEMS)
            ledger._db.set_progress_handler(None, 0)
        with Ledger.open(path) as ledger:
            refresh(ledger, ITEMS)
            grown = ledger.derived.dump()
            rebuild(ledger, ITEMS)
            assert ledger.derived.dump() == grown


def _killing(after: int):
    left = iter(range(after))
    return lambda: next(left, None) is None


def _add(ledger: Ledger, page: Told) -> None:
    ledger.archive.keep(page.body)
    ledger.add(page.capture, page.document, page.claims, extractor="by hand")


@pytest.mark.parametrize("words", ["reading", "review"])
def test_a_changed_page_is_derived_again(words: str, tmp_path: Path) -> None:
    page = tell(
        Page("p", "Courier", "2024-06-14", "A ⟨a|headline⟩", ["Text."], {"a": Said("visit", actor="RU")})
    )
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        _add(ledger, page)
        assert refresh(ledger, ITEMS) == 1
        assert refresh(ledger, ITEMS) == 0
        if words == "reading":
            ledger.add(page.capture, page.document, (), extractor="better")
        else:
            ledger.review(Review(page.claims[0].id, Verdict.REJECT, "ann", datetime(2024, 9, 1, tzinfo=UTC)))
        assert refresh(ledger, ITEMS) == 1
        assert list(ledger.derived.rows("Origin")) == []
