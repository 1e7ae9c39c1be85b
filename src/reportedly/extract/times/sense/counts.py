"""Reads how many: digits, number words, "a few"."""

import re
from collections.abc import Sequence

from reportedly.extract.times.row.grammar import Phrase
from reportedly.extract.times.row.scan import entry_of

_HALVES = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "½": 0.5, "¼": 0.25, "¾": 0.75}


def count_of(phrase: Phrase, name: str = "count") -> float | None:
    """Return the number that a phrase names, or nothing if it names none."""
    words = phrase.words(name)
    if not words:
        return None
    more = 0.5 if words[-1] == "half" else 0.0
    digits = words[0].replace(",", "")
    if digits[0].isdigit():
        more += sum(_HALVES.get(word, 0.0) for word in words[1:])
        return float(digits) + more if len(digits) < 12 and re.fullmatch(r"\d+(\.\d+)?", digits) else None
    spelled = spelled_number(words)
    return None if spelled is None else spelled + more


def spelled_number(words: Sequence[str]) -> int | None:
    """Return the number that words spell: two hundred and thirty-four."""
    total = part = 0
    for word in words:
        entry = entry_of(word)
        if entry is None or entry.kind != "CARDINAL" or not isinstance(entry.says, int):
            continue
        if entry.says == 100:
            part = max(part, 1) * 100
        elif entry.says == 1000:
            total, part = total + max(part, 1) * 1000, 0
        else:
            part += entry.says
    return total + part or None


def year_of(phrase: Phrase, name: str = "year") -> int | None:
    """Return the year that a phrase names in digits, two of them after an apostrophe."""
    words = phrase.words(name)
    if not words:
        return None
    digits = re.sub(r"\D", "", words[0])
    if not digits:
        return spelled_year(words)
    number = int(digits)
    if len(digits) == 2:
        number += 1900 if number >= 40 else 2000
    return number


def spelled_year(words: Sequence[str]) -> int | None:
    """Return the year that words spell: nineteen seventy-nine, two thousand five."""
    entries = [entry_of(word) for word in words]
    says = [entry.says for entry in entries if entry and entry.kind == "CARDINAL"]
    numbers = [number for number in says if isinstance(number, int)]
    if len(numbers) > 1 and numbers[0] in range(13, 21) and numbers[1] in range(10, 100):
        return numbers[0] * 100 + sum(numbers[1:])
    number = spelled_number(words) if words[1:2] == ("thousand",) else None
    return number if number and 1000 <= number <= 2199 else None


def unit_of(phrase: Phrase, name: str = "unit") -> str:
    """Return the unit that a phrase names."""
    for kind in ("ONE", "QUARTER", "ANNUM", "UNITS", "WEEKEND", "WEEKENDS"):
        says = phrase.said(name, kind)
        if isinstance(says, str):
            return says
    return ""
