"""Claims: a frame, its parties, its figure, its time and its voice, with the words that say so."""

from .assembly import find_claims
from .derived import Ratio, ratio

__all__ = ["Ratio", "find_claims", "ratio"]
