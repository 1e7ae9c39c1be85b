"""The way from a token up through the clauses that hold it, and what each adds."""

from collections.abc import Iterator

from reportedly.extract.tree import Tree
from reportedly.lexicon import ModalityTable, load_cues
from reportedly.model import Modality

_ARGUMENTS = frozenset({"obj", "nsubj:pass", "obl", "iobj"})
_NOMINAL = frozenset(
    {"nsubj", "obj", "iobj", "obl", "nmod", "nummod", "compound", "amod", "appos", "nsubj:pass", "conj"}
)
_GOVERNED = frozenset({"ccomp", "xcomp", "acl", "advcl", "csubj", "csubj:pass"})
# Verbs whose noun, not only whose clause, they put in doubt: "announced a visit", "denied the attack".
_NOUNS_TOO = frozenset(
    {
        Modality.ANNOUNCED,
        Modality.PLEDGED,
        Modality.PLANNED,
        Modality.DENIED,
        Modality.ACCUSED,
        Modality.REQUESTED,
    }
    | {Modality.THREATENED, Modality.EXPECTED, Modality.ADMITTED, Modality.ESTIMATED}
)


def climb(tree: Tree, at: int, table: ModalityTable) -> Iterator[list[Modality | None]]:
    """Yield, from the token upwards, the modalities that each clause gives."""
    yield _nominal(tree, at, table)
    here = at
    for _ in range(len(tree)):
        yield _inside(tree, here, table)
        up, dep = tree.tokens[here].head, tree.dep(here)
        if up == here or dep in {"parataxis", "discourse", "root"}:
            return
        if dep == "acl:relcl":
            if not _carried_by_noun(tree, here, up, table):
                return
            dep = "acl"
        given = _given(tree, here, up, dep, table)
        yield [given]
        if dep in _GOVERNED and (_sourced(tree, up) or _owned(tree, up)):
            return
        if dep == "advcl" and not _complement(tree, here, table):
            yield _purpose(tree, here, up, table)
            return
        here = up


def _purpose(tree: Tree, here: int, up: int, table: ModalityTable) -> list[Modality | None]:
    """Return that what is still to be done serves what is as much ahead: "will travel to sign"."""
    to = any(tree.words[m] == "to" for m in tree.by(here, "mark"))
    return [m for m in _inside(tree, up, table) if to and m in {Modality.PLANNED, Modality.EXPECTED}]


def _carried_by_noun(tree: Tree, here: int, up: int, table: ModalityTable) -> bool:
    """Tell "the claim that he fled", which parsers take for a relative clause."""
    marked = any(tree.words[m] in {"that", "whether", "to"} for m in tree.by(here, "mark"))
    marked = marked or (tree.words[up + 1 : up + 2] == ("that",) and tree.subject(here) is not None)
    return marked and (tree.lemmas[up] in table.nouns or tree.lemmas[up] in table.verbs)


def _nominal(tree: Tree, at: int, table: ModalityTable) -> list[Modality | None]:
    """Read the words on a noun itself: "an estimated 400 people", "suspected rebels"."""
    return [
        table.particles.get(tree.words[k])
        for k in tree.by(at, "amod", "advmod")
        if tree.tokens[at].pos in {"NOUN", "PROPN"}
    ]


def _inside(tree: Tree, at: int, table: ModalityTable) -> list[Modality | None]:
    """Read what stands in the clause: auxiliaries, adverbs, a condition."""
    if tree.tokens[at].pos not in {"VERB", "AUX", "ADJ", "NOUN"}:
        return []
    found: list[Modality | None] = []
    for k in tree.by(at, "aux", "advmod", "mark"):
        word = tree.lemmas[k] if tree.tokens[k].pos == "AUX" else tree.words[k]
        if word in {"if", "unless"} and tree.dep(k) == "mark":
            found.append(Modality.HYPOTHETICAL)
        elif word in table.particles:
            found.append(_auxiliary(tree, at, k, table))
    if tree.passive(at) or tree.first(at, "nsubj:pass") is not None:
        found.append(_alone(tree, at, table))
    return found


