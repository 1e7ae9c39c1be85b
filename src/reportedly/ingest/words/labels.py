"""What parts of a page call themselves by their tags and labels: rules as data."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from reportedly.model import BlockKind

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z]+")


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
