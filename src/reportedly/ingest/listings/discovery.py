"""Where a site's pages are listed, as its front page says: the feed that it links."""

from collections.abc import Mapping
from urllib.parse import urljoin

from reportedly.ingest.captures.sniffing import sniff

from .entries import Entry

_FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml"})


def linked_feed(body: bytes, url: str) -> Entry | None:
    """Return the first feed that a page names as its alternate, or nothing; one of comments is none."""
    if sniff(body) != "text/html":
        return None
    from reportedly.ingest.formats.html import base_of, parse_html  # noqa: PLC0415 - lxml

    root = parse_html(body, "text/html", url)
    base = base_of(root, url)
    found = (_feed({str(k): str(v) for k, v in link.attrib.items()}, base) for link in root.iter("link"))
    return next((Entry(where, listing=True) for where in found if where), None)


def _feed(told: Mapping[str, str], base: str) -> str | None:
    kind = told.get("type", "").partition(";")[0].strip().lower()
    if "alternate" not in told.get("rel", "").lower().split() or kind not in _FEEDS:
        return None
    if "comment" in f"{told.get('title')} {told.get('href')}".lower():
        return None
    try:
        where = urljoin(base, told.get("href", "").strip())
    except ValueError:
        return None
    return where if where.startswith(("http://", "https://")) else None
