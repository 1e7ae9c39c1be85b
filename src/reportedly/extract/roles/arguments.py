"""Who does it and what it is done to, whatever the voice of the verb."""

from reportedly.extract.tree import CLAUSES, SUBJECTS, Tree
from reportedly.lexicon import load_roles

from .prepositions import prepositional

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_HEDGES = frozenset({"as", "than", "around", "about", "over", "nearly", "some"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "X"})


def passive(tree: Tree, at: int) -> bool:
    """Is the verb in the passive, also as a bare participle ("shells sent to")?"""
    token = tree.tokens[at]
    if tree.first(at, "aux:pass") is not None:
        return True
    if token.tag != "VBN" or any(tree.lemmas[kid] == "have" for kid in tree.by(at, "aux")):
        return False
    if tree.first(at, "obj") is not None:
        return False
    if token.dep == "conj" and tree.tokens[token.head].pos == "VERB":
        return passive(tree, token.head) or tree.first(at, "nsubj:pass") is not None
    return (
        token.dep in {"acl", "amod", "xcomp", "advcl", "acl:relcl"}
        or tree.first(at, "nsubj:pass") is not None
    )


def surface_subject(tree: Tree, at: int, depth: int = 0) -> int | None:
    """Return the head of the grammatical subject, own or borrowed."""
    own = _own_subject(tree, at)
    if own is not None and tree.words[own] not in _RELATIVE:
        return own
    if depth > 5:
        return own
    return _borrowed(tree, at, own, depth + 1)


def _own_subject(tree: Tree, at: int) -> int | None:
    """Return a verb's own subject; of an office and its holder side by side, the holder.

    A noun with an article right behind a name is no holder's: "In Ohio a gunman shot".
    """
    subjects = [kid for kid in tree.kids[at] if tree.deps[kid] in SUBJECTS]
    if len(subjects) < 2:
        return subjects[0] if subjects else None
    names = [kid for kid in subjects if tree.tokens[kid].pos == "PROPN"]
    if not names:
        return subjects[0]
    article = tree.first(subjects[-1], "det")
    return subjects[-1] if article is not None and article - 1 == names[-1] else names[-1]


def _borrowed(tree: Tree, at: int, own: int | None, depth: int) -> int | None:
    head, dep = tree.tokens[at].head, tree.dep(at)
    if dep == "acl:relcl" or (dep == "acl" and own is not None):
        return head if own is not None or tree.first(at, "obj") is not None or passive(tree, at) else None
    if own is not None:
        return own
    if dep == "acl":
        return (
            _planner(tree, head, depth) if any(tree.words[m] == "to" for m in tree.by(at, "mark")) else head
        )
    if dep == "conj":
        return surface_subject(tree, head, depth)
    if dep == "amod":
        return head
    to = any(tree.words[m] == "to" for m in tree.by(at, "mark"))
    if dep in {"xcomp", "advcl"} or (dep in {"ccomp", "csubj"} and to and at > head):
        return _controller(tree, at, head, dep, depth)
    return None


def _planner(tree: Tree, noun: int, depth: int) -> int | None:
    """Find who is to do what a noun plans: "Chile's plan to cut", "the decision of Chile to cut"."""
    for planned in tree.by(noun, "nmod"):  # "a reply to the decision of Chile to cut"
        of = next(prepositional(tree, planned, "of"), None)
        if of is not None and tree.tokens[of].pos == "PROPN":
            return of
    own = tree.first(noun, "nsubj", "nmod:poss")
    if own is not None:
        return own
    named = tree.first(noun, "compound")
    if tree.dep(noun) == "root" and named is not None and tree.tokens[named].pos == "PROPN":
        return named
    of = next(prepositional(tree, noun, "of"), None)
    if of is not None and tree.tokens[of].pos == "PROPN":
        return of
    verb = tree.tokens[noun].head
    if tree.dep(noun) in {"obj", "obl"} and tree.tokens[verb].pos == "VERB":
        return surface_subject(tree, verb, depth)
    return noun


def _controller(tree: Tree, at: int, head: int, dep: str, depth: int) -> int | None:
    """Find who is to do it: "asked Ford to", "suspects Ford of", "plans to", "capable of carrying"."""
    if tree.tokens[head].pos in {"NOUN", "PROPN"} and dep == "advcl" and tree.first(head, "cop") is None:
        return head
    told = next((i for i in reversed(tree.kids[head]) if i < at and tree.dep(i) in {"obj", "iobj"}), None)
    of_doing = any(tree.words[mark] == "of" for mark in tree.by(at, "mark"))
    if tree.lemmas[head] in load_roles().control:
        return surface_subject(tree, head, depth)
    if (dep != "advcl" or of_doing) and told is not None:
        return told
    between = _before_infinitive(tree, at, head) if dep == "xcomp" else None
    return between if between is not None else surface_subject(tree, head, depth)


