"""Pages that stand in translation: other words, the same figures, dates and names in the same order.

Never on figures alone: the page itself must say that it is a translation.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from reportedly.model import Copy, Span

from .facts import Sort, in_order, sort_of
from .sketches import Sketch, unpack

MOST = 0.6
FEWEST = 10
OF_EACH = 3
DAYS = 30
_DAY = 10


def translation_of(page: Sketch, candidates: Iterable[Sketch]) -> Copy | None:
    """Return what a page that calls itself a translation translates: the first that fits, or nothing."""
    if not page.credit:
        return None
    facts = unpack(page.facts)
    for source in sorted((c for c in candidates if c.rank < page.rank), key=lambda c: c.rank):
        if not _within(page, source):
            continue
        there = unpack(source.facts)
        pairs = in_order(facts, there)
        share = len(pairs) / max(1, min(len(facts), len(there)))
        if share >= MOST and _tells([facts[here] for here, _ in pairs]):
            because = (
                f"says it is a translation (“{page.credit}”), with {len(pairs)} of {len(facts)} figures, "
                "dates and names in the same order"
            )
            blocks = _blocks(page, source, pairs)
            return Copy(page.document, source.document, round(share, 3), blocks, because, translated=True)
    return None


def _tells(shared: Sequence[int]) -> bool:
    """Are there enough facts, of several figures and of several names?"""
    sorts = Counter(sort_of(fact) for fact in set(shared))
    figures = sorts[Sort.FIGURE] + sorts[Sort.DATE]
    return len(shared) >= FEWEST and figures >= OF_EACH and sorts[Sort.NAME] >= OF_EACH


def _within(page: Sketch, source: Sketch) -> bool:
    """Did both appear within a month of one another, as far as both say when?"""
    days = [sketch.rank[:_DAY] for sketch in (page, source)]
    if any(day.startswith("9999") for day in days):
        return False
    one, other = map(date.fromisoformat, days)
    return abs((one - other).days) <= DAYS


def _blocks(page: Sketch, source: Sketch, pairs: Iterable[tuple[int, int]]) -> tuple[tuple[Span, Span], ...]:
    """Return each block with the block there that has most of its facts."""
    here, there = _places(page), _places(source)
    hits = Counter((here[i], there[j]) for i, j in pairs)
    best: dict[int, int] = {}
    for (own, other), _ in sorted(hits.items(), key=lambda hit: (-hit[1], hit[0])):
        best.setdefault(own, other)
    return tuple((page.fact_blocks[own], source.fact_blocks[best[own]]) for own in sorted(best))


def _places(page: Sketch) -> list[int]:
    """Return for each fact the number of its block."""
    ends = (0, *page.fact_ends)
    return [number for number, (start, end) in enumerate(pairwise(ends)) for _ in range(end - start)]
