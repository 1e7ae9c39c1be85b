"""Across pages: pure functions of claims, pages and reviews, rebuilt at any time to the same bytes."""

from .anchors import anchor

__all__ = ["anchor"]
