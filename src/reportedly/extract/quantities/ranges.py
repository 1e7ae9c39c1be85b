"""Reads one amount with its sign and unit, and joins two into a range."""

from dataclasses import replace
from decimal import Decimal

from reportedly.lexicon import load_not_figures
from reportedly.model import Bound, Measure

from .hedges.changes import caused_before, moved_before, moved_in_clause
from .numbers.amount import Amount
from .numbers.numerals import Numeral, read_numeral
from .numbers.shares import read_part, read_share
from .numbers.vague import read_vague
from .text.words import Words
from .units.beside import read_unit, sign_before
from .units.pairs import read_pair

_DASHES = frozenset({"-", "–", "—", "−", "‐", "‑"})
_THOUSAND = Decimal(1000)
# A level lies so many times above the step that led there ("by 300 to 4,000").
_FAR = 4
_LIST = frozenset({",", "and", "or", "to"})


def read_amount(words: Words, at: int, floor: int) -> Amount | None:
    """Return the amount at a word, joined with its upper end if it is a range.

    Words before ``floor`` belong to an earlier figure and are not touched.
    """
    side = read_side(words, at, floor)
    if side is None or side.bound is Bound.VAGUE or (side.measure is Measure.SHARE and side.unit is None):
        return side
    return _joined(words, side)


def read_side(words: Words, at: int, floor: int) -> Amount | None:
    """Return a single amount with its own sign, unit and rate."""
    pair = read_pair(words, at)
    if pair is not None:
        return pair
    numeral = read_numeral(words, at)
    whole = read_vague(words, at) or read_share(words, at, numeral)
    if whole is not None:
        digital = words.at(at).digits and words.low(whole.last) == "of"
        return read_unit(words, whole) if whole.bound is Bound.VAGUE or digital else whole
    part = read_part(words, at)
    if part is not None and read_unit(words, part).unit is not None:
        return read_unit(words, part)
    first, currency, negative = _signs_before(words, at, floor)
    if currency is not None:
        numeral = read_numeral(words, at, money=True)
    if numeral is None:
        return None
    hyphen, suspended = _suspended(words, numeral.last)
    value = -numeral.value if negative else numeral.value
    side = Amount(
        first,
        numeral.last,
        hyphen,
        value,
        value,
        scale=numeral.scale,
        measure=Measure.MONEY if currency else Measure.COUNT,
        currency=currency,
        plain=_plain(words, numeral),
        spoken=numeral.spoken,
        suspended=suspended,
    )
    return side if suspended else read_unit(words, side)


def _signs_before(words: Words, at: int, floor: int) -> tuple[int, str | None, bool]:
    """Find the minus and the currency sign before digits, in either order."""
    if not words.at(at).digits:
        below = words.low(at - 1) == "minus" and at - 1 >= floor and not words.at(at - 2).digits
        return (at - 1, None, True) if below else (at, None, False)
    first, negative = _minus(words, at, floor)
    sign = sign_before(words, first)
    if sign is None or sign[1] < floor:
        return first, None, negative
    currency, first = sign
    if not negative:
        first, negative = _minus(words, first, floor)
    return first, currency, negative


def _minus(words: Words, at: int, floor: int) -> tuple[int, bool]:
    before = words.at(at - 1)
    if at - 1 < floor:
        return at, False
    if before.low == "minus" and not words.at(at - 2).digits:
        return at - 1, True
    if before.text not in {"-", "−", "–"} or not words.at(at).glued:
        return at, False
    if words.low(at - 2) == "minus":
        return at - 2, True
    free = not before.glued or words.at(at - 2).text in "($€£"
    return (at - 1, True) if free and not words.at(at - 2).digits else (at, False)


def _plain(words: Words, numeral: Numeral) -> bool:
    return numeral.last - numeral.first == 1 and words[numeral.first].text.isdecimal() and numeral.scale == 1


def _suspended(words: Words, at: int) -> tuple[int, bool]:
    """Say whether the hyphen hangs, waiting for a noun ("7- or 8-inch")."""
    hangs = words.low(at) in _DASHES and words.at(at).glued and not words.at(at + 1).letters
    hangs = hangs or (words.low(at) in _DASHES and words.at(at).glued and not words.at(at + 1).glued)
    if hangs and words.low(at + 1) in _LIST:
        return at + 1, True
    return at, False


def _joined(words: Words, left: Amount) -> Amount:
    start = _connector(words, left)
    if start is None:
        return left
    ahead = start
    while words.at(ahead).text in "$€£¥₽₴" or words.at(ahead).low in _signs_ahead(words, ahead):
        ahead += 1
    right = read_side(words, ahead, start)
    if right is None or right.bound is Bound.VAGUE or right.first != start:
        return left
    right = _joined(words, right) if words.low(left.last) not in _DASHES else right
    return _range(words, left, right) or _lent(words, left, right)


def _lent(words: Words, left: Amount, right: Amount) -> Amount:
    """Let a move's old figure share what the new one says ("from 24 to 33 billion")."""
    if words.low(left.last) != "to" or left.measured or right.high is None or left.bound is Bound.VAGUE:
        return left
    low, scale = _shared(left, right)
    if scale == left.scale or words.low(left.first - 1) != "from":
        return left
    return replace(left, low=low, high=low, scale=scale, plain=False)


