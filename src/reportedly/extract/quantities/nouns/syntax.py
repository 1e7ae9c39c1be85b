"""Sharpens the counted noun with a parse of the same text (Universal Dependencies)."""

from collections.abc import Iterator
from dataclasses import replace

from reportedly.extract.quantities.text.plurals import is_plural, singular
from reportedly.lexicon import load_nouns
from reportedly.model import Measure, Parse, Quantity, Sentence, Span

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass"})
_COUNTS = frozenset({"number", "total", "count", "figure", "sum"})
_WITH_NOUN = frozenset({"amod", "compound", "nmod:poss", "punct", "advmod", "flat", "nummod"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def sharpen(found: Iterator[Quantity], parse: Parse) -> Iterator[Quantity]:
    """Yield the figures, those without a noun with the one that syntax gives."""
    sentences = iter(sorted(parse.sentences, key=lambda s: s.span.start))
    here = next(sentences, None)
    for figure in found:
        while here is not None and here.span.end <= figure.number.start:
            here = next(sentences, None)
        open_ended = figure.measure is Measure.COUNT and figure.unit is None
        known = here is not None and here.span.start <= figure.number.start
        yield _with_noun(figure, here) if open_ended and known and here is not None else figure


def _with_noun(figure: Quantity, sentence: Sentence) -> Quantity:
    at = _number_token(figure, sentence)
    if at is None:
        return figure
    noun = _counted(sentence, at)
    if noun is not None:
        return _named(figure, sentence, noun)
    return replace(figure, unit="person") if _are_people(sentence, at) else figure


def _number_token(figure: Quantity, sentence: Sentence) -> int | None:
    """Return the last token of the number words."""
    inside = (i for i, t in enumerate(sentence.tokens) if t.span.meets(figure.number))
    return max(inside, default=None)


def _counted(sentence: Sentence, at: int) -> int | None:
    """Return the noun that a number counts: its governor, or what it is "of"."""
    token = sentence.tokens[at]
    governor = sentence.tokens[token.head]
    if token.dep == "nummod" and token.head > at and _countable(governor.text, governor.pos):
        return token.head
    if token.dep in _SUBJECTS and token.head > at and _is_predicate(sentence, token.head):
        return token.head
    of = _of(sentence, at)
    if of is not None:
        return of
    subject = next((i for i in sentence.children(at) if sentence.tokens[i].dep in _SUBJECTS), None)
    if subject is None or sentence.tokens[subject].lemma not in _COUNTS:
        return None
    return _of(sentence, subject)


def _of(sentence: Sentence, at: int) -> int | None:
    """Return the plural noun that hangs on a token by "of"."""
    for child in sentence.children(at):
        token = sentence.tokens[child]
        cases = (sentence.tokens[i].lemma for i in sentence.children(child))
        if token.dep == "nmod" and _countable(token.text, token.pos) and "of" in cases:
            return child
    return None


def _countable(text: str, pos: str) -> bool:
    return pos in _NOUNS and is_plural(text.lower())


def _is_predicate(sentence: Sentence, at: int) -> bool:
    """Is it a plural noun after "were" ("the other seven were passengers")?"""
    token = sentence.tokens[at]
    copula = any(sentence.tokens[i].dep == "cop" for i in sentence.children(at))
    return copula and _countable(token.text, token.pos)


def _named(figure: Quantity, sentence: Sentence, noun: int) -> Quantity:
    """Give the figure the noun with the modifiers that stand just before it."""
    tokens, first = sentence.tokens, noun
    while first > 0 and tokens[first - 1].head in range(first, noun + 1):
        before = tokens[first - 1]
        if before.dep not in _WITH_NOUN or before.span.meets(figure.number) or before.pos in {"DET", "PUNCT"}:
            break
        first -= 1
    parts = [t.text.lower() for t in tokens[first:noun]]
    unit = " ".join([*parts, singular(tokens[noun].text.lower())])
    return replace(figure, unit=unit, noun=Span(tokens[first].span.start, tokens[noun].span.end))


def _are_people(sentence: Sentence, at: int) -> bool:
    """Is it the subject of a verb of suffering, or of a clause with "who"?"""
    token = sentence.tokens[at]
    verb = sentence.tokens[token.head].text.lower()
    if token.dep in _SUBJECTS and verb in load_nouns().sufferers:
        return True
    relative = (i for i in sentence.children(at) if sentence.tokens[i].dep == "acl:relcl")
    return any(
        sentence.tokens[i].text.lower() == "who" for clause in relative for i in sentence.children(clause)
    )
