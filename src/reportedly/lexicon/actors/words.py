"""Forms of words: plurals of peoples and offices, spellings without accents."""

import re
import unicodedata

_LEVEL = str.maketrans(
    dict.fromkeys("’‘ʼʻ`", "'") | dict.fromkeys("\u00a0\n\t", " ") | dict.fromkeys("\u2010\u2011", "-"),
)
_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae"},
)
_TAIL = re.compile(r" (?:of|for|familiar) ")
_PEOPLES_IN_MAN = ("German", "Roman", "Ottoman")


def level(text: str) -> str:
    """Return the text with plain apostrophes, spaces and hyphens, every offset kept.

    >>> level("Sana’a")
    "Sana'a"
    """
    return text.translate(_LEVEL)


def unaccented(form: str) -> str:
    """Return a form without accents.

    >>> unaccented("Türkiye")
    'Turkiye'
    """
    if form.isascii():
        return form
    parts = unicodedata.normalize("NFKD", form.translate(_LETTERS))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def people(demonym: str) -> str:
    """Return the plural of a demonym, which may be the same word.

    >>> people("Frenchman"), people("Iraqi"), people("Chinese")
    ('Frenchmen', 'Iraqis', 'Chinese')
    """
    if demonym.endswith("man") and not demonym.endswith(_PEOPLES_IN_MAN):
        return demonym[:-2] + "en"
    return demonym if demonym.endswith(("ese", "s", "z", "x")) else demonym + "s"


def plural(words: str) -> str:
    """Return the plural of an office.

    >>> plural("minister of defence"), plural("spokeswoman"), plural("mayor")
    ('ministers of defence', 'spokeswomen', 'mayors')
    """
    tail = _TAIL.search(words)
    if tail:
        return plural(words[: tail.start()]) + words[tail.start() :]
    if words.endswith("man") and not words.endswith("human"):
        return words[:-2] + "en"
    if words.endswith("y") and words[-2:-1] not in "aeiou":
        return words[:-1] + "ies"
    return words + ("es" if words.endswith(("s", "x", "ch", "sh")) else "s")


def plain(words: str) -> str:
    """Return words as offices are looked up: small letters, one spelling of defence.

    >>> plain("Defense  Ministry")
    'defence ministry'
    """
    return " ".join(level(words).lower().replace("defense", "defence").split())
