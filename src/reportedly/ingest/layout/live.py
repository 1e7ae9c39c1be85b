"""The updates of a live page, each with the time that heads it."""

from datetime import datetime

from reportedly.ingest.tree.walk import Walk
from reportedly.ingest.words.dates import read_stamp


def find_updates(walk: Walk, heading: int | None) -> dict[int, datetime]:
    """Return the runs that stand in an update, with their update's own time."""
    above = {id(node) for node in walk.chain(walk.runs[heading].node)} if heading is not None else set()
    holders: dict[int, datetime] = {}
    for at, node in enumerate(walk.nodes):
        stamp = next((read_stamp(t.get("datetime") or "") for t in node.element.iterchildren("time")), None)
        if stamp and len(stamp) > 10:
            holder = _update_of(walk, at)
            if holder >= 0 and id(walk.nodes[holder]) not in above:
                holders.setdefault(holder, datetime.fromisoformat(stamp))
    found: dict[int, datetime] = {}
    for at, run in enumerate(walk.runs):
        up = run.node
        while up >= 0 and up not in holders:
            up = walk.nodes[up].up
        if up >= 0:
            found[at] = holders[up]
    return found


def _update_of(walk: Walk, at: int) -> int:
    """Return the element of the update that a time stands in."""
    start = at
    while at >= 0:
        node = walk.nodes[at]
        if node.tag == "article" or (node.tag == "li" and at != start):
            return at
        at = node.up
    return walk.nodes[start].up
