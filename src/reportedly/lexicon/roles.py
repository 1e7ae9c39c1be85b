"""The words that turn a role round, each with an example."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class RoleTable:
    """Words by what they tell the reader of roles; ``roles.toml`` says what each is for."""

    control: Mapping[str, str]
    bears: Mapping[str, str]
    measures: Mapping[str, str]


@cache
def load_roles() -> RoleTable:
    """Read the words that turn roles of the package (once)."""
    tables = tomllib.loads(files("reportedly.lexicon").joinpath("roles.toml").read_text("utf-8"))
    return RoleTable(**{name: MappingProxyType(words) for name, words in tables.items()})
