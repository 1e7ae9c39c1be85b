"""Days and stamps, in every spelling that pages write."""

import pytest

from reportedly.ingest.words.dates import find_days, read_stamp

from ..rules import rules


@pytest.mark.parametrize("entry", rules("words/months"), ids=lambda e: str(e["number"]))
def test_each_month_is_read_in_its_example(entry: dict) -> None:
    assert next(find_days(entry["example"])).month == entry["number"]


@pytest.mark.parametrize(
    ("words", "stamp"),
    [
        ("2024-06-14T09:12:00+09:00", "2024-06-14T09:12:00+09:00"),
        ("2024-06-14T09:12:00.000Z", "2024-06-14T09:12:00+00:00"),
        ("2024-06-14 09:12", "2024-06-14T09:12:00"),
        ("20240614", "2024-06-14"),
        ("1718323920", "2024-06-14T00:12:00+00:00"),
        ("1718323920000", "2024-06-14T00:12:00+00:00"),
        ("Fri, 14 Jun 2024 09:12:00 GMT", "2024-06-14"),
        ("June 14, 2024", "2024-06-14"),
        ("14. Juni 2024", "2024-06-14"),
        ("14 de junio de 2024", "2024-06-14"),
        ("14 июня 2024 г.", "2024-06-14"),
        ("2024年6月14日", "2024-06-14"),
        ("2024년 6월 14일", "2024-06-14"),
        ("14.06.2024", "2024-06-14"),
        ("14/06/2024", "2024-06-14"),
        ("06/14/2024", "2024-06-14"),
        ("٢٠٢٤/٠٦/١٤", "2024-06-14"),
        ("04/06/2024", None),  # April or June: no date
        ("June 2024", None),
        ("2024-02-30", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_finely_as_it_is_written(words: str, stamp: str | None) -> None:
    assert read_stamp(words) == stamp


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("০৮:০৬, ১৮ ফেব্রুয়ারি ২০২০", "2020-02-18"),
        ("18 फरवरी 2020", "2020-02-18"),
        ("१८ फेब्रुवारी २०२०", "2020-02-18"),
        ("18 ફેબ્રુઆરી, 2020", "2020-02-18"),
        ("18 ఫిబ్రవరి 2020", "2020-02-18"),
    ],
)
def test_months_that_end_in_a_vowel_sign_are_read(words: str, day: str) -> None:
    assert [found.isoformat() for found in find_days(words)] == [day]
