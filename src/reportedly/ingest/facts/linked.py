"""What a page says of itself in JSON-LD (schema.org), however carelessly written."""

import json
import re
from collections.abc import Iterator

from lxml import etree

_ARTICLE = re.compile(
    r"(?:article|posting|liveblog|report|claimreview|review|newsstory|recipe)$", re.IGNORECASE
)
_WEAK = re.compile(r"(?:webpage|creativework|videoobject|claimreview|review|recipe)$", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f]+")
_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*;?\s*$|;\s*$")
_TRAILING = re.compile(r",\s*([}\]])")
_MOST_OBJECTS = 5000


def linked_objects(root: etree._Element) -> tuple[dict[str, object], ...]:
    """Return every JSON-LD object of the page that bears a type, in page order."""
    found: list[dict[str, object]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            found.extend(_flat(_loaded(script.text)))
    return tuple(found)


def _loaded(text: str) -> object:
    text = _CONTROL.sub(" ", _WRAPPING.sub("", text))
    for attempt in (text, _TRAILING.sub(r"\1", text)):
        try:
            loaded: object = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return loaded
    return None


def _flat(top: object) -> Iterator[dict[str, object]]:
    """Yield the objects at the top, in lists and in graphs; and what a page is about."""
    queue = [top]
    seen = 0
    while queue and seen < _MOST_OBJECTS:
        at = queue.pop(0)
        seen += 1
        if isinstance(at, list):
            queue.extend(at)
        elif isinstance(at, dict):
            if "@type" in at:
                yield at
            queue.extend(
                at[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed")
                if isinstance(at.get(key), list | dict)
            )


def types_of(thing: dict[str, object]) -> tuple[str, ...]:
    """Return the bare type names of an object."""
    kinds = thing.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return tuple(str(kind).rsplit("/", 1)[-1] for kind in named if kind)


def article_of(things: tuple[dict[str, object], ...]) -> dict[str, object]:
    """Return the object that describes the article: the surest type, the most said."""
    ranked = sorted(things, key=_article_rank, reverse=True)
    return ranked[0] if ranked and _article_rank(ranked[0])[0] > 0 else {}


def _article_rank(thing: dict[str, object]) -> tuple[int, int]:
    kinds = types_of(thing)
    told = sum(key in thing for key in ("headline", "datePublished", "author", "articleBody", "publisher"))
    if any(_ARTICLE.search(kind) and not _WEAK.search(kind) for kind in kinds):
        return (2, told)
    return (1, told) if "datePublished" in thing and any(_WEAK.search(kind) for kind in kinds) else (0, 0)


def names_of(value: object, things: tuple[dict[str, object], ...] = ()) -> tuple[str, ...]:
    """Return the names of people or organisations, following references by ``@id``."""
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    if isinstance(value, list):
        return tuple(name for part in value for name in names_of(part, things))
    if not isinstance(value, dict):
        return ()
    named = value.get("name") or _full_name(value)
    if named is None and "@id" in value:
        named = next((t.get("name") for t in things if t.get("@id") == value["@id"] and t.get("name")), None)
    return names_of(named) if isinstance(named, str | list) else ()


def _full_name(person: dict[str, object]) -> str | None:
    parts = [part for key in ("givenName", "familyName") if isinstance(part := person.get(key), str) and part]
    return " ".join(parts) or None


def text_of(thing: dict[str, object], key: str) -> str | None:
    """Return a property that is plain words, or nothing."""
    value = thing.get(key)
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value") or value.get("@id") or value.get("name")
    return value.strip() if isinstance(value, str) and value.strip() else None
