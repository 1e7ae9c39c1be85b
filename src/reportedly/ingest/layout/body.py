"""Which element of a page holds its article: by its own labels, else by weight."""

import re
from dataclasses import dataclass

from reportedly.ingest.tree.walk import Run, Walk
from reportedly.ingest.words.labels import Zone, spread

from .spine import Spine, find_spine
from .zones import find_zones

_ARTICLE_BODY = re.compile(
    r" (?:(?:article|story|news|post|content|detail) ?(?:body|text|copy)|"
    r"(?:article|entry|post|story|news|text) ?content|content body|"
    r"body ?(?:copy|content|text)|article main|main text|rich ?text) ",
)
_SENTENCE = re.compile(r"[.!?。！？।؟…][\"'”’»)\]]*(?:\s|$)|[,;،、，]\s")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the article stands, and what each node's part of the page is for.

    ``top`` is the node that holds the article's body; ``zones`` gives for each
    node the innermost valid zone among those that hold it.
    """

    top: int
    zones: tuple[Zone | None, ...]
    spine: Spine


def is_prose(run: Run) -> bool:
    """Tell whether a run reads like sentences of an article rather than a label or link."""
    size = len(run.text)
    if size < 50 or run.linked * 2 > size:
        return size >= 20 and run.linked == 0 and run.text[-1] in '.!?”"»。।' and " " in run.text
    return size >= 140 or bool(_SENTENCE.search(run.text))


def lay_out(walk: Walk, heading: int | None) -> Layout:
    """Find the article's element; ``heading`` is the run that bears its headline."""
    prose = [_prose_weight(run, walk) for run in walk.runs]
    whole = _sums(walk, prose)
    zones = find_zones(walk, whole, heading)
    clear = [w if zones[run.node] is None else 0 for run, w in zip(walk.runs, prose, strict=True)]
    kept = _sums(walk, clear)
    top = _labelled(walk, kept, zones) or _heaviest(walk, kept)
    inside = [at for at, run in enumerate(walk.runs) if _within(walk, run, top)]
    return Layout(top, zones, find_spine(walk, inside, clear))


def _within(walk: Walk, run: Run, top: int) -> bool:
    at = run.node
    while at > top:
        at = walk.nodes[at].up
    return at == top


def _prose_weight(run: Run, walk: Walk) -> int:
    if walk.nodes[run.node].tag in ("title", "button", "option") or not is_prose(run):
        return 0
    weight = len(run.text) - run.linked
    return (
        weight * 2 if walk.nodes[run.node].tag == "p" else weight
    )  # an editor's paragraph, not a designer's box


def _sums(walk: Walk, weights: list[int]) -> list[int]:
    """Add each run's weight to every node that holds it."""
    sums = [0] * len(walk.nodes)
    for run, weight in zip(walk.runs, weights, strict=True):
        sums[run.node] += weight
    for at in range(len(walk.nodes) - 1, 0, -1):
        up = walk.nodes[at].up
        if up >= 0:
            sums[up] += sums[at]
    return sums


def _labelled(walk: Walk, kept: list[int], zones: tuple[Zone | None, ...]) -> int | None:
    """Return the heaviest element that calls itself the article's body."""
    best = None
    for at, node in enumerate(walk.nodes):
        named = zones[at] is None and node.labels and _ARTICLE_BODY.search(f" {spread(node.labels)} ")
        if named and (best is None or kept[at] > kept[best]):
            best = at
    return best if best is not None and kept[best] * 2 > kept[0] else None


def _heaviest(walk: Walk, kept: list[int]) -> int:
    """Go down from the root while one child holds nearly all the weight."""
    children: dict[int, list[int]] = {}
    for at, node in enumerate(walk.nodes):
        children.setdefault(node.up, []).append(at)
    at = 0
    while True:
        heavy = max(children.get(at, ()), key=lambda child: kept[child], default=None)
        if heavy is None or not kept[heavy] or kept[heavy] * 10 < kept[at] * 9:
            return at
        if walk.nodes[heavy].tag in ("p", "li", "td", "blockquote", "tr"):
            return at
        at = heavy
