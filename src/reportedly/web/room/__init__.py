"""One reading room: its ledger, and what goes on in it beside the answers."""

from .room import Room

__all__ = ["Room"]
