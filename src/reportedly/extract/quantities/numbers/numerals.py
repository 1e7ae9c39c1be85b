"""Reads one number: digits, words, or both ("4.8 million", "two and a half")."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from reportedly.extract.quantities.text.words import Words
from reportedly.lexicon import load_numbers

from .suffixes import plural_ahead, suffix_value

# Longer runs of digits are serial numbers, not figures.
_LONGEST = 24
_SIGNS = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
    "⅛": Decimal("0.125"),
}
_MINUS = frozenset("-−–")
_SLASHES = "/⁄"
_GROUPS = re.compile("[,'’ \u00a0\u202f\u2009]|\\..*\\.")
_COMMA_DECIMAL = re.compile(r",[0-9]{1,2}$")
_HALVES = {("a", "half"): Decimal("0.5"), ("a", "quarter"): Decimal("0.25")}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at words ``[first, last)``; ``scale`` is its trailing multiplier.

    ``spoken`` if no digit was used; ``grouped`` if digits were ("10,000").
    """

    first: int
    last: int
    value: Decimal
    scale: Decimal = Decimal(1)
    spoken: bool = False
    grouped: bool = False


def read_numeral(words: Words, at: int, *, money: bool = False) -> Numeral | None:
    """Return the longest number that starts at a word, or nothing."""
    if words.at(at).digits:
        return _digits(words, at, money=money)
    if words.at(at).text in _SIGNS:
        return _scaled(words, Numeral(at, at + 1, _SIGNS[words[at].text]), money=money)
    return _part_of_scale(words, at) or _spoken(words, at)


@cache
def starters() -> frozenset[str]:
    """Return the lower-case words that a spoken number may start with."""
    table = load_numbers()
    return frozenset(
        {*table.cardinals, *table.scales, *table.groups, "a", "an", "another", "half", "quarter"}
    )


def _digits(words: Words, at: int, *, money: bool) -> Numeral | None:
    word = words[at]
    if len(word.text) > _LONGEST:
        return None
    numeral = Numeral(at, at + 1, _value(word.text), grouped=_GROUPS.search(word.text) is not None)
    numeral = _stray_point(words, numeral)
    numeral = _power(words, _spaced(words, _stray_space(words, numeral)))
    numeral = _fraction(words, numeral)
    return _scaled(words, numeral, money=money)


def _value(text: str) -> Decimal:
    """Return what digits say, whichever way they are grouped ("1.234,56", "1'000", "2·5")."""
    if _COMMA_DECIMAL.search(text):
        text = text.replace(".", "").replace(",", ".")
    elif text.count(".") > 1:
        text = text.replace(".", "")
    return Decimal("".join(c for c in text.replace("·", ".") if c in "0123456789."))


def _power(words: Words, numeral: Numeral) -> Numeral:
    """Take "1.99×10^30" and "1.99 × 10−30" as one number."""
    i = numeral.last
    if words.low(i) not in {"×", "x", "*"} or words.low(i + 1) != "10" or not words.at(i + 2).glued:
        return numeral
    sign = words.at(i + 2).text
    start = i + 3 + (sign == "^" and words.at(i + 3).text in _MINUS)
    exponent = words.at(start)
    if sign not in {"^", *_MINUS} or not exponent.text.isdecimal() or len(exponent.text) > 2:
        return numeral
    power = -int(exponent.text) if words.at(start - 1).text in _MINUS else int(exponent.text)
    return replace(numeral, last=start + 1, value=numeral.value.scaleb(power), grouped=True)


def _stray_point(words: Words, numeral: Numeral) -> Numeral:
    """Join "5. 5 billion" as old wire copy has it, only before a multiplier."""
    i = numeral.last
    point, part = words.at(i), words.at(i + 1)
    apart = point.text == "." and point.glued and part.start == point.end + 1 and part.text.isdecimal()
    if not (apart and words.at(i - 1).text.isdecimal() and words.low(i + 2) in load_numbers().scales):
        return numeral
    return replace(numeral, last=i + 2, value=Decimal(f"{words.at(i - 1).text}.{part.text}"), grouped=True)


