"""Which part of a page each element belongs to, by its labels and its heading."""

from reportedly.ingest.tree.walk import Walk
from reportedly.ingest.words.labels import Zone, zone_of
from reportedly.ingest.words.notices import line_kind
from reportedly.model import BlockKind

_WIDE = frozenset({"html", "body", "main"})
_SOFT = frozenset(
    {BlockKind.PAYWALL, BlockKind.STANDFIRST, BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.DATELINE}
)
_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TEASER = Zone(BlockKind.TEASER)


def find_zones(walk: Walk, whole: list[int], heading: int | None) -> tuple[Zone | None, ...]:
    """Return for each node the innermost zone that holds it.

    ``whole`` is the prose below each node. A label on something that holds
    most of the page, or the headline, says nothing of what stands in it.
    """
    above = set(_path_up(walk, walk.runs[heading].node)) if heading is not None else set()
    headed = _headed(walk, above)
    others = _other_articles(walk, above, whole)
    zones: list[Zone | None] = []
    for at, node in enumerate(walk.nodes):
        own = zone_of(node.tag, node.labels)
        if own is not None and (at in above or _overreaches(own, node.tag, whole[at], whole[0])):
            own = None
        if at in others or (at in headed and whole[at] * 2 < whole[0]):
            own = own or _TEASER
        zones.append(own or (zones[node.up] if node.up >= 0 else None))
    return tuple(zones)


def _overreaches(zone: Zone, tag: str, weight: int, page: int) -> bool:
    if zone.kind is BlockKind.COMMENT:
        return tag in _WIDE
    if zone.kind is BlockKind.PAYWALL and tag == "p":
        return True
    if zone.kind in _SOFT and weight > 1000:
        return True
    return tag in _WIDE or (weight > 600 and weight * 2 > page)


def _path_up(walk: Walk, node: int) -> list[int]:
    path = []
    while node >= 0:
        path.append(node)
        node = walk.nodes[node].up
    return path


def _headed(walk: Walk, above: set[int]) -> set[int]:
    """Return the elements that begin with a heading such as "Related Posts"."""
    found: set[int] = set()
    firsts: dict[int, int] = {}
    for at, run in enumerate(walk.runs):
        node = run.node
        while node >= 0 and node not in firsts:
            firsts[node] = at
            node = walk.nodes[node].up
    for at, run in enumerate(walk.runs):
        if len(run.text) > 80 or line_kind(run.text) is not BlockKind.TEASER:
            continue
        best = run.node
        for node in _path_up(walk, run.node):
            if firsts[node] != at or node in above:
                break
            best = node
        found.add(best)
        if best == run.node:
            found.update(_listed_after(walk, best, above))
    return found


def _other_articles(walk: Walk, above: set[int], whole: list[int]) -> set[int]:
    """Where the headline stands in the first <article> of some length, those after it are other stories."""
    stories = [at for at, node in enumerate(walk.nodes) if node.tag == "article" and _outermost(walk, at)]
    long = [at for at in stories if whole[at] > 200]
    return set(stories[stories.index(long[0]) + 1 :]) if long and long[0] in above else set()


def _outermost(walk: Walk, at: int) -> bool:
    return not any(walk.nodes[up].tag == "article" for up in _path_up(walk, walk.nodes[at].up))


def _listed_after(walk: Walk, head: int, above: set[int]) -> list[int]:
    """Return the list or box that follows a flat heading at once."""
    for at in range(head + 1, len(walk.nodes)):
        node = walk.nodes[at]
        if node.up == walk.nodes[head].up:
            boxed = node.tag not in _HEADS and node.tag != "p" and at not in above
            return [at] if boxed else []
    return []
