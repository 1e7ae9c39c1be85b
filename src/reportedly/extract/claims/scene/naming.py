"""What a name's own words tell of who bears it: a body, a storm, a law."""

import re
from functools import cache

from reportedly.frames import Words


def a_body(name: str, words: Words) -> bool:
    """Tell whether a name is a body's rather than a person's."""
    return _any_of(words.body_name).search(name) is not None


def nobody(name: str, words: Words) -> bool:
    """Tell whether a name is a storm's, a day's, a law's or a river's."""
    return _any_of(words.nobody_name).search(name) is not None


def an_office(name: str, words: Words) -> bool:
    """Tell whether a name is only an office, whoever holds it ("National Security Advisor")."""
    return name.rsplit(maxsplit=1)[-1].lower() in words.office


@cache
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b({'|'.join(sorted(words)) or '(?!)'})\b")
