"""Text as a row of letters, one for each word, so that a phrase is a pattern over letters."""

import re
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import TimeWord, load_times

# Blanks before a word are passed in one step: they need not be tried against every class.
_TOKEN = re.compile(
    r"""[^\S\n]*+(?:
  (?P<word>[^\W\d_]+)
| (?P<COMMA>,)
| (?P<DOT>\.)
| (?P<ISO>\d{4}-\d\d-\d\d(?:[T\ ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))
| (?P<SLASH>(?:\d{4}/\d{1,2}/\d{1,2}|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.\d{4})(?![\w/]|\.\d))
| (?P<CLOCK>\d{1,2}:\d\d(?::\d\d)?(?!\w|:\d)|\d{1,2}\.\d\d(?=\ ?[aApP]\.?[mM]\b))
| (?P<DECADE>(?:1\d|20)\d0['’]?s\b|['’]\d0s\b)
| (?P<DAYTH>\d{1,2}(?:st|nd|rd|th)\b)
| (?P<QCODE>[1-4]Q(?:\d\d)?\b|[12]H\d\d\b)
| (?P<FRACTION>[1-9]/[2-8](?![\w/])|[½¼¾])
| (?P<num>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)
| (?P<YY>['’]\d\d\b)
| (?P<POSSESSIVE>['’]s\b|(?<=s)['’](?=\s))
| (?P<HYPHEN>(?<=\w)[-‐‑–](?=\w))
| (?P<STOP>[!?;]|\n[^\S\n]*\n)
| (?P<MONEY>[$£€¥])
| (?P<PERCENT>%)
| (?P<MARK>[^\w\s])
)""",
    re.VERBOSE,
)
_SPECIAL = {
    "a": ("AMPM", re.compile(r"[aA]\.\ ?[mM]\b\.?|[aA][mM]\b")),
    "p": ("AMPM", re.compile(r"[pP]\.\ ?[mM]\b\.?|[pP][mM]\b")),
    "o": ("OCLOCK", re.compile(r"[oO]['’][cC]lock\b")),
    "q": ("QCODE", re.compile(r"Q[1-4](?:\d\d)?\b")),
    "h": ("QCODE", re.compile(r"H[12](?=\ \d{4}\b)")),
    "f": ("QCODE", re.compile(r"FY\ ?\d{2,4}\b")),
}
_SHORT = 2  # letters that a special word has at most
_LONGEST = 32  # no phrase is longer
MADE = (
    *("ISO", "SLASH", "CLOCK", "DECADE", "DAYTH", "QCODE", "FRACTION", "YY", "POSSESSIVE", "HYPHEN", "COMMA"),
    *("DOT", "STOP", "MONEY", "PERCENT", "MARK", "AMPM", "OCLOCK", "DAY", "YEAR", "NUM", "PROPER", "LOWER"),
)


@cache
def letters() -> dict[str, str]:
    """Return the letter of every class of words."""
    table = load_times()
    kinds = {entry.kind for entry in table.words.values()}
    kinds.update(entry.kind for held in table.phrases.values() for _, entry in held)
    return {kind: chr(0x4E00 + i) for i, kind in enumerate(sorted(kinds | set(MADE)))}


@dataclass(frozen=True, slots=True)
class Scan:
    """A text, the row of its letters, and where each word starts and ends."""

    text: str
    row: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def raw(self, at: int) -> str:
        """Return a word as it is written, or nothing beyond either end."""
        return self.text[self.starts[at] : self.ends[at]] if 0 <= at < len(self.starts) else ""

    def word(self, at: int) -> str:
        """Return a word in lower case, or nothing beyond either end."""
        return self.raw(at).lower()

    def kind(self, at: int) -> str:
        """Return the letter of a word, or nothing beyond either end."""
        return self.row[at] if 0 <= at < len(self.row) else ""

    def entry(self, at: int) -> TimeWord | None:
        """Return what the lexicon says of a word."""
        return entry_of(self.word(at))


def entry_of(words: str) -> TimeWord | None:
    """Return what the lexicon says of a word or phrase in lower case."""
    table = load_times()
    found = table.words.get(words)
    if found is None and not words.isalpha():
        plain = words.replace("’", "'")
        first = re.split(r"[^a-z]", plain, maxsplit=1)[0]
        found = next((entry for phrase, entry in table.phrases.get(first, ()) if phrase == plain), None)
    return found


def scan(text: str) -> Scan:
    """Read a text into its row of letters; one pass, whatever the text."""
    letter, telling = letters(), _telling()
    row: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    passed = 0
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or "MARK"
        start, end = found.span(kind)
        if start < passed:
            continue
        if kind == "word":
            raw = text[start:end]
            if raw.lower() in telling or (end - start <= _SHORT and raw[0].lower() in _SPECIAL):
                kind, end = _word(text, start, raw)
            else:
                kind = "PROPER" if raw[0].isupper() else "LOWER"
        elif kind == "num":
            kind = _number(text, start, end)
        row.append(letter[kind])
        starts.append(start)
        ends.append(end)
        passed = end
    return Scan(text, "".join(row), tuple(starts), tuple(ends))


@cache
def _telling() -> frozenset[str]:
    """Return the words that may tell a time, or begin a phrase that does; most words of a text do not."""
    table = load_times()
    return frozenset({*table.words, *table.phrases})


def _word(text: str, start: int, raw: str) -> tuple[str, int]:
    """Return the class of the word that starts here, and where it ends."""
    table = load_times()
    word = raw.lower()
    proper = raw[0].isupper()
    if word in table.phrases:
        ahead = text[start : start + _LONGEST].lower().replace("’", "'")
        for phrase, entry in table.phrases[word]:
            ends = ahead.startswith(phrase) and not ahead[len(phrase) : len(phrase) + 1].isalnum()
            if ends and (proper or entry.kind not in table.proper):
                return entry.kind, start + len(phrase)
    if len(word) <= _SHORT and word[0] in _SPECIAL:
        kind, shape = _SPECIAL[word[0]]
        special = shape.match(text, start)
        if special:
            return kind, special.end()
    known = table.words.get(word)
    if known and (proper or known.kind not in table.proper):
        return known.kind, start + len(raw)
    return ("PROPER" if proper else "LOWER"), start + len(raw)


def _number(text: str, start: int, end: int) -> str:
    """Return what digits may be: a day of a month, a year, or any number."""
    if end - start == 4 and "1000" <= text[start:end] <= "2199" and text[start:end].isdigit():
        return "YEAR"
    if end - start <= 2 and text[start:end].isdigit() and 1 <= int(text[start:end]) <= 31:
        return "DAY"
    return "NUM"


def letters_of(*kinds: str) -> frozenset[str]:
    """Return the letters of some classes."""
    return frozenset(letters()[kind] for kind in kinds)


def listed(name: str) -> frozenset[str]:
    """Return the words of a list of the lexicon."""
    return load_times().lists[name]
