"""Home: what is new, how to begin, what is being done; feeds followed from the window."""

import json
import re
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import uvicorn

from reportedly.errors import UsageError
from reportedly.frames import load_frames
from reportedly.ingest import FetchPolicy
from reportedly.ledger import Ledger, arrived
from reportedly.lexicon import load_actors, load_items
from reportedly.model import Document, Parse
from reportedly.pipeline import Engine, Source, left_to_derive, refresh
from reportedly.web.app import app_of
from reportedly.web.pages.home import home
from reportedly.web.pages.visits import PAUSE, Visit, told, visits
from reportedly.web.room import Room
from reportedly.web.room.intake import Intake, Waking
from reportedly.web.room.overview import gather

from ..building import PLACES, stocked
from ..building import told as told_page
from ..visiting import Visitor, get, listening


class Wordless:
    """A parser that finds no sentence: what is tested here is how pages come in."""

    name, version = "wordless", "1"

    def parse(self, document: Document) -> Parse:
        return Parse(document.id, "wordless 1", ())


def wordless() -> Engine:
    return Engine(Wordless(), load_frames(()), load_actors(), load_items())


def test_a_first_visit_has_nothing_before_it_and_the_next_begins_where_it_ended() -> None:
    first = visits("", Visit(3, 1000))
    assert first.before is None
    soon = visits(told(first), Visit(5, 1000 + 60))
    assert soon.before is None
    later = visits(told(soon), Visit(9, 1060 + PAUSE + 1))
    assert later.before == Visit(5, 1060)
    again = visits(told(later), Visit(9, later.latest.at + 5))
    assert again.before == Visit(5, 1060)


@pytest.mark.parametrize(
    "cookie", ["", "x", "1.2.3", "1.2.3.x", "١.2.3.4", "9" * 99, "1.2.99.4", "1.2.3.9999999999"]
)
def test_a_cookie_that_makes_no_sense_tells_of_no_visit(cookie: str) -> None:
    assert visits(cookie, Visit(9, 5000)).before is None


def test_what_came_in_since_is_new_and_stands_first(tmp_path: Path) -> None:
    path = stocked(tmp_path)
    with Ledger.open(path) as ledger:
        seen = ledger.reviewed.state()[0]
        url, day, number, words = PLACES[2]
        body, capture, document, found = told_page(url + "/b", day, number, words + " That is all.")
        ledger.archive.keep(body)
        ledger.add(capture, document, found, extractor="by hand")
        view = home(ledger, gather(ledger), Visit(seen, 1000))
        assert view.new.pages == (document.id,)
        assert view.new.claims == len(found)
        assert [page.id for page in view.fresh] == [document.id]
        ledger.add(capture, document, found, extractor="by another hand")
        now = ledger.reviewed.state()[0]
        assert arrived(ledger, now - 1).pages == ()


def test_home_says_when_the_last_visit_was_and_keeps_it_in_this_browser_alone(tmp_path: Path) -> None:
    for room in listening(stocked(tmp_path)):
        _, html, headers = get(room)
        assert "your last visit" not in html
        assert re.search(
            r"visits=0\.0\.\d+\.\d+;.*HttpOnly.*SameSite=strict", headers["set-cookie"], re.IGNORECASE
        )
        html = get(room, Cookie="visits=0.0.1.1000")[1]
        assert "<b>3 new pages</b>" in html
        assert "New since your last visit" in html
        html = get(room, Cookie="visits=0.0.4.1000")[1]
        assert "Nothing new since your last visit" in html


def test_an_empty_ledger_invites_in_four_ways(tmp_path: Path) -> None:
    for room in listening(tmp_path / "new.db"):
        html = get(room)[1]
        assert html.count('class="way"') == 4
        for name in ('name="files"', 'name="addresses"', 'name="feed"', 'name="samples"'):
            assert name in html


def test_pages_that_come_while_others_are_read_wait_their_turn(tmp_path: Path) -> None:
    hold = threading.Event()

    def slow() -> Iterator:
        hold.wait(10)
        yield from ()

    waking = Waking(tmp_path / "l.db", wordless())
    intake = Intake(tmp_path / "l.db", waking)
    intake.begin([Source("one", slow)])
    intake.begin([Source("two", slow), Source("three", slow)])
    assert (intake.busy, intake.total, intake.count) == (True, 3, 0)
    with pytest.raises(UsageError, match="pages wait already"):
        intake.begin([Source("many", slow)] * 500)
    hold.set()
    until(lambda: not intake.busy)
    assert intake.count == 3
    intake.begin([Source("four", slow)])
    until(lambda: not intake.busy)
    assert (intake.total, intake.count, intake.fault) == (1, 1, None)


def until(true) -> None:
    for _ in range(300):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("it never came to be")


@pytest.fixture
def site() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            base = f"http://127.0.0.1:{self.server.server_port}"
            pages = {
                "/feed": f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>a</title><link href='{base}/a'/></entry></feed>",
                "/a": "<html><body><h1>Floods came</h1><p>The ministry counted 41 boats in the bay on Friday.</p></body></html>",
            }
            body = pages.get(self.path, "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[tuple[str, Room]]:
    room = Room(tmp_path / "watched.db")
    room.following.policy = FetchPolicy(allowed=("127.0.0.0/8",), seconds=5.0, wait=2.0)
    room.following.waking = replace(room.following.waking, _engine=wordless())
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    server = uvicorn.Server(uvicorn.Config(app_of(room), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}", room
    server.should_exit = True
    thread.join(5)


@pytest.mark.slow
def test_a_feed_is_followed_from_the_window_and_left_again(site: str, watching: tuple[str, Room]) -> None:
    address, room = watching
    visitor = Visitor(address)
    assert visitor.post("/watch", feed=f"{site}/feed")[0] == 200
    until(lambda: json.loads(get(f"{address}/add.json")[1])["brought"])
    brought = json.loads(get(f"{address}/add.json")[1])
    assert [(one["source"], one["fate"]) for one in brought["brought"]] == [(f"{site}/a", "added")]
    assert "Watching 1 feed" in get(address)[1]
    html = visitor.post("/watch", feed=f"{site}/feed", stop="yes")[1]
    assert "not now" in html
    assert "Watch again" in html
    until(lambda: not room.following.busy)
    with Ledger.open(room.ledger) as ledger:
        assert [page.title for page in ledger.pages()] == ["Floods came"]


@pytest.mark.parametrize("feed", ["", "file:///etc/passwd", "ftp://x.example/", "https://x.example/ y"])
def test_what_is_no_feed_s_address_is_refused(watching: tuple[str, Room], feed: str) -> None:
    address, room = watching
    assert Visitor(address).post("/watch", feed=feed)[0] == 400
    assert room.following.feeds == ()


def test_another_site_cannot_start_a_watch(watching: tuple[str, Room]) -> None:
    address, room = watching
    visitor = Visitor(address)
    assert visitor.post("/watch", feed="https://x.example/", origin="http://evil.example")[0] == 403
    assert visitor.post("/watch", feed="https://x.example/", token="0" * 64)[0] == 403
    assert room.following.feeds == ()


def test_what_other_rules_derived_is_all_to_be_derived_anew(tmp_path: Path) -> None:
    with Ledger.open(stocked(tmp_path)) as ledger:
        assert left_to_derive(ledger) == 4
        refresh(ledger)
        assert left_to_derive(ledger) == 0
        ledger._db.execute("UPDATE derived_until SET rules = 'of long ago'")
        assert left_to_derive(ledger) == ledger.page_count() == 4
        refresh(ledger)
        assert left_to_derive(ledger) == 0
