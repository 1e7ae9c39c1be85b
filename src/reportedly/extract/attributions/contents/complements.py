"""The clause that a reporting verb takes after it, however the parser hung it."""

from reportedly.extract.attributions.scene.passage import Passage
from reportedly.lexicon import load_speech

from .openings import bare_clause, opened_clause

_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})


def clause_after(p: Passage, at: int) -> list[int]:
    """Return the tokens of the clause that follows a verb as its content."""
    tree = p.tree
    heads = [i for i in tree.kids[at] if i > at and _is_content(p, at, i)]
    held = {t for h in heads for t in tree.under(h) if t > at}
    if held:
        held |= _object_between(p, at, min(held))
        held -= _back_in_tense(p, at, heads)
        return _with_tail(p, at, up_to_next(p, at, _with_coordinates(p, at, _from_that(p, sorted(held)))))
    return up_to_next(p, at, opened_clause(p, at) or bare_clause(p, at))


def _back_in_tense(p: Passage, at: int, heads: list[int]) -> set[int]:
    """Return what goes on with the cue, not with its clause: "denies that it fell and goes on"."""
    tree, own = p.tree, _tense(p, at)
    found: set[int] = set()
    for head in heads:
        inner = _tense(p, head)
        if own == "past" and tree.first(head, "aux", "aux:pass") is not None:
            continue  # "confirmed it has infected 200 and killed three": the auxiliary may serve both
        for k in tree.by(head, "conj"):
            apart = inner and own and inner != own and _tense(p, k) == own and tree.subject(k) is None
            if apart and tree.first(k, "aux", "aux:pass", "cop") is None and k not in p.quoted:
                found |= set(tree.under(k))
    return found


def taken_back(p: Passage, at: int) -> int | None:
    """Return the cue with which a coordinate goes on: "said it is his and accused him of theft"."""
    tree = p.tree
    clause = tree.tokens[at].head
    cue = tree.tokens[clause].head
    if tree.dep(at) != "conj" or tree.dep(clause) != "ccomp" or tree.lemmas[cue] not in p.cues.say:
        return None
    return cue if cue < clause < at and at in _back_in_tense(p, cue, [clause]) else None


def _tense(p: Passage, at: int) -> str:
    """Return whether a verb stands in the past, the present, or under a modal; nothing if it has no tense."""
    tree = p.tree
    tags = [tree.tokens[k].tag for k in (*tree.by(at, "aux", "aux:pass", "cop"), at)]
    return next(({"VBD": "past", "MD": "modal"}.get(t, "present") for t in tags if t in _TENSED), "")


def up_to_next(p: Passage, at: int, held: list[int]) -> list[int]:
    """Cut before the next saying: "and questioned how ...", ", adding that ...", "but Y denied ..."."""
    for i in held[1:]:
        if i <= at or i in p.quoted or p.tree.lemmas[i] not in p.cues.say or p.tree.tokens[i].pos != "VERB":
            continue
        cut = _start_of(p, i)
        if cut is not None and cut > held[0]:
            return [t for t in held if t < cut]
    return held


def _start_of(p: Passage, at: int) -> int | None:
    """Return where a new saying begins, if a comma or a conjunction sets it off."""
    tree = p.tree
    before = tree.words[at - 1]
    if tree.tokens[at].tag == "VBG":
        return at - 1 if before in {",", "”", '"', "''", "while"} else None
    named = tree.subject(at)
    other = named is not None and tree.tokens[named].pos == "PROPN"
    if tree.first(at, "ccomp") is None and tree.words[at + 1 : at + 2] != ("that",) and not other:
        return None
    if not p.finite(at) or (
        tree.first(at, "mark") is not None and tree.words[tree.first(at, "mark") or 0] == "that"
    ):
        return None
    subject = tree.subject(at)
    first = min(tree.under(subject)) if subject is not None and subject < at else at
    while first > 0 and tree.tokens[first - 1].pos == "ADV":
        first -= 1
    lead = tree.words[first - 1] if first > 0 else ""
    apart = lead == "and" and (subject is None or (other and first > 1 and tree.words[first - 2] == ","))
    if lead in {"but", "while", "though", "although", "whereas"} or apart:
        return first - 1
    return None


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
        if up_to_next(p, at, [*held, *branch]) != [*held, *branch]:
            break
        if any(w not in {"—", "–", "-", "--"} for w in between) or (branch[0] in p.quoted) != (
            held[-1] in p.quoted
        ):
            break
        held = sorted({*held, *branch})
    return held


