"""A made ledger of any size, written as the ledger itself writes: `python benchmarks/speed/made.py 1000000 made.db`.

Parties, things, outlets and speakers follow Zipf's law, as in news; a page bears from five to thirty-five claims,
one page four hundred; three sayings in ten stand on several pages; what is derived (series, origins, relations,
drifts, tellings) is made in the shape and number that reconciling gives, as comparing a million claims is another
measurement than showing them.
"""

import gc
import random
import sqlite3
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from reportedly.ledger import DerivedRow, Ledger, Mark, ToldRow, digest_of, store
from reportedly.ledger.observations import ObservationRow
from reportedly.lexicon import load_actors, load_items, load_places
from reportedly.model import (
    Actor,
    ActorKind,
    Aggregation,
    Block,
    BlockKind,
    Bound,
    Capture,
    Claim,
    Document,
    Drift,
    DriftKind,
    Evidence,
    Granularity,
    Item,
    Link,
    Mention,
    MentionKind,
    Modality,
    Observation,
    Origin,
    Period,
    Quantity,
    Reading,
    Relation,
    RelationKind,
    Review,
    Section,
    Series,
    SeriesKey,
    SourceRole,
    Span,
    TimeExpression,
    TimexType,
    Verdict,
    Voice,
    claim_id,
    encode,
)
from reportedly.pipeline.known import Known
from reportedly.reconcile import Told
from reportedly.reconcile.told import Measure
from reportedly.settings import place_files

FIRST = date(2019, 1, 1)
DAYS = 2500
KINDS = (
    "transfer",
    "casualty",
    "count",
    "money",
    "damage",
    "capacity",
    "attack",
    "visit",
    "production",
    "sanction",
)
CUES = ("said", "told reporters", "announced", "wrote in a statement", "estimated", "claimed")
VERBS = (
    "sent",
    "received",
    "lost",
    "destroyed",
    "pledged",
    "counted",
    "shipped",
    "produced",
    "held",
    "ordered",
)
WHERE = ("near the border", "in the capital", "along the coast", "at the northern port", "in the eastern district",
         "by rail", "by sea", "over the winter", "since the spring", "in a single week", "after the talks")  # fmt: skip
BOUNDS = ((Bound.AT_LEAST, "at least"), (Bound.MORE_THAN, "more than"), (Bound.ABOUT, "about"), (Bound.EXACT, ""),
          (Bound.AT_MOST, "up to"))  # fmt: skip
MODALITIES = tuple(Modality)
LONG_PAGE = 400


class Zipf:
    """Draws from some things, the first most often."""

    def __init__(self, chance: random.Random, things: tuple, exponent: float = 1.0) -> None:
        self._chance, self._things = chance, things
        total, self._sums = 0.0, []
        for rank in range(1, len(things) + 1):
            total += 1 / rank**exponent
            self._sums.append(total)

    def many(self, number: int) -> list:
        return self._chance.choices(self._things, cum_weights=self._sums, k=number)


@dataclass
class World:
    """What made pages speak of, and what was made so far."""

    chance: random.Random
    series: dict = field(default_factory=lambda: defaultdict(list))
    sayings: dict = field(default_factory=lambda: defaultdict(list))
    origins: dict = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        actors = tuple(_actors())
        self.parties = Zipf(self.chance, actors[:400], 1.1)
        self.speakers = Zipf(self.chance, actors[:2000])
        items = tuple(_items()) + tuple(f"made thing {n}" for n in range(1000))
        self.items = Zipf(self.chance, items, 1.2)
        self.outlets = Zipf(
            self.chance, tuple(f"The {_name(n)} {p}" for n in range(200) for p in ("Herald", "Post"))
        )
        self.kinds = Zipf(self.chance, KINDS, 0.8)
        self.voices = Zipf(self.chance, MODALITIES, 1.2)
        self.days = Zipf(self.chance, tuple(range(DAYS)), 0.3)
        self.rare = Zipf(self.chance, tuple(_name(n) + _name(n * 7 + 3).lower() for n in range(20_000)), 0.9)


def _name(number: int) -> str:
    parts = ("ba", "do", "ri", "ve", "lu", "ka", "mo", "ne", "ti", "su")
    return "".join(parts[int(digit)] for digit in f"{number:03}").capitalize()


