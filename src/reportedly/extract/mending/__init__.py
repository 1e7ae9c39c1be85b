"""What the parser is known to hang wrongly, set right before any reader sees it."""

from reportedly.model import Sentence

from .clauses import mend_crossing, mend_participles, mend_roots, mend_tails
from .parts import (
    mend_cases,
    mend_compounds,
    mend_counted,
    mend_fronted,
    mend_names,
    mend_numbers,
    mend_objects,
    mend_sayers,
    mend_subjects,
)
from .words import mend_classes, mend_headline, mend_opening, mend_reckonings, mend_verbs

_STEPS = (
    mend_classes,
    mend_opening,
    mend_headline,
    mend_verbs,
    mend_reckonings,
    mend_names,
    mend_numbers,
    mend_counted,
    mend_cases,
    mend_compounds,
    mend_fronted,
    mend_sayers,
    mend_roots,
    mend_crossing,
    mend_participles,
    mend_subjects,
    mend_objects,
    mend_tails,
)


def mend(sentence: Sentence) -> Sentence:
    """Set right what the parser is known to hang wrongly."""
    for step in _STEPS:
        sentence = step(sentence)
    return sentence
