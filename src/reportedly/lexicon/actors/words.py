"""Forms of words: plurals of peoples and offices, spellings without accents."""

import re
import unicodedata
from functools import lru_cache

_LEVEL = str.maketrans(
    dict.fromkeys("’‘ʼʻ`", "'") | dict.fromkeys("\u00a0\n\t", " ") | dict.fromkeys("\u2010\u2011", "-"),
)
_UNLEVEL = re.compile("[’‘ʼʻ`\u00a0\n\t\u2010\u2011]")
_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae"},
)
_VARIES = ("gani", "Cent", "Defen", "Program", "operation", "Mobili", "U.", "US ", "UN ", "United ")
_PAIRS = (
    ("ganization", "ganisation"),
    ("Mobilization", "Mobilisation"),
    ("Center", "Centre"),
    ("Defense", "Defence"),
    ("Programme", "Program"),
    ("Co-operation", "Cooperation"),
)
_SHORT = (
    ("United States ", "U.S. ", "US "),
    ("United Nations ", "UN ", "U.N. "),
    ("U.S. ", "US "),
    ("US ", "U.S. "),
    ("U.N. ", "UN "),
    ("UN ", "U.N. "),
)
_MARKS = re.compile("[\u0300-\u036f]")
_PARTING = re.compile("[-']")
_TAIL = re.compile(r" (?:of|for|familiar) ")
_PEOPLES_IN_MAN = ("German", "Roman", "Ottoman")


@lru_cache(maxsize=256)  # the readers of one page ask for the same text again and again
def level(text: str) -> str:
    """Return the text with plain apostrophes, spaces and hyphens, every offset kept.

    >>> level("Sana’a")
    "Sana'a"
    """
    return _levelled(text)


def _levelled(text: str) -> str:
    return text.translate(_LEVEL) if _UNLEVEL.search(text) else text


@lru_cache(maxsize=8192)  # the office holders' names are asked for with every name of a page
def unaccented(form: str) -> str:
    """Return a form without accents.

    >>> unaccented("Türkiye")
    'Turkiye'
    """
    if form.isascii():
        return form
    return _MARKS.sub("", unicodedata.normalize("NFKD", form.translate(_LETTERS)))


def spellings(name: str) -> tuple[str, ...]:
    """Return a name in American and British spelling, and with its state or union shortened.

    >>> spellings("UN Food Programme")
    ('UN Food Programme', 'UN Food Program', 'U.N. Food Programme', 'U.N. Food Program')
    """
    for part in _VARIES:
        if part in name:
            return tuple(dict.fromkeys(_shortened(_respelt(name))))
    return (name,)


def _respelt(name: str) -> list[str]:
    found = [name]
    for one, other in _PAIRS:
        if one in name:
            found += [form.replace(one, other) for form in found]
        elif other in name:
            found += [form.replace(other, one) for form in found]
    return found


def _shortened(found: list[str]) -> list[str]:
    for long, *shorts in _SHORT:
        bare = [form.removeprefix(long) for form in found if form.startswith(long)]
        found = [*found, *(short + form for short in shorts for form in bare)]
    return found


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


def parts(words: str) -> list[str]:
    """Return the parts of words as offices are looked up, cut also at hyphens and apostrophes.

    >>> parts("Defense Ministry"), parts("secretary - general"), parts("president's office")
    (['defence', 'ministry'], ['secretary', 'general'], ['president', 's', 'office'])
    """
    even = plain(words)
    return [even] if even.isalpha() else _PARTING.sub(" ", even).split(" ")


def plain(words: str) -> str:
    """Return words as offices are looked up: small letters, one spelling of defence, no split words.

    >>> plain("Defense  Ministry"), plain("secretary - general"), plain("president 's office")
    ('defence ministry', 'secretary-general', "president's office")
    """
    if words.isascii() and words.isalpha():
        return words.lower().replace("defense", "defence")
    joined = " ".join(_levelled(words).lower().replace("defense", "defence").split())
    return joined.replace(" - ", "-").replace(" '", "'")
