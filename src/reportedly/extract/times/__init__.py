"""Reads every time a text tells, with the words that tell it."""

from .finder import find_times

__all__ = ["find_times"]