def _stray_space(words: Words, numeral: Numeral) -> Numeral:
    """Join "1, 555" as old wire copy has it, unless a list or a date goes on."""
    i = numeral.last
    group = words.at(i + 1)
    head = words.at(i - 1)
    plain = numeral.value == int(numeral.value) and len(head.text) <= 3 and head.text.isdecimal()
    if not (plain and numeral.value and words.low(i) == "," and words.at(i).glued):
        return numeral
    three = len(group.text) == 3 and group.text.isdecimal() and group.start == words.at(i).end + 1
    listed = words.low(i + 2) in {",", "-"} and words.at(i + 3).digits
    after_word = words.at(i - 2).capital or words.low(i - 2) in {",", "-"}
    if not three or listed or after_word:
        return numeral
    return replace(numeral, last=i + 2, value=numeral.value * 1000 + int(group.text), grouped=True)


def _spaced(words: Words, numeral: Numeral) -> Numeral:
    """Join "12 500 people", where a plural shows that it is one number."""
    i = numeral.last
    head, group, before = words.at(i - 1), words.at(i), words.at(i - 2)
    cut = head.text.isdecimal() and len(head.text) <= 3 and group.text.isdecimal() and len(group.text) == 3
    alone = not (before.capital or before.digits or before.low in {"-", "+", ",", "."})
    if not (cut and alone and numeral.value and group.start == head.end + 1 and plural_ahead(words, i + 1)):
        return numeral
    return replace(numeral, last=i + 1, value=numeral.value * 1000 + int(group.text), grouped=True)


def _fraction(words: Words, numeral: Numeral) -> Numeral:
    """Take "1/2", "10 1/2", "2½" as one number."""
    i = numeral.last
    if words.at(i).text in _SIGNS:
        return replace(numeral, last=i + 1, value=numeral.value + _SIGNS[words[i].text])
    own = _ratio(words, i - 1)
    if own is not None and numeral.last - numeral.first == 1:
        return replace(numeral, last=i + 2, value=own)
    start = i + 1 if words.low(i) == "-" else i
    rest = _ratio(words, start)
    if rest is not None and words.at(start).start - words.at(i - 1).end <= 1:
        return replace(numeral, last=start + 3, value=numeral.value + rest)
    return numeral


def _ratio(words: Words, at: int) -> Decimal | None:
    above, slash, below = words.at(at), words.at(at + 1), words.at(at + 2)
    glued = slash.text in _SLASHES and slash.glued and below.glued and words.low(at + 3) not in _SLASHES
    if not (
        glued
        and above.text.isdecimal()
        and below.text.isdecimal()
        and max(len(above.text), len(below.text)) < 4
    ):
        return None
    top, bottom = Decimal(above.text), Decimal(below.text)
    return top / bottom if 0 < top < bottom else None


def _scaled(words: Words, numeral: Numeral, *, money: bool) -> Numeral:
    """Multiply by what follows: "million", "hundred thousand", "bn", "m"."""
    table = load_numbers()
    i = numeral.last
    hyphen = words.low(i) == "-" and words.at(i).glued and words.at(i + 1).glued
    j = i + 1 if hyphen else i
    scale = Decimal(1)
    while words.low(j) in table.scales:
        scale *= table.scales[words.low(j)]
        j += 1
        if words.low(j) == "-" and words.low(j + 1) in table.scales:
            j += 1
    if scale > 1:
        return replace(numeral, last=j, value=numeral.value * scale, scale=scale)
    if words.low(j) in table.groups:
        size = table.groups[words.low(j)]
        return replace(numeral, last=j + 1, value=numeral.value * size, scale=size)
    size = suffix_value(words, i, money=money)
    return replace(numeral, last=i + 1, value=numeral.value * size, scale=size) if size > 1 else numeral


def _part_of_scale(words: Words, at: int) -> Numeral | None:
    """Read "half a million", "a quarter of a million", "half a dozen"."""
    table = load_numbers()
    i = at + 1 if words.low(at) in {"a", "an"} else at
    part = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}.get(words.low(i))
    if part is None:
        return None
    i += 1
    i += words.low(i) == "-"
    i += words.low(i) == "of"
    i += words.low(i) == "a"
    size = table.scales.get(words.low(i)) or table.groups.get(words.low(i))
    return Numeral(at, i + 1, part * size, size, spoken=True) if size else None


