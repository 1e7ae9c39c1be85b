"""Cuts a stretch of text into sentences; pure, and quick enough to run on every page."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from reportedly.model import Span

_STOP = re.compile(
    r"""(?P<stop>[.!?…]+|[。！？])
        (?P<close>[\"'”’»)\]]*(?:\s?»)?(?:\s?\[\d[\d\s,–-]*\])*)   # what closes with it, and notes [1]
        (?P<gap>\s+|(?=[A-Z“«]))                                   # a space, or one that was lost
        (?P<open>[\"'“‘«(\[¿¡–—-]*\s?)(?P<next>\S[\w'’]*)""",
    re.VERBOSE,
)
_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BULLET = re.compile(r"\s[•▪●■◆►]\s")
_DATELINE = re.compile(
    r"""(?:(?:ST\.[ ])?[A-Z]{2,}[A-Z'’-]*(?:[ /][A-Z][A-Z'’.-]+){0,3}  # KYIV, NEW YORK, KYIV/LVIV
          (?:,[ ](?:[A-Z][\w.]*[ ]?){1,3}\d{0,2}){0,2}          # , Ukraine or , June 16
          (?:[ ]\([^()\n]{2,40}\))?                            # (News Wire)
        | [A-Z][\w'’.-]+(?:[ ][A-Z][\w'’.-]+){0,3}
          (?:,[ ](?:[A-Z][\w.]*[ ]?){1,3}\d{0,2}){0,2}
          [ ]\([^()\n]{2,40}\))                                # Kyiv (News Wire)
        [ ](?:--|[―—–-])[ ](?=["“‘«(]?[A-Z\d])""",
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"[\w.’'&-]*$")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]$")


@dataclass(frozen=True, slots=True)
class Rules:
    """The words after which a full stop may be no end."""

    kinds: dict[str, str]
    starters: frozenset[str]
    speech: re.Pattern[str]


@cache
def sentence_rules() -> Rules:
    """Read ``sentences.toml`` once."""
    raw = tomllib.loads(resources.files(__package__).joinpath("sentences.toml").read_text("utf-8"))
    kinds = {word: entry["kind"] for entry in raw["abbreviation"] for word in entry["words"]}
    verbs = "|".join(raw["speech"]["words"])
    return Rules(
        kinds=kinds,
        starters=frozenset(raw["starters"]["words"]),
        speech=re.compile(rf"(?:[\w.’'-]+\s+){{0,5}}(?:{verbs})\b"),
    )


def split_sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences inside a span, without the white space round them.

    A new line always ends a sentence; a full stop does where no rule of
    ``sentences.toml`` speaks against it. Nothing but white space is left out.
    """
    for line in _LINE.finditer(text, span.start, span.end):
        start = line.start()
        for cut in (*_cuts(text, Span(*line.span())), line.end()):
            trimmed = _trim(text, start, cut)
            if trimmed:
                yield trimmed
            start = cut


def _cuts(text: str, line: Span) -> list[int]:
    cuts = [m.start() for m in _BULLET.finditer(text, line.start, line.end)]
    at = line.start
    if dateline := _DATELINE.match(text, line.start, line.end):
        at = dateline.end()
        cuts.append(at)
    while found := _STOP.search(text, at, line.end):
        if _ends(text, line, found):
            cuts.append(found.end("close"))
        at = max(found.start("next"), found.end("close"))
    return sorted(cuts)


def _ends(text: str, line: Span, found: re.Match[str]) -> bool:
    rules = sentence_rules()
    following = found["next"]
    if not (following[0].isupper() or following[0].isdigit() or not following[0].isalnum()):
        return bool(re.match(r"[a-z]+[A-Z]", following))  # "iPhone" may open a sentence
    before = _before(text, line, found)
    if following[0] == ".":
        return False
    if not found["gap"]:
        return following in rules.starters and before[-1:].islower() and "." not in before
    if found["stop"] == "." and not found["close"].strip("])"):
        return _plain_stop(before, line, found)
    if found["close"] and found["stop"][-1] in "?!":
        return not rules.speech.match(text, found.start("next"), line.end)
    return True


def _plain_stop(before: str, line: Span, found: re.Match[str]) -> bool:
    rules = sentence_rules()
    following = found["next"]
    kind = next((rules.kinds[form] for form in _forms(before) if form in rules.kinds), "")
    opened = found["open"].strip(" ")
    if kind == "title":
        return False
    if kind == "number":
        return not following[0].isdigit()
    if kind == "open" or _INITIALS.match(before):
        return following in rules.starters or (bool(opened) and opened not in {"-", "–", "—", "(", "["})
    numbers_an_item = before.isdigit() and found.start() - len(before) == line.start
    return not numbers_an_item


def _forms(word: str) -> tuple[str, ...]:
    return (word, word.capitalize()) if word.isupper() and len(word) > 1 else (word,)


def _before(text: str, line: Span, found: re.Match[str]) -> str:
    near = text[max(line.start, found.start() - 24) : found.start()]
    word = _WORD_BEFORE.search(near)
    return word[0].lstrip("'’.-") if word else ""


def _trim(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    if not words.strip():
        return None
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
