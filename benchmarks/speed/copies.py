"""How long it takes to group many pages by copies, and how many are found.

    python benchmarks/speed/copies.py 20000

Synthetic pages of about 300 words: half of them first tellings, half copies of
one of those, whole, with a word in twenty changed, cut to two fifths, or set
into a longer page.
"""

import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random

from reportedly.model import Block, BlockKind, Document, Reading, Span, stable_id
from reportedly.reconcile import Sketch, find_copies, sketch

WAYS = ("exact", "near", "cut", "part")
_PARAGRAPHS = 8
_WORDS = 38


def main(count: int) -> None:
    began = time.process_time()
    sketches: list[Sketch] = []
    wanted: dict[str, str] = {}
    for document, source in pages(count):
        sketches.append(sketch(document))
        if source:
            wanted[document.id] = source
    sketched = time.process_time()
    found = {copy.document: copy.of for copy in find_copies(sketches)}
    grouped = time.process_time()
    right = sum(wanted.get(page) == of for page, of in found.items())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"pages {count}, copies {len(wanted)}, peak {memory:.0f} MB")
    print(f"make and sketch {sketched - began:.1f} CPU-s, group {grouped - sketched:.1f} CPU-s")
    print(f"recall {right / len(wanted):.4f}, precision {right / max(1, len(found)):.4f}")


def pages(count: int) -> Iterator[tuple[Document, str | None]]:
    """Yield pages, each with the page it copies; a first telling comes with nothing."""
    random = Random(7)
    words = ["".join(random.choices("abcdefghijklmnoprstuvw", k=random.randint(2, 9))) for _ in range(20_000)]
    # A few words make most of any text.
    weights = [1 / (rank + 5) for rank in range(len(words))]
    seeds: list[tuple[str, int]] = []
    for number in range(count):
        if number % 2 == 0:
            document = _document(number, _told(words, weights, number))
            seeds.append((document.id, number))
            yield document, None
        else:
            source, seed = random.choice(seeds)
            yield (
                _document(number, _edited(_told(words, weights, seed), WAYS[number // 2 % 4], number)),
                source,
            )


def _told(words: list[str], weights: list[float], seed: int) -> list[list[str]]:
    random = Random(seed)
    drawn = random.choices(words, cum_weights=_cumulated(weights), k=_PARAGRAPHS * _WORDS)
    return [drawn[at : at + _WORDS] for at in range(0, len(drawn), _WORDS)]


_KNOWN: list[float] = []


def _cumulated(weights: list[float]) -> list[float]:
    if not _KNOWN:
        total = 0.0
        for weight in weights:
            total += weight
            _KNOWN.append(total)
    return _KNOWN


def _edited(paragraphs: list[list[str]], way: str, seed: int) -> list[list[str]]:
    random = Random(-seed)
    if way == "near":
        return [[f"x{seed}" if random.random() < 1 / 20 else word for word in p] for p in paragraphs]
    if way == "cut":
        return paragraphs[: round(_PARAGRAPHS * 2 / 5)]
    if way == "part":
        own = [[f"y{seed}{random.random()}" for _ in range(_WORDS)] for _ in range(3)]
        return [own[0], *paragraphs, *own[1:]]
    return paragraphs


def _document(number: int, paragraphs: list[list[str]]) -> Document:
    text, blocks = "", []
    for paragraph in paragraphs:
        start = len(text)
        text += " ".join(paragraph)
        blocks.append(Block(BlockKind.BODY, Span(start, len(text)), f"char={start},{len(text)}"))
        text += "\n\n"
    moment = (datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=number)).isoformat()
    url = f"https://example.org/{number}"
    name = stable_id(url)
    return Document(
        name, url, name, "text/plain", text, tuple(blocks), (Reading("published", moment, "text"),)
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
