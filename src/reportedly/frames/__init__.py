"""Frames: what may be claimed, which words say it, and where its parties stand. Data, not code."""

from .loading import load_frames
from .records import WAYS_BY_SYNTAX, Example, Frame, Frames, Part, Slot, Trigger, WordClass
from .words import Words

__all__ = [
    "WAYS_BY_SYNTAX",
    "Example",
    "Frame",
    "Frames",
    "Part",
    "Slot",
    "Trigger",
    "WordClass",
    "Words",
    "load_frames",
]
