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

from copies import pages

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

HOT = 50
MATTERS = 400
NEW = 100
LINKED = 10


def main(count: int, folder: str | None = None) -> None:
    items = load_items()
    with TemporaryDirectory() as scratch, Ledger.open(Path(folder or scratch) / "ledger.db") as ledger:
        late = {number * (count + NEW) // NEW + number % 7 for number in range(NEW)}
        kept = []
        for number, (document, claims) in enumerate(_pages(count + NEW)):
            if number in late:
                kept.append((document, claims))
            else:
                _add(ledger, document, claims)
        began = time.process_time()
        rebuild(ledger, items)
        print(f"pages {count}: derived whole in {time.process_time() - began:.1f} CPU-s", flush=True)
        spent = sorted(_arrive(ledger, items, *page) for page in kept)
        middle, ninth = statistics.median(spent), spent[len(spent) * 9 // 10]
        print(f"one page more: median {middle:.3f}, p90 {ninth:.3f}, worst {spent[-1]:.3f} CPU-s", flush=True)
        grown = ledger.derived.digest()
        rebuild(ledger, items)
        same = grown == ledger.derived.digest()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"grown {'=' if same else '!='} rebuilt ({grown[:16]}); peak {memory:.0f} MB")


def _arrive(ledger: Ledger, items: ItemTable, document: Document, claims: tuple[Claim, ...]) -> float:
    """Return what it costs to derive what one page more touches."""
    _add(ledger, document, claims)
    began = time.process_time()
    refresh(ledger, items)
    return time.process_time() - began


def _pages(count: int) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    """Yield pages of one year, one in ten with a link from its claim to an earlier page on the matter."""
    told: dict[int, str] = {}
    for number, (document, _) in enumerate(pages(count)):
        day = date(2024, 1, 1) + timedelta(days=number * 366 // count)
        random = Random(number)
        matter = 0 if number % HOT == 0 else 1 + random.randrange(MATTERS)
        first = document.blocks[0].span
        links = (Hyperlink(first, told[matter]),) if number % LINKED == 0 and matter in told else ()
        readings = [reading for reading in document.readings if reading.field == "translation"]
        readings += [
            Reading("published", day.isoformat(), "text"),
            Reading("outlet", f"Outlet {number % 300}", "text"),
        ]
        dated = replace(document, readings=tuple(readings), links=links)
        told[matter] = document.url
        yield dated, tuple(_claim(dated, dated.blocks[at], matter, random) for at in (0, 1))


def _claim(document: Document, block: Block, matter: int, random: Random) -> Claim:
    span = Span(block.span.start, block.span.start + 60)
    value = Decimal(random.randrange(50, 90) * 100)
    giver, speaker = _state(matter), _state(matter + random.randrange(3))
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
        quantity=Quantity(span, number, f"about {value}", value, value, Bound.ABOUT, approximate=True),
        attribution=(Link(SourceRole.INSTITUTION, speaker, speaker.name, "said"),),
    )


def _state(number: int) -> Actor:
    return Actor(f"country:{number}", f"State {number}", ActorKind.COUNTRY, str(number))


def _add(ledger: Ledger, document: Document, claims: tuple[Claim, ...]) -> None:
    capture = Capture(document.url, document.digest, document.media_type)
    whole = replace(document, id=capture.id)
    own = tuple(_moved(claim, whole.id) for claim in claims)
    ledger.add(capture, whole, own, extractor="synthetic")


def _moved(claim: Claim, document: str) -> Claim:
    return replace(claim, id=claim_id(document, claim.kind, claim.evidence.span), document=document)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000, *sys.argv[2:3])
