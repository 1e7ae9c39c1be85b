"""How long every view of the reading room takes: `python benchmarks/speed/room.py made.db` (made by made.py).

Every view is asked many times over real HTTP, random choices of two and three facets, words and days among them.
Two times are told: what the process computed (CPU) and what the asker waited (wall), as this machine may be busy,
and the least that it computed, which is nearest to what it takes on a machine of its own; then the weight of every
page, and the most memory that the process ever held.
"""

import http.client
import random
import resource
import socket
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

import uvicorn

from reportedly.ledger import ClaimFilter, Ledger, digest_of
from reportedly.model import Capture, claim_id
from reportedly.web.app import app_of
from reportedly.web.markup.columns import COLUMNS
from reportedly.web.room import Room
from reportedly.web.waking import make_ready

BAR, WEIGHT, MEMORY = 150, 500, 300


SAVED = (("Transfers", "kind=transfer"), ("Of winter", "words=winter&sort=highest"), ("All", ""))
COMMON, RARE = ("was", "told", "that", "border", "winter"), ("Babaka", "Dorimo", "Tisune")
STARTS = ("ba*", "ship*", "do*", "sai*", "mot*", "ten*")


@dataclass(frozen=True, slots=True)
class Known:
    """What of a made ledger is asked for: its longest page, its largest series, its most copied saying."""

    facets: dict[str, list[tuple[str, int]]]
    total: int
    series: tuple[str, ...]
    origin: str
    longest: str
    again: str
    claims: tuple[str, ...]

    def one(self, name: str, chance: random.Random) -> str:
        """Return one value of a facet."""
        return chance.choice(self.facets[name])[0]


def known(path: Path) -> Known:
    """Look through a ledger for what weighs most in it; capture its longest page again, keep some views."""
    room = Room(path)
    with room.open() as ledger:
        facets = {
            name: room.claims.choose(ledger, ClaimFilter()).facet(name, 200)
            for name in ("kind", "actor", "recipient", "item", "speaker", "modality", "outlet")
        }
        one = ledger._db.execute
        series = one("SELECT id FROM derived_line ORDER BY figures DESC LIMIT 1").fetchall()
        series += one("SELECT id FROM derived_line ORDER BY number LIMIT 2000").fetchall()
        origin = one(
            "SELECT id FROM derived_row WHERE sort = 'Origin' ORDER BY length(record) DESC"
        ).fetchone()
        longest = one(
            "SELECT document FROM claim WHERE current = 1 GROUP BY document ORDER BY count(*) DESC, number LIMIT 1"
        ).fetchone()[0]
        again = captured_again(ledger, longest)
        for name, query in SAVED:
            ledger.views.keep(name, query, datetime.now(UTC))
        claims = tuple(e.claim.id for e in ledger.entries(ClaimFilter(document=longest)))
        total = len(room.claims.shelf(ledger))
    return Known(facets, total, tuple(row[0] for row in series), origin[0], longest, again, claims)


def captured_again(ledger: Ledger, name: str) -> str:
    """Capture a page once more with every fifth sentence told in another word; return the capture's id."""
    old = ledger.document(name)
    assert old is not None
    if len(captures := list(ledger.captures(old.url))) > 1:
        return next(page.id for page in captures if page.id != name)
    sentences = old.text.split("\n\n")
    sentences[1::5] = [
        words.replace(" that ", " then ", 1).replace(", as ", ", by ", 1) for words in sentences[1::5]
    ]
    text = "\n\n".join(sentences)
    assert len(text) == len(old.text)
    capture = Capture(old.url, digest_of(text.encode()), "text/plain", datetime(2026, 1, 1, tzinfo=UTC))
    document = replace(old, id=capture.id, digest=capture.digest, text=text)
    claims = [
        replace(c, id=claim_id(capture.id, c.kind, c.evidence.span), document=capture.id,
                evidence=replace(c.evidence, exact=c.evidence.span.of(text)))
        for c in (entry.claim for entry in ledger.entries(ClaimFilter(document=name)))
    ]  # fmt: skip
    ledger.archive.keep(text.encode())
    ledger.add(capture, document, claims, extractor="made")
    return capture.id


