"""Nouns: their singular, their calibre, and the words that measure or end a phrase."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_CALIBRE = re.compile(r"\b(\d{2,3})[ -]*(?:mm|millimet(?:er|re)s?)\b")
_SPLIT = re.compile(r"(?<=\w) ?- ?(?=\w)")
_TAIL = re.compile(r"[^-]+$")
_MEN_IN_THE_SINGULAR = ("specimen", "regimen", "abdomen", "omen", "yemen", "turkmen")


@dataclass(frozen=True, slots=True)
class NounWords:
    """Words about nouns.

    ``measures`` stand before "of" and the thing they measure; at a word of
    ``ends`` a noun phrase is over; ``not_things`` look like things and are none.
    """

    irregular: Mapping[str, str]
    unchanged: frozenset[str]
    measures: frozenset[str]
    ends: frozenset[str]
    not_things: frozenset[str]

    def singular(self, word: str) -> str:
        """Return a noun of small letters in the singular; what has none stays as it is."""
        if word in self.irregular:
            return self.irregular[word]
        tail = _TAIL.search(word)
        if tail and tail.start():
            return word[: tail.start()] + self.singular(tail.group())
        return word if word in self.unchanged or len(word) < 4 else _regular(word)


def plain(text: str) -> str:
    """Return a phrase in small letters, with one spelling of defence and no split words.

    >>> plain("Air Defense surface - to - air missiles")
    'air defence surface-to-air missiles'
    """
    return _SPLIT.sub("-", text.lower().replace("defense", "defence").replace("\u2011", "-"))


def without_calibre(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a phrase without its calibres, and these in millimetres.

    >>> without_calibre("152-millimetre shells")
    ('shells', (152,))
    """
    found = {int(number): None for number in _CALIBRE.findall(text)}
    return (_CALIBRE.sub(" ", text).strip(" -") if found else text), tuple(found)


def _regular(word: str) -> str:
    if word.endswith("men") and word not in _MEN_IN_THE_SINGULAR:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")):
        return word[:-1]
    return word
