"""Where or who: a capital in its clause is a place or a government."""

from reportedly.extract.tree import Tree
from reportedly.model import MentionKind

_WHERE = frozenset(
    {
        "in",
        "near",
        "at",
        "around",
        "outside",
        "inside",
        "into",
        "across",
        "over",
        "through",
        "throughout",
        "above",
    }
    | {"within", "toward", "towards", "via", "beside", "off", "onto"}
)
_WHITHER = frozenset({"to", "from"})
# Deeds done to a town, not to a government.
_DONE_TO_TOWNS = frozenset(
    {
        "visit",
        "leave",
        "reach",
        "hit",
        "strike",
        "bomb",
        "shell",
        "attack",
        "capture",
        "evacuate",
        "enter",
        "pound",
    }
    | {
        "seize",
        "flood",
        "surround",
        "besiege",
        "rock",
        "shake",
        "tour",
        "flee",
        "approach",
        "encircle",
        "storm",
    }
    | {"devastate", "retake", "occupy", "bombard", "hammer", "lash", "batter", "blanket"}
)
# Nouns that a town has, and a government has not.
_OF_TOWNS = frozenset(
    {
        "airport",
        "mayor",
        "street",
        "suburb",
        "outskirts",
        "district",
        "hotel",
        "resident",
        "hospital",
        "subway",
        "metro",
    }
    | {
        "station",
        "square",
        "university",
        "region",
        "area",
        "police",
        "neighbourhood",
        "neighborhood",
        "city",
        "office",
    }
    | {
        "skyline",
        "port",
        "bridge",
        "apartment",
        "restaurant",
        "park",
        "stadium",
        "museum",
        "bureau",
        "marathon",
        "zoo",
    }
    | {
        "home",
        "house",
        "headquarters",
        "court",
        "school",
        "population",
        "governor",
        "province",
        "oblast",
        "time",
        "river",
    }
    | {
        "visit",
        "trip",
        "summit",
        "talk",
        "meeting",
        "conference",
        "accord",
        "agreement",
        "treaty",
        "protocol",
        "native",
    }
)


def is_place(tree: Tree, first: int, head: int, kind: MentionKind) -> bool:
    """Tell whether a mention says where, by its preposition, its verb or its noun."""
    cases = {tree.words[c] for c in tree.by(head, "case")} | _preposition_before(tree, first)
    if cases & _WHERE:
        return True
    if kind is not MentionKind.CAPITAL:
        return False
    return bool(cases & _WHITHER) or _town(tree, head, cases)


def _preposition_before(tree: Tree, first: int) -> set[str]:
    return {tree.words[first - 1]} if first > 0 and tree.tokens[first - 1].pos == "ADP" else set()


def _town(tree: Tree, head: int, cases: set[str]) -> bool:
    """Read a capital as a town where the words around speak of streets, not of states."""
    dep, up = tree.dep(head), tree.tokens[head].head
    if dep == "conj":
        return is_place(tree, up, up, MentionKind.CAPITAL)
    if dep in {"compound", "nmod:poss", "nmod", "nmod:desc", "amod"} and tree.lemmas[up] in _OF_TOWNS:
        return True
    if dep in {"obj", "nsubj:pass"} and tree.lemmas[up] in _DONE_TO_TOWNS:
        return True
    if "of" in cases and tree.lemmas[up] in {
        "city",
        "capital",
        "town",
        "north",
        "south",
        "east",
        "west",
        "mile",
    }:
        return True
    return dep in {"appos", "obl:unmarked", "advmod"} or (dep == "root" and len(tree) < 4)
