"""Dependents behind a preposition, wherever a parser hung them."""

from collections.abc import Iterator

from reportedly.extract.tree import Tree

_OBLIQUE = frozenset({"obl", "nmod", "obl:agent", "obl:tmod", "nmod:agent", "advcl", "acl"})
_HOLDING = frozenset({"obl", "nmod", "obj", "obl:agent", "nsubj:pass"})
_COMPLEX = frozenset(
    {"according", "due", "thanks", "owing", "prior", "close", "next", "contrary", "similar", "compared"}
)
_NESTING = frozenset({"from", "to", "into", "onto", "between", "with", "against", "on", "in", "at", "for"})


def case_of(tree: Tree, at: int) -> str:
    """Return the preposition before a noun ("from", "on board"), or nothing."""
    words: list[str] = []
    for kid in tree.kids[at]:
        if kid < at and tree.deps[kid] in {"case", "mark"}:
            words.append(tree.words[kid])
            words.extend(tree.words[i] for i in tree.by(kid, "fixed"))
    return " ".join(words) if not words or words[0] not in _COMPLEX else " ".join(words[:1])


def prepositional(tree: Tree, at: int, preposition: str) -> Iterator[int]:
    """Yield what stands behind a preposition under a token, nearest first.

    Direction prepositions are also looked for one noun further down, where a
    parser often hangs the second of "from A to B".
    """
    for kid in tree.kids[at]:
        if tree.deps[kid] in _OBLIQUE and preposition in case_of(tree, kid).split():
            yield kid
    if tree.dep(at) in {"advcl", "xcomp", "acl"}:  # hung one verb too high
        for kid in tree.by(tree.tokens[at].head, "obl"):
            if (
                kid > at
                and preposition in case_of(tree, kid).split()
                and preposition in {"to", "from", "into"}
            ):
                yield kid
    if preposition in _NESTING or (preposition == "by" and tree.tokens[at].pos == "NOUN"):
        for kid in tree.kids[at]:
            if tree.deps[kid] in _HOLDING:
                yield from _below(tree, kid, preposition)


def _below(tree: Tree, at: int, preposition: str) -> Iterator[int]:
    for kid in tree.kids[at]:
        if tree.deps[kid] in {"nmod", "obl"}:
            if preposition in case_of(tree, kid).split():
                yield kid
            elif preposition in {"to", "from", "into", "with"}:
                yield from _below(tree, kid, preposition)