def _from_that(p: Passage, held: list[int]) -> list[int]:
    """Leave out what stands between the verb and "that": "said on Tuesday, for example, that ..."."""
    tree = p.tree
    for n in range(1, min(12, len(held))):
        i = held[n]
        if p.finite(held[n - 1]) or i in p.quoted:
            return held
        if tree.words[i] == "that" and (tree.dep(i) == "mark" or tree.tokens[i].pos == "SCONJ"):
            return held if tree.words[held[n - 1]] in {"and", "but", "or"} else held[n:]
    return held


def _is_content(p: Passage, at: int, child: int) -> bool:
    tree, dep = p.tree, p.tree.dep(child)
    if dep == "ccomp":
        bare = (
            tree.lemmas[child] in load_speech().time
            and tree.subject(child) is None
            and tree.first(child, "cop") is None
        )
        return not bare and not _name_after(p, at, child)
    lemma = tree.lemmas[at]
    if dep in {"xcomp", "advcl"} and lemma in p.cues.own and _goes_on(p, at, child):
        return tree.tokens[child].pos in {"VERB", "AUX"}
    if dep == "advcl" and lemma in {"accuse", "suspect", "blame"}:
        return any(tree.words[m] in {"of", "for"} for m in tree.by(child, "mark", "case"))
    if dep not in {"advcl", "parataxis", "xcomp", "conj", "dep", "obj"} or tree.subject(child) is None:
        return False
    marked = dep == "conj" and tree.words[min(tree.under(child)) :][:2] in {("and", "that"), ("but", "that")}
    if (marked or _unparted(p, child)) and any(i > at for i in tree.by(at, "ccomp")):
        return True
    if dep in {"conj", "parataxis"}:
        return any(
            tree.words[i] in {":", '"', "“", "''", "«"}
            for i in range(at + 1, min(tree.under(child)[0] + 1, child))
        )
    first = min(i for i in tree.under(child) if tree.tokens[i].pos != "PUNCT" or i == child)
    marks = [tree.words[m] for m in tree.by(child, "mark")]
    if any(m in {"that", "whether"} for m in marks):
        return True
    comma = first > 0 and tree.words[first - 1] == ","
    return not comma and tree.words[first] not in load_speech().adverbial and p.finite(child)


def _unparted(p: Passage, child: int) -> bool:
    """Tell "said it was calm and nine boats had left" from "said it was calm, and nine boats left"."""
    tree = p.tree
    cc, subject = tree.first(child, "cc"), tree.first(child, "nsubj", "nsubj:pass")
    if tree.dep(child) != "conj" or cc is None or subject is None or tree.lemmas[child] in p.cues.say:
        return False
    return (
        tree.words[cc] == "and" and tree.words[cc - 1] != "," and tree.words[cc - 1] not in {"”", '"', "''"}
    )


def _goes_on(p: Passage, at: int, child: int) -> bool:
    """Tell "denied sending" and "claims to have" from "spoke, waving"."""
    first = min(t for t in p.tree.under(child))
    between = p.tree.words[at + 1 : first]
    return p.tree.dep(child) == "xcomp" or between in {(), ("to",), ("of",)}


def _name_after(p: Passage, at: int, child: int) -> bool:
    """Guard a name after the verb that the parser took for a clause ("said Ban Ki-moon")."""
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
    if tree.lemmas[at] in load_speech().listens or tree.lemmas[at] in p.cues.own:
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
