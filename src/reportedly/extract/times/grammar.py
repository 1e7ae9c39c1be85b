"""Patterns of the lexicon as regular expressions over the row of letters."""

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.errors import LexiconError
from reportedly.lexicon import load_times

from .scan import Scan, letters

_ITEM = re.compile(r"([a-z_]+):|([A-Z_]+)|([()|?*+])|(\s+)")
# these never start a phrase
_DULL = (
    *(
        "LOWER",
        "PROPER",
        "MARK",
        "COMMA",
        "DOT",
        "STOP",
        "HYPHEN",
        "POSSESSIVE",
        "PERCENT",
        "MONEY",
        "FRACTION",
    ),
    *("OF", "AND", "OR", "SO", "TO", "FROM", "AT", "IN", "THAN", "OLD", "LONG", "BEYOND", "LOCAL", "TIME"),
    *(
        "AGO",
        "TIMES",
        "OTHER",
        "AFTER",
        "BEFORE",
        "AMPM",
        "OCLOCK",
        "ZONE",
        "BIRTHDAY",
        "PERIOD",
        "HENCE",
        "ENDING",
    ),
    *("WEEKEND", "DAYPART"),
)
# these start a phrase only together with what follows
_WEAK = ("THE", "A", "NUM", "DAY", "SOME", "HEDGE", "MORE", "FEW", "HALF", "THIS", "THAT", "LAST", "NEXT")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the lexicon, compiled."""

    reader: str
    shape: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules: one look finds where a phrase may start, one which rule fits."""

    rules: tuple[Rule, ...]
    any_rule: re.Pattern[str]
    start: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that fit a rule: ``[first, end)`` of a scan, and the words it named."""

    scan: Scan
    reader: str
    first: int
    end: int
    named: Mapping[str, tuple[int, int]]

    def has(self, name: str) -> bool:
        """Did the rule name any words so?"""
        return name in self.named

    def at(self, name: str) -> tuple[int, int]:
        """Return where the words of a name lie."""
        return self.named[name]

    def words(self, name: str) -> tuple[str, ...]:
        """Return the words of a name in lower case, nothing if it is absent."""
        first, end = self.named.get(name, (0, 0))
        return tuple(self.scan.word(at) for at in range(first, end))

    def said(self, name: str, kind: str) -> int | str | None:
        """Return what the first word of a class says among those of a name."""
        first, end = self.named.get(name, (0, 0))
        entries = (self.scan.entry(at) for at in range(first, end))
        return next((entry.says for entry in entries if entry and entry.kind == kind), None)

    def number(self, name: str, *kinds: str) -> int | None:
        """Return the number that a word of some class says among those of a name."""
        for kind in kinds:
            says = self.said(name, kind)
            if isinstance(says, int):
                return says
        return None


@cache
def grammar() -> Grammar:
    """Return the compiled rules (once)."""
    rules = tuple(
        Rule(rule.reader, re.compile(_numbered(_shape(rule.pattern)))) for rule in load_times().rules
    )
    plain = (re.sub(r"\(\?P<\w+>", "(?:", rule.shape.pattern) for rule in rules)
    either = "|".join(f"(?P<r{number}>{shape})" for number, shape in enumerate(plain))
    letter = letters()
    dull = "".join(letter[kind] for kind in _DULL)
    weak = "".join(letter[kind] for kind in _WEAK)
    start = f"[{weak}](?=[^{letter['LOWER']}{letter['PROPER']}{letter['STOP']}])|[^{dull}{weak}]"
    return Grammar(rules, re.compile(either), re.compile(start))


def _numbered(shape: str) -> str:
    """Give numbers to the groups of one name, which a regular expression may hold only once."""
    numbers = itertools.count()
    return re.sub(r"\(\?P<(\w+)>", lambda group: f"(?P<{group[1]}_{next(numbers)}>", shape)


def _shape(pattern: str) -> str:
    """Return the regular expression of a pattern."""
    letter, macros = letters(), load_times().macros
    made: list[str] = []
    at = 0
    while at < len(pattern):
        item = _ITEM.match(pattern, at)
        if item is None:
            raise LexiconError(f"times.toml: {pattern!r} cannot be read at {at} (see the head of the file)")
        at = item.end()
        name, kind, mark, _ = item.groups()
        if name:
            end = _operand(pattern, at)
            made.append(f"(?P<{name}>{_shape(pattern[at:end])})")
            at = end
        elif kind:
            made.append(f"(?:{_shape(macros[kind])})" if kind in macros else _letter(letter, kind, pattern))
        elif mark:
            made.append("(?:" if mark == "(" else mark)
    return "".join(made)


def _letter(letter: Mapping[str, str], kind: str, pattern: str) -> str:
    if kind not in letter:
        raise LexiconError(f"times.toml: {kind} in {pattern!r} is no class of words (add it or mend it)")
    return letter[kind]


def _operand(pattern: str, at: int) -> int:
    """Return where the class or bracket that starts here ends."""
    if pattern[at] != "(":
        return next(
            (i for i in range(at, len(pattern)) if not (pattern[i].isupper() or pattern[i] == "_")),
            len(pattern),
        )
    depth = 0
    for end in range(at, len(pattern)):
        depth += {"(": 1, ")": -1}.get(pattern[end], 0)
        if depth == 0:
            return end + 1
    raise LexiconError(f"times.toml: a bracket stays open in {pattern!r} (close it)")


def phrases(scan: Scan, at: int) -> Iterator[Phrase]:
    """Yield what the words that start here may be, the likeliest first."""
    rules = grammar()
    found = rules.any_rule.match(scan.row, at)
    if found is None or found.lastgroup is None:
        return
    for rule in rules.rules[int(found.lastgroup[1:]) :]:
        fits = rule.shape.match(scan.row, at)
        if fits:
            spans = {name: fits.span(name) for name in fits.groupdict()}
            named = {name.rpartition("_")[0]: span for name, span in spans.items() if span[0] < span[1]}
            yield Phrase(scan, rule.reader, fits.start(), fits.end(), named)
