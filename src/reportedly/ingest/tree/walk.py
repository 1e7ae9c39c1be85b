"""The walk over a page's tree: every word once, in page order, with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from reportedly.model import Span

from .path import Steps

_BLOCKS = """
address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset
figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav
ol p pre section summary table tbody td tfoot th thead title tr ul
"""
_WORDLESS = """
script style template noscript svg math iframe frame object embed video audio canvas select option datalist
textarea input meta link base noframes applet map area param source track picture img
"""
BLOCK_TAGS = frozenset(_BLOCKS.split())
SILENT = frozenset(_WORDLESS.split())
_FLOW = frozenset(
    {"p", "div", "ul", "ol", "dl", "table", "article", "section", "blockquote", "figure", "form", "br"}
)
_BLANKS = re.compile(r"[\s\u2028\u2029\ufffc]+")
_NOTHING = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\u200e\u200f\x00"))
_ENDS_SENTENCE = re.compile(r"[.!?:…。！？।][\"'”’»)\]]*$")
_UNSEEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SHORT_CELL = 120
_LABELS = (
    "class",
    "id",
    "role",
    "itemprop",
    "rel",
    "data-testid",
    "data-component",
    "data-type",
    "data-block",
)


Anchor = tuple[int, int, str]


@dataclass(slots=True, eq=False)
class Node:
    """A block element of the page: its tag, its labels and the node that holds it."""

    tag: str
    up: int
    labels: str
    element: etree._Element
    runs: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """An unbroken stretch of inline text, owned by the nearest block element.

    ``turn`` counts the runs of one owner from 1; ``linked`` and ``bold`` count
    characters inside links and bold; ``wrap`` holds the labels of inline
    elements that hold nearly all of it; ``anchors`` are its links, from where
    to where in its text, and the address as written.
    """

    text: str
    node: int
    turn: int
    linked: int
    bold: int
    wrap: str = ""
    anchors: tuple[Anchor, ...] = ()


def canonical(words: str) -> str:
    """Return the words with every stretch of white space as one space."""
    return _BLANKS.sub(" ", words.translate(_NOTHING) if not words.isascii() else words).strip()


def labels_of(element: etree._Element) -> str:
    """Return what the element calls itself: class, id, role and the like."""
    labels = " ".join(value for name in _LABELS if (value := element.get(name)))
    unseen = "hidden" in element.attrib or _UNSEEN.search(element.get("style") or "")
    return f"{labels} hidden" if unseen else labels


def is_data_row(row: etree._Element) -> bool:
    """Is this a table row of plain cells, which is read as one line?"""
    cells = list(row.iterchildren("td", "th"))
    return len(cells) > 1 and all(_plain_cell(cell) for cell in cells)


def _plain_cell(cell: etree._Element) -> bool:
    """Allow one paragraph in a cell, as editors of today write them, and a short one's broken lines."""
    flow = [e.tag for e in cell.iterdescendants() if e.tag in _FLOW]
    if "br" in flow and sum(len(words) for words in cell.itertext()) <= _SHORT_CELL:
        flow = [tag for tag in flow if tag != "br"]
    return not flow or flow in (["p"], ["div"])


def _follows_at_once(element: etree._Element) -> bool:
    """Is there another element before this one, and nothing between them?"""
    before = element.getprevious()
    return before is not None and not before.tail


