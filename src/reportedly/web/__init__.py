"""The window: a quiet reading room over one ledger, on this machine only."""

from .plotting import plot
from .serving import serve

__all__ = ["plot", "serve"]
