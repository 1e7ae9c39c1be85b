"""Feeds and sitemaps: where pages are, and what is told of them."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin

from lxml import etree

from reportedly.errors import IngestError
from reportedly.ingest.tree.walk import canonical
from reportedly.ingest.words.dates import read_stamp

from .entries import Entry

_ENTRIES = frozenset({"item", "entry", "url", "sitemap"})


def read_feed(body: bytes, url: str) -> tuple[Entry, ...]:
    """Return the entries of an RSS or Atom feed, in its own order."""
    root = _tree(body, url)
    return tuple(_unrepeated(_entry(item, url) for item in root.iter() if _name(item) in ("item", "entry")))


def read_sitemap(body: bytes, url: str) -> tuple[Entry, ...]:
    """Return the pages, or further sitemaps, that a sitemap names."""
    root = _tree(body, url)
    return tuple(_unrepeated(_place(item, url) for item in root.iter() if _name(item) in ("url", "sitemap")))


def _tree(body: bytes, url: str) -> etree._Element:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(body.lstrip(), parser)
    except (etree.LxmlError, ValueError) as error:
        raise IngestError(f"{url}: broken feed ({error}; open it in a browser)") from error
    if root is None:
        raise IngestError(f"{url}: broken feed (no element in it; open it in a browser)")
    return root


def _name(element: etree._Element) -> str:
    """Return the tag without its namespace; a broken feed may leave a bare prefix."""
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""


def _texts(item: etree._Element) -> dict[str, str]:
    """Return the first text of each child, by local name; nested news tags count too."""
    found: dict[str, str] = {}
    for child in _within(item):
        name = _name(child)
        if name and name not in found and (words := "".join(map(str, child.itertext())).strip()):
            found[name] = words
    return found


def _within(item: etree._Element) -> Iterator[etree._Element]:
    """Yield what an entry holds, in order, save what a further entry inside it holds: tags may stay open."""
    for child in item.iterchildren(tag=etree.Element):
        if _name(child) not in _ENTRIES:
            yield child
            yield from _within(child)


def _entry(item: etree._Element, base: str) -> Entry | None:
    told = _texts(item)
    links = [
        e for e in item.iterchildren() if _name(e) == "link" and e.get("rel", "alternate") == "alternate"
    ]
    link = (
        next((e.get("href") or e.text or "" for e in links), "") or told.get("guid") or told.get("id") or ""
    )
    dates = (told.get(key) for key in ("pubDate", "published", "date", "updated"))
    stamp = next((s for words in dates if words and (s := read_stamp(words))), None)
    page = told.get("encoded") or told.get("content")
    changed = read_stamp(told.get("updated") or "")
    title = canonical(told.get("title", "")) or None
    return _named(base, link, Entry("", title, stamp, body=page, modified=changed))


def _place(item: etree._Element, base: str) -> Entry | None:
    told = _texts(item)
    stamp = read_stamp(told.get("publication_date") or "")
    title = canonical(told.get("title", "")) or None
    changed = read_stamp(told.get("lastmod") or "")
    listing = _name(item) == "sitemap"
    return _named(base, told.get("loc", ""), Entry("", title, stamp, listing=listing, modified=changed))


def _named(base: str, link: str, entry: Entry) -> Entry | None:
    try:
        url = urljoin(base, link.strip())
    except ValueError:
        return None
    if not link.strip() or not url.startswith(("http://", "https://")):
        return None
    return replace(entry, url=url)


def _unrepeated(entries: Iterator[Entry | None]) -> Iterator[Entry]:
    seen: set[str] = set()
    for entry in entries:
        if entry is not None and entry.url not in seen:
            seen.add(entry.url)
            yield entry
