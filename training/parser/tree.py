"""A sentence of a treebank, with a tree over its words."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path


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


def save_trees(trees: Iterable[Tree], out: Path) -> None:
    """Write one sentence a line."""
    with out.open("w", encoding="utf-8") as sink:
        for tree in trees:
            sink.write(json.dumps([tree.genre, [astuple(w) for w in tree.words]]) + "\n")


def load_trees(path: Path) -> Iterator[Tree]:
    """Read what ``save_trees`` wrote."""
    for line in path.read_text(encoding="utf-8").splitlines():
        genre, rows = json.loads(line)
        yield Tree("", genre, tuple(Word(*row) for row in rows))
