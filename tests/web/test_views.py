"""The reading room over real HTTP: what each view answers, with no script at all."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import UsageError
from reportedly.ledger import Ledger
from reportedly.web import serve

from ..building import claims, page
from .visiting import document_id, get, listening


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("room") / "ledger.db"
    hostile = "<script>alert(1)</script> says trucks rolled\n\nAccording to Tirania, at least 120 trucks <b>able to hold 9,000 tents</b> left.\n\nRelated Posts"
    with Ledger.open(path) as ledger:
        for body, capture, document in (page(), page(hostile, "https://hostile.example.org/x")):
            ledger.archive.keep(body)
            ledger.add(capture, document, claims(document), extractor="by hand")
        ledger.refuse("x.bin", "x.bin: binary (name a text or HTML file)")
    yield from listening(path)


def test_home_counts_and_names_what_was_refused(room: str) -> None:
    status, html, _ = get(room + "/")
    assert status == 200
    assert "4 claims" in html
    assert "x.bin: binary" in html


def test_the_ledger_shows_figures_with_their_bounds(room: str) -> None:
    _, html, _ = get(f"{room}/ledger?kind=transfer")
    assert "≥ 120" in html
    assert "9,000 tents</a>" not in html


def test_a_filter_is_in_the_address_and_its_twin_agrees(room: str) -> None:
    twin = json.loads(get(f"{room}/ledger.json?modality=capability&words=tents")[1])
    assert twin["total"] == 2
    assert {claim["kind"] for claim in twin["claims"]} == {"capacity"}
    assert [facet["value"] for facet in twin["facets"]["modality"]] == ["capability"]


def test_a_page_has_its_words_lit_and_its_furniture_labelled(room: str) -> None:
    status, html, _ = get(f"{room}/pages/{document_id(room)}")
    assert status == 200
    assert 'class="row furniture"' in html
    assert ">120</a>" in html
    twin = json.loads(get(f"{room}/pages/{document_id(room)}.json")[1])
    assert [block["kind"] for block in twin["page"]["blocks"]] == ["headline", "body", "teaser"]
    assert len(twin["claims"]) == 2


def test_a_claim_has_a_page_of_its_own(room: str) -> None:
    wanted = claims(page()[2])[0]
    assert "at least 120 trucks" in get(f"{room}/claims/{wanted.id}")[1]
    assert json.loads(get(f"{room}/claims/{wanted.id}.json")[1])["id"] == wanted.id


def test_what_a_page_says_is_never_markup(room: str) -> None:
    newest = json.loads(get(f"{room}/home.json")[1])["newest"]
    hostile = next(p["id"] for p in newest if "hostile" in p["url"])
    for path in ("/", "/ledger", f"/pages/{hostile}", "/ledger?words=%3Cscript%3E"):
        html = get(room + path)[1].lower()
        assert html.count("<script") == html.count('<script src="/static/keys.js" defer></script>') == 1


@pytest.mark.parametrize("path", ["/pages/none", "/claims/none", "/nothing"])
def test_what_is_not_there_says_so(room: str, path: str) -> None:
    assert get(room + path)[0] == 404
    status, body, headers = get(room + path + ".json")
    assert status == 404
    assert headers["content-type"] == "application/problem+json"
    assert json.loads(body)["status"] == 404


def test_a_date_that_is_none_is_a_bad_request_with_its_reason(room: str) -> None:
    status, html, _ = get(f"{room}/ledger?date=june")
    assert status == 400
    assert "june: not a date" in html


def test_another_host_s_name_is_refused(room: str) -> None:
    assert get(room + "/", Host="evil.example")[0] == 421


def test_no_script_and_no_stranger_is_allowed_by_the_policy(room: str) -> None:
    policy = get(room + "/")[2]["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_static_files_cannot_be_climbed_out_of(room: str) -> None:
    assert get(f"{room}/static/../app.py")[0] == 404
    assert get(f"{room}/static/%2e%2e/app.py")[0] == 404


def test_what_is_no_address_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"use 127\.0\.0\.1"):
        serve(tmp_path / "ledger.db", host="example.org", port=0)


def test_a_port_that_is_taken_is_refused(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(UsageError, match="choose another with --port"):
            serve(tmp_path / "ledger.db", host="127.0.0.1", port=port)
