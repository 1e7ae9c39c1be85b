"""Puts counted nouns back in the place that a hedge took from them.

Parsers trained on plain prose read "no fewer than 10,000 crates sailed" with "fewer" as the subject,
and "sent as many as 40 crates" with an oblique. A reader of quantities knows where the hedge ends.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.model import ActorKind, Bound, Mention, MentionKind, Quantity, Sentence, Token

_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "SYM", "ADJ"})


def repaired(sentence: Sentence, quantities: Sequence[Quantity]) -> Sentence:
    """Return a sentence whose hedged quantities hang where their nouns belong."""
    tokens = list(sentence.tokens)
    for quantity in quantities:
        hedge = _hedge(tokens, quantity) if quantity.span.start < quantity.number.start else []
        noun = _noun(tokens, quantity)
        if noun is not None:
            _number(tokens, quantity, noun)
        if hedge and noun is not None:
            _lift(tokens, set(hedge), noun)
            _unmark(tokens, set(hedge), noun)
        if quantity.bound is Bound.RANGE:
            _open_range(tokens, quantity)
    return replace(sentence, tokens=tuple(tokens)) if tokens != list(sentence.tokens) else sentence


def _hedge(tokens: list[Token], quantity: Quantity) -> list[int]:
    """Return the words before a number that belong to its quantity."""
    start, end = quantity.span.start, quantity.number.start
    return [i for i, token in enumerate(tokens) if start <= token.span.start < end]


def _open_range(tokens: list[Token], quantity: Quantity) -> None:
    """Make a bare range before its verb the subject: "between 10 and 12 were killed"."""
    low = next((i for i, token in enumerate(tokens) if quantity.number.meets(token.span)), None)
    if low is not None and low < tokens[low].head:
        _unmark(tokens, {i for i, t in enumerate(tokens) if t.head == low and t.dep == "case"}, low)


def handed(sentence: Sentence, mentions: Sequence[Mention], verbs: frozenset[str]) -> Sentence:
    """Return a sentence in which a country's name before what is given is who gets it: "sent Chad food"."""
    tokens = list(sentence.tokens)
    for at, token in enumerate(tokens[:-1]):
        if token.pos != "VERB" or token.lemma not in verbs:
            continue
        start = tokens[at + 1].span.start
        named = next((m for m in mentions if m.span.start == start and _a_state(m)), None)
        last = max((i for i, t in enumerate(tokens) if named and named.span.holds(t.span)), default=at)
        thing = tokens[last].head
        bare = tokens[last].dep in {"compound", "nmod", "amod"} and tokens[thing].pos == "NOUN"
        if (
            last > at
            and bare
            and tokens[thing].dep == "obj"
            and tokens[thing].head == at
            and thing == last + 1
        ):
            tokens[last] = replace(tokens[last], head=at, dep="iobj")
    return replace(sentence, tokens=tuple(tokens)) if tokens != list(sentence.tokens) else sentence


def _a_state(mention: Mention) -> bool:
    return mention.actor.kind is ActorKind.COUNTRY and mention.kind is MentionKind.NAME and not mention.place


def _noun(tokens: list[Token], quantity: Quantity) -> int | None:
    """Return the head of the counted phrase."""
    at = next((i for i in reversed(range(len(tokens))) if quantity.number.holds(tokens[i].span)), None)
    while at is not None:
        token = tokens[at]
        up = token.head
        inside = token.dep in {"nummod", "compound", "amod", "det", "advmod"} and up != at
        if not inside or tokens[up].pos not in _NOUNS or tokens[up].span.start < quantity.number.start:
            return at
        at = up
    return None


def _number(tokens: list[Token], quantity: Quantity, noun: int) -> None:
    """Make "number" a verb again before what it counts ("the dead now number 58 people")."""
    first = next(i for i, t in enumerate(tokens) if t.span.end > quantity.span.start)
    at = first - 1
    if at < 1 or tokens[at].text != "number" or tokens[at].pos != "NOUN" or tokens[at - 1].pos == "DET":
        return
    before = [i for i in range(at) if tokens[i].head == at and tokens[i].pos in _NOUNS - {"NUM"}]
    if not before:
        return
    subject = before[-1]
    tokens[at] = replace(tokens[at], pos="VERB", tag="VBP")
    for i, token in enumerate(tokens):
        if token.head == at and i < subject:
            tokens[i] = replace(token, head=subject)
    tokens[subject] = replace(tokens[subject], dep="nsubj")
    place = tokens[noun]
    if place.head != at and place.dep not in {"nummod", "compound"} and tokens[at].head == noun:
        tokens[at] = replace(tokens[at], head=noun if place.head == noun else place.head, dep=place.dep)
    tokens[noun] = replace(place, head=at, dep="obj")


def _lift(tokens: list[Token], hedge: set[int], noun: int) -> None:
    """Let the noun take the place of the hedge word that governs it."""
    head = tokens[noun].head
    for i in hedge:  # "sent as many as 40 crates": both read as objects of one verb
        if tokens[i].head == head and tokens[i].dep == tokens[noun].dep:
            tokens[i] = replace(tokens[i], head=noun, dep="advmod")
    if head not in hedge or head == noun:
        return
    word = tokens[head]
    place = noun if word.head == head else word.head
    tokens[noun] = replace(tokens[noun], head=place, dep=word.dep)
    tokens[head] = replace(word, head=noun, dep="advmod")
    for i, token in enumerate(tokens):  # what hung on the hedge from beyond it hangs on the noun now
        if token.head == head and i not in hedge and i != noun:
            tokens[i] = replace(token, head=noun)


def _unmark(tokens: list[Token], hedge: set[int], noun: int) -> None:
    """Make a noun behind a mere hedge an object or subject again."""
    token = tokens[noun]
    cases = [i for i, t in enumerate(tokens) if t.head == noun and t.dep == "case"]
    governor = tokens[token.head]
    unmarked = token.dep == "obl:unmarked" or (token.dep in {"obl", "nmod"} and cases and set(cases) <= hedge)
    if (
        not unmarked
        or not set(cases) <= hedge
        or governor.pos != "VERB"
        or (not cases and token.dep != "obl:unmarked")
    ):
        return
    before = noun < token.head
    role = "nsubj" if before else "obj"
    rival = next((i for i, t in enumerate(tokens) if t.head == token.head and t.dep == role), None)
    if rival is not None and (before or rival > noun):
        return
    if rival is not None:
        tokens[rival] = replace(tokens[rival], dep="iobj")
    tokens[noun] = replace(token, dep=role)
    for i in cases:
        tokens[i] = replace(tokens[i], dep="advmod")
