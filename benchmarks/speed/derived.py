"""What one more page costs in a ledger that is already derived.

    python benchmarks/speed/derived.py 20000

Each synthetic page (see ``copies``; a tenth of the copies are translations)
bears two claims on one of a few hundred matters, one page in fifty on the
hottest, on which all the world reports; one in ten links to another page. A
hundred pages, of all days, come late; what has grown so is held against a
rebuild, byte for byte.
"""

import resource
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from copies import PARAGRAPHS, pages

from reportedly.ledger import Ledger
from reportedly.lexicon import ItemTable, load_items
from reportedly.model import (
    Actor,
    ActorKind,
    Block,
    Bound,
    Capture,
    Claim,
    Document,
    Evidence,
    Hyperlink,
    Item,
    Link,
    Mention,
    MentionKind,
    Quantity,
    Reading,
    Section,
    SourceRole,
    Span,
    claim_id,
)
from reportedly.pipeline import rebuild, refresh

HOT = 100  # among first tellings, every second page; so one page in fifty
MATTERS = 400
NEW = 100
LINKED = 10


def main(count: int, folder: str | None = None) -> None:
    items = load_items()
    with TemporaryDirectory() as scratch, Ledger.open(Path(folder or scratch) / "ledger.db") as ledger:
        late = {number * (count + NEW) // NEW + number % 7 for number in range(NEW)}
        kept = []
        for number, (document, claims) in enumerate(dated_pages(count + NEW)):
            if number in late:
                kept.append((document, claims))
            else:
                add(ledger, document, claims)
        began = time.process_time()
        rebuild(ledger, items)
        print(f"pages {count}: derived whole in {time.process_time() - began:.1f} CPU-s", flush=True)
        spent = sorted(arrive(ledger, items, *page) for page in kept)
        middle, ninth = statistics.median(spent), spent[len(spent) * 9 // 10]
        print(f"one page more: median {middle:.3f}, p90 {ninth:.3f}, worst {spent[-1]:.3f} CPU-s", flush=True)
        grown = ledger.derived.digest()
        rebuild(ledger, items)
        same = grown == ledger.derived.digest()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"grown {'=' if same else '!='} rebuilt ({grown[:16]}); peak {memory:.0f} MB")


def arrive(ledger: Ledger, items: ItemTable, document: Document, claims: tuple[Claim, ...]) -> float:
    """Return what it costs to derive what one page more touches."""
    add(ledger, document, claims)
    began = time.process_time()
    refresh(ledger, items)
    return time.process_time() - began


def dated_pages(count: int) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    """Yield pages of one year; a copy says what its source says, and one page in ten links to another."""
    told: dict[int, str] = {}
    said: dict[str, tuple[int, int]] = {}
    for number, (document, source) in enumerate(pages(count)):
        day = number * 366 // count
        random = Random(number)
        first = 0 if number % HOT == 0 else 1 + random.randrange(MATTERS)
        matter, since = said[source] if source else (first, day)
        said[document.id] = matter, since
        start = document.blocks[0].span
        links = (Hyperlink(start, told[matter]),) if number % LINKED == 0 and matter in told else ()
        told[matter] = document.url
        dated = replace(document, readings=tuple(_readings(document, number, day)), links=links)
        blocks = dated.blocks[2:4] if len(dated.blocks) > PARAGRAPHS else dated.blocks[1:3]
        yield dated, tuple(claim_on(dated, block, matter, (since, at)) for at, block in enumerate(blocks))


def _readings(document: Document, number: int, day: int) -> Iterator[Reading]:
    yield from (reading for reading in document.readings if reading.field == "translation")
    yield Reading("published", (date(2024, 1, 1) + timedelta(days=day)).isoformat(), "text")
    yield Reading("outlet", f"Outlet {number % 300}", "text")


def claim_on(document: Document, block: Block, matter: int, when: tuple[int, int]) -> Claim:
    """Return a claim on a matter: each of three speakers has one figure in a week, a higher one the next."""
    day, at = when
    span = Span(block.span.start, block.span.start + 60)
    voice = (matter + day + at) % 3
    value = Decimal(5000 + 300 * (day // 7) + 70 * voice)
    giver, speaker = _state(matter), _state(matter + voice)
    number = Span(span.start, span.start + 5)
    return Claim(
        id=claim_id(document.id, "transfer", span),
        document=document.id,
        kind="transfer",
        section=Section.BODY,
        evidence=Evidence(span.of(document.text), "", "", span, block.kind, block.path),
        extractor="synthetic",
        confidence=1.0,
        actor=Mention(span, giver.name, giver, MentionKind.NAME),
        recipient=Mention(span, "X", _state(-1), MentionKind.NAME),
        item=Item("containers", "container", "container"),
        quantity=Quantity(span, number, f"{value}", value, value, Bound.EXACT),
        attribution=(Link(SourceRole.INSTITUTION, speaker, speaker.name, "said"),),
    )


def _state(number: int) -> Actor:
    return Actor(f"country:{number}", f"State {number}", ActorKind.COUNTRY, str(number))


def add(ledger: Ledger, document: Document, claims: tuple[Claim, ...]) -> None:
    """Add a page as one that was captured."""
    capture = Capture(document.url, document.digest, document.media_type)
    whole = replace(document, id=capture.id)
    own = tuple(_moved(claim, whole.id) for claim in claims)
    ledger.add(capture, whole, own, extractor="synthetic")


def _moved(claim: Claim, document: str) -> Claim:
    return replace(claim, id=claim_id(document, claim.kind, claim.evidence.span), document=document)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000, *sys.argv[2:3])
