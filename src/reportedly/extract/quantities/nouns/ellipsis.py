"""Lends a figure what its neighbour said: a noun left out, a move, a hedge."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.lexicon import load_nouns
from reportedly.model import Bound, Measure, Quantity

_OPEN = frozenset({Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN})
_COUNTED = frozenset({Measure.COUNT, Measure.PHYSICAL})
_SENTENCE_END = re.compile(r"[.!?;]['\"”»)]?\s")
# What may stand before a figure whose noun was said just before.
_BACK = re.compile(
    r"\b(?:to|from|with|including|against|than|versus|of which|was|were|is|are|at)\s+(?:just |only |about )?$"
)
# "280 million of the 1.5 billion shekels", "from 6,700 to 7,000 containers"
_AHEAD = re.compile(r"\s+(?:out of|of (?:the|its|their)|to|and|or|up to)\s+$")
# "4,300 jobs in France, 3,700 in Germany and 400 in Spain"
_LISTED = re.compile(
    r"\s+(?:in|at|from|on|for)\s[^.;:]{1,40}(?:,|\band|,\s+and|\bbut)\s+(?:about |another |some )?"
)
_PLACED = re.compile(r"\s+(?:in|at|from|on|for)\s")
_OF_THEM = re.compile(r"\s+of (?:them|whom|which|those|these)\b")
# "Ross fell 2%, Burlington by 3%"
_GAPPED = re.compile(r",? (?:and )?(?:[A-Z]\w+ ){1,3}by ")
# "aged nine, ten and thirteen", "on December 5 and 6"
_LISTED_SORTS = frozenset({Measure.AGE, Measure.OTHER})
_IN_A_LIST = re.compile(r",? (?:and |or |to )?")
_NEAR = 90
_OPENING = 20
# "of the 300 tanks, 40 were lost"
_OF = re.compile(r"\b[Oo]f (?:the |its |their |those |these |some |about )?\Z")
_PARTS = re.compile(r", (?:only |just |about |some |at least )?")


def lend(found: Iterable[Quantity], text: str) -> Iterator[Quantity]:
    """Yield the figures, each with what its neighbours lend it."""
    held: Quantity | None = None
    for fresh in found:
        figure = fresh
        if held is not None:
            held, figure = _pair(held, figure, text)
            yield held
        held = _others(figure)
    if held is not None:
        yield held


def _others(figure: Quantity) -> Quantity:
    """Take "eight others" for people when nothing said before fits."""
    return replace(figure, unit="person") if _bare(figure) and figure.words.endswith("others") else figure


def _pair(left: Quantity, right: Quantity, text: str) -> tuple[Quantity, Quantity]:
    gap = text[left.span.end : right.span.start]
    if len(gap) > _NEAR or _SENTENCE_END.search(gap):
        return left, right
    plain = _bare(right) and not right.increment
    if left.measure in _LISTED_SORTS and plain and _IN_A_LIST.fullmatch(gap):
        return left, replace(right, measure=left.measure)
    if _bare(left) and _counts(right) and _AHEAD.fullmatch(gap):
        left = replace(left, unit=right.unit, currency=right.currency, measure=right.measure)
    elif _same_sufferers(left, right, gap, text):
        right = replace(right, unit=left.unit)
    elif _bare(right) and _counts(left) and _says_back(left, right, gap, text):
        right = replace(right, unit=left.unit, currency=left.currency, measure=left.measure)
    elif _bare(right) and left.measure is Measure.COUNT and _is_part_of(left, gap, text):
        right = replace(right, unit=left.unit)
    if _measured(left) and _measured(right):
        right = _same_again(left, right, gap, text)
    return left, right


def _is_part_of(left: Quantity, gap: str, text: str) -> bool:
    """Is it "of the 300 tanks, 40 were lost"?"""
    start = left.span.start
    return (
        _PARTS.fullmatch(gap) is not None and _OF.search(text[max(0, start - _OPENING) : start]) is not None
    )


def _says_back(left: Quantity, right: Quantity, gap: str, text: str) -> bool:
    """Is the noun left out because the sentence has just said it?"""
    behind = text[right.span.end : right.span.end + 12]
    if _OF_THEM.match(behind) or right.words.endswith("others"):
        return left.measure is Measure.COUNT
    return bool(_BACK.search(gap) or (_LISTED.fullmatch(gap) and _PLACED.match(behind)))


def _same_sufferers(left: Quantity, right: Quantity, gap: str, text: str) -> bool:
    """Is it "32 miners were killed and 28 injured", and not "destroyed 300 homes and killed one"?"""
    implied = right.unit == "person" and right.noun is None
    if not implied or left.measure is not Measure.COUNT or left.unit in {None, "person"}:
        return False
    between, before = gap.lower().split(), text[: left.span.start].lower().split()
    if between and between[-1] in load_nouns().harms and (not before or before[-1] not in load_nouns().harms):
        return False
    return any(word in load_nouns().sufferers for word in between)


def _same_again(left: Quantity, right: Quantity, gap: str, text: str) -> Quantity:
    """Carry over the bound to a conversion "(11 km)", the move to ", or 2%"."""
    behind = text[right.span.end : right.span.end + 2].strip()[:1]
    converted = gap.strip() in {"(", "/"} and behind in {")", "/"}
    again = gap.strip() in {", or", "or"} or (_GAPPED.fullmatch(gap) and left.unit == right.unit)
    if not (converted or again):
        return right
    right = replace(right, change=right.change or left.change)
    if left.bound in _OPEN and right.bound is Bound.EXACT and converted and not left.approximate:
        floor = left.bound in {Bound.AT_LEAST, Bound.MORE_THAN}
        low, high = (right.low, None) if floor else (None, right.high)
        right = replace(right, bound=left.bound, low=low, high=high)
    return right


def _bare(quantity: Quantity) -> bool:
    return quantity.measure is Measure.COUNT and quantity.unit is None


def _counts(quantity: Quantity) -> bool:
    """Has it a unit that the next number may share?"""
    if quantity.measure is Measure.MONEY:
        return True
    return quantity.measure in _COUNTED and quantity.unit is not None


def _measured(quantity: Quantity) -> bool:
    return quantity.measure in {Measure.PHYSICAL, Measure.MONEY, Measure.SHARE} or quantity.unit == "point"
