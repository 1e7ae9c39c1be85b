"""Pages in: bytes of any sort become documents of typed blocks that know their place."""

from .anything import read_any, unpack
from .archives.writing import write_archive
from .captures.captured import Fetched
from .captures.sniffing import sniff
from .fetching.manners import Guest, Manners, host_of
from .fetching.pages import FetchPolicy, Request, fetch, plain_url, request
from .fetching.sending import send
from .formats.safe import Absent, Cut, Part, Tag, Words
from .listings.discovery import linked_feed
from .listings.entries import Entry
from .listings.reading import read_listing
from .reading import as_archived, read_page, words_at

__all__ = [
    "Absent",
    "Cut",
    "Entry",
    "FetchPolicy",
    "Fetched",
    "Guest",
    "Manners",
    "Part",
    "Request",
    "Tag",
    "Words",
    "as_archived",
    "fetch",
    "host_of",
    "linked_feed",
    "plain_url",
    "read_any",
    "read_listing",
    "read_page",
    "request",
    "send",
    "sniff",
    "unpack",
    "words_at",
    "write_archive",
]
