"""A sentence as bare words: what can be seen of it before it is parsed."""

import re
from dataclasses import dataclass

from reportedly.lexicon import load_gate_words

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence's words as written and in small letters."""

    text: str
    words: tuple[str, ...]
    low: tuple[str, ...]
    known: frozenset[str]

    @property
    def sides(self) -> int:
        """How many there may be who do something or have it done to them: names and pronouns."""
        small = load_gate_words()
        sides, inside = len(self.known & small.pronouns), False
        for word, low in zip(self.words, self.low, strict=True):
            name = word[0].isupper() and low not in small.small
            sides += name and not inside
            inside = name
        return sides

    def in_other_phrase(self, at: int) -> bool:
        """Is a word part of a phrase that tells of no event ("called for", "carried out")?"""
        pairs = load_gate_words().no_event
        return self.low[at : at + 2] in pairs or self.low[max(0, at - 1) : at + 1] in pairs

    def verbal(self, at: int) -> bool:
        """May a word be a verb: is it in small letters, and no noun by the word before it?"""
        if at == 0 or self.low[at].endswith(("ed", "ing")):
            return True
        return not self.words[at][0].isupper() and self.low[at - 1] not in load_gate_words().before_nouns


def wording(text: str) -> Wording:
    """Cut a sentence into its words, without figures and marks."""
    words = tuple(_WORD.findall(text))
    low = tuple(word.lower() for word in words)
    return Wording(text, words, low, frozenset(low))
