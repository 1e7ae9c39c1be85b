"""Clauses that were read as part of another one, or not as clauses at all."""

from dataclasses import replace

from reportedly.lexicon import load_cues
from reportedly.model import Sentence, Token

from .tokens import finite, holding, under

_CLAUSES = frozenset({"parataxis", "conj", "ccomp", "advcl"})
_HEADS = frozenset({"VERB", "ADJ"})
_LOOSE = frozenset({"nmod", "obl", "parataxis", "advcl"})


def mend_roots(sentence: Sentence) -> Sentence:
    """Let a finite verb head a sentence that was hung on the words before it ("By one count, six have left").

    No relative word leads such a verb, and it has no subject but the noun it was hung on.
    """
    root = sentence.root
    tokens = list(sentence.tokens)
    if not any(t.dep == "case" and t.head == root for t in tokens):
        return sentence
    for at, token in enumerate(tokens):
        if token.dep != "acl:relcl" or tokens[token.head].head != root or not finite(tokens, at):
            continue
        kids = [t for t in tokens if t.head == at]
        if any(t.dep.startswith("nsubj") or t.tag in {"WDT", "WP", "WRB"} for t in kids):
            continue
        passive = any(t.dep == "aux:pass" for t in kids)
        tokens[at] = replace(token, dep="root", head=at)
        tokens[root] = replace(tokens[root], dep="obl", head=at)
        tokens[token.head] = replace(tokens[token.head], dep="nsubj:pass" if passive else "nsubj", head=at)
        break
    return holding(sentence, tokens)


def mend_crossing(sentence: Sentence) -> Sentence:
    """Keep in its clause what a preposition or conjunction opens there, and was hung on a word before it."""
    tokens = list(sentence.tokens)
    for opener in [t for t in tokens if t.dep in {"case", "mark"}]:
        at = opener.head
        token = tokens[at]
        if token.dep not in _LOOSE or token.head > at:
            continue
        for clause in range(at - 1, token.head, -1):
            heads = tokens[clause].dep in _CLAUSES and tokens[clause].pos in _HEADS
            if heads and _crosses(tokens, clause, at):
                dep = "advcl" if token.dep == "advcl" else "obl"
                tokens[at] = replace(token, dep=dep, head=clause)
                break
    return holding(sentence, tokens)


def _crosses(tokens: list[Token], clause: int, at: int) -> bool:
    """Tell whether a word leaves a clause that goes on behind it, or hangs on what has no part in it."""
    if under(tokens, at, clause):
        return False
    head = tokens[at].head
    apart = not under(tokens, clause, head) and not under(tokens, head, clause)
    return apart or any(under(tokens, i, clause) for i in range(at + 1, len(tokens)))


def mend_participles(sentence: Sentence) -> Sentence:
    """Read a clause that leaves out its "were": "one was drowned and nine swept away"."""
    tokens = list(sentence.tokens)
    for at, token in enumerate(sentence.tokens):
        sufferer = tokens[token.head]
        first = tokens[sufferer.head]
        behind = token.dep == "acl" and token.tag == "VBN" and token.head < at
        if not behind or sufferer.dep != "conj" or first.tag != "VBN":
            continue
        if any(t.dep == "aux:pass" and t.head == sufferer.head for t in tokens):
            tokens[at] = replace(token, dep="conj", head=sufferer.head)
            tokens[token.head] = replace(sufferer, dep="nsubj:pass", head=at)
    return holding(sentence, tokens)


def mend_tails(sentence: Sentence) -> Sentence:
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
    return holding(sentence, tokens)


def _commaed(tokens: list[Token], at: int) -> bool:
    """Tell whether a comma opens a clause, and neither "that" nor a quotation mark."""
    first = next(i for i in range(len(tokens)) if under(tokens, i, at))
    start = first + 1 if tokens[first].text == "," else first
    comma = start > 0 and tokens[start - 1].text == ","
    return comma and tokens[start].text.lower() not in {"that", "whether", "and", '"', "“", "''", "``"}
