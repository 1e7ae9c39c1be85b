"""What is counted: things with their words, found by the ends of noun phrases."""

from .loading import load_items, singularise
from .nouns import NounWords
from .table import ItemTable, Thing

__all__ = ["ItemTable", "NounWords", "Thing", "load_items", "singularise"]
