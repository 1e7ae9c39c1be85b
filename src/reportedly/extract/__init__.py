"""What a page says: quantities, times, mentions, attributions, voices, claims."""

from .attributions import find_attributions

__all__ = ["find_attributions"]
