"""The window: a quiet reading room over one ledger, on this machine only."""

from .serving import serve

__all__ = ["serve"]
