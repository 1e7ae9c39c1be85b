"""Hangs a number on the verb that sets it: "put the injured at 154", "put the number of those killed at 73".

A parser takes "injured" there for a verb, and hangs the number on whatever stands nearest.
"""

from dataclasses import replace

from reportedly.model import Sentence, Token

_LEADS = frozenset({"at"})
_REACH = 9  # words between the verb and "at"
_COUNTED = frozenset({"nummod", "compound", "advmod", "amod"})


def levelled(sentence: Sentence, verbs: frozenset[str]) -> Sentence:
    """Return a sentence in which what a verb puts at a number is its object, and the number its oblique."""
    tokens = list(sentence.tokens)
    for at, token in enumerate(tokens):
        if token.pos == "VERB" and token.lemma in verbs:
            lead = _lead(tokens, at)
            if lead is not None:
                _object(tokens, at, lead)
                _number(tokens, at, lead)
    return replace(sentence, tokens=tuple(tokens)) if tokens != list(sentence.tokens) else sentence


def _lead(tokens: list[Token], verb: int) -> int | None:
    """Return the "at" before a number that follows "the ..." behind a verb."""
    if verb + 2 >= len(tokens) or tokens[verb + 1].text.lower() != "the":
        return None
    for i in range(verb + 2, min(verb + _REACH, len(tokens) - 1)):
        if tokens[i].text.lower() in _LEADS:
            counts = next((t for t in tokens[i + 1 : i + 4] if t.pos == "NUM"), None)
            return i if counts is not None else None
        if tokens[i].tag in {"VBD", "VBZ", "VBP", "MD"} or tokens[i].text in {";", ","}:
            return None
    return None


def _object(tokens: list[Token], verb: int, lead: int) -> None:
    """Make the participle that stands for people a noun: "the injured", "the missing"."""
    named = verb + 2
    if named + 1 != lead or tokens[named].pos not in {"VERB", "ADJ"}:
        return
    token = tokens[named]
    tokens[named] = replace(token, pos="NOUN", tag="NNS", lemma=token.text.lower(), head=verb, dep="obj")
    tokens[verb + 1] = replace(tokens[verb + 1], head=named, dep="det")


def _number(tokens: list[Token], verb: int, lead: int) -> None:
    """Hang the number's phrase on the verb."""
    at = next(i for i in range(lead + 1, lead + 4) if tokens[i].pos == "NUM")
    while tokens[at].dep in _COUNTED and tokens[at].head > at:
        at = tokens[at].head
    if tokens[at].head == verb or not lead < at:
        return
    tokens[at] = replace(tokens[at], head=verb, dep="obl")
    tokens[lead] = replace(tokens[lead], head=at, dep="case")
