"""Copies: which page stands on whose words, and which block came from where.

A page is sketched by the hashes of its 5-word shingles. A sample of them, the
smallest, finds pages that may share words (MinHash by threshold: a short page
samples more, so that a cut copy is still found); containment decides.
"""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
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
    holders, told = _holders(ordered), _told_index(ordered)
    found: list[Copy] = []
    for at, page in enumerate(ordered):
        near = (ordered[other] for other in _near(at, holders.get(at, ())))
        found.extend(copies_of(page, near, (ordered[other] for other in told.get(at, ()))))
    return tuple(sorted(found, key=lambda c: (c.document, c.of)))


def copies_of(page: Sketch, by_words: Iterable[Sketch], by_facts: Iterable[Sketch] = ()) -> Iterator[Copy]:
    """Yield what a page copies, or if it copies nothing, the page that it translates.

    Candidates that share words are told in the order of their ranks, and no
    more are asked for than are needed; those that share facts in any order.
    Only those that appeared before count.
    """
    found = tuple(_word_copies(page, by_words))
    translated = None if found else translation_of(page, by_facts)
    yield from found or filter(None, (translated,))


def with_one_more(
    page: Sketch, source: Sketch, before: Sequence[Copy], after: Sequence[Copy]
) -> tuple[Copy, ...]:
    """Return what a page copies once one more is known, between the sources before that and those after."""
    copy = _copy(page, source, set(page.blocks) - _taken(before))
    if copy is None:
        return (*before, *after)
    taken = _taken((copy,))
    left = (replace(c, blocks=tuple(p for p in c.blocks if p[0] not in taken)) for c in after)
    return (*before, copy, *(c for c in left if c.blocks))


def _taken(copies: Iterable[Copy]) -> set[Span]:
    return {here for copy in copies for here, _ in copy.blocks}


def _word_copies(page: Sketch, candidates: Iterable[Sketch]) -> Iterator[Copy]:
    """Yield for each of a page's blocks the first known page that has it."""
    left = set(page.blocks)
    for source in candidates:
        copy = _copy(page, source, left)
        if copy:
            left -= _taken((copy,))
            yield copy
        if not left:
            return


def _copy(page: Sketch, source: Sketch, left: Collection[Span]) -> Copy | None:
    """Return a page as the copy of an earlier one, by those of some blocks that the other has, or nothing."""
    own, there = page.shingles, source.shingles
    if source.rank >= page.rank or len(own) < FEWEST:
        return None
    shared = len(own & there)
    share = shared / len(own)
    wholly = len(there) >= FEWEST and shared / len(there) >= MOST_OF_EARLIER
    if share < MOST_OF_LATER and not (wholly and share >= LEAST_OF_LATER):
        return None
    pairs = tuple(_pairs(page, source, left))
    because = f"{share:.0%} of its words stand there"
    return Copy(page.document, source.document, round(share, 3), pairs, because) if pairs else None


def _pairs(page: Sketch, source: Sketch, left: Collection[Span]) -> Iterator[tuple[Span, Span]]:
    """Yield each of some blocks of a page with the block of the source that holds the most of its words."""
    where: dict[int, int] = {}
    for number, hashes in enumerate(_by_block(source)):
        for value in hashes:
            where.setdefault(value, number)
    for span, hashes in zip(page.blocks, _by_block(page), strict=True):
        if span not in left:
            continue
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


def _holders(pages: Sequence[Sketch]) -> Mapping[int, list[list[int]]]:
    """Return for each page which pages hold its sampled shingles, a list for each that others share.

    A run of words that very many have says little: only the first pages that hold it are told.
    """
    held = sorted((value << 32) | at for at, page in enumerate(pages) for value in page.sample)
    holders: dict[int, list[list[int]]] = defaultdict(list)
    for _, group in groupby(held, key=lambda key: key >> 32):
        at = [key & (ALL - 1) for key in group]
        first = at[: COMMON - 1]
        for later in at[1:]:
            holders[later].append(first)
    return holders


def _near(page: int, holders: Iterable[list[int]]) -> list[int]:
    """Return the earlier pages that hold enough of a page's sampled shingles, in order."""
    shared = Counter(other for some in holders for other in some[: bisect_left(some, page)])
    return sorted(other for other, times in shared.items() if times >= SHARED_SAMPLES)


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
