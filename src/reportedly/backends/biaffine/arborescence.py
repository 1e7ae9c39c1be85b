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
    heads: list[int] = scores.argmax(axis=1).tolist()
    roots = [at for at, head in enumerate(heads) if head == at]
    if len(roots) == 1 and not _cycle(heads):
        return heads
    return _best_of_roots(scores)


def _best_of_roots(scores: Scores) -> list[int]:
    """Try one root after the other, the likeliest first, until none that is left can do better.

    With a given root, no tree is worth more than all other words' best heads together: that
    bound is seldom beaten twice, so that few roots are tried.
    """
    bare = scores.copy()
    np.fill_diagonal(bare, _NEVER)
    free = bare.max(axis=1)
    bounds = free.sum(dtype=np.float64) - free + scores.diagonal()
    best: list[int] = []
    worth = -np.inf
    for root in np.argsort(-bounds, kind="stable").tolist():
        if bounds[root] <= worth:
            break
        heads = _tree_below(root, bare)
        reached = sum(float(scores[at, head]) for at, head in enumerate(heads))
        if reached > worth:
            best, worth = heads, reached
    return best


def _tree_below(root: int, scores: Scores) -> list[int]:
    """Return the heads of the best tree that hangs on a root; a cycle is shrunk to one node and solved."""
    heads: list[int] = scores.argmax(axis=1).tolist()
    heads[root] = root
    cycle = _cycle(heads)
    if not cycle:
        return heads
    rest = [node for node in range(len(heads)) if node not in cycle]
    inner = scores[cycle, [heads[node] for node in cycle]]
    into = scores[cycle][:, rest] - inner[:, None]  # what it gains to break the cycle at a node
    out = scores[rest][:, cycle]
    small = np.full((len(rest) + 1, len(rest) + 1), _NEVER, dtype=scores.dtype)
    small[:-1, :-1] = scores[rest][:, rest]
    small[-1, :-1] = into.max(axis=0)
    small[:-1, -1] = out.max(axis=1)
    solved = _tree_below(rest.index(root), small)
    for at, node in enumerate(rest):
        heads[node] = cycle[int(out[at].argmax())] if solved[at] == len(rest) else rest[solved[at]]
    entered = solved[-1]
    heads[cycle[int(into[:, entered].argmax())]] = rest[entered]
    return heads


def _cycle(heads: list[int]) -> list[int]:
    """Return the nodes of one cycle, or none; a word that heads itself is no cycle."""
    seen: set[int] = set()
    for start in range(len(heads)):
        path: list[int] = []
        at = start
        while at not in seen:
            seen.add(at)
            path.append(at)
            at = heads[at]
        if at in path and heads[at] != at:
            return path[path.index(at) :]
    return []
