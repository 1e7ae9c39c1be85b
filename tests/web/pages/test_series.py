"""Series over real HTTP: list, page, chart, and their twins."""

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ..building import stocked
from ..visiting import get, listening


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from listening(stocked(tmp_path_factory.mktemp("series")))


def first(room: str) -> str:
    return json.loads(get(f"{room}/series.json")[1])["series"][0]["id"]


def test_the_list_puts_the_weightiest_first_and_says_what_each_stands_on(room: str) -> None:
    listed = json.loads(get(f"{room}/series.json")[1])
    assert listed["total"] >= 2
    assert listed["series"][0]["origins"] == max(one["origins"] for one in listed["series"])
    assert "independent origin" not in get(f"{room}/series")[1]


def test_the_list_can_be_narrowed_by_words_in_the_address(room: str) -> None:
    assert json.loads(get(f"{room}/series.json?words=tent")[1])["total"] == 1
    assert "No series has these words" in get(f"{room}/series?words=zeppelin")[1]


def test_a_series_says_its_scope_and_its_weight(room: str) -> None:
    html = get(f"{room}/series/{first(room)}")[1]
    assert "as said by anyone" in html
    assert "independent origin" in html
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in html


def test_capability_and_delivery_are_never_on_one_line(room: str) -> None:
    for one in json.loads(get(f"{room}/series.json")[1])["series"]:
        observed = json.loads(get(f"{room}/series/{one['id']}.json")[1])["observations"]
        assert len({o["modality"] == "capability" for o in observed}) == 1


def test_every_mark_leads_to_the_lit_words(room: str) -> None:
    svg = get(f"{room}/series/{first(room)}.svg")
    assert svg[2]["content-type"].startswith("image/svg+xml")
    away = ET.fromstring(svg[1]).find(".//{http://www.w3.org/2000/svg}a").get("href")
    assert away == "https://courier.example.org/trucks"
    link = re.search(r'<a href="(/pages/[^"]+)"[^>]* class="mark', get(f"{room}/series/{first(room)}")[1])[1]
    assert "lit" in get(room + link.partition("#")[0].replace("&amp;", "&"))[1]


def test_the_table_s_twin_has_its_rows(room: str) -> None:
    rows = list(csv.DictReader(StringIO(get(f"{room}/series/{first(room)}.csv")[1])))
    twin = json.loads(get(f"{room}/series/{first(room)}.json")[1])
    assert [row["figure"] for row in rows] == [o["figure"] for o in twin["observations"]]
    assert get(f"{room}/series.csv")[0] == 200


@pytest.mark.parametrize("form", ["", ".json", ".csv", ".svg"])
def test_a_series_that_is_not_there_says_so(room: str, form: str) -> None:
    assert get(f"{room}/series/none{form}")[0] == 404


def test_the_number_of_a_screenful_may_be_nonsense(room: str) -> None:
    for number in ("0", "-1", "x", "99999999999999999999", "%D9%A3"):
        assert get(f"{room}/series?page={number}")[0] == 200


def test_an_empty_ledger_has_an_empty_list(tmp_path: Path) -> None:
    for room in listening(tmp_path / "empty.db"):
        assert "No series yet" in get(f"{room}/series")[1]
        assert "Nothing has been read yet" in get(room)[1]
