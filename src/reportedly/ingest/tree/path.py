"""Places in a page's tree: plain XPaths that are made and followed here alone."""

import re
from collections import Counter
from itertools import islice

from lxml import etree

_NAME = re.compile(r"[A-Za-z][\w-]*")
_STEP = re.compile(r"([^\[\]/]+?)(?:\[(\d+)\])?")


class Steps:
    """Makes paths such as ``/html/body/div[2]/p[3]``; the children of one parent are counted once."""

    def __init__(self) -> None:
        self._known: dict[etree._Element, str] = {}
        self._steps: dict[etree._Element, str] = {}

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
        parent = element.getparent()
        if parent is None:
            return str(element.tag)
        if element not in self._steps:
            self._number(list(parent.iterchildren(tag=etree.Element)))
        return self._steps[element]

    def _number(self, children: list[etree._Element]) -> None:
        total = Counter(str(child.tag) for child in children)
        seen: Counter[str] = Counter()
        for place, child in enumerate(children, 1):
            tag = str(child.tag)
            seen[tag] += 1
            if not _NAME.fullmatch(tag):  # broken markup makes names that no path could hold
                self._steps[child] = f"*[{place}]"
            else:
                self._steps[child] = tag if total[tag] == 1 else f"{tag}[{seen[tag]}]"


def follow(root: etree._Element, path: str) -> etree._Element | None:
    """Return the element that a path leads to, or nothing if it leads nowhere."""
    first, *steps = path.strip("/").split("/")
    at: etree._Element | None = root if first == root.tag else None
    for step in steps:
        if at is None:
            return None
        at = _child(at, step)
    return at


def _child(parent: etree._Element, step: str) -> etree._Element | None:
    match = _STEP.fullmatch(step)
    if not match:
        return None
    name, place = match.group(1), int(match.group(2) or 1)
    twins = (child for child in parent.iterchildren(tag=etree.Element) if name in ("*", child.tag))
    return next(islice(twins, place - 1, None), None)
