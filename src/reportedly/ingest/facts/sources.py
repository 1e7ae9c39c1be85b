"""Where a page's own facts are looked for, gathered once."""

import html
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lxml import etree

from reportedly.ingest.tree.walk import Walk, canonical
from reportedly.model import Reading

from .linked import article_of, linked_objects

_HOST = re.compile(r"https?://(?:[^/@?#]*@)?(?:www\.)?([^/:?#]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sources:
    """Where facts are looked for: the tree, its meta tags, its JSON-LD, its runs."""

    root: etree._Element
    walk: Walk
    meta: dict[str, tuple[str, ...]]
    things: tuple[dict[str, object], ...]
    article: dict[str, object]
    url: str

    def tagged(self, field: str) -> Iterator[Reading]:
        """Yield what the meta tags say of a field, best tag first."""
        for name in meta_names()[field]:
            for value in self.meta.get(name, ()):
                yield Reading(field, value, f"meta {name}")


def host_of(url: str) -> str:
    """Return the host of a web address without its "www", or nothing; never complain."""
    match = _HOST.match(url)
    return match.group(1).lower() if match else ""


def gather_sources(root: etree._Element, walk: Walk, url: str) -> Sources:
    """Read the page's meta tags and JSON-LD once, for all who ask."""
    things = linked_objects(root)
    return Sources(root, walk, _meta(root), things, article_of(things), url)


@cache
def meta_names() -> dict[str, tuple[str, ...]]:
    """Return which meta tags say what, best first."""
    table = tomllib.loads((files(__package__) / "metatags.toml").read_text("utf-8"))
    return {entry["name"]: tuple(entry["tags"]) for entry in table["field"]}


def _meta(root: etree._Element) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for tag in root.iter("meta"):
        value = canonical(html.unescape(tag.get("content") or ""))
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = tag.get(key)
            if name and value and value not in found.setdefault(name.strip().lower(), []):
                found[name.strip().lower()].append(value)
    return {name: tuple(values) for name, values in found.items()}
