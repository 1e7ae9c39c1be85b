"""Series kept figure by figure stay what they are drawn as from all claims, however a ledger came to them."""

import sqlite3
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from reportedly.ledger import Ledger
from reportedly.lexicon import load_items, load_places
from reportedly.model import encode
from reportedly.pipeline import all_series, refresh
from reportedly.reconcile import derive

from ..golden.stories.corpus import stories
from ..golden.stories.telling import Page, Said, Told, tell

ITEMS = load_items()


def toll(day: date, killed: int) -> Told:
    """Return a page that tells a toll of the flood at Lang Nu as of its day."""
    said = Said("casualty", figure=str(killed), place="Lang Nu", outcome="killed")
    body = ["⟨a|So many people died⟩ in the village, rescuers said."]
    return tell(Page(f"p{day}", "Courier", day.isoformat(), "A headline", body, {"a": said}))


def held(path: Path, pages: Sequence[Told]) -> Ledger:
    """Return a ledger to which some pages came one by one."""
    ledger = Ledger.open(path)
    for page in pages:
        ledger.archive.keep(page.body)
        ledger.add(page.capture, page.document, page.claims, extractor="by hand")
        refresh(ledger, ITEMS)
    return ledger


def by_id(ledger: Ledger) -> bytes:
    """Return the series of a ledger as they are drawn: by their ids."""
    return encode(tuple(sorted(all_series(ledger), key=lambda series: series.id)))


def drawn(pages: Sequence[Told]) -> bytes:
    """Return the series of some pages, drawn from all their claims."""
    claims = [claim for page in pages for claim in page.claims]
    found = derive([page.document for page in pages], claims, items=ITEMS, places=load_places())
    return encode(found.series)


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.name)
def test_what_is_kept_of_a_story_is_what_is_drawn_from_it(story, tmp_path: Path) -> None:
    with held(tmp_path / "ledger.db", story.pages) as ledger:
        assert by_id(ledger) == drawn(story.pages)


def test_a_page_between_two_events_makes_them_one(tmp_path: Path) -> None:
    first = date(2024, 1, 10)
    far = [toll(first, 3), toll(first + timedelta(days=5), 4), toll(first + timedelta(days=100), 9)]
    between = toll(first + timedelta(days=55), 6)
    with held(tmp_path / "ledger.db", far) as ledger:
        assert [len(series.observations) for series in all_series(ledger)] in ([1, 2], [2, 1])
    with held(tmp_path / "ledger.db", [between]) as ledger:
        assert [len(series.observations) for series in all_series(ledger)] == [4]
        assert by_id(ledger) == drawn([*far, between])
        ledger.add(between.capture, between.document, (), extractor="better")
        refresh(ledger, ITEMS)
        assert by_id(ledger) == drawn(far)


def test_an_event_is_named_by_its_first_month_however_late_that_is_told(tmp_path: Path) -> None:
    pages = [toll(date(2024, 2, 3), 4), toll(date(2024, 1, 30), 2)]
    with held(tmp_path / "ledger.db", pages) as ledger:
        assert by_id(ledger) == drawn(pages)


def test_a_ledger_with_series_in_one_piece_comes_forward_to_the_same_rows(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with held(path, stories()[0].pages) as ledger:
        now, series = ledger.derived.dump(), tuple(all_series(ledger))
    _one_piece(path, series)
    with Ledger.open(path) as ledger:
        assert tuple(all_series(ledger)) == series
        assert refresh(ledger, ITEMS) == ledger.page_count()
        assert ledger.derived.dump() == now


def _one_piece(path: Path, series: Sequence) -> None:
    """Put a ledger back to an earlier schema and its rules, where a series' record held all that stands on it."""
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE derived_observation")
        db.execute("CREATE TRIGGER derived_line_comes AFTER INSERT ON derived_row BEGIN SELECT 1; END")
        for one in series:
            db.execute(
                "UPDATE derived_row SET record = ? WHERE sort = 'Series' AND id = ?", (encode(one), one.id)
            )
            about = ((seen.claim, one.id) for seen in one.observations)
            db.executemany("INSERT INTO derived_about VALUES (?, 'Series', ?)", about)
        db.execute("DROP TABLE derived_sketch")
        db.execute("UPDATE derived_until SET rules = '4'")
        db.execute("PRAGMA user_version = 9")
