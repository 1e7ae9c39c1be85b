"""Lemmas by the longest ending that was learnt, with no engine behind them."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

_REMEMBERED = 100_000  # words: a page has many again, and a run over many pages stays small


class Lemmas:
    """What a word's ending says of its lemma, kind of word by kind of word.

    The table maps a tag (``VBD``) to endings (``ied``), and an ending to how
    many letters go and which come (``3y``). ``^`` marks a word's beginning.
    """

    def __init__(self, table: Mapping[str, Mapping[str, str]]) -> None:
        self._table = table
        self.lemma = lru_cache(_REMEMBERED)(self._lemma)

    @classmethod
    def load(cls, path: Path) -> "Lemmas":
        """Read the table that was shipped with the weights."""
        return cls(json.loads(path.read_text("utf-8")))

    def _lemma(self, form: str, pos: str, tag: str) -> str:
        """Return a word's lemma; names and figures are their own."""
        if pos in {"PROPN", "NUM", "PUNCT", "SYM", "X"} or tag in {"NNP", "NNPS"}:
            return form
        kind = kind_of(pos, tag)
        plain = plain_form(form, kind)
        endings = self._table.get(kind, {})
        rule = next((endings[e] for e in endings_of(plain) if e in endings), "0")
        return apply_rule(plain, rule)


def kind_of(pos: str, tag: str) -> str:
    """Return the kind of word that endings are kept for."""
    return "AUX" if pos == "AUX" else tag


def plain_form(form: str, kind: str) -> str:
    """Return a word without its sentence's capitals; "NGOs" and "Russian" keep theirs."""
    straight = form.replace("’", "'")
    if kind.startswith("NN") and sum(c.isupper() for c in form) > 1 and not form.isupper():
        return straight
    if kind == "JJ" and form.istitle():
        return straight
    return straight.lower()


def endings_of(word: str) -> Iterator[str]:
    """Yield a word's endings, the longest first."""
    marked = f"^{word}"
    return (marked[i:] for i in range(len(marked) + 1))


def apply_rule(word: str, rule: str) -> str:
    """Take letters off a word's end and put others there: ("carried", "3y") is "carry"."""
    digits = rule[:2] if rule[:2].isdigit() else rule[:1]
    return word[: len(word) - int(digits)] + rule[len(digits) :]
