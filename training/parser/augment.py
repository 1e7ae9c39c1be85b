"""Writes a sentence as other newsrooms would: quotes, dashes, capitals."""

import random
from collections.abc import Callable
from dataclasses import replace

from edit import children, remove
from figures import vary_figures
from names import vary_names
from tree import Tree, Word

_PAIRS = [("“", "”"), ("“", "”"), ("“", "”"), ("«", "»"), ("„", "“"), ('"', "»"), ("''", "''")]


def vary(tree: Tree, chance: random.Random) -> Tree:
    """Return the sentence in another dress; the tree over it stays."""
    words = vary_names(vary_figures(list(tree.words), chance), chance)
    if chance.random() < 0.5:
        words = _quotes(words, chance)
    if chance.random() < 0.15 and len(words) <= 22:
        words = _headline(words)
    if chance.random() < 0.3:
        words = _dashes(words)
    if chance.random() < 0.1 and len(words) > 4 and words[-1].form == ".":
        words = remove(words, len(words) - 1)
    return replace(tree, words=tuple(_case(words, chance)))


_DASHES = {"--": "—", "-": "–", "–": "—", "—": "--", "...": "…"}


def _dashes(words: list[Word]) -> list[Word]:
    """Change dashes between words, never the hyphen inside one."""
    free = [i == 0 or words[i - 1].space for i in range(len(words))]
    return [replace(w, form=_DASHES.get(w.form, w.form)) if free[i] else w for i, w in enumerate(words)]


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


def _headline(words: list[Word]) -> list[Word]:
    """Leave out articles and the auxiliaries of passives, as headlines do."""
    for at in reversed(range(len(words))):
        word = words[at]
        article = word.dep == "det" and word.form.lower() in {"the", "a", "an"}
        passive = word.dep == "aux:pass" and word.form.lower() in {"was", "were", "been"}
        if (article or passive) and not children(words, at) and len(words) > 3:
            words = remove(words, at)
    if words[-1].form == ".":
        words = remove(words, len(words) - 1) if not children(words, len(words) - 1) else words
    words[0] = replace(words[0], form=words[0].form[:1].upper() + words[0].form[1:])
    return words


_SMALL = {"ADP", "DET", "CCONJ", "PART", "PUNCT"}


def _reform(words: list[Word], how: Callable[[str], str]) -> list[Word]:
    return [replace(w, form=how(w.form)) for w in words]
