"""Words as data: cues, numbers, units, actors, each with a sentence that a test reads."""

from .cues import CueTable, load_cues

__all__ = ["CueTable", "load_cues"]
