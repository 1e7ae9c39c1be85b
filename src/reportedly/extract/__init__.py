"""What a page says: quantities, times, mentions, attributions, voices, claims."""

from .attributions import find_attributions
from .claims import find_claims
from .gate import make_gate
from .mentions import find_mentions
from .modality import is_unverified, read_voice
from .quantities import convert, find_quantities, render
from .times import find_times

__all__ = [
    "convert",
    "find_attributions",
    "find_claims",
    "find_mentions",
    "find_quantities",
    "find_times",
    "is_unverified",
    "make_gate",
    "read_voice",
    "render",
]
