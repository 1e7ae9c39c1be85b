"""A sentence of a treebank, with a tree over its words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word; ``head`` is an index in the sentence, the root's its own.

    ``name`` is B-, I- with a kind of name, O for none, empty where nobody has looked.
    """

    form: str
    space: bool
    lemma: str
    upos: str
    xpos: str
    head: int
    dep: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence with the genre that its document belongs to."""

    id: str
    genre: str
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The sentence as it was written."""
        return "".join(w.form + " " * w.space for w in self.words).rstrip()
