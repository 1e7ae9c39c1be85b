"""Engines that read sentences: text in, our own records out."""

from .biaffine import BiaffineParser
from .sentences import split_sentences
from .spacy_parser import SpacyParser

__all__ = ["BiaffineParser", "SpacyParser", "split_sentences"]
