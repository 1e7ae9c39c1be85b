"""In which voice: modality, polarity, stage and certainty of a clause."""

from .voices import is_unverified, read_voice

__all__ = ["is_unverified", "read_voice"]
