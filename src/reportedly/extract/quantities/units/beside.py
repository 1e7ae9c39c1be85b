"""Reads the unit, currency and rate that stand beside a number."""

from dataclasses import replace
from functools import cache
from itertools import chain

from reportedly.extract.quantities.numbers.amount import Amount
from reportedly.extract.quantities.numbers.numerals import read_numeral
from reportedly.extract.quantities.text.phrases import Phrases, phrase_table
from reportedly.extract.quantities.text.plurals import singular
from reportedly.extract.quantities.text.words import Words
from reportedly.lexicon import Unit, load_currencies, load_nouns, load_units
from reportedly.model import Bound, Measure

_DIMENSIONS = {
    "time": Measure.DURATION,
    "share": Measure.SHARE,
    "share_point": Measure.SHARE,
    "count": Measure.COUNT,
}
# One-letter symbols that may stand apart from their number ("5 W", "20 m").
_APART = frozenset("WVFCKNJ°mg′″Ω")
_MEASURED_BY = frozenset({"a", "an", "per", "long", "old", "olds", "wide", "high", "deep", "tall", "thick"})
_NOT_A_RATE = frozenset({"earlier", "ago", "later", "before", "after", "old", "prior", "previously"})
_HYPHENS = frozenset({"-", "‐", "‑"})


def read_unit(words: Words, amount: Amount) -> Amount:
    """Add the unit, coin or currency word behind a number, and its rate."""
    if amount.currency is not None:
        return read_rate(words, amount)
    vague = amount.bound is Bound.VAGUE and words.low(amount.last) == "of"
    part = amount.low < 1 and words.low(amount.last) == "of" and words.low(amount.last + 1) in {"a", "an"}
    at, tied = (amount.last + 1 + part, False) if vague or part else _skip_hyphen(words, amount.last)
    money = _money_after(words, amount, at)
    if money is not None:
        return read_rate(words, money)
    short = _rated().after(words, at)
    if short is not None and not tied:
        return _measured(amount, short[0][0], short[1], per=short[0][1])
    found = _unit_at(words, at)
    if found is None:
        return amount
    unit, last = found
    if unit.name == "second" and words.low(at) == "second" and amount.low != 1 and not tied:
        return amount
    number_last = last if words.low(at) == "%" else amount.number_last
    known = _measured(replace(amount, number_last=number_last, hyphenated=tied), unit, last)
    return read_rate(words, known)


def _measured(amount: Amount, unit: Unit, last: int, *, per: str | None = None) -> Amount:
    measure = _DIMENSIONS.get(unit.dimension, Measure.PHYSICAL)
    return replace(amount, last=last, unit=unit, unit_name=unit.name, measure=measure, per=per)


def unit_of_head(head: str) -> Unit | None:
    """Return the unit that heads a counted phrase ("20 rushing yards")."""
    found = _heads().get(head)
    return found if found is not None and found.dimension in {"time", "length"} else None


@cache
def _heads() -> dict[str, Unit]:
    return {unit.name: unit for unit in load_units().units}


def _unit_at(words: Words, at: int) -> tuple[Unit, int] | None:
    """Return the longest unit, as a symbol or in words, that starts at a word."""
    at += words.at(at).text in {"US", "U.S."}
    symbol = _symbols().after(words, at)
    if symbol is not None and not _symbol_fits(words, at, symbol[1]):
        symbol = None
    spelt = _unit_words().after(words, at)
    if spelt is not None and not words.at(at).glued and _goes_on(words, spelt[1]):
        spelt = None
    if symbol is None or spelt is None:
        return symbol or spelt
    return max(spelt, symbol, key=lambda found: found[1])


def _goes_on(words: Words, at: int) -> bool:
    """Is the unit's word only the first half of another ("night-vision goggles")?"""
    tied = words.low(at) in _HYPHENS and words.at(at).glued and words.at(at + 1).glued
    share = words.low(at - 1) in {"percent", "cent", "pct"}
    return tied and not share and words.low(at + 1) not in _MEASURED_BY


def read_rate(words: Words, amount: Amount) -> Amount:
    """Add "per day", "a barrel", "/kg", "-a-day" behind a unit."""
    at = amount.last
    hyphen = words.low(at) in _HYPHENS and words.at(at).glued and words.low(at + 2) in _HYPHENS
    step = 2 if hyphen else 1
    word = words.low(at + 1 if hyphen else at)
    target = at + step + (1 if hyphen else 0)
    if word in {"per", "/"} and (word != "/" or words.at(at).glued):
        return _per(words, amount, target)
    if word in {"a", "an", "each", "every"} and words.low(target) in load_units().rates:
        if (word in {"each", "every"} and amount.currency is None) or words.low(target + 1) in _NOT_A_RATE:
            return amount
        return replace(amount, last=target + 1, per=words.low(target))
    return amount