def _actors() -> Iterator[Actor]:
    """Yield the lexicon's own actors, then made ones."""
    table = load_actors()
    seen = set()
    for word in ("North Korea", "Russia", "Ukraine", "United States", "China", "Israel", "Iran", "France", "Germany",
                 "Japan", "South Korea", "India", "Turkey", "Poland", "United Kingdom", "Syria", "Egypt", "Brazil"):  # fmt: skip
        actor = table.resolve(word)
        if actor and actor.id not in seen:
            seen.add(actor.id)
            yield actor
    for number in range(2000):
        kind = (ActorKind.ORGANISATION, ActorKind.PERSON, ActorKind.GROUP)[number % 3]
        name = f"{_name(number)} {_name(number * 3 + 1)}"
        yield Actor(f"{kind.value[:6]}:made-{number}", name, kind)


def _items() -> Iterator[str]:
    table = load_items()
    for word in ("container", "shell", "missile", "drone", "tank", "truck", "tent", "ship", "person", "soldier",
                 "civilian", "house", "aircraft", "vehicle", "barrel", "tonne", "dose", "refugee", "rocket", "mine"):  # fmt: skip
        found = table.find((word,))
        yield found.id if found and found.id else word


def make(path: Path, wanted: int, *, tell: bool = True) -> None:
    """Fill a ledger with made pages, then with what follows from them."""
    gc.disable()  # millions of records that all stay: walking them again and again is most of the time
    world = World(random.Random(7))
    begun, made, number = time.perf_counter(), 0, 0
    with Ledger.open(path) as ledger:
        db = ledger._db
        indexes = _without_indexes(db)
        db.execute("BEGIN")
        while made < wanted:
            size = (
                LONG_PAGE
                if number == 1000 or (number == 3 and wanted < 20_000)
                else world.chance.randint(5, 35)
            )
            capture, document, claims = page(world, number, min(size, wanted - made))
            if number < 20 or size == LONG_PAGE:
                ledger.archive.keep(document.text.encode())
            store._add_capture(db, capture)
            store._add_document(db, document)
            reading = db.execute(
                "INSERT INTO reading (document, extractor) VALUES (?, 'made') RETURNING id", (document.id,)
            ).fetchone()[0]
            store._add_claims(db, claims, reading)
            made, number = made + len(claims), number + 1
            if number % 2000 == 0:
                db.execute("COMMIT")
                db.execute("BEGIN")
            if tell and number % 2000 == 0:
                print(f"{made:>9,} claims, {time.perf_counter() - begun:5.0f} s", flush=True)
        db.execute("COMMIT")
        derive(ledger, world)
        review(ledger, world)
        for sql in indexes:
            db.execute(sql)
        db.execute("PRAGMA journal_mode = WAL")
    if tell:
        print(f"made {made:,} claims on {number:,} pages in {time.perf_counter() - begun:.0f} s", flush=True)


def _without_indexes(db: sqlite3.Connection) -> list[str]:
    """Take the indexes away while rows are made, and return the SQL that brings them back."""
    db.execute("PRAGMA cache_size = -400000")
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA journal_mode = OFF")
    sql = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND name <> 'derived_key_by_claim'"
    found = db.execute(sql).fetchall()
    for name, _ in found:
        db.execute(f"DROP INDEX {name}")
    return [sql for _, sql in found]


