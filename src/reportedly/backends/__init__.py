"""Engines that read sentences: text in, our own records out."""

from .sentences import split_sentences
from .spacy_parser import SpacyParser

__all__ = ["SpacyParser", "split_sentences"]