class Walk:
    """One walk from an element down; ``nodes`` and ``runs`` are what it found.

    ``cells`` are the cells that were read as part of their row's line: the run,
    and where in it their words stand.
    """

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.runs: list[Run] = []
        self.cells: dict[etree._Element, tuple[int, Span]] = {}
        self._blocks: list[int] = []
        self._open: list[
            tuple[str, int, int, str]
        ] = []  # tag ("" for a block), runs and size before it, labels
        self._row = 0  # how many data rows are open: inside, cells are read as inline
        self._fresh()

    def _fresh(self) -> None:
        self._pieces: list[str] = []
        self._size = self._linked = self._bold = 0
        self._wraps: list[tuple[str, int]] = []
        self._anchors: list[tuple[int, int, str]] = []  # first piece, piece after the last, address
        self._cells: list[tuple[etree._Element, int]] = []  # and the piece that it begins with

    def over(self, root: etree._Element) -> "Walk":
        """Read everything below and including an element."""
        self._links = self._strong = 0
        self._hrefs: list[tuple[int, int, str]] = []  # runs before an open link, its first piece, its address
        walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            if event == "start":
                if element.tag in SILENT:
                    walker.skip_subtree()
                else:
                    self._start(element, str(element.tag))
                continue
            if event == "end" and element.tag not in SILENT:
                self._end(element, str(element.tag))
            if element.tail and element is not root:
                self._write(element.tail)
        self._flush()
        return self

    def _start(self, element: etree._Element, tag: str) -> None:
        if tag == "br":
            self._line_break(element)
        elif tag in BLOCK_TAGS and not self._reads_inline(element, tag):
            self._flush()
            self._open.append(("", 0, 0, ""))
            up = self._blocks[-1] if self._blocks else -1
            self._blocks.append(len(self.nodes))
            self.nodes.append(Node(tag, up, labels_of(element), element))
            self._row += tag == "tr" and is_data_row(element)
        else:
            self._start_inline(element, tag)
        if element.text:
            self._write(element.text)

    def _start_inline(self, element: etree._Element, tag: str) -> None:
        if tag in ("td", "th"):
            if self._size:
                self._write(" | ")
            self._cells.append((element, len(self._pieces)))
        elif tag == "a" and self._size and _follows_at_once(element):
            self._write(" ")
        if tag == "a":
            self._links += 1
            self._hrefs.append((len(self.runs), len(self._pieces), element.get("href") or ""))
        self._strong += tag in ("b", "strong")
        labels = f"{tag} {labels_of(element)}" if tag == "time" else labels_of(element)
        self._open.append((tag, len(self.runs), self._size, labels))

    def _reads_inline(self, element: etree._Element, tag: str) -> bool:
        if tag == "button":
            parent = element.getparent()
            return parent is not None and parent.tag in ("p", "span", "a")
        return bool(self._row) and tag != "tr"

    def _end(self, element: etree._Element, tag: str) -> None:
        if tag == "br":
            return
        inline, runs, size, labels = self._open.pop()
        if not inline:
            self._flush()
            self._blocks.pop()
            self._row -= tag == "tr" and self._row > 0 and is_data_row(element)
            return
        if inline == "a":
            self._links -= 1
            before, first, href = self._hrefs.pop()
            self._anchors.append((first if before == len(self.runs) else 0, len(self._pieces), href))
        self._strong -= inline in ("b", "strong")
        if labels.strip():
            self._wraps.append((labels, self._size - (size if runs == len(self.runs) else 0)))

    def _line_break(self, element: etree._Element) -> None:
        """Two breaks, or one after a sentence's end, part blocks; else it is a space."""
        follower = element.getnext()
        doubled = not (element.tail or "").strip() and follower is not None and follower.tag == "br"
        if not self._row and (doubled or _ENDS_SENTENCE.search("".join(self._pieces[-3:]).rstrip())):
            self._flush()
        else:
            self._write(" ")

    def _write(self, words: str) -> None:
        self._pieces.append(words)
        bare = len(words.strip())
        self._size += bare
        if self._links:
            self._linked += bare
        if self._strong:
            self._bold += bare

    def _flush(self) -> None:
        if not self._size or not self._blocks:
            self._pieces.clear()
            return
        text = canonical("".join(self._pieces)).removesuffix(" |")
        linked, bold, wraps = self._linked, self._bold, self._wraps
        anchors = tuple(self._placed(text)) if self._anchors else ()
        if self._cells:
            self._place_cells(text)
        self._fresh()
        if not text:
            return
        owner = self._blocks[-1]
        self.nodes[owner].runs += 1
        wrap = " ".join(labels for labels, size in wraps if size >= 0.8 * len(text))
        self.runs.append(Run(text, owner, self.nodes[owner].runs, linked, bold, wrap, anchors))

    def _placed(self, text: str) -> Iterator[Anchor]:
        """Yield the links of a run by where their words stand in its text, one after the other."""
        at = done = 0
        for first, last, href in sorted(self._anchors):
            if first < done:
                continue  # a link within a link
            for part, is_link in ((self._pieces[done:first], False), (self._pieces[first:last], True)):
                words = canonical("".join(part))
                start = text.find(words, at, at + len(words) + 1) if words else -1
                at = start + len(words) if start >= 0 else at
                if is_link and start >= 0 and href:
                    yield start, at, href
            done = last

    def _place_cells(self, text: str) -> None:
        """Note where each cell's words stand in the line of its row; they follow each other."""
        ends = [first for _, first in self._cells[1:]] + [len(self._pieces)]
        at = 0
        for (cell, first), end in zip(self._cells, ends, strict=True):
            words = canonical("".join(self._pieces[first:end])).removesuffix("|").rstrip()
            start = text.find(words, at) if words else -1
            if start >= 0:
                at = start + len(words)
                self.cells[cell] = (len(self.runs), Span(start, at))

    def path_of(self, run: Run, steps: Steps) -> str:
        """Return the run's place: its owner's path, and its turn if there are several."""
        node = self.nodes[run.node]
        path = steps.of(node.element)
        return f"{path}#{run.turn}" if node.runs > 1 else path

    def chain(self, node: int) -> Iterator[Node]:
        """Yield a node and all that hold it, innermost first."""
        while node >= 0:
            yield self.nodes[node]
            node = self.nodes[node].up
