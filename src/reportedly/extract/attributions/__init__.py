"""Who said it: sources, cues and contents, chained outermost first."""

from .finding import find_attributions

__all__ = ["find_attributions"]
