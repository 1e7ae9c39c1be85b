"""What a counted noun may look like, and where it must end."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .package_data import read_lists, read_words


@dataclass(frozen=True, slots=True)
class Nouns:
    """Words that end a noun phrase, irregular plurals, and implied people.

    ``sufferers`` are words that, after a number, mean people ("12 dead");
    ``harms`` are verbs that, before a bare number, mean the same, and
    ``tolls`` nouns ("the death toll rose to 85"). ``tallied`` are counted when
    their number comes last ("arrests rose to 40"), ``bodies`` are made of
    people ("a 500-strong crowd"), ``idle`` count nothing ("a thing or two").
    """

    stops: frozenset[str]
    verbs: frozenset[str]
    modifiers: frozenset[str]
    attributive: frozenset[str]
    auxiliaries: frozenset[str]
    reaches: frozenset[str]
    determiners: frozenset[str]
    plurals: Mapping[str, str]
    collectives: frozenset[str]
    sufferers: frozenset[str]
    harms: frozenset[str]
    tolls: frozenset[str]
    tallied: frozenset[str]
    bodies: frozenset[str]
    idle: frozenset[str]


@cache
def load_nouns() -> Nouns:
    """Read the noun lists of the package (once)."""
    top = read_words("nouns.toml")
    lists = read_lists("nouns.toml")
    sufferers = lists["sufferers"][0]
    return Nouns(
        stops=frozenset(top.text("stops").split()),
        verbs=frozenset(top.text("verbs").split()),
        modifiers=frozenset(top.text("modifiers").split()),
        attributive=frozenset(top.text("attributive").split()),
        auxiliaries=frozenset(top.text("auxiliaries").split()),
        reaches=frozenset(top.text("reaches").split()),
        determiners=frozenset(top.text("determiners").split()),
        plurals={plural: str(singular) for plural, singular in lists["plurals"][0].fields.items()},
        collectives=frozenset(lists["collectives"][0].words("words")),
        sufferers=frozenset(sufferers.words("words")),
        harms=frozenset(sufferers.words("verbs")),
        tolls=frozenset(sufferers.words("toll")),
        tallied=frozenset(top.text("tallied").split()),
        bodies=frozenset(top.text("bodies").split()),
        idle=frozenset(top.text("idle").split()),
    )
