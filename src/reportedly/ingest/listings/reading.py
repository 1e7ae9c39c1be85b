"""Feeds and sitemaps as one thing: a listing of pages, told apart by content."""

from reportedly.errors import IngestError
from reportedly.ingest.captures.sniffing import sniff
from reportedly.ingest.captures.unpacking import read_capped

from .entries import Entry

_MOST_BYTES = 64 * 1024 * 1024


def read_listing(body: bytes, url: str) -> tuple[Entry, ...]:
    """Return the pages, or further sitemaps, that a feed or a sitemap names, gzipped or not.

    Raises IngestError for what is neither.
    """
    if sniff(body) == "application/gzip":
        body = read_capped((body,), "gzip", _MOST_BYTES, url)
    kind = sniff(body)
    from .feeds import read_feed, read_sitemap  # noqa: PLC0415 - lxml

    if kind == "application/rss+xml":
        return read_feed(body, url)
    if kind == "application/sitemap+xml":
        return read_sitemap(body, url)
    raise IngestError(f"{url}: {kind}, neither feed nor sitemap (add it with: reportedly add)")
