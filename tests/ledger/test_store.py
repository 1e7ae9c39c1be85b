"""The ledger keeps what it is given, whole or not at all, and gives it back."""

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reportedly.errors import LedgerError, NewerLedgerError, UsageError
from reportedly.ledger import Archive, ClaimFilter, Ledger, parse_days
from reportedly.model import Review, Verdict

from ..building import TEXT, claims, page


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def add(ledger: Ledger, text: str = TEXT, extractor: str = "by hand", **where: str) -> str:
    body, capture, document = page(text, **where)
    ledger.archive.keep(body)
    ledger.add(capture, document, claims(document), extractor=extractor)
    return document.id


def test_a_page_comes_back_as_it_was_added(path: Path) -> None:
    with Ledger.open(path) as ledger:
        document = add(ledger)
    with Ledger.open(path) as ledger:
        assert ledger.document(document) == page()[2]
        assert [entry.claim for entry in ledger.entries(ClaimFilter())] == list(claims(page()[2]))
        assert ledger.body(page()[2]) == TEXT.encode()


def test_the_same_page_twice_changes_nothing(path: Path) -> None:
    with Ledger.open(path) as ledger:
        add(ledger)
        add(ledger)
        assert (ledger.page_count(), ledger.count(ClaimFilter())) == (1, 2)


def test_a_changed_page_is_a_new_capture_of_the_same_address(path: Path) -> None:
    with Ledger.open(path) as ledger:
        add(ledger)
        add(ledger, TEXT + " ")
        assert len(list(ledger.captures("https://courier.example.org/trucks"))) == 2


def test_a_newer_extractor_s_reading_becomes_the_current_one_and_loses_nothing(path: Path) -> None:
    with Ledger.open(path) as ledger:
        add(ledger)
        add(ledger, extractor="better")
        assert ledger.count(ClaimFilter()) == 2
    rows = sqlite3.connect(path).execute("SELECT count(*) FROM claim").fetchone()
    assert rows == (4,)


def test_a_failure_in_the_middle_leaves_no_trace(path: Path) -> None:
    body, capture, document = page()
    with Ledger.open(path) as ledger:
        ledger.archive.keep(body)
        broken = _failing(document)
        with pytest.raises(ZeroDivisionError):
            ledger.add(capture, document, broken, extractor="x")
        assert (ledger.page_count(), ledger.count(ClaimFilter())) == (0, 0)


def _failing(document):
    yield claims(document)[0]
    yield 1 / 0


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (ClaimFilter(kind="transfer"), 1),
        (ClaimFilter(actor="country:TI"), 2),
        (ClaimFilter(actor="tirania"), 2),
        (ClaimFilter(recipient="Syldavia"), 0),
        (ClaimFilter(items=("tents",)), 1),
        (ClaimFilter(speaker="TIRANIA", modality="capability"), 1),
        (ClaimFilter(since=date(2024, 6, 1), until=date(2024, 6, 30)), 2),
        (ClaimFilter(since=date(2024, 7, 1)), 0),
        (ClaimFilter(words="hold tents"), 1),
        (ClaimFilter(words='"; DROP TABLE claim; --'), 0),
        (ClaimFilter(outlet="The Sample Courier"), 2),
    ],
)
def test_a_filter_finds_what_it_asks_for(path: Path, asked: ClaimFilter, found: int) -> None:
    with Ledger.open(path) as ledger:
        add(ledger)
        assert ledger.count(asked) == len(list(ledger.entries(asked))) == found


def test_a_claim_is_found_by_the_start_of_its_id_if_no_other_begins_so(path: Path) -> None:
    with Ledger.open(path) as ledger:
        add(ledger)
        wanted = claims(page()[2])[0]
        found = ledger.claim(wanted.id[:10])
        assert found is not None
        assert found.claim == wanted
        assert ledger.claim("") is None


def test_facets_count_values(path: Path) -> None:
    with Ledger.open(path) as ledger:
        add(ledger)
        assert ledger.facet("kind", ClaimFilter()) == [("capacity", 1), ("transfer", 1)]
        with pytest.raises(LedgerError, match="not a facet"):
            ledger.facet("record", ClaimFilter())


def test_a_review_is_a_new_row(path: Path) -> None:
    review = Review("abc", Verdict.ACCEPT, "Ada", datetime(2024, 7, 1, tzinfo=UTC))
    with Ledger.open(path) as ledger:
        ledger.review(review)
        ledger.review(replace(review, verdict=Verdict.UNDO))
        assert [r.verdict for r in ledger.reviews("abc")] == [Verdict.ACCEPT, Verdict.UNDO]


def test_a_refusal_is_a_row_until_the_page_is_read(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.refuse("https://courier.example.org/trucks", "no text")
        assert [r.reason for r in ledger.refusals()] == ["no text"]
        add(ledger)
        assert not list(ledger.refusals())


def test_a_file_that_is_no_ledger_is_refused_and_left_alone(path: Path) -> None:
    path.write_bytes(b"not a database at all, but long enough to look like one" * 20)
    before = path.read_bytes()
    with pytest.raises(LedgerError, match=r"ledger\.db: not a ledger"):
        Ledger.open(path)
    assert path.read_bytes() == before


def test_another_program_s_database_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE bookmarks (url)")
    with pytest.raises(LedgerError, match="a database, but not a ledger"):
        Ledger.open(path)


def test_a_ledger_from_a_newer_version_is_refused(path: Path) -> None:
    Ledger.open(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerLedgerError, match="upgrade reportedly"):
        Ledger.open(path)


def test_a_full_disk_is_named_and_nothing_is_half_written(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger._db.execute("PRAGMA max_page_count = 1")
        with pytest.raises(LedgerError, match="nothing was written"):
            for number in range(2000):
                add(ledger, TEXT + "x" * number)
        kept = ledger.page_count()
        assert ledger.count(ClaimFilter()) == 2 * kept


def test_the_archive_keeps_bytes_once_and_notices_when_they_change(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "a")
    digest = archive.keep(b"words")
    assert archive.keep(b"words") == digest
    assert archive.body(digest) == b"words"
    stored = next(p for p in archive.folder.rglob("*.gz"))
    stored.write_bytes(b"\x1f\x8b rubbish")
    with pytest.raises(LedgerError, match="archive|changed"):
        archive.body(digest)


@pytest.mark.parametrize(
    ("words", "start", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("2023-09/2024-06-14", date(2023, 9, 1), date(2024, 6, 14)),
    ],
)
def test_days_are_read_as_iso_8601_writes_them(words: str, start: date, last: date) -> None:
    period = parse_days(words)
    assert (period.start, period.last) == (start, last)


@pytest.mark.parametrize(
    "words", ["june", "2024-13", "2023-02-29", "24-06-14", "/", "2024/2023", "9999", "9999-12-31", "0000"]
)
def test_what_is_no_date_is_refused(words: str) -> None:
    with pytest.raises(UsageError, match="not a date"):
        parse_days(words)
