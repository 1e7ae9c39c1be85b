"""Names in capitals, as a network is shown them that knows no capitals."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

_STAND_IN = "NATO"  # a name that is nothing else in small letters


@cache
def load_capitals() -> Mapping[str, str]:
    """Return the names that small letters would hide, each with its example."""
    text = resources.files(__package__).joinpath("capitals.toml").read_text("utf-8")
    names: Mapping[str, str] = tomllib.loads(text)["names"]
    return names


def shown(words: Sequence[str]) -> list[str]:
    """Return a sentence's words with a plain name in place of WHO, US and the like.

    Where the whole sentence is in capitals, they say nothing.
    """
    if not any(word.islower() for word in words):
        return list(words)
    return [_STAND_IN if word in load_capitals() else word for word in words]
