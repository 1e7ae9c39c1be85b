"""Patterns of the lexicon as regular expressions over the row of letters."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.errors import LexiconError
from reportedly.lexicon import load_times

from .scan import Scan, letters
from .starts import starts

_ITEM = re.compile(r"([a-z_]+):|([A-Z_]+)|([()|?*+])|(\s+)")
# these start a phrase only together with what follows
_WEAK = ("THE", "A", "NUM", "DAY", "SOME", "HEDGE", "MORE", "FEW", "HALF", "THIS", "THAT", "LAST", "NEXT")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the lexicon, compiled."""

    reader: str
    shape: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Choice:
    """The rules that may start with one letter, and one look that says which fits first."""

    rules: tuple[Rule, ...]
    any_rule: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules by the letter they may start with; ``start`` finds such a letter."""

    choices: Mapping[str, Choice]
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
    shapes = [(rule.reader, _shape(rule.pattern)) for rule in load_times().rules]
    held: dict[str, list[tuple[str, str]]] = {}
    for reader, shape in shapes:
        for first in starts(shape):
            held.setdefault(first, []).append((reader, shape))
    letter = letters()
    weak = "".join(letter[kind] for kind in _WEAK)
    strong = "".join(sorted(set(held) - set(weak)))
    digits, hyphen = letter["DAY"] + letter["NUM"], letter["HYPHEN"]
    after = f"(?=[^{letter['LOWER']}{letter['PROPER']}{letter['STOP']}])"
    chain = f"(?!{hyphen}[{digits}]{hyphen})"  # a telephone number, a product's code
    start = f"[{weak}]{after}{chain}|[{strong}]"
    return Grammar({first: _choice(rules) for first, rules in held.items()}, re.compile(start))


def _choice(shapes: Sequence[tuple[str, str]]) -> Choice:
    rules = tuple(Rule(reader, re.compile(_numbered(shape))) for reader, shape in shapes)
    plain = (re.sub(r"\(\?P<\w+>", "(?:", shape) for _, shape in shapes)
    either = "|".join(f"(?P<r{number}>{shape})" for number, shape in enumerate(plain))
    return Choice(rules, re.compile(either))


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
    choice = grammar().choices.get(scan.row[at])
    found = choice and choice.any_rule.match(scan.row, at)
    if not choice or not found or not found.lastgroup:
        return
    for rule in choice.rules[int(found.lastgroup[1:]) :]:
        fits = rule.shape.match(scan.row, at)
        if fits:
            spans = ((name, fits.span(group)) for name, group in fits.re.groupindex.items())
            named = {name.rpartition("_")[0]: span for name, span in spans if span[0] < span[1]}
            yield Phrase(scan, rule.reader, fits.start(), fits.end(), named)
