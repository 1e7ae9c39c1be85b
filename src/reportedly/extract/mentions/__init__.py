"""Who is named: states, organisations, persons, and what points back to them."""

from .finding import find_mentions

__all__ = ["find_mentions"]