def _signs_ahead(words: Words, at: int) -> tuple[str, ...]:
    """Return the word itself where a currency's letters stand before digits."""
    for ahead in (1, 2):
        sign = sign_before(words, at + ahead) if words.at(at + ahead).digits else None
        if sign is not None and sign[1] <= at:
            return (words.low(at),)
    return ()


def _connector(words: Words, left: Amount) -> int | None:
    """Return where the upper end starts, if a connecting word says there is one."""
    i = left.last
    low = words.low(i)
    if low in _DASHES:
        return _dash(words, left, i)
    if low == "up" and words.low(i + 1) == "to":
        return i + 2 if words.low(left.first - 1) in {"from", "of"} else None
    if low == "to":
        return i + 1 + (words.low(i + 1) in _DASHES and words.at(i + 1).glued)
    if low == "and":
        near = {words.low(left.first - back) for back in range(1, 5)}
        return i + 1 if "between" in near else None
    if low == "or" and not left.measured and not left.suspended:
        return i + 1
    return None


def _dash(words: Words, left: Amount, at: int) -> int | None:
    if words.at(at).glued and words.low(at + 1) == "to":
        return at + 2 + (words.low(at + 2) in _DASHES)
    tight = words.at(at).glued and words.at(at + 1).glued
    loose = not words.at(at).glued and not words.at(at + 1).glued
    serial = words.low(at + 2) in _DASHES and words.at(at + 2).glued and words.at(at + 3).digits
    if serial:
        return None
    if tight or (loose and not left.measured and words.at(at + 1).digits):
        return at + 1
    return None


def _range(words: Words, left: Amount, right: Amount) -> Amount | None:
    """Put two ends together, sharing multiplier, currency and unit."""
    if right.high is None or not _same_kind(left, right) or _is_year(words, left, right):
        return None
    low, scale = _shared(left, right, clipped=_clipped(words, left, right))
    if low >= right.high or (words.low(left.last) == "or" and not _or_range(left, right, low)):
        return None
    if words.low(left.last) == "to" and (_is_move(words, left) or _is_step(words, left, right)):
        return None
    return replace(
        right,
        first=left.first,
        low=low,
        scale=scale,
        bound=Bound.RANGE,
        currency=left.currency or right.currency,
        unit=right.unit or left.unit,
        unit_name=right.unit_name or left.unit_name,
        measure=right.measure if right.measured else left.measure,
        per=right.per or left.per,
        plain=left.plain and right.plain,
    )


def _is_year(words: Words, left: Amount, right: Amount) -> bool:
    """Is the left a year that only stands before the number ("in 2004 to $5m")?"""
    year = left.plain and 1900 <= left.low <= 2039
    before = words.low(left.first - 1)
    dated = before == "in" or (before in load_not_figures().months and right.low > 2039)
    return year and (right.scale > 1 or right.currency is not None or dated)


def _same_kind(left: Amount, right: Amount) -> bool:
    if left.currency and right.currency:
        return left.currency == right.currency
    if left.currency:
        return right.unit_name is None
    if right.currency:
        return left.unit_name is None
    return right.unit_name is None or left.unit_name in {None, right.unit_name}


def _shared(left: Amount, right: Amount, *, clipped: bool = False) -> tuple[Decimal, Decimal]:
    """Lend the right end's multiplier to a bare left ("1.2 to 1.5 million").

    ``clipped`` if the left may leave its thousands to the right ("3-4,000").
    """
    bare = left.scale == 1 and right.scale > 1 and left.low < 1000
    if bare and (left.low <= right.low / right.scale):
        return left.low * right.scale, right.scale
    if clipped and left.low < right.low / _THOUSAND:
        return left.low * _THOUSAND, right.scale
    return left.low, right.scale


def _clipped(words: Words, left: Amount, right: Amount) -> bool:
    """Do the ends look like "3-4,000" or "5-6,000"?"""
    tight = words.low(left.last) in _DASHES and words.at(left.last).glued
    whole = right.high is not None and right.high % _THOUSAND == 0 and right.scale == 1
    return tight and whole and left.scale == 1 and "," in words.at(right.number_last - 1).text


def _or_range(left: Amount, right: Amount, low: Decimal) -> bool:
    """Is "three or four" meant, and not a choice between two things?

    ``low`` is the left end after it shared the right one's multiplier.
    """
    return (
        left.spoken == right.spoken
        and right.currency is None
        and right.low <= max(low * Decimal("1.5"), low + right.scale)
    )


def _is_step(words: Words, left: Amount, right: Amount) -> bool:
    """Is it "rose by 300 to 4,000", a step and a level far above it?"""
    far = right.high is not None and right.high > _FAR * left.low
    return far and words.low(left.first - 1) == "by" and caused_before(words, left.first) is not None


def _is_move(words: Words, left: Amount) -> bool:
    """Is it "rose 5 points to 90" or "rose from 5 to 6", two figures and no range?"""
    before = left.first
    if "from" in {words.low(before - 1), words.low(before - 2)}:
        return moved_in_clause(words, before)
    if left.measured:
        return moved_before(words, before) is not None
    return False