def _auxiliary(tree: Tree, at: int, k: int, table: ModalityTable) -> Modality | None:
    """Tell "could hold" from "could have killed", and "will send" from "will fall"."""
    word = tree.words[k] if tree.words[k] in table.particles else tree.lemmas[k]
    word = {"'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "wo": "will", "ca": "can"}.get(
        tree.words[k], word
    )
    if tree.tokens[k].pos == "AUX" and tree.words[k] in {"would", "could", "might"}:
        word = tree.words[k]
    perfect = any(tree.lemmas[a] == "have" for a in tree.by(at, "aux") if a > k)
    if word in {"could", "can"} and not perfect:
        return Modality.CAPABILITY if tree.lemmas[at] in table.holds or word == "can" else Modality.POSSIBLE
    if word in {"will", "shall", "would"} and not perfect:
        told = tree.dep(at) in {"ccomp", "acl", "acl:relcl", "conj"}
        if word == "would" and not (told or _reported(tree, at)):
            return Modality.HYPOTHETICAL
        if word == "would" and any(
            tree.words[m] in {"if", "unless"} for a in tree.by(at, "advcl") for m in tree.by(a, "mark")
        ):
            return Modality.HYPOTHETICAL
        if table.adjectives.get(tree.lemmas[at]) is Modality.PLANNED:  # "would be willing"
            return Modality.PLANNED
        falls = (
            tree.lemmas[at] in table.falls
            or tree.first(at, "cop") is not None
            or tree.tokens[at].pos != "VERB"
        )
        return Modality.EXPECTED if falls else Modality.PLANNED
    return table.particles.get(word)


def _reported(tree: Tree, at: int) -> bool:
    """Tell whether a saying stands beside the clause ("..., he said")."""
    cues = load_cues().say
    near = [*tree.by(at, "parataxis"), tree.tokens[at].head]
    return any(tree.lemmas[i] in cues for i in near if i != at)


def _alone(tree: Tree, at: int, table: ModalityTable) -> Modality | None:
    """Read a passive that stands without its infinitive: "is expected in Seoul", "had been announced"."""
    found = table.verbs.get(tree.lemmas[at])
    return found if found in _NOUNS_TOO else None


def _given(tree: Tree, here: int, up: int, dep: str, table: ModalityTable) -> Modality | None:
    """Return what a governor does to the clause or the noun under it."""
    lemma, pos = tree.lemmas[up], tree.tokens[up].pos
    if dep in _GOVERNED and (dep != "advcl" or _complement(tree, here, table)):
        if pos == "NOUN":
            return table.nouns.get(lemma) or table.verbs.get(lemma)
        found = table.adjectives.get(lemma) or table.adjectives.get(tree.words[up])
        found = (found if pos in {"ADJ", "ADV"} or tree.passive(up) else None) or table.verbs.get(lemma)
        if found is Modality.POSSIBLE and pos == "VERB" and lemma not in table.guesses:
            return found if tree.passive(up) else None
        return found
    if dep in _ARGUMENTS and pos == "VERB":
        found = table.verbs.get(lemma)
        return found if found in _NOUNS_TOO and (dep != "obl" or _of_deed(tree, here)) else None
    if dep == "nmod" and pos == "NOUN":
        return table.nouns.get(lemma) if _of_deed(tree, here) else None
    if dep in {"obl", "nmod"} and pos == "ADJ":
        return table.adjectives.get(lemma)
    return None


def _of_deed(tree: Tree, at: int) -> bool:
    return any(tree.words[c] in {"of", "for", "with"} for c in tree.by(at, "case"))