def _spoken(words: Words, at: int) -> Numeral | None:
    """Read a number in words, adding and multiplying as they come."""
    table = load_numbers()
    low = words.low(at)
    if low in {"a", "an"}:
        ahead = words.low(at + 1)
        if (ahead not in table.scales and ahead not in table.groups) or words.low(at + 1) == "score":
            return None
        return _SpokenReader(words, at, at + 1, Decimal(1)).read()
    if (low in table.scales or low in table.groups) and _is_one_more(words, at):
        return _SpokenReader(words, at, at, Decimal(1)).read()
    if low not in table.cardinals:
        return None
    return _SpokenReader(words, at, at, None).read()


def _is_one_more(words: Words, at: int) -> bool:
    """Is it a bare multiplier that means one of it ("another dozen", "the million euros")?"""
    opened = words.low(at - 1) in load_numbers().openers and not words.at(at).capital
    return opened and (words.low(at + 1) in {"or", "more"} or plural_ahead(words, at + 1))


class _SpokenReader:
    """Walks over number words; ``total`` is closed by scales, ``part`` is open."""

    def __init__(self, words: Words, first: int, at: int, part: Decimal | None) -> None:
        self.words, self.first, self.at, self.part = words, first, at, part
        self.total, self.scale, self.room = Decimal(0), Decimal(1), Decimal(100)
        self.table = load_numbers()

    def read(self) -> Numeral | None:
        while self._step():
            pass
        value = self.total + (self.part or 0)
        return Numeral(self.first, self.at, value, self.scale, spoken=True)

    def _step(self) -> bool:
        words, table = self.words, self.table
        joined = words.low(self.at) == "-" and words.at(self.at).glued and words.at(self.at + 1).glued
        i = self.at + 1 if joined and self.part is not None else self.at
        low = words.low(i)
        if low == "and" and joined:
            return self._and(i + 1)
        if low in table.cardinals:
            return self._add(table.cardinals[low], i + 1)
        if low in table.scales and (self.part is not None or self.total):
            return self._multiply(table.scales[low], i + 1)
        if low in table.groups and self.part is not None:
            return self._multiply(table.groups[low], i + 1)
        return low == "and" and not joined and self._and(i + 1)

    def _add(self, value: Decimal, after: int) -> bool:
        if self.part is None:
            if self.total and value >= self.scale:
                return False
            self.part = value
        elif value < self.room and (value < 10 or self.room == 100):
            self.part += value
        else:
            return False
        self.room = Decimal(10) if value >= 20 and value % 10 == 0 else Decimal(0)
        self.scale, self.at = Decimal(1), after
        return True

    def _multiply(self, scale: Decimal, after: int) -> bool:
        hundreds = self.scale if self.part is not None and self.scale == 100 else Decimal(1)
        if self.part is None:
            if scale <= self.scale:
                return False
            self.total *= scale
        elif scale == 100:
            self.part *= scale
            self.room = scale
        else:
            self.total += self.part * scale
            self.part, self.room = None, Decimal(100)
        self.scale, self.at = scale * hundreds, after
        return True

    def _and(self, at: int) -> bool:
        """Go on over "and a half", or over "and five" behind a hundred."""
        tied = 1 if self.words.low(at) == "-" else 0
        between = at + 1 + tied + (1 if tied and self.words.low(at + 2) == "-" else 0)
        half = _HALVES.get((self.words.low(at + tied), self.words.low(between)))
        if half is not None:
            unit = self.scale if self.part is None else Decimal(1)
            if self.part is None:
                self.total += half * unit
            else:
                self.part += half
            self.at, self.room = between + 1, Decimal(0)
            return True
        value = self.table.cardinals.get(self.words.low(at))
        if value is None or self.scale == 1:
            return False
        rest = _SpokenReader(self.words, at, at, None).read()
        if rest is None or rest.value >= self.scale:
            return False
        self.part = (self.part or 0) + rest.value
        self.at, self.scale, self.room = rest.last, rest.scale, Decimal(0)
        return True
