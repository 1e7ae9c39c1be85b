"""The corridor: the only place where the rooms are joined."""

from .adding import Fate, Outcome, add_page, add_pages
from .deriving import rebuild, refresh
from .engine import Engine, wake
from .samples import sample_sources
from .sources import Body, Source, sources
from .verifying import Finding, verify

__all__ = [
    "Body", "Engine", "Fate", "Finding", "Outcome", "Source", "add_page", "add_pages", "rebuild", "refresh",
    "sample_sources", "sources", "verify", "wake",
]  # fmt: skip
