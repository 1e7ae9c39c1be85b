"""Following feeds and sitemaps: politely, resumably, each page once."""

import gzip
import signal
import subprocess
import sys
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice, pairwise
from pathlib import Path

import pytest

from reportedly.frames import load_frames
from reportedly.ingest import FetchPolicy, Guest
from reportedly.ledger import Ledger
from reportedly.lexicon import load_actors, load_items
from reportedly.model import Document, Parse
from reportedly.pipeline import Engine, Fate, Outcome, Watch, watch

LOCAL = FetchPolicy(allowed=("127.0.0.0/8",), seconds=5.0, wait=2.0)
START = datetime(2024, 6, 16, 12, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that moves only when somebody sleeps."""

    moment: datetime = START
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.moment

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.moment += timedelta(seconds=seconds)


class Wordless:
    """A parser that finds no sentence: what is tested here is the walk."""

    name, version = "wordless", "1"

    def parse(self, document: Document) -> Parse:
        return Parse(document.id, "wordless 1", ())


@dataclass
class Site:
    """A news site: what it serves, and what it was asked, when."""

    clock: Clock
    base: str = ""
    pages: dict[str, bytes] = field(default_factory=dict)
    refuses: dict[str, list[tuple[int, dict[str, str]]]] = field(default_factory=lambda: defaultdict(list))
    asked: list[tuple[str, datetime, str | None]] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked if path != "/robots.txt"]

    def feed(self, *names: str, stamp: str = "2024-06-16T10:00:00Z") -> None:
        items = "".join(
            f"<entry><title>{n}</title><link href='{self.base}/{n}'/><updated>{stamp}</updated></entry>"
            for n in names
        )
        self.pages["/feed"] = f"<feed xmlns='http://www.w3.org/2005/Atom'>{items}</feed>".encode()
        for name in names:
            self.pages.setdefault(f"/{name}", page(name))


def page(name: str, count: int = 41) -> bytes:
    return f"<h1>Floods in {name}</h1><p>The ministry counted {count} boats in {name} on Friday.</p>".encode()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def site(clock: Clock) -> Iterator[Site]:
    site = Site(clock)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, clock.now(), self.headers["If-None-Match"]))
            if site.refuses[self.path]:
                return self.reply(*site.refuses[self.path].pop(0), b"")
            body = site.pages.get(self.path)
            if body is None:
                return self.reply(404, {}, b"")
            tag = f'"{hash(body)}"'
            if self.headers["If-None-Match"] == tag:
                return self.reply(304, {}, b"")
            return self.reply(200, {"ETag": tag}, body)

        def reply(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    site.base = f"http://127.0.0.1:{server.server_port}"
    yield site
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(Wordless(), load_frames(), load_actors(), load_items())


@pytest.fixture
def follow(site: Site, clock: Clock, engine: Engine, tmp_path: Path) -> Callable[..., Iterator[Outcome]]:
    def following(*listings: str, **plan: object) -> Iterator[Outcome]:
        guest = Guest(LOCAL, clock=clock.now, sleep=clock.sleep)
        urls = tuple(site.base + path for path in listings or ("/feed",))
        with Ledger.open(tmp_path / "l.db") as ledger:
            yield from watch(Watch(urls, **plan), ledger, engine, guest)

    return following


@pytest.fixture
def run(follow) -> Callable[..., list[Outcome]]:
    return lambda *listings, **plan: list(follow(*listings, once=True, **plan))


def fates(outcomes: list[Outcome]) -> list[str]:
    return [outcome.fate.value for outcome in outcomes]


def test_each_page_of_a_feed_is_added_once(site: Site, run) -> None:
    site.feed("a", "b")
    assert fates(run()) == ["added", "added"]
    site.feed("c", "a", "b")
    assert [outcome.source for outcome in run()] == [f"{site.base}/c"]
    assert site.paths() == ["/feed", "/a", "/b", "/feed", "/c"]


def test_an_unchanged_feed_is_asked_for_with_its_tag_and_sends_nothing(site: Site, run) -> None:
    site.feed("a")
    run()
    assert run() == []
    assert site.asked[-1][0] == "/feed"
    assert site.asked[-1][2] is not None


def test_a_page_that_the_feed_says_has_changed_is_asked_for_again(site: Site, run) -> None:
    site.feed("a", "b")
    run()
    site.pages["/a"] = page("a", 44)
    site.feed("a", "b", stamp="2024-06-16T11:30:00Z")
    assert fates(run()) == ["added", "unchanged"], "one has changed, the other answers 304"


def test_a_stamp_that_goes_back_asks_nothing(site: Site, run) -> None:
    site.feed("a")
    run()
    site.feed("a", stamp="2024-06-15T00:00:00Z")
    assert run() == []


def test_one_host_is_not_visited_twice_within_the_gap(site: Site, run) -> None:
    site.feed("a", "b", "c")
    run()
    moments = [moment for path, moment, _ in site.asked if path != "/robots.txt"]
    gaps = {later - earlier for earlier, later in pairwise(moments)}
    assert gaps == {timedelta(seconds=2)}


def test_a_crawl_delay_is_obeyed(site: Site, run) -> None:
    site.pages["/robots.txt"] = b"User-agent: *\nCrawl-delay: 30\nDisallow: /secret\n"
    site.feed("a", "secret", "b")
    outcomes = run()
    assert fates(outcomes) == ["added", "refused", "added"]
    assert "robots.txt forbids" in (outcomes[1].reason or "")
    assert "/secret" not in site.paths()
    assert [moment - START for path, moment, _ in site.asked if path in ("/feed", "/a", "/b")] == [
        timedelta(seconds=30 * n) for n in range(3)
    ]


def test_robots_txt_is_read_once_a_run(site: Site, run) -> None:
    site.feed("a", "b", "c")
    run()
    assert [path for path, _, _ in site.asked].count("/robots.txt") == 1


def test_a_failing_robots_txt_puts_all_off(site: Site, run) -> None:
    site.feed("a")
    site.refuses["/robots.txt"] = [(503, {})]
    assert fates(run()) == ["later"]
    assert site.paths() == []


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "600"}, 600),
        ({"Retry-After": format_datetime(START + timedelta(seconds=902))}, 900),
        ({"Retry-After": "soon"}, 60),
        ({}, 60),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_asks_to_wait_is_left_alone(
    site: Site, run, clock: Clock, status: int, headers: dict[str, str], seconds: int
) -> None:
    site.feed("a", "b")
    site.refuses["/a"] = [(status, headers)]
    assert fates(run()) == ["later"], "nor is anything else of that host asked for"
    assert run() == [], "not by another run either"
    assert site.paths() == ["/feed", "/a"]
    clock.moment = START + timedelta(seconds=seconds + 2)
    assert fates(run()) == ["added", "added"]


def test_a_watch_waits_twice_as_long_after_each_failure_and_goes_on(site: Site, follow) -> None:
    site.feed("a")
    site.refuses["/a"] = [(503, {}), (500, {}), (503, {})]
    assert fates(list(islice(follow(), 4))) == ["later", "later", "later", "added"]
    moments = [moment for path, moment, _ in site.asked if path == "/a"]
    assert [(b - a).total_seconds() for a, b in pairwise(moments)] == [60, 120, 240]


def test_a_watch_looks_again_after_its_interval(site: Site, follow, clock: Clock) -> None:
    site.feed("a")
    outcomes = follow(interval=timedelta(minutes=10))
    assert next(outcomes).fate is Fate.ADDED
    site.feed("a", "b")
    assert next(outcomes).source == f"{site.base}/b"
    assert timedelta(minutes=10) <= clock.moment - START < timedelta(minutes=11)


def test_a_page_that_fails_too_often_is_given_up(site: Site, follow) -> None:
    site.feed("a")
    site.refuses["/a"] = [(500, {})] * 20
    outcomes = list(islice(follow(), 8))
    assert fates(outcomes) == ["later"] * 7 + ["refused"]


def test_a_page_that_is_gone_is_refused_once_and_the_rest_goes_on(site: Site, run) -> None:
    site.feed("gone", "a")
    del site.pages["/gone"]
    assert fates(run()) == ["refused", "added"]
    assert run() == []


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<h1>Ten ships</h1><p>No feed at all.</p>", "neither feed nor sitemap"),
        (b"\x1f\x8b\x08rubbish", "broken gzip"),
    ],
)
def test_what_is_no_listing_is_refused_in_one_line(site: Site, run, body: bytes, reason: str) -> None:
    site.pages["/feed"] = body
    (outcome,) = run()
    assert reason in (outcome.reason or "")
    assert fates(run()) == ["refused"], "and looked at again in the next run"


def test_a_sitemap_of_sitemaps_is_followed_down_gzipped_or_not(site: Site, run) -> None:
    site.pages["/index.xml"] = (
        f"<sitemapindex><sitemap><loc>{site.base}/old.xml</loc><lastmod>2023-01-05</lastmod></sitemap>"
        f"<sitemap><loc>{site.base}/new.xml.gz</loc><lastmod>2024-06-16</lastmod></sitemap></sitemapindex>"
    ).encode()
    site.pages["/new.xml.gz"] = gzip.compress(
        f"<urlset><url><loc>{site.base}/a</loc></url><url><loc>{site.base}/b</loc>"
        "<lastmod>2024-01-01</lastmod></url></urlset>".encode()
    )
    site.pages["/a"] = site.pages["/b"] = page("a")
    assert fates(run("/index.xml", since=date(2024, 6, 1))) == ["added"]
    assert site.paths() == ["/index.xml", "/new.xml.gz", "/a"]


def test_a_run_that_was_cut_off_goes_on_where_it_stood(site: Site, run, follow) -> None:
    site.feed("a", "b", "c")
    cut = follow()
    next(cut)
    cut.close()
    assert [outcome.source[-1] for outcome in run()] == ["b", "c"]
    assert site.paths() == ["/feed", "/a", "/feed", "/b", "/c"]


def test_the_pages_of_another_feed_are_left_to_its_own_watch(site: Site, run, follow) -> None:
    site.feed("a", "b")
    next(follow())
    site.pages["/other"] = b"<feed xmlns='http://www.w3.org/2005/Atom'></feed>"
    assert run("/other") == []


def test_what_was_asked_and_answered_is_kept(site: Site, run, tmp_path: Path) -> None:
    site.feed("a")
    run()
    with Ledger.open(tmp_path / "l.db") as ledger:
        (kept,) = ledger.captured.all()
    assert kept.exchange is not None
    assert (kept.exchange.status, kept.exchange.hops) == (200, (f"{site.base}/a",))
    assert dict(kept.exchange.headers).keys() >= {"ETag", "Content-Length"}
    assert dict(kept.exchange.sent)["User-Agent"].startswith("Reportedly/")
    assert kept.capture.fetched == START + timedelta(seconds=2)


SCRIPT = """
import sys, time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from reportedly.cli.progress import print_outcomes
from reportedly.cli.watching import until_stopped
from reportedly.ingest import FetchPolicy, Guest, Manners
from reportedly.ledger import Ledger
from reportedly.pipeline import Watch, wake, watch
from reportedly.settings import Settings

guest = Guest(FetchPolicy(allowed=("127.0.0.0/8",)), clock=lambda: datetime.now(UTC), sleep=time.sleep,
              manners=Manners(gap=timedelta(seconds=0.3)))
with Ledger.open(Path(sys.argv[1])) as ledger:
    plan = Watch((sys.argv[2],), once="once" in sys.argv)
    sys.exit(print_outcomes(until_stopped(watch(plan, ledger, wake(Settings(Path("x"))), guest)), json=False))
"""


@pytest.mark.engine
@pytest.mark.slow
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
def test_a_watch_that_is_stopped_goes_on_with_what_was_left(site: Site, tmp_path: Path, end: int) -> None:
    site.feed(*"abcd")
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "l.db"), f"{site.base}/feed"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as watching:
        assert watching.stdout is not None
        assert watching.stderr is not None
        first = watching.stdout.readline()
        watching.send_signal(end)
        rest, complaints = watching.stdout.read(), watching.stderr.read()
    assert first.startswith("added")
    assert complaints == ""
    if end == signal.SIGINT:
        assert watching.returncode == 0
        assert "added;" in rest.replace("1 added; ", "added; ").splitlines()[-1]
    again = subprocess.run([*command, "once"], capture_output=True, text=True, check=True)
    with Ledger.open(tmp_path / "l.db") as ledger:
        assert ledger.page_count() == 4
        assert ledger.watched.waiting([f"{site.base}/feed"]) == 0
    assert 1 <= again.stdout.count("\n") <= 4
    assert len([path for path in site.paths() if path == "/a"]) == 1


def front(*links: str) -> bytes:
    return f"<html><head>{''.join(links)}</head><h1>The Harbour Gazette</h1><p>All the news.</p>".encode()


def test_a_sites_front_page_leads_to_its_feed(site: Site, run) -> None:
    site.feed("kyoto")
    site.pages["/"] = front(
        "<link rel='stylesheet' href='/a.css'>",
        "<link rel='alternate' type='application/rss+xml' title='Comments Feed' href='/comments'>",
        "<link rel='alternate' hreflang='fr' href='/fr'>",
        "<link rel='alternate' type='application/atom+xml' href='feed'>",
    )
    assert [o.source for o in run("/")] == [f"{site.base}/kyoto"]
    assert run("/") == []


def test_without_a_feed_the_sitemaps_of_robots_txt_are_followed_news_first(site: Site, run) -> None:
    site.pages["/"] = front()
    site.pages["/kyoto"] = page("kyoto")
    for name in ("all", "news"):
        site.pages[f"/{name}.xml"] = f"<urlset><url><loc>{site.base}/kyoto</loc></url></urlset>".encode()
    site.pages["/robots.txt"] = f"Sitemap: {site.base}/all.xml\nSitemap: {site.base}/news.xml\n".encode()
    assert fates(run("/")) == ["added"]
    assert site.paths() == ["/", "/news.xml", "/kyoto"]


def test_a_front_page_that_names_neither_is_refused_in_one_line(site: Site, run) -> None:
    site.pages["/"] = front("<link rel='alternate' type='application/rss+xml' href='http://[broken'>")
    (outcome,) = run("/")
    assert "neither feed nor sitemap" in (outcome.reason or "")
