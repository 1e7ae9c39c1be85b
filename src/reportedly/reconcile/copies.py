"""Copies: which page stands on whose words, and which block came from where.

A page is sketched by the hashes of its 5-word shingles. A sample of them, the
smallest, finds pages that may share words (MinHash by threshold: a short page
samples more, so that a cut copy is still found); containment decides.
"""

from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from re import compile as pattern
from zlib import crc32

from reportedly.model import BlockKind, Copy, Document, Span

WORDS = 5
MOST_OF_LATER = 0.4
MOST_OF_EARLIER = 0.7
LEAST_OF_LATER = 0.15
MOST_OF_BLOCK = 0.2
FEWEST = 8
SAMPLE = 32
SHARED_SAMPLES = 2
COMMON = 400

_WORD = pattern(r"\w+")
_UNLIKE = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.TABLE})
_ALL = 2**32
_DAY = 10


@dataclass(frozen=True, slots=True)
class Sketch:
    """A page's shingles by place: ``hashes`` in order, cut into ``blocks`` at ``ends``."""

    document: str
    rank: str
    hashes: bytes
    ends: tuple[int, ...]
    blocks: tuple[Span, ...]

    @property
    def shingles(self) -> frozenset[int]:
        """The hashes of all shingles."""
        return frozenset(_unpack(self.hashes))

    @property
    def sample(self) -> tuple[int, ...]:
        """The smallest hashes: about one in sixteen, and no fewer than some thirty."""
        found = sorted(self.shingles)
        rate = max(1 / 16, SAMPLE / max(len(found), 1))
        return tuple(found[: bisect_right(found, int(rate * (_ALL - 1)))]) if rate < 1 else tuple(found)


def rank(document: Document) -> str:
    """Return what pages are ordered by: the day they say they appeared, then where they stand.

    A page without a day comes last: it cannot be known to be first. Of one
    day, a page that credits an agency comes after those that credit none.
    """
    credited = int(document.reading("agency") is not None)
    return f"{appeared(document) or '9999'} |{credited}|{document.url}|{document.id}"


def appeared(document: Document) -> str:
    """Return when a page says it appeared, in UTC where it gives an hour; empty where it says nothing.

    A bare day is taken to begin before any hour of it.
    """
    words = document.reading("published") or ""
    if len(words) <= _DAY:
        return words
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return words[:_DAY]
    return (moment.astimezone(UTC) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M:%S")


def sketch(document: Document) -> Sketch:
    """Return a page's sketch: the words that bear claims, without headlines and tables."""
    hashes, ends, blocks = array("I"), [], []
    for block in document.blocks:
        if block.kind.furniture or block.kind in _UNLIKE:
            continue
        words = _WORD.findall(block.span.of(document.text).lower())
        if len(words) < WORDS:
            continue
        hashes.extend(_mixed(" ".join(words[at : at + WORDS])) for at in range(len(words) - WORDS + 1))
        ends.append(len(hashes))
        blocks.append(block.span)
    return Sketch(document.id, rank(document), hashes.tobytes(), tuple(ends), tuple(blocks))


def find_copies(sketches: Iterable[Sketch]) -> tuple[Copy, ...]:
    """Return which pages stand on which: each on the first known page that holds its words."""
    ordered = sorted(sketches, key=lambda s: s.rank)
    index = _index(ordered)
    found: list[Copy] = []
    for at, page in enumerate(ordered):
        near = (ordered[other] for other in index.get(at, ()))
        found.extend(copies_of(page, near))
    return tuple(sorted(found, key=lambda c: (c.document, c.of)))


def copies_of(page: Sketch, candidates: Iterable[Sketch]) -> Iterator[Copy]:
    """Yield what a page copies: for each of its blocks, the first known page that has it.

    Candidates are told in any order; only those that appeared before count.
    """
    earlier = sorted((c for c in candidates if c.rank < page.rank), key=lambda c: c.rank)
    own, taken = page.shingles, set[Span]()
    if len(own) < FEWEST:
        return
    for source in earlier:
        there = source.shingles
        shared = len(own & there)
        share = shared / len(own)
        wholly = len(there) >= FEWEST and shared / len(there) >= MOST_OF_EARLIER
        if share < MOST_OF_LATER and not (wholly and share >= LEAST_OF_LATER):
            continue
        pairs = tuple((here, at) for here, at in _pairs(page, source) if here not in taken)
        if not pairs:
            continue
        taken.update(here for here, _ in pairs)
        yield Copy(page.document, source.document, round(share, 3), pairs)
        if len(taken) == len(page.blocks):
            return


def _pairs(page: Sketch, source: Sketch) -> Iterator[tuple[Span, Span]]:
    """Yield each block of a page with the block of the source that holds the most of its words."""
    where: dict[int, int] = {}
    for number, hashes in enumerate(_by_block(source)):
        for value in hashes:
            where.setdefault(value, number)
    for span, hashes in zip(page.blocks, _by_block(page), strict=True):
        hits = Counter(where[value] for value in hashes if value in where)
        if not hits or hits.total() < MOST_OF_BLOCK * len(hashes):
            continue
        best = min(hits, key=lambda n: (-hits[n], n))
        yield span, source.blocks[best]


def _by_block(page: Sketch) -> Iterator["array[int]"]:
    hashes, start = _unpack(page.hashes), 0
    for end in page.ends:
        yield hashes[start:end]
        start = end


def _index(pages: list[Sketch]) -> Mapping[int, list[int]]:
    """Return for each page the earlier ones that share sampled shingles with it."""
    held = sorted((value << 32) | at for at, page in enumerate(pages) for value in page.sample)
    shared: dict[int, Counter[int]] = defaultdict(Counter)
    for _, group in groupby(held, key=lambda key: key >> 32):
        at = [key & (_ALL - 1) for key in group][:COMMON]
        for place, later in enumerate(at):
            if place:
                shared[later].update(at[:place])
    return {
        later: [earlier for earlier, times in counts.items() if times >= SHARED_SAMPLES]
        for later, counts in shared.items()
    }


def _mixed(words: str) -> int:
    """Return a 32-bit hash whose small values are a fair sample (CRC-32, then one odd multiply)."""
    value = crc32(words.encode())
    value = (value ^ (value >> 15)) * 0x2C1B3C6D & 0xFFFFFFFF
    return value ^ (value >> 12)


def _unpack(hashes: bytes) -> "array[int]":
    values = array("I")
    values.frombytes(hashes)
    return values
