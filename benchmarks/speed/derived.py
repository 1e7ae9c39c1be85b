"""What one more page costs in a ledger that is already derived.

    python benchmarks/speed/derived.py 20000

Each synthetic page (see ``copies``) bears two claims: one of a few hundred
matters, one in fifty of the hottest, on which all the world reports.
"""

import resource
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from copies import pages

from reportedly.ledger import Ledger
from reportedly.lexicon import load_items
from reportedly.model import (
    Actor,
    ActorKind,
    Block,
    Bound,
    Capture,
    Claim,
    Document,
    Evidence,
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
NEW = 30


def main(count: int) -> None:
    items = load_items()
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        made = list(_pages(count + NEW))
        for document, claims in made[:count]:
            _add(ledger, document, claims)
        began = time.perf_counter()
        rebuild(ledger, items)
        print(f"pages {count}: derived whole in {time.perf_counter() - began:.1f} s")
        spent = []
        for document, claims in made[count:]:
            _add(ledger, document, claims)
            began = time.perf_counter()
            refresh(ledger, items)
            spent.append(time.perf_counter() - began)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        middle, worst = statistics.median(spent), max(spent)
        print(f"one page more: median {middle:.3f} s, worst {worst:.3f} s; peak {memory:.0f} MB")


def _pages(count: int) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    for number, (document, _) in enumerate(pages(count)):
        day = f"2024-{1 + number * 12 // count:02}-{1 + number % 28:02}"
        dated = Document(
            document.id, document.url, document.digest, document.media_type, document.text, document.blocks,
            (Reading("published", day, "text"), Reading("outlet", f"Outlet {number % 300}", "text")),
        )  # fmt: skip
        random = Random(number)
        matter = 0 if number % HOT == 0 else 1 + random.randrange(MATTERS)
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
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
