"""In which voice: modality, polarity, stage and certainty of a clause."""

from .voices import is_unverified, read_voice, takes_back

__all__ = ["is_unverified", "read_voice", "takes_back"]
