"""Writes a sentence as other newsrooms would: quotes, dashes, capitals."""

import random
from collections.abc import Callable
from dataclasses import replace

from conllu import Tree, Word

_PAIRS = [("“", "”"), ("“", "”"), ("“", "”"), ("«", "»"), ("„", "“"), ('"', "»"), ("''", "''")]


def vary(tree: Tree, chance: random.Random) -> Tree:
    """Return the sentence in another dress; the tree over it stays."""
    words = _quotes(list(tree.words), chance)
    if chance.random() < 0.3:
        words = [replace(w, form=_DASHES.get(w.form, w.form)) for w in words]
    if chance.random() < 0.1 and len(words) > 4 and words[-1].form == ".":
        words = words[:-1]
    return replace(tree, words=tuple(_case(words, chance)))


_DASHES = {"--": "—", "-": "–", "–": "—", "—": "--", "...": "…"}


def _quotes(words: list[Word], chance: random.Random) -> list[Word]:
    pair = chance.choice(_PAIRS)
    open_now = False
    out = []
    for word in words:
        form = word.form
        if form in {'"', "“", "”", "``", "''"}:
            form = pair[open_now]
            open_now = not open_now
        elif form not in {"'", "‘", "’"}:
            form = form.replace("'", "’")
        out.append(replace(word, form=form))
    return out


def _case(words: list[Word], chance: random.Random) -> list[Word]:
    draw = chance.random()
    if draw < 0.08:
        return _reform(words, str.upper)
    if draw < 0.14:
        return _reform(words, str.lower)
    if draw < 0.3 and len(words) <= 18:
        return [w if w.upos in _SMALL else replace(w, form=w.form[:1].upper() + w.form[1:]) for w in words]
    return words


_SMALL = {"ADP", "DET", "CCONJ", "PART", "PUNCT"}


def _reform(words: list[Word], how: Callable[[str], str]) -> list[Word]:
    return [replace(w, form=how(w.form)) for w in words]
