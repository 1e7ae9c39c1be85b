"""Places in a page's tree: plain XPaths that are made and followed here alone."""

import re
from collections import Counter

from lxml import etree

_STEP = re.compile(r"([^\[\]/]+?)(?:\[(\d+)\])?")


class Steps:
    """Makes paths such as ``/html/body/div[2]/p[3]``, each parent counted once."""

    def __init__(self) -> None:
        self._known: dict[etree._Element, str] = {}

    def of(self, element: etree._Element) -> str:
        """Return the element's path from the root of its page."""
        chain: list[etree._Element] = []
        at: etree._Element | None = element
        while at is not None and at not in self._known:
            chain.append(at)
            at = at.getparent()
        base = self._known[at] if at is not None else ""
        for link in reversed(chain):
            base = f"{base}/{self._step(link)}"
            self._known[link] = base
        return base

    def _step(self, element: etree._Element) -> str:
        tag = str(element.tag)
        parent = element.getparent()
        if parent is None:
            return tag
        twins = [child for child in parent.iterchildren(tag=etree.Element) if child.tag == tag]
        return tag if len(twins) == 1 else f"{tag}[{twins.index(element) + 1}]"


def follow(root: etree._Element, path: str) -> etree._Element | None:
    """Return the element that a path leads to, or nothing if it leads nowhere."""
    steps = path.strip("/").split("/")
    if not steps or steps[0] != root.tag:
        return None
    at = root
    for step in steps[1:]:
        match = _STEP.fullmatch(step)
        if not match:
            return None
        place = int(match.group(2) or 1)
        counts: Counter[str] = Counter()
        for child in at.iterchildren(tag=etree.Element):
            counts[str(child.tag)] += 1
            if child.tag == match.group(1) and counts[str(child.tag)] == place:
                at = child
                break
        else:
            return None
    return at
