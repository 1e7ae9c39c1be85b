"""Words that lay a saying to a source, each with its ways and an example."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True)
class CueTable:
    """Cue words by what they do; a word may stand in several tables.

    Each table maps a lemma to its example sentence.
    """

    say: Mapping[str, str]
    hold: Mapping[str, str]
    show: Mapping[str, str]
    will: Mapping[str, str]
    judge: Mapping[str, str]
    own: Mapping[str, str]
    thing: Mapping[str, str]
    lean: Mapping[str, str]
    toward: Mapping[str, str]
    stance: Mapping[str, str]
    noun: Mapping[str, str]
    passive: Mapping[str, str]
    styled: Mapping[str, str]
    adverb: Mapping[str, str]
    document: Mapping[str, str]
    anonymous: Mapping[str, str]
    body: Mapping[str, str]

    @cached_property
    def reports(self) -> frozenset[str]:
        """The verbs that may lay words to a source."""
        return frozenset({*self.say, *self.hold, *self.show, *self.own, *self.thing})


@cache
def load_cues() -> CueTable:
    """Read the cue words of the package (once)."""
    tables = tomllib.loads(files("reportedly.lexicon").joinpath("cues.toml").read_text("utf-8"))
    return CueTable(**{name: MappingProxyType(words) for name, words in tables.items()})
