"""One and many: the singular of a noun, and whether a word is a plural."""

from functools import lru_cache

from reportedly.lexicon import load_nouns

_STAYS = ("ss", "us", "is", "ics")
_ENDINGS = (
    ("ies", "y"),
    ("sses", "ss"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("zzes", "zz"),
    ("oes", "o"),
)
_WITH_E = ("aches",)


def is_plural(word: str) -> bool:
    """Is a lower-case word, by its looks, a noun in the plural?"""
    table = load_nouns()
    if word in table.plurals or word in table.collectives:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith((*_STAYS, "'s"))


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """Return a lower-case noun in the singular."""
    table = load_nouns()
    if word in table.plurals:
        return table.plurals[word]
    if word in table.collectives or not is_plural(word):
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1 and not word.endswith(_WITH_E):
            return word.removesuffix(ending) + instead
    return word[:-1]


def plural(word: str) -> str:
    """Return a lower-case noun in the plural."""
    irregular = next((many for many, one in load_nouns().plurals.items() if one == word), None)
    if irregular is not None:
        return irregular
    if word in load_nouns().collectives or singular(word + "s") != word:
        many = word + "es" if singular(word + "es") == word else word
        return word.removesuffix("y") + "ies" if word.endswith("y") else many
    return word + "s"
