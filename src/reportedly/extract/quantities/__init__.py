"""Reads how much: numbers, hedges, ranges, money, units and the counted noun."""

from .convert import convert
from .eligible import may_claim
from .finding import find_quantities
from .render import render
from .text.plurals import is_plural, singular

__all__ = ["convert", "find_quantities", "is_plural", "may_claim", "render", "singular"]
