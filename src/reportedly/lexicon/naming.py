"""The words by which names are read in sentences, each with an example."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from .actors import OrganisationKind


@dataclass(frozen=True, slots=True)
class BodyNoun:
    """A noun that points back to a body ("the ministry"), and which bodies it fits."""

    in_name: tuple[str, ...]
    sort: OrganisationKind | None
    example: str


@dataclass(frozen=True, slots=True)
class Half:
    """What a half of a divided country is called alone ("the North")."""

    state: str
    example: str


@dataclass(frozen=True, slots=True)
class NamingTable:
    """Words by what they tell the reader of names; ``naming.toml`` says what each is for."""

    honorific: Mapping[str, str]
    particle: Mapping[str, str]
    no_person: Mapping[str, str]
    where: Mapping[str, str]
    whither: Mapping[str, str]
    done: Mapping[str, str]
    town: Mapping[str, str]
    side: Mapping[str, str]
    half: Mapping[str, Half]
    body: Mapping[str, BodyNoun]

    def no_name(self, name: str) -> bool:
        """Tell whether a name holds a word that no person's name holds ("Lake", "Ministry")."""
        return any(word in self.no_person for word in _WORD.findall(name.lower()))


_WORD = re.compile(r"\w+")
_PLAIN = ("honorific", "particle", "no_person", "where", "whither", "done", "town", "side")


@cache
def load_naming() -> NamingTable:
    """Read the words round names of the package (once)."""
    tables = tomllib.loads(files("reportedly.lexicon").joinpath("naming.toml").read_text("utf-8"))
    halves = {word: Half(row["state"], row["example"]) for word, row in tables["half"].items()}
    bodies = {
        word: BodyNoun(
            tuple(row.get("in_name", ())),
            OrganisationKind(row["sort"]) if "sort" in row else None,
            row["example"],
        )
        for word, row in tables["body"].items()
    }
    return NamingTable(
        **{name: MappingProxyType(tables[name]) for name in _PLAIN},
        half=MappingProxyType(halves),
        body=MappingProxyType(bodies),
    )
