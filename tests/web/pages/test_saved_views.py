"""Saved views: kept, listed, followed as a feed; columns and sorting in the address."""

import json
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from reportedly.ledger import Ledger

from ..building import stocked
from ..visiting import get, listening


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return stocked(tmp_path)


@pytest.fixture
def room(path: Path) -> Iterator[str]:
    yield from listening(path)


def post(room: str, where: str, **fields: str) -> tuple[int, str]:
    """Send a form as the room's own page does: its cookie, its token, its origin."""
    headers = get(f"{room}/views")[2]
    cookie = headers["set-cookie"].partition(";")[0]
    html = get(f"{room}/ledger", Cookie=cookie)[1]
    token = re.search(r'name="token" value="([0-9a-f]+)"', html)[1]
    data = urllib.parse.urlencode({"token": token, **fields}).encode()
    asked = urllib.request.Request(room + where, data, {"Cookie": cookie, "Origin": room})
    try:
        with urllib.request.urlopen(asked) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_a_view_is_kept_listed_opened_and_removed(room: str) -> None:
    status, html = post(
        room, "/views/keep", name="Convoys & more", query="kind=transfer&sort=highest&page=3&bogus=1"
    )
    assert status == 200
    assert "Convoys &amp; more" in html
    kept = json.loads(get(f"{room}/views.json")[1])["views"]
    assert [(v["name"], v["query"], v["claims"]) for v in kept] == [
        ("Convoys & more", "kind=transfer&sort=highest", 4)
    ]
    assert 'href="/ledger?kind=transfer&amp;sort=highest"' in get(f"{room}/ledger")[1]
    post(room, "/views/drop", name="Convoys & more")
    assert json.loads(get(f"{room}/views.json")[1])["views"] == []


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"name": "", "query": ""}, "not a name"),
        ({"name": "a/b", "query": ""}, "not a name"),
        ({"name": "x", "query": "date=june"}, "june: not a date"),
        ({"name": "x", "query": "columns=nothing"}, "nothing: not a column"),
    ],
)
def test_a_view_that_makes_no_sense_is_refused(room: str, fields: dict[str, str], reason: str) -> None:
    status, html = post(room, "/views/keep", **fields)
    assert status == 400
    assert reason in html


def test_a_view_s_feed_tells_what_came_last_first(room: str, path: Path) -> None:
    post(room, "/views/keep", name="All trucks", query="kind=transfer")
    status, body, headers = get(f"{room}/views/All%20trucks.atom")
    assert (status, headers["content-type"]) == (200, "application/atom+xml")
    feed = ET.fromstring(body)
    atom = "{http://www.w3.org/2005/Atom}"
    assert feed.findtext(f"{atom}title") == "Reportedly: All trucks"
    with Ledger.open(path) as ledger:
        last = ledger._db.execute(
            "SELECT id FROM claim WHERE kind = 'transfer' ORDER BY number DESC"
        ).fetchone()[0]
    assert feed.find(f"{atom}entry").findtext(f"{atom}id") == f"urn:reportedly:claim:{last}"
    assert get(f"{room}/views/none.atom")[0] == 404


def test_columns_are_chosen_in_the_address(room: str) -> None:
    html = get(f"{room}/ledger?columns=outlet&columns=figure")[1]
    assert 'data-head="outlet"' in html
    assert 'data-head="who says"' not in html
    assert get(f"{room}/ledger?columns=bogus")[0] == 400
    head = get(f"{room}/ledger.csv?columns=outlet,figure")[1].partition("\r\n")[0]
    assert head.split(",")[:4] == ["id", "outlet", "figure", "low"]
    assert "speaker" not in head


@pytest.mark.parametrize("order", ["highest", "lowest", "oldest", "speaker", "item", "outlet", "modality"])
def test_every_order_is_the_same_on_the_page_and_on_its_way_out(room: str, order: str) -> None:
    shown = [c["id"] for c in json.loads(get(f"{room}/ledger.json?sort={order}")[1])["claims"]]
    sent = [row.partition(",")[0] for row in get(f"{room}/ledger.csv?sort={order}")[1].split("\r\n")[1:-1]]
    assert shown == sent
    assert len(shown) == 6


def test_a_sorted_column_says_so(room: str) -> None:
    assert re.search(
        r'<th scope="col" aria-sort="descending"><a href="/ledger">how much',
        get(f"{room}/ledger?sort=highest")[1],
    )


def test_a_screenful_past_the_end_leads_back(room: str) -> None:
    status, html, _ = get(f"{room}/ledger?page=999")
    assert status == 200
    assert "Begin at its start" in html
