"""Who said it: sources, cues and contents, chained outermost first."""

from .finding import find_attributions
from .scene.quotes import Quotation, find_quotations

__all__ = ["Quotation", "find_attributions", "find_quotations"]
