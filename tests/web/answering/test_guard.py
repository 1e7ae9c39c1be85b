"""What is refused, over real HTTP: strangers, forgeries, climbs, injections, floods, and all without the key."""

import gzip
import http.client
import json
import re
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.ledger import ClaimFilter, Ledger

from ..building import stocked
from ..visiting import get, listening


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stocked(tmp_path_factory.mktemp("safety"))


@pytest.fixture(scope="module")
def room(path: Path) -> Iterator[str]:
    yield from listening(path)


def send(
    room: str, method: str, where: str, body: bytes = b"", **headers: str
) -> tuple[int, dict[str, str], str]:
    line = http.client.HTTPConnection(room.removeprefix("http://"), timeout=20)
    line.request(method, where, body, {name.replace("_", "-"): value for name, value in headers.items()})
    answer = line.getresponse()
    found = answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read().decode()
    line.close()
    return found


CHANGES = ("/add", "/views/keep", "/views/drop", "/views/hook", "/views/unhook", "/claims/x/review")


@pytest.mark.parametrize("where", CHANGES)
@pytest.mark.parametrize("origin", [{}, {"Origin": "http://evil.example"}, {"Origin": "null"}])
def test_a_change_from_another_site_is_refused(room: str, where: str, origin: dict[str, str]) -> None:
    assert send(room, "POST", where, b"verdict=accept", **origin)[0] == 403


@pytest.mark.parametrize("where", CHANGES[1:])
def test_a_change_without_this_session_s_token_is_refused(room: str, where: str) -> None:
    form = {"Origin": room, "Content-Type": "application/x-www-form-urlencoded"}
    assert send(room, "POST", where, b"name=x&query=", **form)[0] == 403
    assert send(room, "POST", where, b"token=" + b"0" * 64, Cookie="reportedly=abc", **form)[0] == 403


def test_more_than_a_form_may_hold_is_refused_before_it_is_read(room: str) -> None:
    status, _, _ = send(room, "POST", "/views/keep", b"x" * 70_000, Origin=room)
    assert status == 413
    with socket.create_connection(tuple(room.removeprefix("http://").split(":"))) as line:
        line.sendall(
            b"POST /add HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nContent-Length: 99999999999\r\n\r\n"
        )
        assert b" 413 " in line.recv(200)


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "127.0.0.1@evil.example", "192.0.2.7"]
)
def test_a_strange_host_s_name_is_refused(room: str, host: str) -> None:
    status, headers, body = send(room, "GET", "/api/claims", Host=host)
    assert status in {400, 421}
    assert status == 400 or json.loads(body)["status"] == 421
    assert status == 400 or headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "where",
    [
        "/static/../../store.py", "/static/..%2f..%2fstore.py", "/static/%2e%2e/%2e%2e/ledger/store.py",
        "/pages/..%2f..%2fetc%2fpasswd", "/claims/%00", "/static//etc/passwd", "/views/..%2fledger.atom",
    ],
)  # fmt: skip
def test_nothing_is_climbed_out_of(room: str, where: str) -> None:
    status, _, body = send(room, "GET", where)
    assert status in {400, 404}
    assert "import" not in body
    assert "root:" not in body


HOSTILE = (
    "'; DROP TABLE claim; --", '" OR 1=1 --', "exact:trucks NEAR(", "*", '"', "a AND", "{x}", "^trucks", "\0", "%",
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "x\r\nSet-Cookie: evil=1", "\u202e\ud7ff", "9" * 5000,
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize(
    "name", ["words", "kind", "actor", "item", "document", "date", "sort", "columns", "page"]
)
def test_what_is_typed_is_never_syntax(room: str, path: Path, name: str, words: str) -> None:
    asked = f"?{name}={urllib.parse.quote(words)}"
    for view in ("/ledger", "/ledger.json", "/ledger.csv", "/ledger.atom", "/series"):
        status, headers, body = send(room, "GET", view + asked)
        assert status in {200, 400}
        assert "evil" not in headers.get("set-cookie", "")
        assert "<script>alert" not in body or view == "/ledger.json"
        assert "<img src=x" not in body or view == "/ledger.json"
    with Ledger.open(path) as ledger:
        assert ledger.count(ClaimFilter()) == 6


@pytest.mark.parametrize(
    "where",
    ["/", "/ledger", "/views", "/series", "/queue", "/add", "/nothing", "/api/claims", "/static/room.css"],
)
def test_every_answer_carries_the_policy(room: str, where: str) -> None:
    status, headers, body = send(room, "GET", where)
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert (
        not re.search(r"<script(?! src)|<style|\son\w+=|style=|javascript:", body)
        or where == "/static/room.css"
    )
    assert not re.findall(r'(?:src|href)="(?:https?:)?//[^"]*\.(?:js|css|woff2?|png|svg)', body)
    for cookie in [v for k, v in headers.items() if k == "set-cookie"]:
        assert re.search("samesite=strict", cookie, re.IGNORECASE)
        assert "HttpOnly" in cookie
    assert status < 500


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_the_api_is_for_reading(room: str, method: str) -> None:
    status, headers, body = send(room, method, "/api/claims", b"{}")
    assert (status, headers["allow"], headers["content-type"]) == (
        405,
        "GET, HEAD",
        "application/problem+json",
    )
    assert json.loads(body)["status"] == 405


@pytest.mark.slow
def test_open_to_others_it_warns_and_asks_for_its_key(path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "reportedly",
        "--ledger",
        str(path),
        "serve",
        "--host",
        "0.0.0.0",
        "--port",
        "0",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        try:
            told = running.stdout.readline()
            assert "can be reached from other machines" in running.stderr.readline()
            port, key = re.search(r":(\d+)/\?key=([\w-]+)", told).groups()
            room = f"http://127.0.0.1:{port}"
            for _ in range(100):
                try:
                    assert get(f"{room}/ledger")[0] == 401
                    break
                except OSError:
                    time.sleep(0.1)
            assert send(room, "GET", "/api/claims")[0] == 401
            assert send(room, "GET", "/ledger", Cookie="reportedly-key=wrong")[0] == 401
            assert send(room, "GET", "/ledger?key=wrong")[0] == 401
            status, headers, _ = send(room, "GET", f"/ledger?kind=transfer&key={key}")
            assert (status, headers["location"]) == (303, "/ledger?kind=transfer")
            assert key in headers["set-cookie"]
            assert send(room, "GET", "/ledger", Cookie=f"reportedly-key={key}")[0] == 200
            assert send(room, "GET", "/api/claims", Authorization=f"Bearer {key}")[0] == 200
            assert send(room, "GET", "/ledger", Cookie=f"reportedly-key={key}", Host="evil.example")[0] == 421
        finally:
            running.terminate()


def test_a_large_answer_travels_packed_where_the_asker_can_unpack_it(room: str) -> None:
    asked = urllib.request.Request(f"{room}/static/room.css", headers={"accept-encoding": "gzip"})
    with urllib.request.urlopen(asked) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        packed = answer.read()
    assert gzip.decompress(packed).decode() == get(f"{room}/static/room.css")[1]
    assert len(packed) < 12_000