def page(world: World, number: int, size: int) -> tuple[Capture, Document, list[Claim]]:
    """Return one made page with its claims."""
    chance = world.chance
    outlet = world.outlets.many(1)[0]
    day = FIRST + timedelta(days=DAYS - 1 - world.days.many(1)[0])
    url = f"https://{outlet.lower().replace(' ', '-')}.example.org/{day:%Y/%m/%d}/{number}"
    actors, takers, speakers = world.parties.many(size), world.parties.many(size), world.speakers.many(size)
    kinds, items, voices, rare = (
        some.many(size) for some in (world.kinds, world.items, world.voices, world.rare)
    )
    text, told = [f"Report {number} of {rare[0]}"], []
    for n in range(size):
        bound, hedge = chance.choice(BOUNDS)
        low = Decimal(int(10 ** chance.uniform(0.3, 6.5)))
        unit = items[n].replace("_", " ")
        phrase = " ".join(filter(None, (hedge, f"{low:,}", unit + "s")))
        said = f"{speakers[n].name} {chance.choice(CUES)} that {actors[n].name} {chance.choice(VERBS)} "
        text.append(f"{said}{phrase} to {takers[n].name} {chance.choice(WHERE)}, as {rare[n]} was told.")
        told.append((bound, low, unit, phrase, len(said)))
    whole = "\n\n".join(text)
    capture = Capture(
        url, digest_of(whole.encode()), "text/plain", datetime(day.year, day.month, day.day, tzinfo=UTC)
    )
    blocks, at = [], 0
    for index, part in enumerate(text):
        span = Span(at, at + len(part))
        blocks.append(
            Block(BlockKind.BODY if index else BlockKind.HEADLINE, span, f"char={span.start},{span.end}")
        )
        at += len(part) + 2
    readings = (Reading("title", text[0], "made"), Reading("published", day.isoformat(), "made"),
                Reading("outlet", outlet, "made"), Reading("language", "en", "made"))  # fmt: skip
    document = Document(capture.id, url, capture.digest, "text/plain", whole, tuple(blocks), readings)
    claims = []
    for n, (bound, low, unit, phrase, offset) in enumerate(told):
        block = blocks[n + 1].span
        span = Span(block.start, block.end - 1)
        at = block.start + offset
        figure = Quantity(
            Span(at, at + len(phrase)), Span(at, at + len(phrase)), phrase,
            None if bound is Bound.AT_MOST else low, low if bound in {Bound.EXACT, Bound.AT_MOST} else None, bound,
            approximate=bound is Bound.ABOUT, unit=unit,
        )  # fmt: skip
        timed = None
        if chance.random() < 0.4:
            start = day - timedelta(days=chance.randint(0, 60))
            end = start + timedelta(days=chance.choice((1, 1, 7, 30)))
            timed = TimeExpression(
                span, "that day", TimexType.DATE, start.isoformat(), Period(start, end, Granularity.SPAN)
            )
        known = items[n] if not items[n].startswith("made") else None
        claim = Claim(
            claim_id(document.id, kinds[n], span), document.id, kinds[n], Section.LEAD if not n else Section.BODY,
            Evidence(whole[span.start:span.end], whole[span.start - 20:span.start], whole[span.end:span.end + 20], span,
                     BlockKind.BODY, blocks[n + 1].path),
            "made", 0.9, Voice(voices[n]),
            Mention(span, actors[n].name, actors[n], MentionKind.NAME) if chance.random() < 0.85 else None,
            Mention(span, takers[n].name, takers[n], MentionKind.NAME) if kinds[n] in {"transfer", "visit"} else None,
            Item(unit + "s", unit, known), figure if chance.random() < 0.8 else None,
            chance.choice((Aggregation.CUMULATIVE, Aggregation.SNAPSHOT, None)),
            time=timed,
            attribution=(Link(SourceRole.INSTITUTION, speakers[n], speakers[n].name, "said"),)
            if chance.random() < 0.8 else (),
        )  # fmt: skip
        claims.append(claim)
        _remember(world, claim, day, url, outlet)
    return capture, document, claims


def _remember(world: World, claim: Claim, day: date, url: str, outlet: str) -> None:
    """Put a claim on its series, and beside the sayings it repeats."""
    if claim.quantity is None:
        return
    actor = claim.actor.actor.id if claim.actor else ""
    taker = claim.recipient.actor.id if claim.recipient else ""
    item = claim.item.id or claim.item.head
    key = (claim.kind, actor, taker, item, claim.voice.modality)
    sayings = world.sayings[key]
    if sayings and world.chance.random() < 0.5:
        origin = world.chance.choice(sayings)
    else:
        origin = claim.id
        sayings.append(origin)
    speaker = claim.speaker.actor.id if claim.speaker else f"outlet:{outlet}"
    world.series[key].append((claim, day, speaker, origin))
    world.origins[origin].append((claim, day, url, outlet, speaker))


def current_rules() -> str:
    """Return by which rules tables are filled now, so that made ones are not filled anew."""
    return Known(load_items(), load_places(place_files())).rules


def derive(ledger: Ledger, world: World) -> None:
    """Put what follows from the made claims in the derived tables, some thousand rows at a time."""
    newest = ledger.reviewed.state()[0]
    rows = (row for some in (_series(world), _origins(world)) for row in some)
    for some in _batched(rows, 5000):
        with ledger.derived.writing():
            ledger.derived.put(row for row in some if isinstance(row, DerivedRow))
            for series in some:
                if isinstance(series, Series):
                    _stand(ledger, series)
    for some in _batched(_tellings(world), 5000):
        with ledger.derived.writing():
            ledger.derived.keep_told(some)
    with ledger.derived.writing():
        ledger.derived.reach(Mark("", reading=newest), current_rules())


def _batched(rows: Iterable, size: int) -> Iterator[list]:
    some = []
    for row in rows:
        some.append(row)
        if len(some) == size:
            yield some
            some = []
    if some:
        yield some


