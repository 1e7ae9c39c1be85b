"""Tells a story in the past that was told in the present, as news does."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tree import Tree, Word

_BE = {
    "is": "was",
    "are": "were",
    "'s": "was",
    "am": "was",
    "has": "had",
    "have": "had",
    "does": "did",
    "do": "did",
}


def past_forms(gold: Iterable[Tree]) -> dict[str, str]:
    """Learn each verb's past from the treebanks, by its form of the present."""
    lemmas: defaultdict[str, Counter[str]] = defaultdict(Counter)
    pasts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for tree in gold:
        for word in tree.words:
            if word.xpos in {"VBZ", "VBP"}:
                lemmas[word.form.lower()][word.lemma] += 1
            elif word.xpos == "VBD" and word.upos == "VERB":
                pasts[word.lemma][word.form.lower()] += 1
    known = {f: n.most_common(1)[0][0] for f, n in lemmas.items()}
    return {f: pasts[lemma].most_common(1)[0][0] for f, lemma in known.items() if lemma in pasts} | _BE


def told_in_the_past(trees: Sequence[Tree], gold: Iterable[Tree], share: float = 0.7) -> Iterator[Tree]:
    """Yield the sentences, most of them in the past; one with an unknown verb stays as it is."""
    past, chance = past_forms(gold), random.Random(5)
    for tree in trees:
        told = [_past(w, past) for w in tree.words]
        words = [w for w in told if w is not None]
        yield (
            replace(tree, words=tuple(words)) if len(words) == len(told) and chance.random() < share else tree
        )


def _past(word: Word, past: dict[str, str]) -> Word | None:
    if word.xpos not in {"VBZ", "VBP"}:
        return word
    form = past.get(word.form.lower())
    return replace(word, form=form, xpos="VBD") if form else None
