"""Pages in: bytes of any sort become documents of typed blocks that know their place."""

from .anything import read_any, unpack
from .captured import Fetched
from .fetching import FetchPolicy, Request, fetch, request
from .reading import read_page, words_at
from .sniffing import sniff

__all__ = [
    "FetchPolicy",
    "Fetched",
    "Request",
    "fetch",
    "read_any",
    "read_page",
    "request",
    "sniff",
    "unpack",
    "words_at",
]
