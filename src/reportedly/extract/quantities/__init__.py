"""Reads how much: numbers, hedges, ranges, money, units and the counted noun."""

from .find import find_quantities

__all__ = ["find_quantities"]
