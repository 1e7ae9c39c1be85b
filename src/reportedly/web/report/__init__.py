"""A story as a cited report: fixed sentences filled from the ledger, each with the words that bear it out."""

from .records import Note, Part, Report, Sentence
from .telling import MOST_CLAIMS, Chosen, Question, tell
from .writing import as_object, html, markdown

__all__ = [
    "MOST_CLAIMS",
    "Chosen",
    "Note",
    "Part",
    "Question",
    "Report",
    "Sentence",
    "as_object",
    "html",
    "markdown",
    "tell",
]