def _complement(tree: Tree, at: int, table: ModalityTable) -> bool:
    """Tell "accused of doing" from "left after doing"."""
    marks = [tree.words[m] for m in tree.by(at, "mark", "case")]
    up = tree.tokens[at].head
    if not marks:
        return False
    if tree.lemmas[up] in table.verbs or tree.lemmas[up] in table.adjectives:
        return marks[0] in {"to", "of", "for", "with", "that"}
    if marks[0] == "to":
        return tree.tokens[up].pos == "ADJ" or any(tree.lemmas[k] in table.adjectives for k in tree.kids[up])
    return marks[0] in {"of", "for", "with", "that"} and tree.tokens[up].pos != "NOUN"


def _owned(tree: Tree, at: int) -> bool:
    """Tell a noun that lays its clause to its owner ("Russia's claim that ...")."""
    return tree.lemmas[at] in load_cues().noun and tree.first(at, "nmod:poss") is not None


def _sourced(tree: Tree, at: int) -> bool:
    """Tell a verb that lays its clause to somebody: there the innermost voice ends."""
    return (
        tree.tokens[at].pos == "VERB" and tree.lemmas[at] in load_cues().say and tree.subject(at) is not None
    )


def negations(tree: Tree, at: int, table: ModalityTable) -> Iterator[int]:
    """Yield the number of negations at each step from the token to its source."""
    if tree.tokens[at].pos in {"NOUN", "PROPN", "PRON", "NUM"}:
        yield sum(_negates(tree, k, table) for k in tree.kids[at])
        if not _within_reach(tree, at):
            return
    here = _verb_over(tree, at)
    for _ in range(len(tree)):
        yield sum(_negates(tree, k, table) for k in tree.kids[here] if k != at)
        parts = [k for k in tree.by(here, "nsubj", "nsubj:pass", "obj") if not _holds(tree, k, at)]
        yield sum(_negates(tree, d, table) for k in parts for d in tree.by(k, "det", "cc:preconj"))
        up, dep = tree.tokens[here].head, tree.dep(here)
        if up == here or dep not in {"xcomp", "ccomp", "acl", "advcl", "csubj"}:
            return
        if dep == "advcl" and not _complement(tree, here, table):
            return
        yield int(tree.lemmas[up] in table.fails)
        if dep == "acl" or tree.tokens[up].pos == "NOUN":
            yield sum(_negates(tree, k, table) for k in tree.kids[up])
            return
        if dep == "ccomp" and tree.lemmas[up] not in table.raising:
            return
        here = up


_SURE = frozenset(
    {"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "such"}
)


def _within_reach(tree: Tree, at: int) -> bool:
    """Tell whether a clause's negation reaches a noun: "did not send guns", not "did not like the guns"."""
    if tree.dep(at) not in {"obj", "nsubj", "nsubj:pass", "nummod", "ccomp", "root", "xcomp", "conj"}:
        return tree.dep(at) in {"nmod", "obl"} and any(tree.words[k] == "any" for k in tree.kids[at])
    held = at if tree.dep(at) != "nummod" else tree.tokens[at].head
    return not any(tree.words[k] in _SURE or tree.dep(k) == "nmod:poss" for k in tree.kids[held])


def _verb_over(tree: Tree, at: int) -> int:
    """Return the verb whose clause a token stands in."""
    for i in (at, *tree.rise(at)):
        if tree.tokens[i].pos in {"VERB", "AUX", "ADJ"} or tree.dep(i) in _GOVERNED or tree.dep(i) == "root":
            return i
    return at


def _holds(tree: Tree, branch: int, at: int) -> bool:
    return branch == at or branch in tree.rise(at)


def _negates(tree: Tree, at: int, table: ModalityTable) -> int:
    word = {"n't": "not", "n’t": "not"}.get(tree.words[at], tree.words[at])
    near = tree.dep(at) in {"advmod", "det", "mark", "cc:preconj", "case", "nsubj", "nsubj:pass"}
    return int(word in table.negates and near and not _limits(tree, at))


def _limits(tree: Tree, at: int) -> bool:
    """Tell "no fewer than 300", "not later than May": a limit, and no denial."""
    after = tree.tokens[at + 1 : at + 3]
    return len(after) == 2 and after[0].tag in {"JJR", "RBR"} and tree.words[at + 2] == "than"
