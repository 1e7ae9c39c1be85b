"""A sentence as the cue readers see it: its tree, its words, what of it is quoted."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.extract.tree import Tree
from reportedly.lexicon import CueTable

from .quotes import Quotation

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence to read; ``quoted`` are its tokens inside quotation marks."""

    tree: Tree
    text: str
    cues: CueTable
    quoted: frozenset[int]

    def finite(self, at: int) -> bool:
        """Is the token a verb that carries tense?"""
        tag = self.tree.tokens[at].tag
        if (
            tag == "VBN"
            and self.tree.first(at, "nsubj") is not None
            and self.tree.first(at, "aux", "aux:pass") is None
        ):
            return True  # a past tense that the tagger took for a participle
        if tag == "VB" and self.tree.dep(at) == "parataxis" and self.tree.first(at, "aux", "mark") is None:
            return True  # an inverted present ("..., say some fishermen")
        return tag in FINITE or any(
            self.tree.tokens[k].tag in FINITE for k in self.tree.by(at, "aux", "aux:pass", "cop")
        )


def passage(tree: Tree, text: str, cues: CueTable, quotations: Sequence[Quotation]) -> Passage:
    """Lay the quotations over a sentence; a quotation over all of it counts for nothing."""
    span = tree.sentence.span
    near = [q.span for q in quotations if q.span.meets(span) and not q.inside.holds(span)]
    held = frozenset(i for q in near for i in tree.inside(q) if q.holds(tree.tokens[i].span))
    return Passage(tree, text, cues, held)
