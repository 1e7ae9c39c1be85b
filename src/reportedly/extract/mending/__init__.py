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

# each step with the relations without which it has nothing to mend
_STEPS = (
    (mend_classes, ()),
    (mend_opening, ("compound",)),
    (mend_headline, ()),
    (mend_verbs, ("obj",)),
    (mend_reckonings, ("amod",)),
    (mend_names, ("xcomp",)),
    (mend_numbers, ("nummod",)),
    (mend_counted, ("xcomp",)),
    (mend_cases, ("compound",)),
    (mend_compounds, ("compound",)),
    (mend_fronted, ("conj", "appos")),
    (mend_sayers, ("nsubj", "nsubj:pass")),
    (mend_roots, ("acl:relcl",)),
    (mend_crossing, ("parataxis", "conj", "ccomp", "advcl")),
    (mend_participles, ("acl",)),
    (mend_subjects, ("nsubj",)),
    (mend_objects, ("nsubj",)),
    (mend_tails, ("ccomp",)),
)


def mend(sentence: Sentence) -> Sentence:
    """Set right what the parser is known to hang wrongly."""
    found = {token.dep for token in sentence.tokens}
    for step, needs in _STEPS:
        if needs and found.isdisjoint(needs):
            continue
        mended = step(sentence)
        if mended is not sentence:
            sentence, found = mended, {token.dep for token in mended.tokens}
    return sentence
