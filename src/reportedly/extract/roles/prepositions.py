"""Dependents behind a preposition, wherever a parser hung them."""

from collections.abc import Iterator

from reportedly.extract.tree import Tree

_OBLIQUE = frozenset({"obl", "nmod", "obl:agent", "obl:tmod", "nmod:agent", "advcl", "acl"})
_HOLDING = frozenset({"obl", "nmod", "obj", "obl:agent", "nsubj:pass"})
_LEANING = frozenset({"on", "against"})
_NESTING = frozenset({"from", "to", "into", "onto", "between", "with", "against", "on", "in", "at", "for"})


def case_of(tree: Tree, at: int) -> str:
    """Return the preposition before a noun ("from", "on board"), or nothing."""
    return " ".join(tree.cases.get(at, ()))


def prepositional(tree: Tree, at: int, preposition: str) -> Iterator[int]:
    """Yield what stands behind a preposition under a token, nearest first.

    Direction prepositions are also looked for one noun further down, where a
    parser often hangs the second of "from A to B".
    """
    led = tree.led.get(preposition)
    if led is None:
        return
    for kid in tree.kids[at]:
        if kid in led and tree.deps[kid] in _OBLIQUE:
            yield kid
    if preposition in {"to", "from", "into"} and tree.deps[at] in {
        "advcl",
        "xcomp",
        "acl",
    }:  # hung one verb too high
        yield from (kid for kid in tree.by(tree.tokens[at].head, "obl") if kid > at and kid in led)
    if preposition in _LEANING and tree.deps[at] == "obj" and tree.tokens[at].pos == "NOUN":
        yield from _right_behind(tree, at, led)
    if preposition in _NESTING or (preposition == "by" and tree.tokens[at].pos == "NOUN"):
        for kid in tree.kids[at]:
            if tree.deps[kid] in _HOLDING:
                yield from _below(tree, kid, preposition, led)


def _right_behind(tree: Tree, at: int, led: frozenset[int]) -> Iterator[int]:
    """Yield what follows a verb's object at once, and was hung on the verb ("keeps an embargo on Peru")."""
    for kid in tree.by(tree.tokens[at].head, "obl"):
        if kid in led and tree.first(kid, "case") == at + 1:
            yield kid


def _below(tree: Tree, at: int, preposition: str, led: frozenset[int]) -> Iterator[int]:
    for kid in tree.by(at, "nmod", "obl"):
        if kid in led:
            yield kid
        elif preposition in {"to", "from", "into", "with"}:
            yield from _below(tree, kid, preposition, led)
