"""Finds every figure of a text, with its words, in one pass from left to right."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache

from reportedly.lexicon import load_numbers
from reportedly.model import Bound, Change, Measure, Parse, Quantity, Span

from .hedges.changes import caused_before, moved_after, moved_before
from .hedges.hedging import Reading, read_hedges, trail_end
from .not_figures.phones import phone_end
from .not_figures.sorting import clock_end, dead_end, idiom_end, measure_of, serial_end
from .nouns.behind import Noun, counted_noun, harmed
from .nouns.ellipsis import lend
from .nouns.syntax import sharpen
from .numbers.amount import Amount
from .numbers.numerals import starters
from .numbers.ordinals import rank_starters, read_ordinal
from .numbers.vague import vague_starters
from .ranges import read_amount
from .text.words import Word, Words, cut_words, pieces
from .units.beside import read_rate, unit_of_head

# Read as a whole with what is glued to their number: "T-72", "3-1", "17:22".
_WHOLE = frozenset({Measure.NAME, Measure.SCORE, Measure.CLOCK, Measure.ORDINAL})
_TIES = frozenset("-–:./")
_ADJECTIVE_AND_UNIT = 2
_LONGEST_NAME = 8
_YEAR_DIGITS = 4
_FRACTION_SIGNS = "½¼¾⅓⅔⅛"


def find_quantities(text: str, *, parse: Parse | None = None) -> Iterator[Quantity]:
    """Yield the figures of a text, left to right, each with its words.

    Words alone suffice; a ``parse`` of the same text sharpens the counted
    noun. Numbers that are no figure (years, ages, names, scores) are yielded
    too, labelled by their ``measure``. The pass is linear in the text.
    """
    found = iter(_figures(text))
    yield from found if parse is None else sharpen(found, parse)


@lru_cache(maxsize=8)  # a page's text is read twice: by the gate before it is parsed, and with its parse
def _figures(text: str) -> tuple[Quantity, ...]:
    return tuple(
        figure
        for start, end in pieces(text)
        if _trigger().search(text[start:end].lower()) is not None
        for figure in lend(_in_piece(text, cut_words(text, start, end)), text)
    )


def _ties(word: Word) -> bool:
    """May a word be glued to a number as part of one name or score?"""
    return word.letters or word.digits or word.text in _TIES


@cache
def _trigger() -> re.Pattern[str]:
    ordinals = load_numbers().ordinals
    counted = {"number", "couple", "few", "handful"}
    words = sorted({*starters(), *vague_starters(), *ordinals, *counted} - {"a", "an", "another"})
    articles = sorted({*load_numbers().scales, *load_numbers().groups, *load_numbers().fractions})
    phrases = (*words, *articles, "or so", "or more", "or less")
    initials = "".join(sorted({phrase[0] for phrase in phrases}))  # most words are told by theirs alone
    return re.compile(rf"[0-9{_FRACTION_SIGNS}]|\b(?=[{initials}])(?:{'|'.join(phrases)})\b")


@cache
def _amount_starters() -> frozenset[str]:
    return starters() | vague_starters() | frozenset(_FRACTION_SIGNS)


@cache
def _openers() -> frozenset[str]:
    return _amount_starters() | rank_starters()


def _openings(words: Words) -> list[int]:
    """Return where an amount or a rank may begin."""
    openers = _openers()
    return [at for at, word in enumerate(words) if word.low in openers or word.digits]


def _in_piece(text: str, words: Words) -> Iterator[Quantity]:
    floor = done = covered = 0
    noun = Span(0, 0)
    pending: list[tuple[Amount, Quantity]] = []
    for at in _openings(words):
        word = words[at]
        if at < done:
            continue
        rank = read_ordinal(words, at) if word.low in rank_starters() else None
        if rank is not None and word.start >= covered:
            yield _ordinal(text, words, at, rank)
            done = rank[1]
            continue
        if not (word.digits or word.low in _amount_starters()):
            continue
        dead = _dead(text, words, at) if word.digits else None
        if dead is not None:
            yield dead[0]
        skip = dead[1] if dead is not None else dead_end(words, at) or idiom_end(words, at)
        amount = read_amount(words, at, floor) if skip is None else None
        if amount is None:
            done = max(skip or 0, at + 1)
            continue
        quantity = _finish(text, words, amount, floor)
        done = floor = max(amount.last, _rate_end(words, quantity, amount.last))
        if quantity is None:
            continue
        quantity = _inside(quantity, noun)
        noun = quantity.noun or noun
        covered = quantity.span.end
        pending.append((amount, quantity))
        if not amount.suspended:
            yield from _shared_units(pending)
            pending = []
    yield from _shared_units(pending)


def _shared_units(pending: list[tuple[Amount, Quantity]]) -> Iterator[Quantity]:
    """Lend the last figure's unit to those that hang before it ("7- or 8-inch")."""
    if not pending:
        return
    last = pending[-1][1]
    for amount, quantity in pending:
        if amount.suspended and quantity is not last:
            yield replace(quantity, unit=last.unit, measure=last.measure, noun=last.noun)
        else:
            yield quantity


def _inside(figure: Quantity, noun: Span) -> Quantity:
    """Take a bare number inside the noun counted before it for a name ("two 737 Max jets")."""
    bare = figure.measure is Measure.COUNT and noun.holds(figure.number)
    return replace(figure, measure=Measure.NAME, unit=None, noun=None) if bare else figure


def _ordinal(text: str, words: Words, at: int, found: tuple[int, int]) -> Quantity:
    rank, last = Decimal(found[0]), found[1]
    span = Span(words[at].start, words[last - 1].end)
    return Quantity(span, span, span.of(text), rank, rank, Bound.EXACT, measure=Measure.ORDINAL)


