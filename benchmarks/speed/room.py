"""How long every view of the reading room takes: `python benchmarks/speed/room.py made.db` (made by made.py).

Every view is asked many times over real HTTP, random choices of two and three facets, words and days among them.
Two times are told: what the process computed (CPU) and what the asker waited (wall), as this machine may be busy;
the weight of every page, and the most memory that the process ever held.
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
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

import uvicorn

from reportedly.ledger import ClaimFilter
from reportedly.web.app import app_of
from reportedly.web.room import Room

BAR, WEIGHT, MEMORY = 150, 500, 300


def addresses(room: Room, chance: random.Random, times: int) -> Iterator[tuple[str, str]]:
    """Yield every view with its name, those with choices many times with others."""
    with room.open() as ledger:
        facets = {
            name: room.claims.choose(ledger, ClaimFilter()).facet(name, 200)
            for name in ("kind", "actor", "recipient", "item", "speaker", "modality", "outlet")
        }
        db = ledger._db
        series = db.execute("SELECT id FROM derived_line ORDER BY figures DESC LIMIT 1").fetchone()[0]
        others = [row[0] for row in db.execute("SELECT id FROM derived_line ORDER BY number LIMIT 2000")]
        origin = db.execute(
            "SELECT id FROM derived_row WHERE sort = 'Origin' ORDER BY length(record) DESC LIMIT 1"
        ).fetchone()[0]
        longest = db.execute(
            "SELECT document FROM claim WHERE current = 1 GROUP BY document ORDER BY count(*) DESC LIMIT 1"
        ).fetchone()[0]
        claims = [e.claim.id for e in ledger.entries(ClaimFilter(document=longest))]
        total = len(room.claims.shelf(ledger))
    for number in range(times):
        for name in (
            "/",
            "/ledger",
            "/series",
            "/queue",
            "/add",
            "/views",
            "/api/pages?page=100",
            "/home.json",
        ):
            yield name, name
        yield "ledger deep page", f"/ledger?page={chance.randint(1, max(1, total // 50))}"
        for sort in ("oldest", "highest", "lowest", "speaker", "item"):
            yield f"ledger by {sort}", f"/ledger?sort={sort}&page={chance.randint(1, 400)}"
        for some in (1, 2, 3):
            names = chance.sample(list(facets), some)
            chosen = {name: chance.choice(facets[name])[0] for name in names}
            yield f"ledger, {some} facets", f"/ledger?{urlencode(chosen)}"
            yield f"ledger, {some} facets, highest", f"/ledger?{urlencode({**chosen, 'sort': 'highest'})}"
        common, rare = (
            chance.choice(("was", "told", "that", "border", "winter")),
            chance.choice(("Babaka", "Dorimo", "Tisune")),
        )
        yield "ledger, common word", f"/ledger?words={common}"
        yield "ledger, rare word", f"/ledger?words={rare}"
        yield (
            "ledger, two words and a facet",
            f"/ledger?{urlencode({'words': f'{common} reporters', 'kind': 'transfer'})}",
        )
        yield (
            "ledger, phrase less a word",
            f"/ledger?{urlencode({'words': chr(34) + 'near the border' + chr(34) + ' -russia'})}",
        )
        yield "ledger, start of a word", f"/ledger?words={chance.choice(('ba*', 'ship*', 'do*'))}"
        month = f"20{chance.randint(19, 25)}-{chance.randint(1, 12):02}"
        yield "ledger, a month", f"/ledger?date={month}"
        yield (
            "ledger, years, a facet, lowest",
            f"/ledger?date=2020/2023&kind={chance.choice(facets['kind'])[0]}&sort=lowest",
        )
        yield "ledger, a month and a word", f"/ledger?date={month}&words=missiles"
        yield "series with words", f"/series?words={chance.choice(('container', 'russia', 'missile+able'))}"
        yield "series deep page", f"/series?page={chance.randint(1, 500)}"
        yield "series, any", f"/series/{chance.choice(others)}"
        yield "series, the largest", f"/series/{series}"
        yield "series, the largest, chart", f"/series/{series}.svg"
        yield "lineage of the most copied", f"/lineage/{origin}"
        yield "reader, the longest page", f"/pages/{longest}"
        yield "reader as archived", f"/pages/{longest}?view=archived"
        yield "claim", f"/claims/{chance.choice(claims)}"
        yield "compare", f"/compare?a={claims[0]}&b={chance.choice(claims)}"
        yield (
            "report",
            f"/report?{urlencode({'kind': 'transfer', 'actor': chance.choice(facets['actor'])[0]})}",
        )
        yield "report, choose", "/report"
        yield "feed", f"/ledger.atom?{urlencode({'item': chance.choice(facets['item'])[0]})}"
        yield "api claims", f"/api/claims?{urlencode({'speaker': chance.choice(facets['speaker'])[0]})}"
        if number == 0:
            yield "static", "/static/room.css"


def measure(path: Path, times: int) -> int:
    """Print each view's times and weight, then the worst; return 1 where a bar is not met."""
    room = Room(path)
    begun, spent = time.perf_counter(), time.process_time()
    room.warm()
    room.settle()
    print(
        f"made ready in {time.process_time() - spent:.1f} s CPU, {time.perf_counter() - begun:.1f} s wall",
        flush=True,
    )
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    server = uvicorn.Server(uvicorn.Config(app_of(room), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    found: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    asked = list(addresses(room, random.Random(11), times))
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
        f"{'view':34} {'CPU p50':>9} {'CPU p95':>9} {'wall p50':>9} {'wall p95':>9} {'kB':>6}  (milliseconds)"
    )
    worst_cpu, worst_wall, heaviest = ("", 0.0), ("", 0.0), 0.0
    for name, took in found.items():
        cpu, wall = (quantiles([t[n] for t in took] * 2, n=20) for n in (0, 1))
        weight = max(t[2] for t in took) / 1000
        print(
            f"{name:34} {cpu[9]:9.1f} {cpu[18]:9.1f} {wall[9]:9.1f} {wall[18]:9.1f} {weight:6.0f}", flush=True
        )
        worst_cpu, worst_wall = (
            max(worst_cpu, (name, cpu[18]), key=lambda w: w[1]),
            max(worst_wall, (name, wall[18]), key=lambda w: w[1]),
        )
        heaviest = max(heaviest, weight)
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