def _per(words: Words, amount: Amount, at: int) -> Amount:
    number = read_numeral(words, at) if words.at(at).digits else None
    noun = number.last if number else at
    found = _unit_at(words, noun)
    if found is not None:
        name, last = found[0].name, found[1]
    elif words.at(noun).letters and words.low(noun) not in load_nouns().stops:
        name, last = singular(words.low(noun)) if number is None else words.low(noun), noun + 1
        name = "year" if name == "annum" else name
    elif number is not None:
        name, last = "", noun
    else:
        return amount
    count = "".join(words[i].text + " " for i in range(at, noun)) if number else ""
    return replace(amount, last=last, per=(count + name).strip())


def sign_before(words: Words, at: int) -> tuple[str, int] | None:
    """Return the currency whose sign ends just before a word, and where it starts."""
    found = _signs().before(words, at)
    if found is None:
        return None
    code, first = found
    sign = words[at - 1]
    if words[first].text == "A" and first == at - 2 and not sign.glued:  # "A $300 million loan"
        return "USD", at - 1
    if sign.text.isalpha() and first > 0 and words[first].glued and words[first - 1].letters:
        return None
    short = sign.text.isalpha() and len(sign.text) <= 2 and sign.text != "Rs"
    if short and not (words.at(at).glued and _more_than_a_digit(words, at)):
        return None
    return code, first


def _more_than_a_digit(words: Words, at: int) -> bool:
    return len(words.at(at).text) > 1 or (words.at(at + 1).glued and words.at(at + 1).letters)


def _money_after(words: Words, amount: Amount, at: int) -> Amount | None:
    found = _currency_words().after(words, at)
    if found is None:
        return None
    (code, coin, needs_scale), last = found
    if words.low(at) == "p" and not words.at(at).glued:
        return None
    if words.low(at) in {"$", "€", "£"} and words.at(last).digits and words.at(last).glued:
        return None
    large = amount.scale >= 1000 or (amount.low is not None and amount.low >= 100_000)
    if needs_scale and (not large or words.low(last) == "of"):
        return None
    if code is None:
        return replace(amount, last=last, unit_name=coin, measure=Measure.MONEY)
    return replace(amount, last=last, number_last=last, currency=code, measure=Measure.MONEY)


def _symbol_fits(words: Words, at: int, last: int) -> bool:
    """Is it a symbol, and not a letter or short word that happens to match?"""
    text = words.at(at).text
    if any(words[i].digits and not words[i].glued for i in range(at + 1, last)):
        return False
    if last - at > 1 or words.at(at).glued:
        return not (words.at(last).glued and words.at(last).digits)
    if text == "in":
        return False
    if len(text) > 1 or (words.low(last) == "/" and words.at(last).glued):
        return True
    if words.at(last).text in _HYPHENS and words.at(last).glued:
        return False
    return text in _APART and (text == "W" or not words.at(last).capital)


def _skip_hyphen(words: Words, at: int) -> tuple[int, bool]:
    tied = (
        words.low(at) in _HYPHENS
        and words.at(at).glued
        and words.at(at + 1).letters
        and words.at(at + 1).glued
    )
    return (at + 1, True) if tied else (at, False)


@cache
def _signs() -> Phrases[str]:
    return phrase_table(((s, c.code) for c in load_currencies().currencies for s in c.signs), cased=True)


@cache
def _currency_words() -> Phrases[tuple[str | None, str | None, bool]]:
    table = load_currencies()
    sure = ((w, (c.code, None, False)) for c in table.currencies for w in c.words)
    large = ((w, (c.code, None, True)) for c in table.currencies for w in c.needs_scale)
    coins = ((w, (None, unit, False)) for w, unit in table.coins.items())
    return phrase_table(chain(sure, large, coins))


@cache
def _rated() -> Phrases[tuple[Unit, str]]:
    return phrase_table(load_units().rated.items())


@cache
def _unit_words() -> Phrases[Unit]:
    return phrase_table((w, u) for u in load_units().units for w in u.words)


@cache
def _symbols() -> Phrases[Unit]:
    return phrase_table(((s, u) for u in load_units().units for s in u.symbols), cased=True)
