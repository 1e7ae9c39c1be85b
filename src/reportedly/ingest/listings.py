"""Feeds and sitemaps as one thing: a listing of pages, told apart by content."""

from dataclasses import dataclass

from reportedly.errors import IngestError

from .sniffing import sniff
from .unpacking import read_capped

_MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Entry:
    """One page that a feed or sitemap names.

    ``listing`` is true where the address is another sitemap; ``body`` is the
    page's HTML where a feed carries it whole; ``modified`` is when the listing
    says that it last changed.
    """

    url: str
    title: str | None = None
    published: str | None = None
    listing: bool = False
    body: str | None = None
    modified: str | None = None


def read_listing(body: bytes, url: str) -> tuple[Entry, ...]:
    """Return the pages, or further sitemaps, that a feed or a sitemap names, gzipped or not.

    Raises IngestError for what is neither.
    """
    if sniff(body) == "application/gzip":
        body = read_capped((body,), "gzip", _MOST_BYTES, url)
    kind = sniff(body)
    from .formats.feed import read_feed, read_sitemap  # noqa: PLC0415 - lxml

    if kind == "application/rss+xml":
        return read_feed(body, url)
    if kind == "application/sitemap+xml":
        return read_sitemap(body, url)
    raise IngestError(f"{url}: {kind}, neither feed nor sitemap (add it with: reportedly add)")
