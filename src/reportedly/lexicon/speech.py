"""The words by which sentences that report are built, each with an example."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class SpeechTable:
    """Words beside the cues by what they tell the reader of sources.

    Each table maps a word, or a verb's lemma, to its example sentence; the
    head of ``speech.toml`` says what each is for. The patterns find the words
    that are looked for in running text.
    """

    listens: Mapping[str, str]
    bare: Mapping[str, str]
    plain: Mapping[str, str]
    straight: Mapping[str, str]
    object: Mapping[str, str]
    accuses: Mapping[str, str]
    issue: Mapping[str, str]
    paper: Mapping[str, str]
    carry: Mapping[str, str]
    occasion: Mapping[str, str]
    speaking: Mapping[str, str]
    nobody: Mapping[str, str]
    time: Mapping[str, str]
    opener: Mapping[str, str]
    adverbial: Mapping[str, str]
    aside: Mapping[str, str]
    styling: Mapping[str, str]
    measured: Mapping[str, str]
    loose: Mapping[str, str]
    title: Mapping[str, str]
    idle: Mapping[str, str]
    quoted: Mapping[str, str]
    citing: Mapping[str, str]
    stated: Mapping[str, str]
    rumours: Mapping[str, str]
    seems: Mapping[str, str]
    many: Mapping[str, str]
    press: Mapping[str, str]
    itself: Mapping[str, str]
    signed: Mapping[str, str]
    about: Mapping[str, str]
    onward: Mapping[str, str]
    runs: Mapping[str, str]
    reckoning: Mapping[str, str]
    answers: Mapping[str, str]
    voices: Mapping[str, str]
    before_title: re.Pattern[str]
    authored: re.Pattern[str]
    author_ends: re.Pattern[str]


@cache
def load_speech() -> SpeechTable:
    """Read the words of reporting sentences of the package (once)."""
    tables = tomllib.loads(files("reportedly.lexicon").joinpath("speech.toml").read_text("utf-8"))
    kinds = "|".join(map(re.escape, tables["signed"]))
    return SpeechTable(
        **{name: MappingProxyType(words) for name, words in tables.items()},
        before_title=re.compile(rf"\b(?:{'|'.join(tables['title'])})$"),
        authored=re.compile(rf"(?i:{kinds})\b[^.]*?\b(?:by|from|of|with)\s(?P<name>[^.]+)"),
        author_ends=re.compile(rf"\s(?:{'|'.join(tables['about'])})\s|,|:|\s[–—|]\s"),
    )