def addresses(known: Known, chance: random.Random, times: int) -> Iterator[tuple[str, str]]:
    """Yield every view with its name, as often as is asked, those with choices each time with others."""
    for _ in range(times):
        yield from _fixed(known)
        yield from _ledger(known, chance)
        yield from _across(known, chance)
        yield from _programs(known, chance)


def _fixed(known: Known) -> Iterator[tuple[str, str]]:
    for path in ("/", "/ledger", "/series", "/queue", "/add", "/views", "/report", "/nothing"):
        yield path, path
    longest = f"/pages/{known.longest}"
    yield "reader, 400 claims", longest
    yield "reader, 400 claims, one lit", f"{longest}?claim={known.claims[200]}"
    yield "reader, 400 claims, as archived", f"{longest}?as=archived&claim={known.claims[200]}"
    yield "revisions of 400 claims", f"/revisions?page={known.again}"
    yield "series, the largest", f"/series/{known.series[0]}"
    yield "series, the largest, earlier", f"/series/{known.series[0]}?page=3"
    yield "series, the largest, chart", f"/series/{known.series[0]}.svg"
    yield "report on the largest series", f"/report?series={known.series[0]}"
    yield "lineage of the most copied", f"/lineage/{known.origin}"
    yield "saved view's feed", "/views/Transfers.atom"


def _ledger(known: Known, chance: random.Random) -> Iterator[tuple[str, str]]:
    yield "ledger deep page", f"/ledger?page={chance.randint(1, max(1, known.total // 50))}"
    for sort in ("oldest", "highest", "lowest", "speaker", "item"):
        yield f"ledger by {sort}", f"/ledger?sort={sort}&page={chance.randint(1, 400)}"
    for some in (1, 2, 3):
        chosen = {name: known.one(name, chance) for name in chance.sample(list(known.facets), some)}
        yield f"ledger, {some} facets", f"/ledger?{urlencode(chosen)}"
        yield f"ledger, {some} facets, highest", f"/ledger?{urlencode({**chosen, 'sort': 'highest'})}"
    every = ",".join(column.name for column in COLUMNS)
    yield (
        "ledger, every column",
        f"/ledger?{urlencode({'kind': known.one('kind', chance), 'columns': every})}",
    )
    common = chance.choice(COMMON)
    for name, words in (
        ("common word", common),
        ("rare word", chance.choice(RARE)),
        ("start of a word", chance.choice(STARTS)),
        ("phrase less a word", '"near the border" -russia'),
    ):
        yield f"ledger, {name}", f"/ledger?{urlencode({'words': words})}"
    yield "ledger, two words and a facet", f"/ledger?words={common}+reporters&kind=transfer"
    month = f"20{chance.randint(19, 25)}-{chance.randint(1, 12):02}"
    yield "ledger, a month", f"/ledger?date={month}"
    yield "ledger, a month and a word", f"/ledger?date={month}&words=missiles"
    kind = known.one("kind", chance)
    yield "ledger, years, a facet, lowest", f"/ledger?date=2020/2023&kind={kind}&sort=lowest"


def _across(known: Known, chance: random.Random) -> Iterator[tuple[str, str]]:
    yield "series with words", f"/series?words={chance.choice(('container', 'russia', 'missile+able'))}"
    yield "series deep page", f"/series?page={chance.randint(1, 500)}"
    yield "series, any", f"/series/{chance.choice(known.series)}"
    yield "claim", f"/claims/{chance.choice(known.claims)}"
    yield "compare", f"/compare?a={known.claims[0]}&b={chance.choice(known.claims)}"
    asked = urlencode({"kind": "transfer", "actor": known.one("actor", chance)})
    yield "report", f"/report?{asked}"
    yield "report on a kind", f"/report?kind={known.one('kind', chance)}"
    yield "report as a file", f"/report.html?{asked}"
    yield "report as Markdown", f"/report.md?{asked}"


