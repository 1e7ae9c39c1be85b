"""What stays when words change: a page's figures, dates and names, in the order they stand.

A translation keeps these and little else. Each is one number whose last bits
tell its sort, so that a page's whole row of them is a few hundred bytes.
"""

from array import array
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import IntEnum
from re import Match
from re import compile as pattern
from zlib import crc32

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTHS = {name.lower(): number for number, name in enumerate(_MONTH.split("|"), 1)}
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_DATE = (
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH})\b"
    rf"|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})\b(?!,\d)"
)
_FIGURE = r"(?P<figure>\d(?:[\d,.]*\d)?)(?:[\s-](?P<scale>thousand|million|billion|trillion)\b)?"
_NAME = r"(?P<name>[^\W\d_][\w'’-]*)"
_FACT = pattern(f"{_DATE}|{_FIGURE}|{_NAME}")
SORTS = 3  # the bits of a fact that tell its sort
_OPENS = frozenset('.!?:“"‘(»«—–…')


class Sort(IntEnum):
    """What sort of fact it is."""

    FIGURE = 0
    DATE = 1
    NAME = 2


def facts_of(blocks: Sequence[str]) -> Iterator[list[int]]:
    """Yield for each block its figures, dates and names in order.

    A word that opens a sentence is a name only where it is one elsewhere on the page.
    """
    read = [list(_read(words)) for words in blocks]
    names = {value for block in read for value, opens in block if not opens}
    for block in read:
        yield [value for value, opens in block if not opens or value in names]


def sort_of(fact: int) -> Sort:
    """Return what sort of fact a number stands for."""
    return Sort(fact & SORTS)


def in_order(one: Sequence[int], other: Sequence[int]) -> list[tuple[int, int]]:
    """Return the longest row of facts that both have in one order, as places here and there."""
    width = len(other) + 1
    best = [array("H", bytes(2 * width)) for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        row, below, fact = best[i], best[i + 1], one[i]
        for j in range(len(other) - 1, -1, -1):
            row[j] = below[j + 1] + 1 if fact == other[j] else max(below[j], row[j + 1])
    pairs, i, j = [], 0, 0
    while i < len(one) and j < len(other):
        if one[i] == other[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _read(words: str) -> Iterator[tuple[int, bool]]:
    """Yield each fact, and whether it only opens a sentence."""
    for match in _FACT.finditer(words):
        if match["figure"]:
            yield _fact(Sort.FIGURE, _value(match)), False
        elif match["name"] is None:
            month = _MONTHS[(match["month"] or match["month2"]).lower()]
            yield _fact(Sort.DATE, f"{month}-{int(match['day'] or match['day2'])}"), False
        elif match["name"][0].isupper():
            before = words[: match.start()].rstrip()
            name = match["name"].lower().removesuffix("'s").removesuffix("’s").replace("-", "")
            yield _fact(Sort.NAME, name), not before or before[-1] in _OPENS


def _value(match: Match[str]) -> str:
    digits = match["figure"].replace(",", "")
    if digits.count(".") > 1:
        return digits
    value = Decimal(digits).scaleb(_SCALES.get(match["scale"] or "", 0))
    return str(value.normalize() + 0)


def _fact(sort: Sort, value: str) -> int:
    return crc32(value.encode()) & ~SORTS | sort
