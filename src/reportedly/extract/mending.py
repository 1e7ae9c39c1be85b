"""What the parser is known to hang wrongly, set right before any reader sees it."""

from dataclasses import replace

from reportedly.lexicon import load_cues, load_speech
from reportedly.model import Sentence, Token


def mend(sentence: Sentence) -> Sentence:
    """Set right what the parser is known to hang wrongly."""
    return _mend_tails(_mend_objects(_mend_subjects(_mend_headline(_mend_classes(sentence)))))


def _mend_classes(sentence: Sentence) -> Sentence:
    """Take an office in small letters for the noun that its tag says it is ("the president/PROPN/NN")."""
    small = [i for i, t in enumerate(sentence.tokens) if t.pos == "PROPN" and t.tag in {"NN", "NNS"}]
    tokens = list(sentence.tokens)
    for i in small:
        if tokens[i].text.islower():
            tokens[i] = replace(tokens[i], pos="NOUN")
    return _holding(sentence, tokens)


def _holding(sentence: Sentence, tokens: list[Token]) -> Sentence:
    """Return a sentence with other tokens, or itself where none has changed."""
    return replace(sentence, tokens=tuple(tokens)) if tokens != list(sentence.tokens) else sentence


def _mend_subjects(sentence: Sentence) -> Sentence:
    """Tell apart two subjects before one verb, of which the parser hung both on it.

    Side by side they are one name ("the health ministry officials"); between
    commas the second says who the first is ("a nurse, Ann Lee, said"); and
    behind a verb of telling the first is who was told ("told Paris the ships
    had left"). A relative pronoun before another subject is the object.
    """
    tokens = list(sentence.tokens)
    before: dict[int, list[int]] = {}
    for i, token in enumerate(tokens):
        if token.dep == "nsubj" and i < token.head and (token.pos in {"NOUN", "PROPN", "PRON"}):
            before.setdefault(token.head, []).append(i)
    for head, subjects in before.items():
        if len(subjects) == 2:
            _part(tokens, head, *subjects)
    return _holding(sentence, tokens)


def _part(tokens: list[Token], head: int, first: int, second: int) -> None:
    outer = tokens[head].head
    start = next(i for i in range(len(tokens)) if _under(tokens, i, second))
    between = [t.text for t in tokens[first + 1 : start]]
    if tokens[first].tag in {"WDT", "WP"}:
        if not between and tokens[head].pos == "VERB":
            tokens[first] = replace(tokens[first], dep="obj")
        return
    if "PRON" in {tokens[first].pos, tokens[second].pos}:
        return
    told = outer == first - 1 and tokens[outer].lemma.lower() in load_speech().listens
    if told and tokens[head].dep == "ccomp" and not between:
        tokens[first] = replace(tokens[first], dep="iobj", head=outer)
    elif not between and start == second:
        tokens[first] = replace(tokens[first], dep="compound", head=second)
    elif between[-1:] == [","] and tokens[second + 1 : head] and tokens[head - 1].text == ",":
        tokens[second] = replace(tokens[second], dep="appos", head=first)


def _under(tokens: list[Token], at: int, top: int) -> bool:
    """Tell whether a token hangs on another, at any depth."""
    for _ in tokens:
        if at == top:
            return True
        if tokens[at].head == at:
            return False
        at = tokens[at].head
    return False


def _mend_objects(sentence: Sentence) -> Sentence:
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
    return _holding(sentence, tokens)


def _mend_headline(sentence: Sentence) -> Sentence:
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


def _mend_tails(sentence: Sentence) -> Sentence:
    """Part what was said from the clause that only tells when: "nine died, police said, a day after it fell".

    Of two clauses that a saying takes, one before and one behind, the second
    is no content where a comma opens it.
    """
    clauses: dict[int, list[int]] = {}
    for i, token in enumerate(sentence.tokens):
        if token.dep == "ccomp" and sentence.tokens[token.head].pos == "VERB":
            clauses.setdefault(token.head, []).append(i)
    tokens = list(sentence.tokens)
    for cue, found in clauses.items():
        fronted = any(i < cue for i in found) and tokens[cue].lemma in load_cues().say
        for tail in (i for i in found if fronted and i > cue and _commaed(tokens, i)):
            tokens[tail] = replace(tokens[tail], dep="advcl")
    return _holding(sentence, tokens)


def _commaed(tokens: list[Token], at: int) -> bool:
    """Tell whether a comma opens a clause, and neither "that" nor a quotation mark."""
    first = next(i for i in range(len(tokens)) if _under(tokens, i, at))
    start = first + 1 if tokens[first].text == "," else first
    comma = start > 0 and tokens[start - 1].text == ","
    return comma and tokens[start].text.lower() not in {"that", "whether", "and", '"', "“", "''", "``"}
