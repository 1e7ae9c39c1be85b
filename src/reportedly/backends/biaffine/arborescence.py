"""The best tree over a sentence's words (Chu and Liu 1965, Edmonds 1967), with one root."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_NEVER = np.float32(-1e9)


def best_heads(scores: Scores) -> list[int]:
    """Return each word's head; the root's is itself.

    ``scores`` (words, words) are log chances, row: the word, column: its head; the diagonal is
    the chance to be the root. Every word may hang on every other, so there is always a tree.
    """
    heads = [int(h) for h in scores.argmax(axis=1)]
    if _is_tree(heads):
        return heads
    found = _arborescence(_with_root(scores))
    return [int(h) - 1 if h else at for at, h in enumerate(found[1:])]


def _is_tree(heads: list[int]) -> bool:
    """Say whether exactly one word heads itself and every other one reaches it."""
    if sum(head == at for at, head in enumerate(heads)) != 1:
        return False
    return not _cycle([0, *(0 if head == at else head + 1 for at, head in enumerate(heads))])


def _with_root(scores: Scores) -> Scores:
    """Put the root first, as a node of its own, at a price that makes a second root never pay.

    The price is Stanojević and Cohen's (2021): more than any tree could win by another root.
    """
    words = len(scores)
    own = np.diag(scores)
    finite = scores[scores > _NEVER / 2]
    price = 1 + words * (finite.max() - finite.min())
    full = np.full((words + 1, words + 1), _NEVER, dtype=np.float64)
    full[1:, 1:] = scores
    full[1:, 0] = own - price
    np.fill_diagonal(full, _NEVER)
    return full  # type: ignore[return-value]


def _arborescence(scores: Scores) -> list[int]:
    """Return the heads of the best tree that hangs on node 0; a cycle is shrunk to one node and solved."""
    heads = [0, *(int(h) for h in scores[1:].argmax(axis=1))]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    rest = [node for node in range(len(heads)) if node not in cycle]
    inner = np.array([scores[node, heads[node]] for node in cycle])
    into = scores[np.ix_(cycle, rest)] - inner[:, None]  # what it gains to break the cycle at a node
    out = scores[np.ix_(rest, cycle)]
    small = np.full((len(rest) + 1, len(rest) + 1), _NEVER, dtype=scores.dtype)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = into.max(axis=0)
    small[:-1, -1] = out.max(axis=1)
    solved = _arborescence(small)
    for at, node in enumerate(rest[1:], 1):
        heads[node] = cycle[int(out[at].argmax())] if solved[at] == len(rest) else rest[solved[at]]
    entered = solved[-1]
    heads[cycle[int(into[:, entered].argmax())]] = rest[entered]
    return heads


def _cycle(heads: list[int]) -> list[int]:
    """Return the nodes of one cycle, or none."""
    seen = {0}
    for start in range(len(heads)):
        path: list[int] = []
        at = start
        while at not in seen:
            seen.add(at)
            path.append(at)
            at = heads[at]
        if at in path:
            return path[path.index(at) :]
    return []
