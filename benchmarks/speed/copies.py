"""How long it takes to group many pages by copies, and how many are found.

    python benchmarks/speed/copies.py 20000

Synthetic pages of about 300 words, one in nine of them a figure or a name: half
of them first tellings, half copies of one of those, whole, with a word in twenty
changed, cut to two fifths, set into a longer page, or as a translation that says
so and has but the figures and names in common.
"""

import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import accumulate
from random import Random

from reportedly.model import Block, BlockKind, Document, Reading, Span, stable_id
from reportedly.reconcile import Sketch, find_copies, sketch

WAYS = ("exact", "near", "cut", "part", "translated")
PARAGRAPHS = 8
_WORDS = 38
_EVERY = 9  # one word in so many is a figure or a name
_MONTH = 30 * 24 * 60  # pages: a translation appears within a month


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
    words = vocabulary(random)
    seeds: list[tuple[str, int]] = []
    for number in range(count):
        if number % 2 == 0:
            document = laid_out(number, told_by(words, number))
            seeds.append((document.id, number))
            yield document, None
        else:
            way = WAYS[number // 2 % len(WAYS)]
            source, seed = random.choice(seeds[-_MONTH // 2 :] if way == "translated" else seeds)
            told = told_by(words, number if way == "translated" else seed, facts=seed)
            yield laid_out(number, edited(told, way, number), translated=way == "translated"), source


def vocabulary(random: Random) -> list[str]:
    """Return made words, the common ones first."""
    return ["".join(random.choices("abcdefghijklmnoprstuvw", k=random.randint(2, 9))) for _ in range(20_000)]


def told_by(words: list[str], seed: int, facts: int | None = None) -> list[list[str]]:
    """Return the paragraphs of a telling, word by word; a few words make most of it."""
    drawn = Random(seed).choices(words, cum_weights=_weights(len(words)), k=PARAGRAPHS * _WORDS)
    random = Random(seed if facts is None else facts)
    for at in range(_EVERY, len(drawn), _EVERY):
        name, number = random.choice(words[:2000]).title(), random.randrange(2, 90_000)
        drawn[at] = name if random.random() < 1 / 2 else str(number)
    return [drawn[at : at + _WORDS] for at in range(0, len(drawn), _WORDS)]


@cache
def _weights(count: int) -> list[float]:
    return list(accumulate(1 / (rank + 5) for rank in range(count)))


def edited(paragraphs: list[list[str]], way: str, seed: int) -> list[list[str]]:
    """Return paragraphs as a copy has them."""
    random = Random(-seed)
    if way == "near":
        return [[f"x{seed}" if random.random() < 1 / 20 else word for word in p] for p in paragraphs]
    if way == "cut":
        return paragraphs[: round(PARAGRAPHS * 2 / 5)]
    if way == "part":
        own = [[f"y{seed}{random.random()}" for _ in range(_WORDS)] for _ in range(3)]
        return [own[0], *paragraphs, *own[1:]]
    return paragraphs


def laid_out(number: int, paragraphs: list[list[str]], *, translated: bool = False) -> Document:
    """Return paragraphs as a page, so many minutes into a year."""
    text, blocks = "", []
    for paragraph in paragraphs:
        start = len(text)
        text += " ".join(paragraph)
        blocks.append(Block(BlockKind.BODY, Span(start, len(text)), f"char={start},{len(text)}"))
        text += "\n\n"
    moment = (datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=number)).isoformat()
    url = f"https://example.org/{number}"
    name = stable_id(url)
    readings = [Reading("published", moment, "text")]
    if translated:
        readings.append(Reading("translation", "translated by our desk", "text"))
    return Document(name, url, name, "text/plain", text, tuple(blocks), tuple(readings))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
