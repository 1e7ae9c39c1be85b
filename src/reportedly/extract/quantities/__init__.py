"""Reads how much: numbers, hedges, ranges, money, units and the counted noun."""

from .convert import convert
from .eligible import may_claim
from .find import find_quantities
from .plurals import is_plural, singular
from .render import render

__all__ = ["convert", "find_quantities", "is_plural", "may_claim", "render", "singular"]
