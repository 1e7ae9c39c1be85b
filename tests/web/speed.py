# ruff: noqa: T201 - a command that prints

"""Make a big ledger and measure how long every view takes.

python -m tests.web.speed 200000 /some/folder      claims, and where the ledger is kept between runs
"""

import http.client
import random
import resource
import socket
import sys
import threading
import time
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import quantiles

import uvicorn

from reportedly.ledger import ClaimFilter, DerivedRow, Ledger, Mark
from reportedly.ledger.columns import CLAIM_COLUMNS, values_of, words_of
from reportedly.ledger.store import _add_capture, _add_document
from reportedly.model import (
    Actor,
    ActorKind,
    Granularity,
    Item,
    Link,
    Mention,
    MentionKind,
    Observation,
    Period,
    Reading,
    Series,
    SeriesKey,
    SourceRole,
    Span,
    claim_id,
    encode,
)
from reportedly.web.app import app_of
from reportedly.web.room import Room

from ..building import claims, page

COUNTRIES = [Actor(f"country:{n:02}", f"Land {n}", ActorKind.COUNTRY) for n in range(60)]
ITEMS = ["truck", "tent", "shell", "container", "missile", "tank", "drone", "ship", "boat", "loan"]
A_PAGE = 20


def make(path: Path, wanted: int) -> None:
    """Fill a ledger with made pages of twenty claims each, written as the ledger itself writes them."""
    chance = random.Random(7)
    with Ledger.open(path) as ledger:
        db = ledger._db
        db.execute("BEGIN")
        marks = ", ".join("?" * len(CLAIM_COLUMNS))
        for number in range(wanted // A_PAGE):
            _, capture, document = page(url=f"https://site{number % 400}.example.org/{number}")
            day = f"{2020 + number % 6}-{number % 12 + 1:02}-{number % 28 + 1:02}"
            readings = (
                Reading("title", f"Trucks {number}", "made"),
                Reading("published", day, "made"),
                Reading("outlet", f"Outlet {number % 400}", "made"),
            )
            document = replace(document, readings=readings)
            _add_capture(db, capture)
            _add_document(db, document)
            reading = db.execute(
                "INSERT INTO reading (document, extractor) VALUES (?, 'made') RETURNING id", (document.id,)
            ).fetchone()[0]
            for claim in made(document, chance):
                at = db.execute(
                    f"INSERT INTO claim ({', '.join(CLAIM_COLUMNS)}) VALUES ({marks}) RETURNING number",
                    values_of(claim, reading),
                ).fetchone()[0]
                db.execute(
                    "INSERT INTO claim_words (rowid, exact, parties, item) VALUES (?, ?, ?, ?)",
                    (at, *words_of(claim)),
                )
        db.execute("COMMIT")
        settle(ledger)


def settle(ledger: Ledger) -> None:
    """Count every page as compared with the others, and put made series in the derived tables.

    What comparing a million claims costs is another measurement than what showing them costs.
    """
    by_measure: dict[SeriesKey, list[Observation]] = {}
    for entry in ledger.entries(ClaimFilter(), limit=20_000):
        claim = entry.claim
        day = date.fromisoformat(entry.page.published)
        key = SeriesKey(claim.kind, claim.actor.actor.id, "", claim.item.id, "", "cumulative", "happened")
        as_of = Period(day, day + timedelta(days=1), Granularity.DAY)
        seen = Observation(
            claim.id,
            claim.document,
            as_of,
            claim.quantity,
            claim.speaker.actor.id,
            claim.voice.modality,
            claim.section,
            claim.id,
        )
        by_measure.setdefault(key, []).append(seen)
    rows = []
    for number, (key, some) in enumerate(by_measure.items()):
        series = Series(f"made{number:06}", key, tuple(sorted(some, key=lambda o: o.as_of.start)))
        rows.append(DerivedRow("Series", series.id, "made", encode(series), tuple(o.claim for o in some)))
    newest = ledger.reviewed.state()[0]
    with ledger.derived.writing():
        ledger.derived.put(rows)
        ledger.derived.reach(Mark("", reading=newest))


def made(document, chance: random.Random):
    """Yield twenty claims that differ in parties, items, speakers and figures."""
    plain = claims(document)[0]
    for n in range(A_PAGE):
        giver, taker, speaker = (chance.choice(COUNTRIES) for _ in range(3))
        item = chance.choice(ITEMS)
        low = Decimal(chance.randint(1, 10 ** chance.randint(1, 7)))
        yield replace(
            plain,
            id=claim_id(document.id, "transfer", Span(n, n + 1)),
            kind=chance.choice(["transfer", "casualty", "count", "money", "pledge"]),
            actor=Mention(Span(0, 0), giver.name, giver, MentionKind.NAME),
            recipient=Mention(Span(0, 0), taker.name, taker, MentionKind.NAME),
            item=Item(item + "s", item, item),
            quantity=replace(plain.quantity, low=low),
            attribution=(Link(SourceRole.INSTITUTION, speaker, speaker.name, "said"),),
        )


def views(path: Path) -> list[str]:
    with Ledger.open(path) as ledger:
        entry = next(ledger.entries(ClaimFilter(), limit=1, offset=500))
    return [
        "/", "/ledger", "/ledger?page=100", "/ledger?kind=transfer", "/ledger?kind=transfer&actor=Land+7",
        "/ledger?item=shell", "/ledger?speaker=Land+3&recipient=Land+9", "/ledger?outlet=Outlet+12",
        "/ledger?words=trucks", "/ledger?words=missiles+Land+7", "/ledger?date=2023-04", "/ledger?sort=highest",
        "/ledger?sort=oldest", "/ledger?sort=highest&kind=money&item=ship", "/ledger?modality=asserted",
        "/ledger?date=2023-04&kind=count&sort=lowest", f"/pages/{entry.page.id}", f"/claims/{entry.claim.id}",
        "/series", "/series?words=truck", "/series/made000001", "/series/made000001.svg", "/queue", "/add", "/ledger.atom?kind=transfer", "/api/claims?kind=transfer", "/api/pages?page=100",
    ]  # fmt: skip


def measure(path: Path, times: int = 12) -> None:
    """Print the median and the 95th percentile of every view, and its weight."""
    addresses = views(path)
    room = Room(path)
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    server = uvicorn.Server(uvicorn.Config(app_of(room), log_level="error"))
    threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True).start()
    slow = []
    for address in addresses:
        took, weight = [], 0
        for _ in range(times):
            line = http.client.HTTPConnection("127.0.0.1", listener.getsockname()[1])
            begun = time.perf_counter()
            line.request("GET", address)
            answer = line.getresponse()
            weight = len(answer.read())
            took.append((time.perf_counter() - begun) * 1000)
            assert answer.status == 200, address
        p95 = quantiles(took, n=20)[-1]
        slow.append(p95)
        print(
            f"{address:52} median {sorted(took)[times // 2]:7.1f} ms   p95 {p95:7.1f} ms   {weight / 1000:6.0f} kB",
            flush=True,
        )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"worst p95 {max(slow):.0f} ms; peak memory {memory:.0f} MB")
    server.should_exit = True


if __name__ == "__main__":
    wanted, folder = int(sys.argv[1]), Path(sys.argv[2])
    path = folder / f"made-{wanted}.db"
    if not path.exists():
        begun = time.perf_counter()
        make(path, wanted)
        print(
            f"made {wanted} claims in {time.perf_counter() - begun:.0f} s, {path.stat().st_size / 1e6:.0f} MB"
        )
    measure(path)