def _before_infinitive(tree: Tree, at: int, verb: int) -> int | None:
    """Return the name that stands between a verb and its infinitive ("expect Ann Lee to run")."""
    to = next((m for m in tree.by(at, "mark") if tree.words[m] == "to"), None)
    if to is None or to - 1 <= verb or tree.tokens[to - 1].pos != "PROPN":
        return None
    return to - 1


def agent(tree: Tree, at: int) -> int | None:
    """Return the head of who does it."""
    if not passive(tree, at):
        return surface_subject(tree, at)
    own = tree.first(at, "obl:agent") or next(prepositional(tree, at, "by"), None)
    kept = retained(tree, at) if own is None else None
    return own if kept is None else next(prepositional(tree, kept, "by"), None)


def patient(tree: Tree, at: int) -> int | None:
    """Return the head of what it is done to."""
    own = given_to(tree, at)[1] or _object(tree, at)
    if passive(tree, at):
        kept = retained(tree, at)
        return surface_subject(tree, at) if kept is None else kept
    if own is None:
        own = _hedged(tree, at)
    if own is not None and tree.words[own] not in _RELATIVE:
        return own
    if tree.dep(at) == "acl:relcl":
        return _antecedent(tree, at, own)
    if own is None and tree.dep(at) == "conj" and tree.tokens[tree.tokens[at].head].pos == "VERB":
        return None
    return own


def _object(tree: Tree, at: int) -> int | None:
    """Return a verb's object; of two nouns side by side, the second ("give it a capital infusion")."""
    own = tree.first(at, "obj")
    beside = own is not None and tree.tokens[own].pos == "NOUN" and own + 1 < len(tree)
    second = (
        beside and own is not None and own + 1 in tree.by(at, "obj") and tree.tokens[own + 1].pos == "NOUN"
    )
    return own + 1 if own is not None and second else own


def given_to(tree: Tree, at: int) -> tuple[int | None, int | None]:
    """Return who is given what, where a parser calls both objects ("sent Chile 40 tents")."""
    objects = [kid for kid in tree.by(at, "obj") if kid > at]
    if len(objects) == 2 and tree.tokens[objects[0]].pos in {"PROPN", "PRON"}:
        return objects[0], objects[1]
    return None, None


def retained(tree: Tree, at: int) -> int | None:
    """Return the object that a passive keeps: "Kenya was given 300 tents"."""
    own = tree.first(at, "obj")
    if own is not None:
        return own
    for kid in tree.by(at, "obl:unmarked"):
        counted = any(tree.dep(i) == "nummod" for i in tree.kids[kid])
        if counted and kid > at and tree.lemmas[kid] not in load_roles().measures:
            return kid
    return None


def _hedged(tree: Tree, at: int) -> int | None:
    """Return an object that its hedge makes look like an oblique: "sent as many as 5,000 crates"."""
    for kid in tree.by(at, "obl:unmarked"):
        if tree.tokens[kid].pos == "NUM" and kid == at + 1:
            return kid  # "killed ten and wounded 25"
    for kid in tree.by(at, "obl"):
        cases = [tree.words[c] for c in tree.by(kid, "case")]
        counted = any(tree.tokens[c].pos == "NUM" for c in tree.under(kid))
        if counted and cases and set(cases) <= _HEDGES:
            return kid
    return None


def _antecedent(tree: Tree, at: int, own: int | None) -> int | None:
    """Return the noun that "that it has received" hangs on, if its object is that noun."""
    subject = next((kid for kid in tree.kids[at] if tree.dep(kid) in SUBJECTS), None)
    if own is not None or (subject is not None and tree.words[subject] not in _RELATIVE):
        return tree.tokens[at].head
    return None


def nominal(tree: Tree, at: int) -> bool:
    """Is the token a noun, name, number or pronoun?"""
    return tree.tokens[at].pos in _NOMINAL


def verbal(tree: Tree, at: int) -> bool:
    """Is the token a verb, by its class or at least by its form ("issues/VBZ" in a headline)?"""
    token = tree.tokens[at]
    if token.pos == "VERB" or not tree.kids[at]:
        return token.pos == "VERB"
    if tree.first(at, "aux:pass") is not None:
        return True
    formed = token.tag.startswith("VB") or (token.dep in CLAUSES and tree.words[at].endswith("ing"))
    return formed and tree.first(at, *SUBJECTS, "obj") is not None and tree.first(at, "cop") is None
