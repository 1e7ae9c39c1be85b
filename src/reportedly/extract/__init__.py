"""What a page says: quantities, times, mentions, attributions, voices, claims."""

from .attributions import find_attributions
from .quantities import find_quantities
from .times import find_times

__all__ = [
    "find_attributions",
    "find_quantities",
    "find_times",
]
