"""Parts of one clause that hang on the wrong word of it."""

from dataclasses import replace

from reportedly.lexicon import load_cues, load_speech, load_units
from reportedly.model import Sentence, Token

from .tokens import finite, holding, under


def mend_subjects(sentence: Sentence) -> Sentence:
    """Tell apart two subjects before one verb, of which the parser hung both on it.

    Side by side they are one name ("the health ministry officials"), with an
    "'s" the first owns the second; between commas the second says who the
    first is ("a nurse, Ann Lee, said"); and behind a verb of telling the
    first is who was told ("told Paris the ships had left"). A relative
    pronoun before another subject is the object.
    """
    tokens = list(sentence.tokens)
    before: dict[int, list[int]] = {}
    for i, token in enumerate(tokens):
        if token.dep == "nsubj" and i < token.head and (token.pos in {"NOUN", "PROPN", "PRON"}):
            before.setdefault(token.head, []).append(i)
    for head, subjects in before.items():
        if len(subjects) == 2:
            _part(tokens, head, *subjects)
    return holding(sentence, tokens)


def _part(tokens: list[Token], head: int, first: int, second: int) -> None:
    outer = tokens[head].head
    start = next(i for i in range(len(tokens)) if under(tokens, i, second))
    between = [t.text for t in tokens[first + 1 : start]]
    if tokens[first].tag in {"WDT", "WP"}:
        if not between and tokens[head].pos == "VERB":
            tokens[first] = replace(tokens[first], dep="obj")
        return
    if "PRON" in {tokens[first].pos, tokens[second].pos}:
        return
    told = outer == first - 1 and tokens[outer].lemma.lower() in load_speech().listens
    if between and tokens[first + 1].tag == "POS":
        tokens[first] = replace(tokens[first], dep="nmod:poss", head=second)
    elif told and tokens[head].dep == "ccomp" and not between:
        tokens[first] = replace(tokens[first], dep="iobj", head=outer)
    elif not between and start == second:
        tokens[first] = replace(tokens[first], dep="compound", head=second)
    elif between[-1:] == [","] and tokens[second + 1 : head] and tokens[head - 1].text == ",":
        tokens[second] = replace(tokens[second], dep="appos", head=first)


def mend_objects(sentence: Sentence) -> Sentence:
    """Take a second subject right of an active verb for its object ("announced tighter controls")."""
    tokens = list(sentence.tokens)
    subjects: dict[int, list[int]] = {}
    for i, token in enumerate(tokens):
        if token.dep in {"nsubj", "obj", "iobj", "ccomp", "aux:pass", "cop", "nsubj:pass"}:
            subjects.setdefault(token.head, []).append(i)
    for head, args in subjects.items():
        if len(args) != 2:
            continue
        right = [i for i in args if i > head and tokens[i].dep == "nsubj"]
        left = [i for i in args if i < head and tokens[i].dep == "nsubj"]
        if tokens[head].pos == "VERB" and right and left:
            tokens[right[0]] = replace(tokens[right[0]], dep="obj")
    return holding(sentence, tokens)


def mend_names(sentence: Sentence) -> Sentence:
    """Take a name for the object of a verb that has none ("Lee called President Khan": he phoned him)."""
    tokens = list(sentence.tokens)
    for at, token in enumerate(sentence.tokens):
        if token.dep == "xcomp" and token.pos == "PROPN" and tokens[token.head].pos == "VERB":
            told = any(t.head == token.head and t.dep in {"obj", "aux:pass"} for t in tokens)
            titled = any(t.head == at and t.dep == "nmod:desc" for t in tokens)
            if titled and not told:
                tokens[at] = replace(token, dep="obj")
    return holding(sentence, tokens)


def mend_numbers(sentence: Sentence) -> Sentence:
    """Give a number to the noun that is counted, not to one that stands before it ("two search teams")."""
    tokens = list(sentence.tokens)
    for at, token in enumerate(tokens):
        counted = tokens[token.head]
        owner = tokens[counted.head]
        if token.dep != "nummod" or counted.tag != "NN" or counted.dep != "compound" or owner.tag != "NNS":
            continue
        written_apart = at < token.head < counted.head and tokens[at + 1].text != "-"
        if written_apart and counted.text not in load_units().symbols:
            tokens[at] = replace(token, head=counted.head)
    return holding(sentence, tokens)


def mend_counted(sentence: Sentence) -> Sentence:
    """Take a participle with a number of its own for what is counted ("the agency counts 700 injured")."""
    tokens = list(sentence.tokens)
    for token in sentence.tokens:
        counted = tokens[token.head]
        own = token.pos == "NUM" and token.dep in {"nummod", "obl:unmarked"}
        if own and counted.dep == "xcomp" and counted.tag == "VBN":
            tokens[token.head] = replace(counted, dep="obj", pos="NOUN")
    return holding(sentence, tokens)


def mend_cases(sentence: Sentence) -> Sentence:
    """Hang on the verb what stands behind a preposition and was taken for part of a name before it."""
    tokens = list(sentence.tokens)
    led = {token.head for token in tokens if token.dep == "case"}
    for at in sorted(led):
        token = tokens[at]
        outer = tokens[tokens[token.head].head]
        if token.dep == "compound" and token.head < at and outer.pos == "VERB":
            tokens[at] = replace(token, dep="obl", head=tokens[token.head].head)
    return holding(sentence, tokens)


def mend_compounds(sentence: Sentence) -> Sentence:
    """Part a subject from the object that it was taken for a piece of ("a gunman shot shoppers")."""
    tokens = list(sentence.tokens)
    for at, token in enumerate(sentence.tokens):
        verb = tokens[token.head].head
        between = token.dep == "compound" and at < verb < token.head
        if between and tokens[verb].pos == "VERB" and not _has_subject(tokens, verb):
            tokens[at] = replace(token, dep="nsubj", head=verb)
    return holding(sentence, tokens)


def mend_sayers(sentence: Sentence) -> Sentence:
    """Give a saying its speaker, taken for a subject of what is said ("two were hurt, said the police")."""
    tokens = list(sentence.tokens)
    for at, token in enumerate(sentence.tokens):
        if token.dep not in {"nsubj", "nsubj:pass"} or token.head > at:
            continue
        for cue in range(at - 1, token.head, -1):
            if tokens[cue].lemma in load_cues().say and under(tokens, token.head, cue):
                if not _has_subject(tokens, cue):
                    tokens[at] = replace(token, dep="nsubj", head=cue)
                break
    return holding(sentence, tokens)


def mend_fronted(sentence: Sentence) -> Sentence:
    """Part a subject from the words in front of it ("With help from Oslo, two teams left").

    No "and" joins it to what stands behind the preposition, and the verb has no other subject.
    """
    tokens = list(sentence.tokens)
    for at, token in enumerate(sentence.tokens):
        front = tokens[token.head]
        if token.dep not in {"conj", "appos"} or token.pos != "NOUN" or front.dep != "obl" or front.head < at:
            continue
        joined = any(t.head == at and t.dep in {"cc", "case"} for t in tokens)
        if not joined and finite(tokens, front.head) and not _has_subject(tokens, front.head):
            tokens[at] = replace(token, dep="nsubj", head=front.head)
    return holding(sentence, tokens)


def _has_subject(tokens: list[Token], verb: int) -> bool:
    return any(t.head == verb and t.dep in {"nsubj", "nsubj:pass", "csubj", "expl"} for t in tokens)
