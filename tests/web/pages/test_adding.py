"""Pages added from the window, and the ledger taken away again: over real HTTP."""

import csv
import json
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ..building import stocked
from ..visiting import Visitor, get, listening


@pytest.fixture
def room(tmp_path: Path) -> Iterator[str]:
    yield from listening(stocked(tmp_path))


def multipart(fields: dict[str, str], files: dict[str, bytes]) -> tuple[bytes, str]:
    edge, parts = "edge-of-a-part", []
    for name, value in fields.items():
        parts.append(f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode())
    for name, body in files.items():
        head = f'--{edge}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
        parts.append(head.encode() + body + b"\r\n")
    return b"".join(parts) + f"--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}"


def send(visitor: Visitor, fields: dict[str, str], files: dict[str, bytes] | None = None) -> tuple[int, str]:
    body, kind = multipart({"token": visitor.token, **fields}, files or {})
    headers = {"Origin": visitor.room, "Content-Type": kind}
    try:
        with visitor.opener.open(urllib.request.Request(f"{visitor.room}/add", body, headers)) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def settled(room: str) -> dict:
    for _ in range(300):
        fate = json.loads(get(f"{room}/add.json")[1])
        if not fate["busy"]:
            return fate
        time.sleep(0.1)
    raise AssertionError("still reading")


@pytest.mark.engine
def test_an_uploaded_page_is_read_and_a_bad_one_says_why(room: str) -> None:
    page = b"<html><body><article><h1>Ships came</h1><p>At least 40 ships left Norway for Chile on 3 May 2024, Oslo said.</p></article></body></html>"
    status, _ = send(Visitor(room), {}, {"ships.html": page, "../x.bin": b"\x00\x01\x02" * 99})
    assert status == 200
    fates = {one["source"]: one for one in settled(room)["done"]}
    assert fates["ships.html"]["fate"] == "added"
    assert fates["x.bin"]["fate"] == "refused"
    assert "At least 40 ships" in get(f"{room}/ledger?words=ships")[1]


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, 400),
        ({"addresses": "ftp://example.org/x"}, 400),
        ({"addresses": "file:///etc/passwd"}, 400),
        ({"addresses": "\n".join(["https://example.org/"] * 51)}, 400),
        ({"addresses": "https://example.org/", "token": "0"}, 403),
    ],
)
def test_what_cannot_be_added_is_refused_with_its_reason(
    room: str, fields: dict[str, str], status: int
) -> None:
    answered, html = send(Visitor(room), fields)
    assert answered == status
    assert "add" in html or "address" in html or "form" in html


def test_an_oversized_upload_is_refused_before_it_is_read(room: str) -> None:
    request = urllib.request.Request(f"{room}/add", b"x", {"Origin": room, "Content-Length": str(10**9)})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)
    assert refused.value.code == 413
    refused.value.close()


def test_the_export_is_exactly_what_is_shown(room: str) -> None:
    view = "?kind=transfer&sort=highest"
    shown = [c["id"] for c in json.loads(get(f"{room}/ledger.json{view}")[1])["claims"]]
    rows = list(csv.DictReader(StringIO(get(f"{room}/ledger.csv{view}")[1])))
    linked = json.loads(get(f"{room}/ledger.jsonld{view}")[1])["@graph"]
    assert [row["id"] for row in rows] == shown
    assert [one["@id"].rpartition(":")[2] for one in linked] == shown
    assert linked[0]["oa:hasSelector"][0]["oa:exact"] == "at least 450 trucks"


def test_an_export_of_nothing_is_a_table_with_a_head_alone(room: str) -> None:
    assert get(f"{room}/ledger.csv?kind=none")[1].count("\r\n") == 1
    assert json.loads(get(f"{room}/ledger.jsonld?kind=none")[1])["@graph"] == []


def test_the_highest_figure_comes_first_when_asked(room: str) -> None:
    claims = json.loads(get(f"{room}/ledger.json?sort=highest&kind=transfer")[1])["claims"]
    assert [c["quantity"]["low"] for c in claims] == ["450", "300", "120", "120"]


def test_a_view_is_a_feed(room: str) -> None:
    status, xml, headers = get(f"{room}/ledger.atom?kind=transfer&words=trucks")
    assert status == 200
    assert headers["content-type"].startswith("application/atom+xml")
    feed = ET.fromstring(xml)
    space = "{http://www.w3.org/2005/Atom}"
    assert len(feed.findall(f"{space}entry")) == 4
    assert feed.find(f"{space}entry/{space}link").get("href").startswith(room + "/pages/")


@pytest.mark.parametrize("form", ["json", "csv", "jsonld", "atom"])
def test_an_order_that_is_none_is_refused(room: str, form: str) -> None:
    assert get(f"{room}/ledger.{form}?sort=fastest")[0] == 400
