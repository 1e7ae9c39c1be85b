"""A server that misbehaves in every way we know, and what a fetch makes of it."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from typing import ClassVar

import pytest

from reportedly.errors import FetchError
from reportedly.ingest import FetchPolicy, fetch
from reportedly.ingest.fetching.addresses import is_public
from reportedly.ingest.fetching.pages import Request, plain_url, request

PAGE = b"<h1>Ten ships</h1><p>The ministry counted ten ships in the harbour on Friday.</p>"
BOMB = gzip.compress(b"\x20" * 50_000_000, 1)
LOCAL = FetchPolicy(allowed=("127.0.0.0/8",), seconds=2.0, wait=1.0, most_bytes=100_000)


class Unruly(BaseHTTPRequestHandler):
    asked: ClassVar[list[tuple[str, str]]] = []
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["User-Agent"]))
        try:
            getattr(
                self,
                "serve" + self.path.partition("?")[0].replace("/", "_").replace(".", "_"),
                self.serve_page,
            )()
        except OSError:
            self.close_connection = True

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def serve_page(self) -> None:
        self.answer(PAGE, Content_Type="text/html; charset=utf-8", ETag='"one"')

    def serve_robots_txt(self) -> None:
        self.answer(b"User-agent: *\nDisallow: /secret\n", Content_Type="text/plain")

    def serve_empty(self) -> None:
        self.answer(b"")

    def serve_missing(self) -> None:
        self.answer(b"x" * 200_000, 404)

    def serve_busy(self) -> None:
        self.answer(b"", 429, Retry_After="120")

    def serve_known(self) -> None:
        self.answer(b"", 304) if self.headers["If-None-Match"] == '"one"' else self.serve_page()

    def serve_moved(self) -> None:
        self.answer(b"", 301, Location="/page")

    def serve_circle(self) -> None:
        self.answer(b"", 302, Location="/circle")

    def serve_endless_hops(self) -> None:
        self.answer(b"", 302, Location=f"/endless_hops?{self.path.count('x') * 'x'}x")

    def serve_inward(self) -> None:
        self.answer(b"", 302, Location="http://10.0.0.1/secret")

    def serve_file(self) -> None:
        self.answer(b"", 302, Location="file:///etc/hostname")

    def serve_slow(self) -> None:
        time.sleep(1.5)
        self.serve_page()

    def serve_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b"x")
            time.sleep(0.1)

    def serve_drip_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(40):
            self.wfile.write(f"X-{number}: y\r\n".encode())
            time.sleep(0.1)

    def serve_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"<p>more</p>" * 1000)

    def serve_bomb(self) -> None:
        self.answer(BOMB, Content_Encoding="gzip")

    def serve_packed(self) -> None:
        self.answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def serve_broken_gzip(self) -> None:
        self.answer(b"not gzip at all", Content_Encoding="gzip")

    def serve_brotli(self) -> None:
        self.answer(b"\x8b\x00\x80", Content_Encoding="br")

    def serve_short(self) -> None:
        self.answer(PAGE, Content_Length="5000")
        self.close_connection = True

    def serve_garbage(self) -> None:
        self.wfile.write(b"\x00\x01 nonsense\r\n\r\n")
        self.close_connection = True

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Unruly)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_comes_with_its_digest_and_type(site: str) -> None:
    fetched = fetch(f"{site}/page#top", policy=LOCAL)
    assert (fetched.body, fetched.capture.url) == (PAGE, f"{site}/page")
    assert fetched.capture.media_type == "text/html; charset=utf-8"
    assert fetched.capture.digest.startswith("sha256:")
    assert fetched.capture.fetched is None


def test_redirects_are_recorded(site: str) -> None:
    assert fetch(f"{site}/moved", policy=LOCAL).hops == (f"{site}/moved", f"{site}/page")


def test_packed_pages_are_unpacked(site: str) -> None:
    assert fetch(f"{site}/packed", policy=LOCAL).body == PAGE


def test_the_agent_says_who_it_is(site: str) -> None:
    fetch(f"{site}/page?who", policy=LOCAL)
    assert {agent.split("/")[0] for _, agent in Unruly.asked} == {"Reportedly"}


def test_robots_txt_is_obeyed_unless_told_otherwise(site: str) -> None:
    with pytest.raises(FetchError, match="robots.txt forbids"):
        fetch(f"{site}/secret", policy=LOCAL)
    assert "/secret" not in [path for path, _ in Unruly.asked]


def test_an_unchanged_page_is_told_apart(site: str) -> None:
    assert request(Request(f"{site}/known", etag='"one"'), policy=LOCAL).not_modified
    assert not request(Request(f"{site}/known", etag='"two"'), policy=LOCAL).not_modified


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/empty", "empty answer"),
        ("/missing", "answered 404"),
        ("/busy", "retry after 120"),
        ("/circle", "redirects in a circle"),
        ("/endless_hops", "more than 8 redirects"),
        ("/inward", "private or special address"),
        ("/file", "not a web address"),
        ("/slow", "no answer in time"),
        ("/drip", "no answer in time"),
        ("/drip_headers", "no answer in time"),
        ("/endless", "more than 97 KB"),
        ("/bomb", "more than 97 KB"),
        ("/broken_gzip", "broken gzip"),
        ("/brotli", "packed as br"),
        ("/short", "try again later"),
        ("/garbage", "try again later"),
    ],
)
def test_a_misbehaving_server_is_refused_in_one_line_and_in_time(site: str, path: str, words: str) -> None:
    begun = time.monotonic()
    with pytest.raises(FetchError, match=words) as refusal:
        fetch(site + path, policy=LOCAL)
    assert time.monotonic() - begun < 4
    assert "\n" not in str(refusal.value)


def test_a_tls_error_is_named(site: str) -> None:
    with pytest.raises(FetchError, match="try again later"):
        fetch(site.replace("http:", "https:") + "/page", policy=LOCAL)


def test_loopback_is_refused_without_the_test_policy(site: str) -> None:
    with pytest.raises(FetchError, match="private or special"):
        fetch(f"{site}/page")


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "127.0.0.1",
        "0x7f.1",
        "2130706433",
        "0",
        "10.1.2.3",
        "169.254.169.254",
        "[::1]",
        "[::ffff:10.0.0.1]",
    ],
)
def test_no_spelling_of_a_private_host_is_reached(host: str) -> None:
    with pytest.raises(FetchError, match="private or special"):
        fetch(f"http://{host}/")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("10.0.0.1", False),
        ("100.64.0.1", False),
        ("192.168.1.1", False),
        ("192.88.99.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("0.0.0.0", False),
        ("::", False),
        ("::1", False),
        ("::7f00:1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::a00:1", False),
        ("64:ff9b:1::1", False),
        ("2002:a00:1::", False),
        ("2001::1", False),
        ("fe80::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("fec0::1", False),
    ],
)
def test_only_public_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(ip_address(address)) is public


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("https://wire.example.org", "https://wire.example.org/"),
        ("HTTPS://wire.example.org/a b#c", "https://wire.example.org/a%20b"),
        ("https://bücher.example/ä?q=ü", "https://xn--bcher-kva.example/%C3%A4?q=%C3%BC"),
        ("http://[2606:2800::1]:8080/x", "http://[2606:2800::1]:8080/x"),
    ],
)
def test_an_address_is_put_plainly(url: str, plain: str) -> None:
    assert plain_url(url) == plain


@pytest.mark.parametrize(
    "url", ["ftp://a.example/", "javascript:1", "http://", "http://a:b@c.example/", "http://a:99999/"]
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError, match=r"not a web address|password"):
        plain_url(url)
