"""Words of another class than the parser took them for."""

from dataclasses import replace

from reportedly.lexicon import load_cues, load_naming
from reportedly.model import Sentence

from .tokens import holding


def mend_classes(sentence: Sentence) -> Sentence:
    """Take an office in small letters for the noun that its tag says it is ("the president/PROPN/NN")."""
    small = [i for i, t in enumerate(sentence.tokens) if t.pos == "PROPN" and t.tag in {"NN", "NNS"}]
    tokens = list(sentence.tokens)
    for i in small:
        if tokens[i].text.islower():
            tokens[i] = replace(tokens[i], pos="NOUN")
    return holding(sentence, tokens)


def mend_opening(sentence: Sentence) -> Sentence:
    """Take the capital that opens a sentence for no name's ("Carmaker Ford will cut 400 jobs")."""
    first = sentence.tokens[0]
    sort = first.pos == "PROPN" and first.dep == "compound" and first.text.lower() in load_naming().body
    if not sort or not sentence.tokens[1].text[0].isupper():
        return sentence
    return holding(sentence, [replace(first, pos="NOUN", tag="NN"), *sentence.tokens[1:]])


def mend_headline(sentence: Sentence) -> Sentence:
    """Give a headline its verb back where the parser took it for a noun ("Kremlin denies sending ...")."""
    root = sentence.root
    token = sentence.tokens[root]
    if root == 0 or token.pos != "NOUN" or not token.text.endswith("s") or token.text[0].isupper():
        return sentence
    before = sentence.tokens[root - 1]
    lemma = token.text[:-3] + "y" if token.text.endswith("ies") else token.text[:-1]
    cues = load_cues()
    if before.pos != "PROPN" or before.head != root or not (lemma in cues.say or lemma in cues.will):
        return sentence
    tokens = list(sentence.tokens)
    tokens[root] = replace(token, pos="VERB", tag="VBZ", lemma=lemma)
    tokens[root - 1] = replace(before, dep="nsubj")
    for i, kid in enumerate(tokens[root + 1 :], root + 1):
        if kid.head == root and kid.dep in {"acl", "acl:relcl"}:
            tokens[i] = replace(kid, dep="ccomp" if kid.dep == "acl:relcl" else "xcomp")
    return replace(sentence, tokens=tuple(tokens))


def mend_verbs(sentence: Sentence) -> Sentence:
    """Take a noun with a subject and an object for the verb that it is ("Chad issues/NOUN 12 permits")."""
    tokens = list(sentence.tokens)
    for at, token in enumerate(tokens):
        if token.pos == "NOUN" and token.text.endswith("s"):
            kids = {kid.dep for kid in tokens if kid.head == at}
            if {"nsubj", "obj"} <= kids and "cop" not in kids:
                tokens[at] = replace(token, pos="VERB", tag="VBZ")
    return holding(sentence, tokens)


def mend_reckonings(sentence: Sentence) -> Sentence:
    """Read "number" as a verb where what it counts follows like a subject ("the dead number 58 people")."""
    tokens = list(sentence.tokens)
    for at, token in enumerate(tokens):
        if token.pos != "NOUN" or token.lemma != "number":
            continue
        counted = next((i for i, t in enumerate(tokens) if t.head == at < i and t.dep == "nsubj"), None)
        before = next((i for i, t in enumerate(tokens[:at]) if t.head == at and t.dep == "amod"), None)
        if counted is not None and before:
            tokens[counted] = replace(tokens[counted], dep="obj")
            tokens[before] = replace(tokens[before], dep="nsubj")
            if tokens[before - 1].dep == "det":
                tokens[before - 1] = replace(tokens[before - 1], head=before)
    return holding(sentence, tokens)
