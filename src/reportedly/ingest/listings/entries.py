"""What a listing tells of a page: its address, and what else is known before it is read."""

from dataclasses import dataclass


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
