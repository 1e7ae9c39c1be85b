"""Mends eleven readings that parsers of plain prose get wrong in news, and that claims hang on.

``planes able to hold 66 tonnes have flown``  the finite verb governs, not "able"
``planes carrying freight have flown``        the same, with a gerund between
``accused of supplying rifles``               "supplying" governs "rifles", not the other way round
``Ann Lee is due in Chile``                   "due" is the predicate, not a preposition
``Bus crash kills seven``                     "kills" is a verb, not a plural
``nine were killed and two men hurt``         "hurt" is told of "men", who were not killed
``Ann Lee is due in Chile``                   ... and neither "is" nor "Ann Lee" belongs to "Chile"
``66 tonnes of rice apiece``                  of rice, and not "of apiece"
``with rice reaching the town``               "rice" reaches it, and does not end the clause before
``With aid from Oslo, two teams left``        "teams" left, and stand in no list with "aid"
``asked Chile for $9 million``                what a preposition leads in is no object
"""

from dataclasses import replace

from reportedly.model import Sentence, Token

_WH = frozenset({"that", "which", "who", "whom", "whose", "where"})
_HARMS = {"kills": "kill", "injures": "injure", "wounds": "wound", "traps": "trap"}
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
_PREPOSITIONS = frozenset({"of", "from", "for", "by", "in", "with"})


def mended(sentence: Sentence) -> Sentence:
    """Return a sentence with these readings set right."""
    tokens = list(sentence.tokens)
    for at, token in enumerate(sentence.tokens):
        pos, tag, dep = token.pos, token.tag, token.dep
        if token.text == "worth" and dep in {"acl", "amod"}:
            _worth(tokens, at)
        elif pos == "ADJ" and dep == "case":
            _predicate(tokens, at)
        elif pos == "ADJ":
            _finite(tokens, at)
            _own_copula(tokens, at)
        elif pos == "NOUN" and token.text == "apiece":
            _apiece(tokens, at)
        elif tag == "VBG" and dep == "amod":
            _gerund(tokens, at)
        elif dep == "conj" and pos in {"NOUN", "PROPN"}:
            _led_in(tokens, at)
        elif tag == "VBG" and dep == "advcl":
            _absolute(tokens, at)
        elif dep == "acl:relcl":
            _main_verb(tokens, at)
            _governing(tokens, at)
        elif tag == "VBN" and dep in {"conj", "acl"}:
            _gapped(tokens, at)
        elif dep == "obj":
            _oblique(tokens, at)
        elif tag == "NNS" and token.text in _HARMS:
            _harm(tokens, at)
    return replace(sentence, tokens=tuple(tokens)) if tokens != list(sentence.tokens) else sentence


def _absolute(tokens: list[Token], at: int) -> None:
    """Give a gerund behind "with" the noun between them: "with 900 tons of rice reaching the town"."""
    marks = [i for i in _kids(tokens, at, "mark", "case") if tokens[i].text.lower() == "with"]
    nouns = [i for i in _kids(tokens, tokens[at].head, "obl", "nmod", "obj") if marks and marks[0] < i < at]
    if len(nouns) == 1 and not _kids(tokens, at, "nsubj", "nsubj:pass"):
        tokens[nouns[0]] = replace(tokens[nouns[0]], head=at, dep="nsubj")


def _led_in(tokens: list[Token], at: int) -> None:
    """Give a verb the noun behind a first phrase: "With support from Oslo, two teams left"."""
    first = tokens[at].head
    verb = tokens[first].head
    finite = tokens[verb].tag in {"VBD", "VBZ", "VBP"} or tokens[verb].head == verb
    led = tokens[first].dep == "obl" and first < at < verb and finite and tokens[verb].pos == "VERB"
    if not led or _kids(tokens, at, "cc") or _kids(tokens, verb, "nsubj", "nsubj:pass", "csubj"):
        return
    begins = min([at, *(i for i in _kids(tokens, at) if tokens[i].dep != "punct")])
    if tokens[begins - 1].text == ",":
        tokens[at] = replace(tokens[at], head=verb, dep="nsubj")


