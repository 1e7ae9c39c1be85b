"""The default reader: a biaffine parser (Dozat and Manning 2017) over a small BERT."""

from .parser import BiaffineParser

__all__ = ["BiaffineParser"]