def _programs(known: Known, chance: random.Random) -> Iterator[tuple[str, str]]:
    yield "feed", f"/ledger.atom?{urlencode({'item': known.one('item', chance)})}"
    yield "api, claims", f"/api/claims?{urlencode({'speaker': known.one('speaker', chance)})}"
    yield "api, one claim", f"/api/claims/{chance.choice(known.claims)}"
    yield "api, pages", f"/api/pages?page={chance.randint(1, 900)}"
    yield "api, series", f"/api/series?page={chance.randint(1, 500)}"
    yield "api, the largest series", f"/api/series/{known.series[0]}"
    for path in (
        "/api/views",
        "/api/queue",
        f"/api/origins/{known.origin}",
        "/home.json",
        "/static/room.css",
    ):
        yield path.partition(known.origin)[0], path


def measure(path: Path, times: int) -> int:
    """Print each view's times and weight, then the worst; return 1 where a bar is not met."""
    with get_context("spawn").Pool(1) as beside:  # what is looked up to ask with is not the room's own memory
        asks = beside.apply(known, (path,))
    room = Room(path)
    begun, spent = time.perf_counter(), time.process_time()
    app = app_of(room)
    while room.overview().waiting:
        time.sleep(1)
    make_ready(room, app)
    print(
        f"made ready in {time.process_time() - spent:.1f} s CPU, {time.perf_counter() - begun:.1f} s wall",
        flush=True,
    )
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    found: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    asked = list(addresses(asks, random.Random(11), times))
    for name, address in asked:
        found[name].append(ask(listener.getsockname()[1], address))
    return tell(found)


def ask(port: int, address: str) -> tuple[float, float, int]:
    """Ask once; return CPU and wall milliseconds and the kilobytes of the answer."""
    line = http.client.HTTPConnection("127.0.0.1", port)
    begun, spent = time.perf_counter(), time.process_time()
    line.request("GET", address)
    answer = line.getresponse()
    weight = len(answer.read())
    wall, cpu = time.perf_counter() - begun, time.process_time() - spent
    line.close()
    if answer.status not in {200, 404}:
        raise SystemExit(f"{address}: answered {answer.status}")
    return cpu * 1000, wall * 1000, weight


def tell(found: dict[str, list[tuple[float, float, int]]]) -> int:
    print(
        f"{'view':34} {'CPU least':>9} {'p50':>7} {'p95':>7} {'wall p50':>9} {'p95':>7} {'kB':>6}  (milliseconds)"
    )
    worst_cpu, worst_wall, heaviest = ("", 0.0), ("", 0.0), 0.0
    for name, took in found.items():
        cpu, wall = (quantiles([t[n] for t in took] * 2, n=20) for n in (0, 1))
        weight = max(t[2] for t in took) / 1000
        least = min(t[0] for t in took)
        print(
            f"{name:34} {least:9.1f} {cpu[9]:7.1f} {cpu[18]:7.1f} {wall[9]:9.1f} {wall[18]:7.1f} {weight:6.0f}",
            flush=True,
        )
        worst_cpu, worst_wall = (
            max(worst_cpu, (name, cpu[18]), key=lambda w: w[1]),
            max(worst_wall, (name, wall[18]), key=lambda w: w[1]),
        )
        heaviest = max(heaviest, weight if "api" not in name else 0.0)
    every = [t for took in found.values() for t in took]
    cpu, wall = (quantiles([t[n] for t in every], n=20)[18] for n in (0, 1))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"all {len(every)} answers: p95 {cpu:.0f} ms CPU, {wall:.0f} ms wall")
    print(
        f"worst view p95: {worst_cpu[1]:.0f} ms CPU ({worst_cpu[0]}), {worst_wall[1]:.0f} ms wall ({worst_wall[0]})"
    )
    print(f"heaviest page {heaviest:.0f} kB; peak memory {memory:.0f} MB")
    return int(worst_cpu[1] > BAR or heaviest > WEIGHT or memory > MEMORY)


if __name__ == "__main__":
    sys.exit(measure(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20))
