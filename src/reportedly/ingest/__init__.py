"""Pages in: bytes of any sort become documents of typed blocks that know their place."""

from .anything import read_any, unpack
from .captured import Fetched
from .discovery import linked_feed
from .fetching import FetchPolicy, Request, fetch, plain_url, request
from .listings import Entry, read_listing
from .polite import Guest, Manners, host_of
from .reading import as_archived, read_page, words_at
from .safe import Absent, Cut, Part, Tag, Words
from .sending import send
from .sniffing import sniff
from .writing import write_archive

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
