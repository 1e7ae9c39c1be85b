"""Writes other figures into a sentence, and the words that bound them."""

import random
from dataclasses import replace

from edit import Fresh, children, insert
from tree import Word

# Relations are those that the treebanks give these words elsewhere.
_BOUNDS: list[list[Fresh]] = [
    [("at", "ADP", "IN", "case", 1), ("least", "ADJ", "JJS", "nmod", None)],
    [("at", "ADP", "IN", "case", 1), ("least", "ADJ", "JJS", "nmod", None)],
    [("at", "ADP", "IN", "case", 1), ("most", "ADJ", "JJS", "nmod", None)],
    [("up", "ADP", "IN", "advmod", None), ("to", "ADP", "IN", "fixed", 0)],
    [("up", "ADP", "IN", "advmod", None), ("to", "ADP", "IN", "fixed", 0)],
    [("more", "ADJ", "JJR", "advmod", None), ("than", "ADP", "IN", "fixed", 0)],
    [("fewer", "ADJ", "JJR", "advmod", None), ("than", "ADP", "IN", "fixed", 0)],
    [("less", "ADJ", "JJR", "advmod", None), ("than", "ADP", "IN", "fixed", 0)],
    [
        ("no", "DET", "DT", "advmod", 1),
        ("fewer", "ADJ", "JJR", "advmod", None),
        ("than", "ADP", "IN", "fixed", 1),
    ],
    [
        ("no", "DET", "DT", "advmod", 1),
        ("more", "ADJ", "JJR", "advmod", None),
        ("than", "ADP", "IN", "fixed", 1),
    ],
    [("as", "ADV", "RB", "advmod", None), ("many", "ADJ", "JJ", "fixed", 0), ("as", "ADP", "IN", "fixed", 0)],
    [("nearly", "ADV", "RB", "advmod", None)],
    [("almost", "ADV", "RB", "advmod", None)],
    [("about", "ADV", "RB", "advmod", None)],
    [("around", "ADV", "RB", "advmod", None)],
    [("roughly", "ADV", "RB", "advmod", None)],
    [("over", "ADV", "RB", "advmod", None)],
    [("under", "ADV", "RB", "advmod", None)],
    [("approximately", "ADV", "RB", "advmod", None)],
]
_MEASURES = ["mm", "mm", "km", "day", "ton", "meter", "kilometre", "year", "pound", "hour"]


def vary_figures(words: list[Word], chance: random.Random) -> list[Word]:
    """Give some counted nouns another figure, a bound, a scale or a measure."""
    at = 0
    while at < len(words):
        if _counts(words, at) and chance.random() < 0.6:
            words = [replace(w, form=_figure(chance)) if i == at else w for i, w in enumerate(words)]
            if chance.random() < 0.25:
                words = _scale(words, at, chance)
                at += 1
            if chance.random() < 0.2:
                words = _measure(words, at + 1, chance)
            start = at - (words[at - 1].head == at and words[at - 1].dep == "compound" and at > 0)
            if chance.random() < 0.65 and not any(c < start for c in children(words, at)):
                fresh = chance.choice(_BOUNDS)
                words = insert(words, start, fresh, head=at)
                at += len(fresh)
        at += 1
    if words[0].form[:1].islower():
        words[0] = replace(words[0], form=words[0].form[:1].upper() + words[0].form[1:])
    return words


def _counts(words: list[Word], at: int) -> bool:
    word = words[at]
    noun = words[word.head]
    digits = word.form.replace(",", "").replace(".", "")
    return (
        word.dep == "nummod"
        and word.head > at
        and noun.xpos == "NNS"
        and word.space
        and (digits.isdigit() or word.form in _WORDS)
        and not children(words, at)
    )


_WORDS = {
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twelve",
    "twenty",
    "thirty",
}


def _figure(chance: random.Random) -> str:
    draw = chance.random()
    if draw < 0.3:
        return str(chance.randint(2, 99))
    if draw < 0.5:
        return str(chance.randint(100, 999))
    if draw < 0.8:
        return f"{chance.randint(1, 900) * 100:,}" if draw < 0.7 else f"{chance.randint(1000, 99999):,}"
    if draw < 0.9:
        return f"{chance.randint(1, 9)}.{chance.randint(1, 9)}"
    return chance.choice(sorted(_WORDS))


def _scale(words: list[Word], at: int, chance: random.Random) -> list[Word]:
    scale = chance.choice(["million", "million", "billion", "thousand", "hundred"])
    words = insert(words, at + 1, [(scale, "NUM", "CD", "nummod", None)], head=words[at].head)
    return [replace(w, dep="compound", head=at + 1) if i == at else w for i, w in enumerate(words)]


def _measure(words: list[Word], at: int, chance: random.Random) -> list[Word]:
    noun = words[at - 1].head
    size, unit = str(chance.randint(2, 900)), chance.choice(_MEASURES)
    fresh: list[Fresh] = [
        (size, "NUM", "CD", "nummod", 2),
        ("-", "PUNCT", "HYPH", "punct", 0),
        (unit, "NOUN", "NN", "compound", None),
    ]
    words = insert(words, at, fresh, head=noun)
    return [replace(w, space=False) if i in {at, at + 1} else w for i, w in enumerate(words)]
