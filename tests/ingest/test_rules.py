"""Every rule that is data carries an example; each example is run here."""

import re
import tomllib
from importlib.resources import files

import pytest
from lxml import etree

from reportedly.ingest.agencies import agency_readings
from reportedly.ingest.dates import find_days, read_stamp
from reportedly.ingest.formats.walk import labels_of
from reportedly.ingest.labels import line_kind, zone_of
from reportedly.ingest.names import plain_name


def table(name: str, key: str) -> list[dict]:
    return tomllib.loads((files("reportedly.ingest") / f"{name}.toml").read_text("utf-8"))[key]


@pytest.mark.parametrize("entry", table("cues", "cue"), ids=lambda e: e["kind"])
def test_each_cue_reads_its_example(entry: dict) -> None:
    assert line_kind(entry["example"]) == entry["kind"]


@pytest.mark.parametrize("entry", table("cues", "cue"), ids=lambda e: e["kind"])
def test_each_cue_reads_all_its_words(entry: dict) -> None:
    for words in (*entry["whole"], *entry["opens"]):
        assert line_kind(words) or line_kind(f"{words} x"), words


@pytest.mark.parametrize("entry", table("zones", "zone"), ids=lambda e: e["kind"])
def test_each_zone_knows_its_example(entry: dict) -> None:
    element = etree.fromstring(entry["example"], etree.HTMLParser()).find("body")[0]
    zone = zone_of(element.tag, labels_of(element))
    assert zone is not None
    assert zone.kind == entry["kind"]


@pytest.mark.parametrize("entry", table("months", "month"), ids=lambda e: str(e["number"]))
def test_each_month_is_read_in_its_example(entry: dict) -> None:
    assert next(find_days(entry["example"])).month == entry["number"]


@pytest.mark.parametrize("entry", table("metatags", "field"), ids=lambda e: e["name"])
def test_each_field_of_meta_tags_holds_its_example(entry: dict) -> None:
    tag = re.search(r'(?:property|name|http-equiv)="([^"]+)"', entry["example"])
    assert tag
    assert tag[1] in entry["tags"]


@pytest.mark.parametrize("entry", table("agencies", "agency"), ids=lambda e: e["name"])
def test_each_agency_is_known_by_its_dateline(entry: dict) -> None:
    (reading,) = agency_readings([entry["example"]], ())
    assert reading.value == entry["name"]


def test_words_in_brackets_are_no_agency_unless_they_sign() -> None:
    assert not list(agency_readings(["The reactor (AP1000) was built by an American firm in May."], ()))


def test_bylines_lose_their_trimmings() -> None:
    lists = {entry["name"]: entry for entry in table("bylines", "list")}
    assert plain_name(lists["opening"]["example"]) == "Jane Doe"
    assert plain_name(lists["nobody"]["example"]) is None


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
