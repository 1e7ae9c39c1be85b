"""Nouns: their singular, their calibre, and the words that measure or end a phrase."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

JOINTS = ("and", "or")
_CALIBRE = re.compile(r"\b(\d{2,3})[ -]*(?:mm|millimet(?:er|re)s?)\b")
_SPLIT = re.compile(r"(?<=\w) ?- ?(?=\w)")
_MEN_IN_THE_SINGULAR = ("specimen", "regimen", "abdomen", "omen", "yemen", "turkmen")


@dataclass(frozen=True, slots=True)
class NounWords:
    """Words about nouns.

    ``measures`` stand before "of" and the thing they measure; at a word of
    ``ends`` a noun phrase is over, and ``parting`` are these and the words that join
    things; ``not_things`` look like things and are none.
    """

    irregular: Mapping[str, str]
    unchanged: frozenset[str]
    measures: frozenset[str]
    ends: frozenset[str]
    parting: frozenset[str]
    not_things: frozenset[str]

    def singular(self, word: str) -> str:
        """Return a noun of small letters in the singular; what has none stays as it is."""
        if word in self.irregular:
            return self.irregular[word]
        joined, hyphen, tail = word.rpartition("-")
        if hyphen and tail:
            return joined + hyphen + self.singular(tail)
        return word if word in self.unchanged or len(word) < 4 else _regular(word)


def plain(text: str) -> str:
    """Return a phrase in small letters, with one spelling of defence and no split words.

    >>> plain("Air Defense surface - to - air missiles")
    'air defence surface-to-air missiles'
    """
    even = text.lower().replace("defense", "defence").replace("\u2011", "-")
    return _SPLIT.sub("-", even) if "-" in even else even


def without_calibre(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a phrase without its calibres, and these in millimetres.

    >>> without_calibre("152-millimetre shells")
    ('shells', (152,))
    """
    measured = "mm" in text or "millimet" in text
    found = {int(number): None for number in _CALIBRE.findall(text)} if measured else {}
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
