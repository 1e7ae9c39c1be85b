"""What one more copy costs of a story that many pages carry.

    python benchmarks/speed/wire.py 400

An agency's story stands on so many pages, whole, with words changed, cut, or set
into a longer page (see ``copies``), in a ledger of a thousand other pages. Five
more come: three later than all, one in between, and at last the first of all,
of which all others then are copies. What has grown so is held against a
rebuild, byte for byte.
"""

import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from copies import PARAGRAPHS, WAYS, edited, laid_out, told_by, vocabulary
from derived import add, arrive, claim_on, dated_pages

from reportedly.ledger import Ledger
from reportedly.lexicon import load_items
from reportedly.model import Claim, Document, Reading
from reportedly.pipeline import rebuild

OTHERS = 1000
MATTER, DAY = 5, 100


def main(count: int) -> None:
    items = load_items()
    story = tuple(_story(count + 6))
    late = {count + 3: "last", count + 4: "last", count + 5: "last", count // 2: "between", 0: "first"}
    with TemporaryDirectory() as scratch, Ledger.open(Path(scratch) / "ledger.db") as ledger:
        for page in (*dated_pages(OTHERS), *(page for at, page in enumerate(story) if at not in late)):
            add(ledger, *page)
        began = time.process_time()
        rebuild(ledger, items)
        print(f"{count} pages: derived whole in {time.process_time() - began:.1f} CPU-s", flush=True)
        for at, where in late.items():
            print(f"one page more, {where}: {arrive(ledger, items, *story[at]):.3f} CPU-s", flush=True)
        grown = ledger.derived.digest()
        rebuild(ledger, items)
        print(f"grown {'=' if grown == ledger.derived.digest() else '!='} rebuilt ({grown[:16]})")


def _story(count: int) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    """Yield an agency's story, and how so many pages tell it, a minute apart."""
    paragraphs = told_by(vocabulary(Random(7)), 99)
    ways = [way for way in WAYS if way != "translated"]
    for number in range(count):
        way = ways[number % len(ways)]
        document = laid_out(OTHERS * 1000 + number, edited(paragraphs, way, number))
        moment = datetime(2024, 4, 10, tzinfo=UTC) + timedelta(minutes=number)
        readings = (
            Reading("published", moment.isoformat(), "text"),
            Reading("outlet", f"Outlet {number}", "text"),
        )
        page = replace(document, readings=readings)
        blocks = page.blocks[2:4] if len(page.blocks) > PARAGRAPHS else page.blocks[1:3]
        yield page, tuple(claim_on(page, block, MATTER, (DAY, at)) for at, block in enumerate(blocks))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
