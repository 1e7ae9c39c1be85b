"""The clause that a reporting verb takes after it, however the parser hung it."""

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
_OPENERS = frozenset({"that", "whether", "if", "how", "why", "what", "who", "where", "when", "which"})
LISTENED = frozenset(
    {"tell", "inform", "notify", "assure", "remind", "brief", "ask", "warn", "advise", "convince"}
)

TIMES = frozenset(
    {
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tomorrow",
    }
    | {
        "week",
        "month",
        "year",
        "night",
        "morning",
        "afternoon",
        "evening",
        "day",
        "weekend",
        "january",
        "february",
    }
    | {
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "time",
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
    return _opened(p, at) or _bare(p, at)


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


def _bare(p: Passage, at: int) -> list[int]:
    """Read a clause without "that" whose subject the parser took for the verb's object."""
    tree = p.tree
    noun = next((i for i in tree.by(at, "obj", "obl:unmarked", "xcomp", "nsubj") if i > at), None)
    if (
        noun is None
        or tree.lemmas[at] not in _BARE
        or tree.lemmas[noun] in TIMES
        or min(tree.under(noun)) != at + 1
    ):
        return []
    inner = set(tree.under(noun))
    verbs = [i for i in range(at + 1, len(tree)) if p.finite(i)]
    if not any(i not in inner or tree.dep(i) not in {"acl:relcl", "acl", "advcl"} for i in verbs):
        return []
    end = len(tree) - 1
    for i in range(at + 2, len(tree)):
        if tree.words[i - 1] == "," and (
            tree.tokens[i].tag == "VBG" or tree.words[i] in {"according", "while", "as"}
        ):
            end = i - 2
            break
    while end > at and not tree.words[end][0].isalnum():
        end -= 1
    return list(range(at + 1, end + 1))


# Verbs that take a clause far more often than a thing.
_BARE = frozenset(
    {
        "say",
        "claim",
        "argue",
        "add",
        "believe",
        "think",
        "insist",
        "contend",
        "note",
        "suggest",
        "warn",
        "hope",
        "know",
    }
    | {
        "explain",
        "state",
        "assert",
        "acknowledge",
        "admit",
        "allege",
        "reveal",
        "show",
        "find",
        "indicate",
        "estimate",
    }
)


def _is_content(p: Passage, at: int, child: int) -> bool:
    tree, dep = p.tree, p.tree.dep(child)
    if dep == "ccomp":
        return not _name_after(p, at, child) and tree.lemmas[child] not in TIMES
    lemma = tree.lemmas[at]
    if dep == "xcomp" and lemma in p.cues.own:
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


def _opened(p: Passage, at: int) -> list[int]:
    """Find "that ..." or "whether ..." after the verb where no branch shows it."""
    tree = p.tree
    for i in range(at + 1, min(at + 14, len(tree))):
        word, pos = tree.words[i], tree.tokens[i].pos
        if word in {";", ":"} or (i in p.quoted) != (at in p.quoted):
            return []
        if word in _OPENERS and _may_open(p, at, i):
            end = _reach(p, at, i)
            return list(range(i, end + 1))
        if pos in {"VERB", "AUX"} and p.finite(i):
            return []
    return []


def _may_open(p: Passage, at: int, i: int) -> bool:
    tree = p.tree
    if tree.words[i] == "that":
        return tree.tokens[i].pos == "SCONJ" or tree.dep(i) == "mark"
    if tree.lemmas[at] not in LISTENED and tree.words[i] in {"if", "when", "where", "who", "which", "what"}:
        return False
    return tree.words[i] in {"whether", "if", "how", "why"} or i == at + 1


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