def _own_copula(tokens: list[Token], at: int) -> None:
    """Give an adjective its place back, and the "is" and the subject that the place took from it."""
    for place in range(at + 1, min(at + 5, len(tokens))):
        beside = tokens[place].dep == "parataxis" and tokens[place].head == tokens[at].head
        if beside and any(i == at + 1 for i in _kids(tokens, place, "case")):
            tokens[place] = replace(tokens[place], dep="obl", head=at)
            for i in _kids(tokens, place, "obl"):
                tokens[i] = replace(tokens[i], head=at)
    for place in _kids(tokens, at, "obl"):
        taken = [i for i in _kids(tokens, place, "cop", "nsubj") if i < at < place]
        for i in (*taken, *(_kids(tokens, place, "obl:unmarked", "punct") if taken else ())):
            tokens[i] = replace(tokens[i], head=at)


def _worth(tokens: list[Token], at: int) -> None:
    """Put a sum beside what it is the worth of: "an aid package worth $90 million"."""
    thing = tokens[at].head
    for i, token in enumerate(tokens):
        if token.head == at and token.dep in {"obj", "obl", "obl:unmarked"} and thing < at < i:
            tokens[i] = replace(token, head=thing, dep="appos")


def _apiece(tokens: list[Token], at: int) -> None:
    """Let the preposition that "apiece" took lead in the noun before it."""
    noun = at - 1
    for i in _kids(tokens, at, "case"):
        tokens[i] = replace(tokens[i], head=noun)
    tokens[at] = replace(tokens[at], pos="ADV", dep="advmod", head=tokens[noun].head)


def _governing(tokens: list[Token], at: int) -> None:
    """Let a finite verb without "that" govern its sentence: "By one count, planes have flown home"."""
    noun = tokens[at].head
    top = tokens[noun].head
    bare = tokens[top].pos in _NOMINAL and not _kids(tokens, top, "cop", "aux") and top < noun < at
    if tokens[noun].dep != "nsubj" or not bare or not _kids(tokens, at, "aux") or _kids(tokens, at, "nsubj"):
        return
    if any(t.text.lower() in _WH for t in tokens[noun:at]):
        return
    old = tokens[top]
    for i in _kids(tokens, top, "punct"):
        tokens[i] = replace(tokens[i], head=at)
    tokens[at] = replace(tokens[at], head=at if old.head == top else old.head, dep=old.dep)
    tokens[top] = replace(old, head=at, dep="obl")
    tokens[noun] = replace(tokens[noun], head=at)


def _gapped(tokens: list[Token], at: int) -> None:
    """Give a participle without an auxiliary the noun before it, once joined to the first subject."""
    noun = at - 1
    if noun < 1 or tokens[noun].dep != "conj" or tokens[noun].pos not in _NOMINAL:
        return
    subject = tokens[noun].head
    verb = tokens[subject].head
    passive = tokens[subject].dep == "nsubj:pass" and subject < verb < noun
    if not passive or tokens[at].head not in {verb, noun} or _kids(tokens, at, "nsubj:pass", "obj"):
        return
    tokens[at] = replace(tokens[at], head=verb, dep="conj")
    tokens[noun] = replace(tokens[noun], head=at, dep="nsubj:pass")
    for i in _kids(tokens, noun, "cc"):
        tokens[i] = replace(tokens[i], head=at)


def _oblique(tokens: list[Token], at: int) -> None:
    """Take what a preposition leads in for no object of its verb."""
    led = any(tokens[i].text.lower() in _PREPOSITIONS for i in _kids(tokens, at, "case"))
    if led and tokens[at].head < at:
        tokens[at] = replace(tokens[at], dep="obl")


def _kids(tokens: list[Token], at: int, *deps: str) -> list[int]:
    return [i for i, t in enumerate(tokens) if t.head == at and i != at and (not deps or t.dep in deps)]


