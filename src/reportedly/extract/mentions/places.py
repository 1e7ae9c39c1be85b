"""Where or who: a capital in its clause is a place or a government."""

from reportedly.extract.tree import Tree
from reportedly.lexicon import load_naming
from reportedly.model import MentionKind


def is_place(tree: Tree, first: int, head: int, kind: MentionKind) -> bool:
    """Tell whether a mention says where, by its preposition, its verb or its noun."""
    naming = load_naming()
    cases = {tree.words[c] for c in tree.by(head, "case")} | _preposition_before(tree, first)
    if cases & naming.where.keys():
        return True
    if kind is not MentionKind.CAPITAL:
        return False
    return bool(cases & naming.whither.keys()) or _town(tree, head, cases)


def _preposition_before(tree: Tree, first: int) -> set[str]:
    return {tree.words[first - 1]} if first > 0 and tree.tokens[first - 1].pos == "ADP" else set()


def _town(tree: Tree, head: int, cases: set[str]) -> bool:
    """Read a capital as a town where the words around speak of streets, not of states."""
    dep, up, naming = tree.dep(head), tree.tokens[head].head, load_naming()
    if dep == "conj":
        return is_place(tree, up, up, MentionKind.CAPITAL)
    if dep in {"compound", "nmod:poss", "nmod", "nmod:desc", "amod"} and tree.lemmas[up] in naming.town:
        return True
    if dep in {"obj", "nsubj:pass"} and tree.lemmas[up] in naming.done:
        return True
    if "of" in cases and tree.lemmas[up] in naming.side:
        return True
    return dep in {"appos", "obl:unmarked", "advmod"} or (dep == "root" and len(tree) < 4)
