"""The clause that a reporting verb takes after it, however the parser hung it."""

from .openings import LISTENED, TIMES, bare_clause, opened_clause
from .passage import Passage

# Words that open an adverbial clause: what follows is no content.
_ADVERBIAL = frozenset(
    {
        "while",
        "after",
        "before",
        "as",
        "when",
        "because",
        "since",
        "although",
        "though",
        "until",
        "unless",
        "once",
    }
    | {
        "if",
        "by",
        "in",
        "for",
        "with",
        "without",
        "to",
        "upon",
        "amid",
        "despite",
        "where",
        "like",
        "even",
        "so",
        "than",
    }
)


def clause_after(p: Passage, at: int) -> list[int]:
    """Return the tokens of the clause that follows a verb as its content."""
    tree = p.tree
    heads = [i for i in tree.kids[at] if i > at and _is_content(p, at, i)]
    held = {t for h in heads for t in tree.under(h) if t > at}
    if held:
        held |= _object_between(p, at, min(held))
        return _with_tail(p, at, _up_to_next(p, at, _with_coordinates(p, at, _from_that(p, sorted(held)))))
    return opened_clause(p, at) or bare_clause(p, at)


def _up_to_next(p: Passage, at: int, held: list[int]) -> list[int]:
    """Cut before "and questioned how ...": the same speaker says that anew."""
    tree = p.tree
    for i in held:
        if (
            i == at
            or tree.dep(i) != "conj"
            or tree.lemmas[i] not in p.cues.say
            or tree.subject(i) is not None
        ):
            continue
        if tree.dep(tree.tokens[i].head) == "ccomp" and tree.first(i, "ccomp") is not None:
            cut = next((c for c in tree.by(i, "cc")), i)
            return [t for t in held if t < cut] or held
    return held


def _with_tail(p: Passage, at: int, held: list[int]) -> list[int]:
    """Take in what follows without a comma, which the parser hung on the verb."""
    tree = p.tree
    for k in tree.kids[at]:
        branch = tree.under(k)
        if branch[0] <= held[-1] or tree.dep(k) not in {
            "obl",
            "advcl",
            "obl:unmarked",
            "advmod",
            "nmod",
            "acl",
        }:
            continue
        between = tree.words[held[-1] + 1 : branch[0]]
        if any(w not in {"—", "–", "-", "--"} for w in between) or (branch[0] in p.quoted) != (
            held[-1] in p.quoted
        ):
            break
        held = sorted({*held, *branch})
    return held


def _from_that(p: Passage, held: list[int]) -> list[int]:
    """Leave out a day that the parser drew into the clause ("said Tuesday that ...")."""
    for n in range(1, min(4, len(held))):
        if p.tree.words[held[n]] == "that" and p.tree.dep(held[n]) == "mark":
            return held[n:] if p.tree.tokens[held[0]].pos in {"PROPN", "NOUN", "ADP"} else held
    return held


def _is_content(p: Passage, at: int, child: int) -> bool:
    tree, dep = p.tree, p.tree.dep(child)
    if dep == "ccomp":
        bare = (
            tree.lemmas[child] in TIMES and tree.subject(child) is None and tree.first(child, "cop") is None
        )
        return not bare and not _name_after(p, at, child)
    lemma = tree.lemmas[at]
    if dep in {"xcomp", "advcl"} and lemma in p.cues.own and _goes_on(p, at, child):
        return tree.tokens[child].pos in {"VERB", "AUX"}
    if dep == "advcl" and lemma in {"accuse", "suspect", "blame"}:
        return any(tree.words[m] in {"of", "for"} for m in tree.by(child, "mark", "case"))
    if dep not in {"advcl", "parataxis", "xcomp", "conj", "dep", "obj"} or tree.subject(child) is None:
        return False
    if dep in {"conj", "parataxis"}:
        return any(
            tree.words[i] in {":", '"', "“", "''", "«"}
            for i in range(at + 1, min(tree.under(child)[0] + 1, child))
        )
    first = min(tree.under(child))
    marks = [tree.words[m] for m in tree.by(child, "mark")]
    if any(m in {"that", "whether"} for m in marks):
        return True
    comma = first > 0 and tree.words[first - 1] == ","
    return not comma and tree.words[first] not in _ADVERBIAL and p.finite(child)


def _goes_on(p: Passage, at: int, child: int) -> bool:
    """Tell "denied sending" and "claims to have" from "spoke, waving"."""
    first = min(t for t in p.tree.under(child))
    between = p.tree.words[at + 1 : first]
    return p.tree.dep(child) == "xcomp" or between in {(), ("to",), ("of",)}


def _name_after(p: Passage, at: int, child: int) -> bool:
    """Guard a name after the verb that the parser took for a clause ("said Shin Won-sik")."""
    tree = p.tree
    before = tree.words[at - 1] if at else ""
    if before not in {",", '"', "”", "''", "»"} or (
        tree.subject(child) is None and tree.tokens[child].tag[:3] != "NNP"
    ):
        return False
    return all(tree.tokens[i].text[0].isupper() or tree.words[i] == "-" for i in range(at + 1, child + 1))


def _object_between(p: Passage, at: int, first: int) -> set[int]:
    """Take a noun between verb and clause for the clause's own, unless it is who was told."""
    tree = p.tree
    if tree.lemmas[at] in LISTENED or tree.lemmas[at] in p.cues.own:
        named = tree.lemmas[at] in {"accuse", "suspect", "blame"}
        return {t for o in tree.by(at, "obj") if at < o < first for t in tree.under(o)} if named else set()
    if tree.first(at, "obj") is None or tree.words[first] == "that":
        return set()
    return {t for o in tree.by(at, "obj", "obl") if at < o < first for t in tree.under(o) if t > at}


def _with_coordinates(p: Passage, at: int, held: list[int]) -> list[int]:
    """Fill holes that punctuation or stray words left inside the content."""
    inner = [i for i in range(held[0], held[-1] + 1) if i not in held]
    if len(inner) <= 3 and all(not p.tree.words[i][0].isalnum() for i in inner):
        return list(range(held[0], held[-1] + 1))
    if p.tree.tokens[held[-1]].head == at:
        return held
    return held
