"""Clauses after a verb found by the words that open them, where no branch shows them."""

from reportedly.extract.attributions.scene.passage import Passage
from reportedly.extract.attributions.sources.subjects import hands_on
from reportedly.extract.tree import Tree
from reportedly.lexicon import load_speech


def opened_clause(p: Passage, at: int) -> list[int]:
    """Find "that ..." or "whether ..." after the verb where no branch shows it."""
    tree = p.tree
    for i in range(at + 1, min(at + 14, len(tree))):
        word, pos = tree.words[i], tree.tokens[i].pos
        if word in {";", ":"} or (i in p.quoted) != (at in p.quoted):
            return []
        if tree.tokens[i].tag == "VBG" and tree.words[i - 1] == "," and tree.lemmas[i] in p.cues.say:
            return []
        if word in load_speech().opener and _may_open(p, at, i):
            end = _reach(p, at, i)
            return list(range(i, end + 1))
        if pos in {"VERB", "AUX"} and p.finite(i):
            return []
    return []


def _may_open(p: Passage, at: int, i: int) -> bool:
    tree = p.tree
    if tree.words[i] == "that":
        drawn = (
            tree.lemmas[at] in load_speech().bare
            and tree.tokens[i].pos == "PRON"
            and tree.tokens[i].head > i + 1
        )
        return tree.tokens[i].pos == "SCONJ" or tree.dep(i) == "mark" or drawn
    if tree.words[i] == "if" and i == at + 1:
        return True
    if tree.lemmas[at] not in load_speech().listens and tree.words[i] in {
        "if",
        "when",
        "where",
        "who",
        "which",
        "what",
    }:
        return False
    told = tree.lemmas[at] in load_speech().listens and tree.words[i] in {"what", "where"}
    return told or tree.words[i] in {"whether", "if", "how", "why"} or i == at + 1


def _reach(p: Passage, at: int, opener: int) -> int:
    """Return the last token of the clause that a word opens."""
    tree = p.tree
    for up in tree.rise(opener):
        if up == at or not p.finite(at):
            break
        if up > opener and tree.dep(up) in {
            "advcl",
            "ccomp",
            "acl",
            "acl:relcl",
            "conj",
            "parataxis",
            "root",
            "xcomp",
        }:
            return max(t for t in tree.under(up))
    end = len(tree) - 1
    if not p.finite(at):
        end = next((i - 1 for i in range(opener, len(tree)) if tree.words[i] == ","), end)
    while end > opener and not tree.words[end][0].isalnum():
        end -= 1
    return end


def _says_more(tree: Tree, at: int, noun: int) -> bool:
    """Tell a verb that only says more of a noun ("Lee, who is a nurse")."""
    for i in (at, *tree.rise(at)):
        if i == noun:
            return False
        if tree.dep(i) in {"acl:relcl", "acl", "advcl"}:
            return True
    return False


def bare_clause(p: Passage, at: int) -> list[int]:
    """Read a clause without "that" whose subject the parser took for the verb's object."""
    tree = p.tree
    noun = next((i for i in tree.by(at, "obj", "obl:unmarked", "xcomp", "nsubj") if i > at), None)
    if (
        noun is None
        or tree.lemmas[at] not in load_speech().bare
        or tree.lemmas[noun] in load_speech().time
        or min(tree.under(noun)) != at + 1
        or hands_on(tree, at)
    ):
        return []
    inner = set(tree.under(noun))
    above = (i for i in tree.rise(at) if i > at and any(s < at for s in tree.by(i, "nsubj")))
    end = min(above, default=len(tree)) - 1
    verbs = [i for i in range(at + 1, end + 1) if p.finite(i)]
    if all(i in inner and _says_more(tree, i, noun) for i in verbs):
        return []
    for i in range(at + 2, end + 1):
        if tree.words[i - 1] == "," and (
            tree.tokens[i].tag == "VBG" or tree.words[i] in {"according", "while", "as"}
        ):
            end = i - 2
            break
    while end > at and not tree.words[end][0].isalnum():
        end -= 1
    return list(range(at + 1, end + 1))
