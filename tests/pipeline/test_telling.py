"""A view's webhook: told over real HTTP, signed, tried again, never sent where it may not go."""

import hmac
import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reportedly.ledger import Ledger
from reportedly.pipeline import TRIES, deliver, notice

from ..building import claims, page

NOW = datetime(2026, 1, 1, tzinfo=UTC)


class Listener:
    """A real server that keeps what it is sent, and answers as it is told to."""

    def __init__(self) -> None:
        self.heard: list[tuple[dict[str, str], bytes]] = []
        self.answers: list[int] = []
        listener = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                listener.heard.append((dict(self.headers), body))
                self.send_response(listener.answers.pop(0) if listener.answers else 204)
                self.send_header("Location", "http://127.0.0.1:1/elsewhere")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/told"


@pytest.fixture
def listener() -> Iterator[Listener]:
    found = Listener()
    threading.Thread(target=found.server.serve_forever, daemon=True).start()
    yield found
    found.server.shutdown()
    found.server.server_close()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as found:
        add(found, "https://courier.example.org/first")
        found.views.keep("trucks", "kind=transfer", NOW)
        yield found


def add(ledger: Ledger, url: str) -> None:
    body, capture, document = page(url=url)
    ledger.archive.keep(body)
    ledger.add(capture, document, claims(document), extractor="by hand")


def test_what_comes_into_a_view_is_told_once_and_signed(ledger: Ledger, listener: Listener) -> None:
    ledger.views.hook("trucks", listener.url, "s3cret", private=True)
    assert notice(ledger, NOW) == 0
    add(ledger, "https://courier.example.org/second")
    assert notice(ledger, NOW) == 1
    assert [sent.status for sent in deliver(ledger, NOW)] == [204]
    headers, body = listener.heard[0]
    told = json.loads(body)
    assert (told["view"], len(told["claims"]), told["more"]) == ("trucks", 1, False)
    assert told["claims"][0]["page"]["url"] == "https://courier.example.org/second"
    moment, _, mac = headers["Reportedly-Signature"].partition(",sha256=")
    assert mac == hmac.new(b"s3cret", moment[2:].encode() + b"." + body, sha256).hexdigest()
    assert (notice(ledger, NOW), list(deliver(ledger, NOW))) == (0, [])
    hook = next(ledger.views.hooks())
    assert [(d.fate, d.tries, d.said) for d in ledger.views.log(hook.number)] == [
        ("delivered", 1, "answered 204")
    ]


def test_a_failure_is_tried_again_ever_more_rarely_then_given_up(ledger: Ledger, listener: Listener) -> None:
    ledger.views.hook("trucks", listener.url, "s", private=True)
    add(ledger, "https://courier.example.org/second")
    notice(ledger, NOW)
    listener.answers = [500] * TRIES
    now, waits = NOW, []
    while True:
        [sent] = deliver(ledger, now)
        assert list(deliver(ledger, now)) == []
        if sent.again is None:
            break
        waits.append(sent.again - now)
        now = sent.again
    assert waits == [timedelta(seconds=30 * 2**n) for n in range(TRIES - 1)]
    assert len(listener.heard) == TRIES
    assert next(ledger.views.log(sent.hook.number)).fate == "given up"


def test_a_redirect_is_not_followed(ledger: Ledger, listener: Listener) -> None:
    ledger.views.hook("trucks", listener.url, "s", private=True)
    add(ledger, "https://courier.example.org/second")
    notice(ledger, NOW)
    listener.answers = [307]
    assert [sent.said for sent in deliver(ledger, NOW)] == ["answered 307"]
    assert len(listener.heard) == 1


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "[::1]", "0.0.0.0"]
)
def test_without_a_person_s_word_nothing_goes_to_this_machine_or_its_network(
    ledger: Ledger, host: str, listener: Listener
) -> None:
    ledger.views.hook("trucks", f"http://{host}:{listener.server.server_port}/", "s", private=False)
    add(ledger, "https://courier.example.org/second")
    notice(ledger, NOW)
    [sent] = deliver(ledger, NOW)
    assert sent.status is None
    assert "address" in sent.said
    assert not listener.heard


def test_a_view_that_goes_takes_its_hooks_with_it(ledger: Ledger, listener: Listener) -> None:
    ledger.views.hook("trucks", listener.url, "s", private=True)
    add(ledger, "https://courier.example.org/second")
    notice(ledger, NOW)
    assert ledger.views.drop("trucks")
    assert list(deliver(ledger, NOW)) == []
    assert not list(ledger.views.hooks())
