"""A newcomer's five tasks in the sample pages: each in at most four clicks or keys from Home.

What is typed into a field is not counted, nor the choice in the system's own file dialog.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reportedly.ledger import Ledger
from reportedly.pipeline import add_pages, refresh, sample_sources, wake
from reportedly.settings import Settings

from .test_browser import chromium  # noqa: F401 - a fixture
from .visiting import listening

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.engine]
MOST = 4


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("tasks") / "samples.db"
    with Ledger.open(path) as ledger:
        list(add_pages(sample_sources(), ledger, wake(Settings(path))))
        refresh(ledger)
    yield from listening(path)


@dataclass
class Hand:
    """A newcomer at Home: every click and key is counted, every trouble kept."""

    page: object
    steps: int = 0
    trouble: list[str] = field(default_factory=list)

    def click(self, what: str) -> None:
        self.page.click(what)
        self.steps += 1

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.steps += 1


@pytest.fixture
def hand(samples: str, chromium) -> Iterator[Hand]:  # noqa: F811 - the fixture
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    hand = Hand(page)
    page.on("console", lambda said: hand.trouble.append(said.text) if said.type == "error" else None)
    page.on("requestfailed", lambda request: hand.trouble.append(request.url))
    page.goto(samples)
    yield hand
    assert hand.steps <= MOST
    assert hand.trouble == []
    context.close()


def test_add_a_page(hand: Hand, tmp_path: Path) -> None:
    file = tmp_path / "ships.html"
    file.write_text(
        "<html><body><article><h1>Ships came</h1><p>At least 40 ships left Norway for Chile on 3 May 2024, Oslo said."
        "</p></article></body></html>",
        "utf-8",
    )
    hand.click("nav >> text=Add")
    with hand.page.expect_file_chooser() as chosen:
        hand.click("#files")
    chosen.value.set_files(file)
    hand.page.wait_for_selector(".history >> text=ships.html", timeout=60_000)
    assert "added" in hand.page.locator(".history li >> nth=0").inner_text()


def test_find_the_highest_container_figure(hand: Hand) -> None:
    hand.click("nav >> text=Ledger")
    hand.click("#facets a:has-text('container') >> nth=0")
    hand.click("thead >> text=how much")
    assert "> 13,000" in hand.page.locator("tbody.entry >> nth=0").inner_text()


def test_see_who_said_it_first(hand: Hand) -> None:
    hand.click(".story:has-text('North Korea to Russia') li a >> nth=0")
    first = hand.page.locator(".observations tbody tr >> nth=0").inner_text()
    assert "2023-10-14" in first
    assert "1,000 containers" in first


def test_find_the_denial(hand: Hand) -> None:
    hand.click(".attention li:has-text('denial') > a >> nth=0")
    lit = hand.page.locator(".lit.chosen")
    assert lit.first.is_visible()
    assert "exported no weapons" in "".join(lit.all_inner_texts())


def test_correct_a_wrong_speaker(hand: Hand) -> None:
    hand.click("nav >> text=Review")
    hand.click(".waits .quick a >> nth=0")
    hand.page.fill("#by-1", "Ada")
    hand.page.fill("#value", "North Korea")
    hand.press("Enter")
    hand.page.wait_for_selector("#review h2:has-text('speaker: North Korea')")
