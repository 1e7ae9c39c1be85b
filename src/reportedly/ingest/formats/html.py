"""HTML pages: one canonical text of our own walk, typed blocks, metadata."""

from collections.abc import Iterable, Iterator
from urllib.parse import urljoin

from lxml import etree

from reportedly.errors import IngestError
from reportedly.ingest.captures.charset import decode
from reportedly.ingest.facts.metadata import read_metadata
from reportedly.ingest.layout.blocks import type_runs
from reportedly.ingest.layout.hyperlinks import find_links
from reportedly.ingest.tables.in_html import find_tables
from reportedly.ingest.tree.path import Steps, follow
from reportedly.ingest.tree.walk import Walk
from reportedly.model import Block, BlockKind, Capture, Document, Reading, Span

GAP = "\n\n"


def read_html(body: bytes, capture: Capture, media_type: str) -> Document:
    """Read an HTML page; its blocks cover every word that a reader could see."""
    root = parse_html(body, media_type, capture.url)
    walk = Walk().over(root)
    page = read_metadata(root, walk, capture.url)
    # A script-drawn page that calls itself an article still bears its headline.
    if not any(walk.nodes[run.node].tag != "title" or page.article for run in walk.runs):
        raise IngestError(
            f"{capture.url}: HTML without text (is it drawn by a script? save it from a browser)"
        )
    typed = type_runs(walk, page)
    steps = Steps()
    blocks: list[Block] = []
    at = 0
    for run, kind, stamped in typed:
        end = at + len(run.text)
        blocks.append(Block(kind, Span(at, end), walk.path_of(run, steps), stamped))
        at = end + len(GAP)
    text = GAP.join(run.text for run, _, _ in typed)
    links = find_links(
        ((block, run.anchors) for block, (run, _, _) in zip(blocks, typed, strict=True)),
        base_of(root, capture.url),
        capture.url,
    )
    return Document(
        capture.id,
        capture.url,
        capture.digest,
        capture.media_type,
        text,
        tuple(blocks),
        (*page.readings, *_prompted(blocks)),
        tuple(links),
        find_tables(root, walk, blocks, text),
    )


def _prompted(blocks: Iterable[Block]) -> Iterator[Reading]:
    """Yield that a page asks for money, where it says so to its readers."""
    if any(block.kind is BlockKind.PAYWALL for block in blocks):
        yield Reading("paywall", "yes", "text that asks to subscribe")


def base_of(root: etree._Element, url: str) -> str:
    """Return the address that a page's links start from."""
    base = next(root.iter("base"), None)
    try:
        return urljoin(url, (base.get("href") if base is not None else "") or "")
    except ValueError:
        return url


def parse_html(body: bytes, media_type: str, url: str) -> etree._Element:
    """Return the root of the page's tree, however broken its markup."""
    text = decode(body, media_type, url).replace("\x00", " ")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=False)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise IngestError(
            f"{url}: no HTML can be read from it ({error}; try --media-type text/plain)"
        ) from error
    if root is None:
        raise IngestError(f"{url}: HTML without text (is it drawn by a script? save it from a browser)")
    return root


def words_of_html(body: bytes, media_type: str, path: str) -> str:
    """Return the words of the run that a path leads to, or nothing."""
    return words_in(parse_html(body, media_type, path), path)


def words_in(root: etree._Element, path: str) -> str:
    """Return the words that a path finds in a page's tree, or nothing."""
    place, _, turn = path.partition("#")
    element = follow(root, place)
    if element is None:
        return ""
    walk = Walk().over(element)
    own = [run.text for run in walk.runs if run.node == 0]
    at = int(turn or 1) - 1
    return own[at] if 0 <= at < len(own) else ""
