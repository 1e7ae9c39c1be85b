"""The spine of an article: the paragraphs that stand alike, and the boxes between them."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice

from reportedly.ingest.tree.walk import Run, Walk

_DEEP = 24  # no honest page nests its paragraphs deeper below what tells them apart
_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CAPTIONS = frozenset({"caption", "figcaption", "tr"}) | _HEADS
_PLAIN_BOXES = frozenset({"ul", "ol", "dl", "table", "tbody", "blockquote", "pre", "p"}) | _HEADS


@dataclass(frozen=True, slots=True)
class Spine:
    """Which runs belong to the article's run of text.

    ``nodes`` hold at least one paragraph of the spine; ``runs`` are the
    indices of all runs that go with it; ``first`` and ``last`` its ends.
    """

    runs: frozenset[int]
    first: int
    last: int


def find_spine(walk: Walk, inside: list[int], weights: list[int]) -> Spine:
    """Sort the runs of the article's element into its spine and its boxes.

    ``inside`` are the runs in question, ``weights`` their weight as prose.
    Paragraphs of the article are nested alike; a box that is nested otherwise
    (a fact box, cards, a sign-up form) bears no paragraph of the spine.
    """
    shapes: dict[tuple[str, ...], int] = defaultdict(int)
    for at in inside:
        shapes[shape_of(walk, walk.runs[at])] += weights[at]
    whole = sum(shapes.values())
    main = {shape for shape, weight in shapes.items() if weight and weight * 5 >= whole}
    spine = [at for at in inside if weights[at] and shape_of(walk, walk.runs[at]) in main]
    if not spine:
        return Spine(frozenset(inside), inside[0] if inside else 0, inside[-1] if inside else -1)
    holders = _holders(walk, spine)
    boxes = _box_weights(walk, inside, weights, holders)
    # Plain lists, quotes, tables and heads between paragraphs belong; other boxes if they weigh much.
    plain = _boxes_of_one(walk, inside, holders)
    heavy = {box for box, weight in boxes.items() if weight * 4 >= whole}
    out = {box for box in boxes if walk.nodes[box].tag not in _PLAIN_BOXES} - plain - heavy
    kept = [at for at in inside if _box_of(walk, walk.runs[at].node, holders) not in out]
    return Spine(frozenset(kept), spine[0], spine[-1])


def shape_of(walk: Walk, run: Run) -> tuple[str, ...]:
    """Return how a run is nested: the tags that hold it, innermost first."""
    return tuple(node.tag for node in islice(walk.chain(run.node), _DEEP))


def _holders(walk: Walk, spine: list[int]) -> set[int]:
    held: set[int] = set()
    for at in spine:
        node = walk.runs[at].node
        while node >= 0 and node not in held:
            held.add(node)
            node = walk.nodes[node].up
    return held


def _box_of(walk: Walk, node: int, holders: set[int]) -> int | None:
    """Return the outermost element round a node that holds nothing of the spine."""
    box = None
    while node >= 0 and node not in holders:
        box = node
        node = walk.nodes[node].up
    return box


def _box_weights(walk: Walk, inside: list[int], weights: list[int], holders: set[int]) -> dict[int, int]:
    boxes: dict[int, int] = defaultdict(int)
    for at in inside:
        box = _box_of(walk, walk.runs[at].node, holders)
        if box is not None:
            boxes[box] += weights[at]
    return boxes


def _boxes_of_one(walk: Walk, inside: list[int], holders: set[int]) -> set[int]:
    """Return the boxes that hold one heading and no more, or one table with its caption."""
    held: dict[int, list[int]] = defaultdict(list)
    for at in inside:
        node = walk.runs[at].node
        box = _box_of(walk, node, holders)
        if box is not None:
            held[box].append(node)
    return {box for box, nodes in held.items() if _is_heading(walk, nodes) or _is_table(walk, nodes)}


def _is_heading(walk: Walk, nodes: list[int]) -> bool:
    return len(nodes) == 1 and walk.nodes[nodes[0]].tag in _HEADS


def _is_table(walk: Walk, nodes: list[int]) -> bool:
    """Are there rows of cells, each read as one line, and beside them headings and captions alone?"""
    rows = sum(walk.nodes[node].tag == "tr" for node in nodes)
    return rows > 1 and all(
        walk.nodes[node].tag in _CAPTIONS or any(up.tag == "tr" for up in islice(walk.chain(node), 6))
        for node in nodes
    )