def _rate_end(words: Words, quantity: Quantity | None, at: int) -> int:
    """Return where a counted rate ends, so that "per 100,000" is no figure itself."""
    if quantity is None or quantity.per is None or not quantity.per[0].isdecimal():
        return at
    while at < len(words) and words[at].start < quantity.span.end:
        at += 1
    return at


def _named(text: str, words: Words, at: int, last: int) -> Quantity:
    """Return a phrase that only looks like a number ("24/7"), with no value."""
    span = Span(words[at].start, words[last - 1].end)
    ends = (words[at].text, words[last - 1].text)
    dated = any(len(end) == _YEAR_DIGITS and end[:2] in {"19", "20"} for end in ends) and last - at > 1
    sort = Measure.OTHER if dated else Measure.NAME
    return Quantity(span, span, span.of(text), None, None, Bound.NONE, measure=sort)


def _dead(text: str, words: Words, at: int) -> tuple[Quantity, int] | None:
    """Return what only looks like a number from a word on, with its end."""
    for end, measure in ((clock_end, Measure.CLOCK), (phone_end, Measure.ADDRESS)):
        last = end(words, at)
        if last is not None:
            span = Span(words[at].start, words[last - 1].end)
            return Quantity(span, span, span.of(text), None, None, Bound.NONE, measure=measure), last
    last = dead_end(words, at) or serial_end(words, at)
    return None if last is None else (_named(text, words, at, last), last)


def _finish(text: str, words: Words, amount: Amount, floor: int) -> Quantity | None:
    sort = measure_of(words, amount)
    if sort is Measure.AGE:
        amount = replace(amount, measure=sort)
    elif sort is not None:
        return _not_a_figure(text, words, amount, sort)
    noun = counted_noun(words, amount, trail_end(words, amount.last)) if _may_count(words, amount) else None
    amount = _headed(words, amount, noun)
    behind = amount.last if noun is None else max(noun.last, amount.last)
    rated = read_rate(words, replace(amount, last=behind))
    reading = read_hedges(words, amount, floor, rated.last)
    if noun is None and not amount.measured:
        noun = harmed(words, amount, reading.first)
    pronoun = amount.spoken and amount.low == amount.high == 1
    if pronoun and noun is None and not amount.measured:
        return None
    return _quantity(text, words, rated, reading, noun)


def _headed(words: Words, amount: Amount, noun: Noun | None) -> Amount:
    """Take a phrase that ends in a unit for measured ("two long years")."""
    if noun is None or amount.measured or noun.last - noun.first != _ADJECTIVE_AND_UNIT:
        return amount
    unit = unit_of_head(noun.unit.rpartition(" ")[2])
    if unit is None or words.at(noun.first).capital:
        return amount
    measure = Measure.DURATION if unit.dimension == "time" else Measure.PHYSICAL
    return replace(amount, unit=unit, unit_name=unit.name, measure=measure)


def _may_count(words: Words, amount: Amount) -> bool:
    """May a noun follow? Behind a unit only after "of" ("60% of voters")."""
    if amount.measure is Measure.AGE:
        return False
    if amount.measured or amount.suspended:
        return words.low(amount.last) == "of" and amount.currency is None
    return True


def _quantity(text: str, words: Words, amount: Amount, reading: Reading, noun: Noun | None) -> Quantity:
    named = noun is not None and noun.last > noun.first
    last = max(reading.last, amount.last)
    unit = amount.unit_name or (noun.unit if noun and not amount.currency else None)
    span = Span(words[reading.first].start, words[last - 1].end)
    return Quantity(
        span=span,
        number=Span(words[amount.first].start, words[amount.number_last - 1].end),
        words=span.of(text),
        low=_tidy(reading.low),
        high=_tidy(reading.high),
        bound=reading.bound,
        measure=amount.measure,
        approximate=reading.approximate,
        unit=unit,
        currency=amount.currency,
        per=amount.per,
        noun=Span(words[noun.first].start, words[noun.last - 1].end) if noun and named else None,
        change=_change(words, amount, reading),
        increment=reading.increment,
        band=amount.band,
    )


def _tidy(value: Decimal | None) -> Decimal | None:
    """Drop the ".0" that a multiplier leaves ("4.8 million")."""
    whole = value is not None and value == value.to_integral_value()
    return value.to_integral_value() if value is not None and whole else value


def _change(words: Words, amount: Amount, reading: Reading) -> Change | None:
    by = words.low(reading.first - 1) == "by"
    moved = moved_before(words, reading.first) or (caused_before(words, reading.first) if by else None)
    if amount.bound is Bound.VAGUE and not by:
        return None
    valued = amount.measured and (amount.unit is not None or amount.measure is not Measure.COUNT)
    if moved is not None and (valued or by):
        return moved
    return moved_after(words, amount.last) if valued else None


def _whole_name(words: Words, first: int, last: int) -> tuple[int, int]:
    """Widen a number to the name that it is glued into, a few words either way."""
    left, right = max(0, first - _LONGEST_NAME), last + _LONGEST_NAME
    while first > left and words[first].glued and _ties(words[first - 1]):
        first -= 1
    while last < right and words.at(last).glued and _ties(words.at(last)):
        if not (words[last].letters or words.at(last + 1).glued):
            break
        last += 1
    return first, last


def _not_a_figure(text: str, words: Words, amount: Amount, sort: Measure) -> Quantity:
    first, last = amount.first, max(amount.number_last, amount.last)
    if sort in _WHOLE:
        first, last = _whole_name(words, first, last)
    span = Span(words[first].start, words[last - 1].end)
    return Quantity(
        span=span,
        number=Span(words[amount.first].start, words[amount.number_last - 1].end),
        words=span.of(text),
        low=amount.low,
        high=amount.high,
        bound=amount.bound,
        measure=sort,
    )
