"""What parts of a page call themselves, and what lines say they are: rules as data."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from reportedly.model import BlockKind

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z]+")
_TRIM = " \t.:…»>→›|-–—!"


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of the page with one purpose; ``drop`` marks a repetition of other words."""

    kind: BlockKind
    drop: bool = False


@dataclass(frozen=True, slots=True)
class _Rule:
    zone: Zone
    tags: frozenset[str]
    words: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class _Cue:
    kind: BlockKind
    most: int
    whole: frozenset[str]
    opens: tuple[str, ...]
    holds: tuple[str, ...]


@lru_cache(maxsize=4096)
def zone_of(tag: str, labels: str) -> Zone | None:
    """Return what an element's tag and labels say its part of the page is for."""
    words = f" {spread(labels)} "
    for rule in _zones():
        if tag in rule.tags or (labels and rule.words and rule.words.search(words)):
            return rule.zone
    return None


def spread(labels: str) -> str:
    """Return labels as plain words: ``relatedPosts_list-2`` is ``related posts list``."""
    return " ".join(part for part in _CAMEL.split(labels) if part).lower()


@lru_cache(maxsize=4096)
def line_kind(words: str) -> BlockKind | None:
    """Return what a line says of itself by its words, or nothing."""
    if len(words) > 900:
        return None
    line = words.casefold().replace("’", "'").strip()
    bare = line.strip(_TRIM)
    for cue in _cues():
        if len(line) > cue.most:
            continue
        if bare in cue.whole or line.startswith(cue.opens) or any(part in line for part in cue.holds):
            return cue.kind
    return None


@cache
def _zones() -> tuple[_Rule, ...]:
    table = tomllib.loads((files(__package__) / "zones.toml").read_text("utf-8"))["zone"]
    return tuple(
        _Rule(
            Zone(BlockKind(entry["kind"]), entry.get("drop", False)),
            frozenset(entry["tags"]),
            re.compile(f" (?:{'|'.join(entry['words'])}) ") if entry["words"] else None,
        )
        for entry in table
    )


@cache
def _cues() -> tuple[_Cue, ...]:
    table = tomllib.loads((files(__package__) / "cues.toml").read_text("utf-8"))["cue"]
    return tuple(
        _Cue(
            BlockKind(e["kind"]),
            e["most"],
            frozenset(w.strip(_TRIM) for w in e["whole"]),
            tuple(w.replace("’", "'") for w in e["opens"]),
            tuple(e["holds"]),
        )
        for e in table
    )
