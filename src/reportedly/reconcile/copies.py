"""Copies: which page stands on whose words, and which block came from where.

A page is sketched by the hashes of its 5-word shingles. A sample of them, the
smallest, finds pages that may share words (MinHash by threshold: a short page
samples more, so that a cut copy is still found); containment decides.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from reportedly.model import Copy, Span

from .sketches import ALL, Sketch, unpack
from .translations import translation_of

MOST_OF_LATER = 0.4
MOST_OF_EARLIER = 0.7
LEAST_OF_LATER = 0.15
MOST_OF_BLOCK = 0.2
FEWEST = 8
SHARED_SAMPLES = 2
COMMON = 400


def find_copies(sketches: Iterable[Sketch]) -> tuple[Copy, ...]:
    """Return which pages stand on which: each on the first known page that it copies or translates."""
    ordered = sorted(sketches, key=lambda s: s.rank)
    index, told = _index(ordered), _told_index(ordered)
    found: list[Copy] = []
    for at, page in enumerate(ordered):
        near = (ordered[other] for other in index.get(at, ()))
        found.extend(copies_of(page, near, (ordered[other] for other in told.get(at, ()))))
    return tuple(sorted(found, key=lambda c: (c.document, c.of)))


def copies_of(page: Sketch, by_words: Iterable[Sketch], by_facts: Iterable[Sketch] = ()) -> Iterator[Copy]:
    """Yield what a page copies, or if it copies nothing, the page that it translates.

    Candidates are told in any order, those found by shared words and those
    found by shared facts; only those that appeared before count.
    """
    found = tuple(_word_copies(page, by_words))
    translated = None if found else translation_of(page, by_facts)
    yield from found or filter(None, (translated,))


def _word_copies(page: Sketch, candidates: Iterable[Sketch]) -> Iterator[Copy]:
    """Yield for each of a page's blocks the first known page that has it."""
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
        because = f"{share:.0%} of its words stand there"
        yield Copy(page.document, source.document, round(share, 3), pairs, because)
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
    hashes, start = unpack(page.hashes), 0
    for end in page.ends:
        yield hashes[start:end]
        start = end


def _index(pages: list[Sketch]) -> Mapping[int, list[int]]:
    """Return for each page the earlier ones that share sampled shingles with it."""
    held = sorted((value << 32) | at for at, page in enumerate(pages) for value in page.sample)
    shared: dict[int, Counter[int]] = defaultdict(Counter)
    for _, group in groupby(held, key=lambda key: key >> 32):
        at = [key & (ALL - 1) for key in group][:COMMON]
        for place, later in enumerate(at):
            if place:
                shared[later].update(at[:place])
    return {
        later: [earlier for earlier, times in counts.items() if times >= SHARED_SAMPLES]
        for later, counts in shared.items()
    }


def _told_index(pages: Sequence[Sketch]) -> Mapping[int, list[int]]:
    """Return for each translation the earlier pages that share runs of facts with it."""
    asked = {at: set(page.asks) for at, page in enumerate(pages) if page.credit}
    wanted = frozenset().union(*asked.values())
    where: dict[int, list[int]] = defaultdict(list)
    for at, page in enumerate(pages) if wanted else ():
        for gram in wanted.intersection(page.found_by):
            where[gram].append(at)
    return {
        later: sorted({at for gram in grams for at in where[gram][:COMMON] if at < later})
        for later, grams in asked.items()
    }