def _stand(ledger: Ledger, series: Series) -> None:
    """Keep a series' observations, in its order."""
    for at, one in enumerate(series.observations):
        day = one.as_of.start
        row = ObservationRow(
            series.id, one.claim, one.document, one.origin, day, (f"{at:06}", "", at), encode(one)
        )
        ledger.derived.observations.put(row)
    ledger.derived.observations.weigh(series.id, series.key)


def _series(world: World) -> Iterator[DerivedRow | Series]:
    lines = {Modality.CAPABILITY: "able", Modality.DENIED: "denied", Modality.PLEDGED: "to come"}
    for number, (parts, told) in enumerate(
        sorted(world.series.items(), key=lambda kv: tuple(map(str, kv[0])))
    ):
        kind, actor, taker, item, modality = parts
        key = SeriesKey(kind, actor, taker, item, "", "cumulative", lines.get(modality, "happened"))
        told.sort(key=lambda t: (t[1], t[0].id))
        seen = tuple(
            Observation(c.id, c.document, Period(day, day + timedelta(days=1), Granularity.DAY), c.quantity, speaker,
                        c.voice.modality, c.section, origin)
            for c, day, speaker, origin in told
        )  # fmt: skip
        series = Series(f"made{number:08}", key, seen)
        yield DerivedRow("Series", series.id, f"cell:{number}", encode(Series(series.id, key, ())))
        yield series
        for before, after in pairwise(seen):
            kindred = world.chance.choice(
                (RelationKind.AGREES, RelationKind.SUPERSEDES, RelationKind.SUPERSEDES, RelationKind.CONFLICTS)
                if before.origin != after.origin else (RelationKind.REPEATS,)
            )  # fmt: skip
            if world.chance.random() < 0.02:
                kindred = world.chance.choice((RelationKind.DENIES, RelationKind.REFINES))
            because = (
                "same day, another figure"
                if kindred is not RelationKind.REFINES
                else "the headline says less"
            )
            relation = Relation(kindred, after.claim, before.claim, because)
            name = f"{after.claim} {before.claim} {kindred}"
            yield DerivedRow(
                "Relation", name, f"cell:{number}", encode(relation), (after.claim, before.claim)
            )


def _origins(world: World) -> Iterator[DerivedRow]:
    for name, told in world.origins.items():
        claims = tuple(c.id for c, *_ in told)
        pages = tuple(sorted({c.document for c, *_ in told}))
        origin = Origin(name, told[0][4], claims, pages, len(claims))
        yield DerivedRow("Origin", name, f"component:{name}", encode(origin), claims)
        for before, after in pairwise(told):
            if world.chance.random() < 0.15:
                a, b = before[0], after[0]
                drift = Drift(
                    DriftKind.BOUND, a.id, b.id, a.quantity.words, b.quantity.words, "a bound was lost"
                )
                yield DerivedRow(
                    "Drift", f"{b.id} {a.id} bound", f"origin:{name}", encode(drift), (a.id, b.id)
                )


def _tellings(world: World) -> Iterator[ToldRow]:
    for name, told in world.origins.items():
        for claim, day, url, outlet, speaker in told if len(told) > 1 else ():
            source = told[0][0].id if claim is not told[0][0] and world.chance.random() < 0.6 else None
            cell = f"{claim.kind}|{speaker}"
            record = Told(
                claim, f"{day} {url}", url, outlet, day.isoformat(), day, speaker, speaker,
                Measure(claim.kind), "happened", cell, source=source, component=name, origin=name,
            )  # fmt: skip
            yield ToldRow(claim.id, claim.document, name, name, cell, encode(record))


def review(ledger: Ledger, world: World) -> None:
    """Say a person's word on ten thousand claims, or on as many as there are."""
    at = datetime(2026, 1, 1, tzinfo=UTC)
    claims = [told[0][0].id for told in world.series.values()][:10_000]
    ledger._db.execute("BEGIN")
    for number, claim in enumerate(claims):
        verdict = Verdict.ACCEPT if number % 3 else Verdict.REJECT
        said = Review(claim, verdict, "Ada", at + timedelta(seconds=number))
        row = (said.claim, said.verdict.value, said.by, said.at.isoformat(), encode(said))
        ledger._db.execute("INSERT INTO review (claim, verdict, by, at, record) VALUES (?, ?, ?, ?, ?)", row)
    ledger._db.execute("COMMIT")
    state = ledger.reviewed.state()
    with ledger.derived.writing():
        ledger.derived.reach(Mark("", review=state[1]), current_rules())


if __name__ == "__main__":
    make(Path(sys.argv[2]), int(sys.argv[1]))
