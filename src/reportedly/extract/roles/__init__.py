"""Roles: from a trigger to its parties, across voice, control, relatives and conjunction."""

from .arguments import agent, passive, patient, surface_subject, verbal
from .matching import Opening, openings
from .prepositions import case_of, prepositional
from .ways import fill, fillers, follow

__all__ = [
    "Opening",
    "agent",
    "case_of",
    "fill",
    "fillers",
    "follow",
    "openings",
    "passive",
    "patient",
    "prepositional",
    "surface_subject",
    "verbal",
]
