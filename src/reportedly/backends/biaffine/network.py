"""The trained network: words in, scores of heads, relations, tags and names out."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.errors import ParserError

from .arborescence import Scores, best_heads
from .pieces import Pieces

MOST_PIECES = 400  # of one reading; the network knows 512 places
Sides = NDArray[np.float32]  # (words, features): what a word brings to a relation, as child or as head
Run = Callable[[Mapping[str, NDArray[Any]]], list[NDArray[np.float32]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of a row of words, word by word; the root heads itself."""

    heads: list[int]
    relations: list[str]
    upos: list[str]
    xpos: list[str]
    names: list[str]

    def followed_by(self, later: "Reading") -> "Reading":
        """Join two portions of one sentence: the later root stands beside the first one's."""
        here = len(self.heads)
        root = next(at for at, head in enumerate(self.heads) if head == at)
        roots = [head == at for at, head in enumerate(later.heads)]
        return Reading(
            self.heads + [root if r else here + h for h, r in zip(later.heads, roots, strict=True)],
            self.relations + ["parataxis" if r else d for d, r in zip(later.relations, roots, strict=True)],
            self.upos + later.upos,
            self.xpos + later.xpos,
            self.names + later.names,
        )


class _Scores(NamedTuple):
    """What comes out of the network for one sentence, in its order."""

    arcs: Scores
    child: Sides
    head: Sides
    upos: Scores
    xpos: Scores
    name: Scores


class Network:
    """One file of weights for the words, one for the relations, the labels and the pieces."""

    def __init__(self, folder: Path) -> None:
        self._words = _wake(folder / "network.onnx")
        self._relate = _wake(folder / "relations.onnx")
        self._labels = _labels(folder / "labels.json")
        self._pieces = Pieces.load(folder / "pieces.txt")

    def pieces(self, word: str) -> int:
        """Return into how many pieces a word is cut."""
        return len(self._pieces.of(word))

    def read(self, sentences: Iterable[Sequence[str]]) -> list[Reading]:
        """Read sentences, each alone: what stands beside it on the page changes nothing.

        Every step is taken for all of them before the next one: the processor then
        finds what a step needs where it left it, and not swept away by the weights.
        """
        feeds = [self._feed(words) for words in sentences]
        scores = [_Scores(*self._words(feed)) for feed in feeds]
        heads = [best_heads(each.arcs) for each in scores]
        relations = [self._relations(each, tree) for each, tree in zip(scores, heads, strict=True)]
        labels = [self._labelled(each) for each in scores]
        return [
            Reading(tree, named, *told) for tree, named, told in zip(heads, relations, labels, strict=True)
        ]

    def _feed(self, words: Sequence[str]) -> dict[str, NDArray[np.int64]]:
        """Return the pieces by number, each word's first and last one, and how each is written."""
        ids, cases = [self._pieces.start], [0]
        first, last = [], []
        for word in words:
            pieces = self._pieces.of(word)
            first.append(len(ids))
            ids += pieces
            cases += [written(word)] * len(pieces)
            last.append(len(ids) - 1)
        rows = {"ids": [*ids, self._pieces.end], "cases": [*cases, 0], "first": first, "last": last}
        return {name: np.array(row, dtype=np.int64) for name, row in rows.items()}

    def _relations(self, scores: "_Scores", heads: Sequence[int]) -> list[str]:
        """Name each word's relation to its head: "root" for the root, and for no other."""
        labels = self._labels["dep"]
        (each,) = self._relate({"child": scores.child, "head": scores.head[heads]})
        each[:, labels.index("root")] = -np.inf
        best = each.argmax(axis=1).tolist()
        return ["root" if head == at else labels[best[at]] for at, head in enumerate(heads)]

    def _labelled(self, scores: "_Scores") -> Iterator[list[str]]:
        """Yield each word's class, tag and kind of name."""
        for field, each in (("upos", scores.upos), ("xpos", scores.xpos), ("name", scores.name)):
            labels = self._labels[field]
            yield [labels[best] for best in each.argmax(axis=1).tolist()]


@lru_cache(100_000)
def written(word: str) -> int:
    """Say how a word is written: 0 small, 1 Capital, 2 CAPITALS, 3 without letters."""
    if not any(c.isalpha() for c in word):
        return 3
    if word.isupper() and len(word) > 1:
        return 2
    return int(word[0].isupper())


def _labels(path: Path) -> dict[str, list[str]]:
    """Return the labels of each field; of names ("B-PLACE", "I-PLACE", "O") the kind alone."""
    labels: dict[str, list[str]] = json.loads(path.read_text("utf-8"))
    return labels | {"name": [label.partition("-")[2] for label in labels["name"]]}


def _wake(path: Path) -> Run:
    import onnxruntime  # noqa: PLC0415 - the engine takes its time

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # pages are read side by side instead
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the engine's errors have no common ancestor of their own
        raise ParserError(f"{path}: cannot load this network: {error}; install Reportedly again") from error
    return partial(session.run, None)
