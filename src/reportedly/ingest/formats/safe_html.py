"""An archived HTML page as safe parts: a few plain tags, its words with their place, and what is left out.

Nothing of the page's own markup is passed on: a tag is named anew from a short
list, no attribute but a table cell's reach survives, and whatever would load
or run is told in words ("picture: a port"). What is not on the list is not there.
"""

from collections.abc import Iterator

from lxml import etree

from reportedly.ingest.tree.walk import BLOCK_TAGS, SILENT, canonical
from reportedly.model import Document, Span

from .html import parse_html
from .safe import Absent, Cut, Part, Tag, Words

DEEPEST, LONGEST = 48, 400_000
_KEPT = frozenset(
    {"p", "ul", "ol", "li", "blockquote", "pre", "hr", "br", "figure", "figcaption"}
    | {"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"}
    | {"b", "strong", "i", "em", "u", "s", "sub", "sup", "small", "code", "q", "cite"}
)
_HEADS = {"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h5", "h5": "h6", "h6": "h6"}
_ABSENT = {
    "img": "picture", "picture": "picture", "svg": "drawing", "canvas": "drawing", "video": "film",
    "audio": "sound", "iframe": "frame", "frame": "frame", "embed": "embedded thing",
    "object": "embedded thing", "applet": "embedded thing", "math": "formula",
}  # fmt: skip
_ROWS = frozenset({"table", "thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})
_REACH = 40


def safe_parts(body: bytes, document: Document) -> Iterator[Part]:
    """Yield an archived HTML page part by part; tags are balanced, and words are in page order."""
    root = parse_html(body, document.media_type, document.url)
    return _Walk(_Places(document.text)).over(root)


class _Walk:
    """One walk down a page's tree, which keeps what is open so that all is closed."""

    def __init__(self, places: "_Places") -> None:
        self._places = places
        self._open: list[str] = []
        self._unseen = 0
        self._size = 0

    def over(self, root: etree._Element) -> Iterator[Part]:
        walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            if self._size > LONGEST:
                yield from self._end_early()
                return
            if event == "start":
                if element.tag in SILENT:
                    yield from self._absent(element)
                    walker.skip_subtree()
                else:
                    yield from self._start(element)
                continue
            if event == "end" and element.tag not in SILENT:
                yield from self._end(element)
            if element.tail and element is not root:
                yield from self._words(element.tail)

    def _start(self, element: etree._Element) -> Iterator[Part]:
        self._unseen += element.tag == "head"
        shown = len(self._open) < DEEPEST and not self._unseen
        name = plain(element, self._open[-1] if self._open else "") if shown else ""
        self._open.append(name)
        if name:
            yield Tag(name, reach=_reach(element) if name in _CELLS else (1, 1))
        if element.text:
            yield from self._words(element.text)

    def _end(self, element: etree._Element) -> Iterator[Part]:
        name = self._open.pop()
        self._unseen -= element.tag == "head"
        if name and name not in {"br", "hr"}:
            yield Tag(name, closes=True)

    def _words(self, raw: str) -> Iterator[Part]:
        span = self._places.find(raw)
        if not self._unseen and (span or raw.strip()):
            self._size += len(raw)
            yield Words(raw, span)
        elif not self._unseen and self._open and self._open[-1] not in _ROWS:
            yield Words(" ", None)

    def _absent(self, element: etree._Element) -> Iterator[Part]:
        what = _ABSENT.get(str(element.tag))
        if what and not self._unseen:
            words = element.get("alt") or element.get("title") or element.get("aria-label") or ""
            self._size += len(words)
            yield Absent(what, " ".join(words.split())[:300])

    def _end_early(self) -> Iterator[Part]:
        for name in reversed(self._open):
            if name and name not in {"br", "hr"}:
                yield Tag(name, closes=True)
        yield Cut()


def plain(element: etree._Element, within: str) -> str:
    """Return the plain tag that stands for an element, or nothing where only its words are shown.

    ``within`` is the plain tag that holds it: an item is one in a list alone, a cell in a row.
    """
    tag = str(element.tag)
    if tag in _HEADS:
        return _HEADS[tag]
    if tag == "a":
        return "a"
    if tag == "p":
        return "div" if any(below.tag in BLOCK_TAGS for below in element.iterdescendants()) else "p"
    if tag in {"ul", "ol"}:
        return tag if _only_items(element) else "div"
    if tag in _KEPT and within in _WITHIN.get(tag, frozenset({within})):
        return tag
    return "div" if tag in BLOCK_TAGS and tag not in {"html", "head", "body"} else ""


_WITHIN = (
    dict.fromkeys(("td", "th"), frozenset({"tr"}))
    | dict.fromkeys(("thead", "tbody", "tfoot", "caption"), frozenset({"table"}))
    | {"li": frozenset({"ul", "ol"}), "tr": _ROWS, "figcaption": frozenset({"figure"})}
)


def _only_items(element: etree._Element) -> bool:
    """Tell whether a list holds items and nothing else, so that it is a list for everyone."""
    said = [element.text, *(child.tail for child in element)]
    return all(c.tag == "li" for c in element.iterchildren(tag=etree.Element)) and not any(
        words and words.strip() for words in said
    )


def _reach(cell: etree._Element) -> tuple[int, int]:
    spans = (cell.get(name, "1").strip() for name in ("colspan", "rowspan"))
    across, down = (min(int(n), _REACH) if n.isascii() and n.isdecimal() and len(n) < 6 else 1 for n in spans)
    return max(across, 1), max(down, 1)


class _Places:
    """Finds words of the tree in the document's text, which has them in the same order.

    White space and the marks between a table's cells differ; nothing else does.
    """

    def __init__(self, text: str) -> None:
        self._at = [n for n, letter in enumerate(text) if not letter.isspace()]
        self._letters = "".join(text[n] for n in self._at)
        self._next = 0

    def find(self, raw: str) -> Span | None:
        """Return where some words of the tree stand, or nothing."""
        letters = _letters(raw)
        if not letters:
            return None
        start = self._next
        if not self._letters.startswith(letters, start):
            bars = start
            while self._letters.startswith("|", bars):
                bars += 1
            start = bars if self._letters.startswith(letters, bars) else self._further(letters)
        if start < 0:
            return None
        self._next = start + len(letters)
        return Span(self._at[start], self._at[self._next - 1] + 1)

    def _further(self, letters: str) -> int:
        """Return where words stand a little further on, after some that could not be placed."""
        return self._letters.find(letters, self._next, self._next + 4000) if len(letters) >= 12 else -1


def _letters(raw: str) -> str:
    return "".join(canonical(raw).split())