def _finite(tokens: list[Token], at: int) -> None:
    """Give the subject of a bare "able", "capable", "worth" back to the verb that follows."""
    noun = at - 1
    if noun < 0 or tokens[noun].head != at or tokens[noun].dep not in {"nsubj", "nsubj:pass"}:
        return
    if _kids(tokens, at, "nsubj", "nsubj:pass")[-1] != noun or _kids(tokens, at, "cop", "aux"):
        return
    verbs = [
        i
        for i in _kids(tokens, at, "conj", "parataxis", "ccomp", "advcl")
        if _kids(tokens, i, "aux", "aux:pass")
    ]
    if not verbs or tokens[verbs[0]].pos != "VERB":
        return
    verb, old = verbs[0], tokens[at]
    tokens[verb] = replace(tokens[verb], head=verb if old.head == at else old.head, dep=old.dep)
    tokens[noun] = replace(tokens[noun], head=verb, dep="nsubj")
    tokens[at] = replace(old, head=noun, dep="amod")
    for i in _kids(tokens, at, "obl", "punct", "advmod"):
        if i < noun or i > verb:
            tokens[i] = replace(tokens[i], head=verb)


def _main_verb(tokens: list[Token], at: int) -> None:
    """Let a finite verb govern a noun whose gerund took its own object for the verb's subject."""
    noun = tokens[at].head
    subjects = _kids(tokens, at, "nsubj")
    if tokens[noun].head != noun or not _kids(tokens, at, "aux") or len(subjects) != 1 or subjects[0] < noun:
        return
    gerunds = [i for i in range(noun + 1, subjects[0]) if tokens[i].tag in {"VBG", "VB"}]
    if (
        not gerunds
        or _kids(tokens, gerunds[-1], "obj")
        or any(t.text.lower() in _WH for t in tokens[noun:at])
    ):
        return
    tokens[subjects[0]] = replace(tokens[subjects[0]], head=gerunds[-1], dep="obj")
    for i in _kids(tokens, noun, "obl", "punct", "advmod"):
        if i < noun or i > at:
            tokens[i] = replace(tokens[i], head=at)
    tokens[at] = replace(tokens[at], head=at, dep="root")
    tokens[noun] = replace(tokens[noun], head=at, dep="nsubj")


def _harm(tokens: list[Token], at: int) -> None:
    """Let "kills" before a number be the verb that it is ("Bus crash kills seven")."""
    after = at + 1
    if after >= len(tokens) or tokens[after].pos != "NUM" or at == 0:
        return
    noun = tokens[after].head if tokens[after].dep == "nummod" and tokens[after].head > after else after
    old = tokens[at]
    tokens[at] = replace(old, pos="VERB", tag="VBZ", lemma=_HARMS[old.text])
    tokens[noun] = replace(tokens[noun], head=at, dep="obj")
    doers = [i for i in _kids(tokens, at, "compound", "nmod", "amod") if i < at]
    if doers:
        tokens[doers[-1]] = replace(tokens[doers[-1]], dep="nsubj")
        for i in doers[:-1]:
            tokens[i] = replace(tokens[i], head=doers[-1])


def _gerund(tokens: list[Token], at: int) -> None:
    """Let a gerund behind a preposition govern the noun behind it."""
    noun = tokens[at].head
    case = at - 1
    if noun <= at or case < 0 or tokens[case].head != noun or tokens[case].text.lower() not in _PREPOSITIONS:
        return
    above = tokens[noun]
    tokens[at] = replace(tokens[at], pos="VERB", head=above.head, dep="advcl")
    tokens[case] = replace(tokens[case], head=at, dep="mark")
    tokens[noun] = replace(above, head=at, dep="obj")


def _predicate(tokens: list[Token], at: int) -> None:
    """Let an adjective before a preposition be what a subject is said to be."""
    place = tokens[at].head
    if not _kids(tokens, place, "cop") or place <= at:
        return
    old = tokens[place]
    tokens[at] = replace(tokens[at], head=at if old.head == place else old.head, dep=old.dep)
    tokens[place] = replace(old, head=at, dep="obl")
    for i in _kids(tokens, place, "nsubj", "cop", "advmod", "obl", "obl:unmarked", "nmod:unmarked", "punct"):
        tokens[i] = replace(tokens[i], head=at)
