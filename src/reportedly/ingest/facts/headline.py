"""Which run of a page bears its headline."""

import re
from collections import Counter
from collections.abc import Iterable

from reportedly.ingest.tree.walk import Run, Walk

_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WORD = re.compile(r"\w+")


def find_headline(walk: Walk, titles: Iterable[str]) -> int | None:
    """Return the run that bears the headline: the likest heading, else <title>."""
    known = tuple(titles)
    told = [Counter(_WORD.findall(words.casefold())) for words in known]
    lengths = [len(words) for words in known]
    best, score = None, 0.55
    for at, run in enumerate(walk.runs):
        if len(run.text) > 400:
            continue
        tag = _tag_near(walk, run)
        if tag == "title" or (tag not in _HEADS and not _as_long(run.text, lengths)):
            continue
        own = Counter(_WORD.findall(run.text.casefold()))
        like = max((_alike(own, words) - _doubt(n) for n, words in enumerate(told)), default=0.0)
        like += _heading_bonus(tag)
        if like > score and (tag in _HEADS or like > 0.9):
            best, score = at, like
    if best is None:
        best = next((at for at, run in enumerate(walk.runs) if walk.nodes[run.node].tag == "h1"), None)
    if best is None:
        best = next((at for at, run in enumerate(walk.runs) if walk.nodes[run.node].tag == "title"), None)
    return best


def _as_long(words: str, lengths: Iterable[int]) -> bool:
    """Tell whether plain words are about as long as a title, as they must be to be one."""
    return any(length < 2 * len(words) < 4 * length for length in lengths)


def _tag_near(walk: Walk, run: Run) -> str:
    near = [node.tag for node, _ in zip(walk.chain(run.node), range(3), strict=False)]
    return next((tag for tag in near if tag in _HEADS or tag == "title"), near[0])


def _heading_bonus(tag: str) -> float:
    return {"h1": 0.3, "h2": 0.1}.get(tag, 0.0)


def _doubt(rank: int) -> float:
    """Return what a title loses that is not the best: further ones may be the site's own name."""
    return 0.1 if rank else 0.0


def _alike(own: Counter[str], told: Counter[str]) -> float:
    if own.keys().isdisjoint(told):
        return 0.0
    both = sum((own & told).values())
    return 2 * both / (sum(own.values()) + sum(told.values()))
