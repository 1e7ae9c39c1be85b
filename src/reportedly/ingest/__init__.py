"""Pages in: bytes of any sort become documents of typed blocks that know their place."""

from .anything import read_any, unpack
from .captured import Fetched
from .fetching import FetchPolicy, Request, fetch, request
from .listings import Entry, read_listing
from .polite import Guest, Manners, host_of
from .reading import read_page, words_at
from .sniffing import sniff
from .writing import write_archive

__all__ = [
    "Entry",
    "FetchPolicy",
    "Fetched",
    "Guest",
    "Manners",
    "Request",
    "fetch",
    "host_of",
    "read_any",
    "read_listing",
    "read_page",
    "request",
    "sniff",
    "unpack",
    "words_at",
    "write_archive",
]
