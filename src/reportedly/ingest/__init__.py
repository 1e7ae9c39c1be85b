"""Pages in: bytes of any sort become documents of typed blocks that know their place."""

from .fetching import Fetched, FetchPolicy, fetch
from .reading import read_page, words_at
from .sniffing import sniff

__all__ = ["FetchPolicy", "Fetched", "fetch", "read_page", "sniff", "words_at"]
