"""Who wrote the page: names out of bylines, without their trimmings."""

import html
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from reportedly.model import Reading

from .dates import find_days
from .formats.linked import names_of
from .formats.walk import Run, canonical
from .sources import Sources

_LINK = re.compile(r"https?://|www\.|^@|^/")
_MAIL = re.compile(r"\(?\b[\w.+-]+@[\w-]+\.[\w.]+\)?")
_PARTS = re.compile(r"\s*(?:;|\||\n|\s/\s|\s&\s)\s*")
_BYLINE_LABELS = re.compile(
    r"\b(?:by-?line|authors?|author[-_]?name|writers?|contributors?)\b|byline", re.IGNORECASE
)
_SPACES = re.compile(r"\s+")


def author_readings(sources: Sources) -> Iterator[Reading]:
    """Yield each author; those who share the first's source are the believed ones."""
    seen: set[str] = set()
    for source, names in _claims(sources):
        fresh = [name for name in names if name.casefold() not in seen]
        seen.update(name.casefold() for name in names)
        yield from (Reading("author", name, source) for name in fresh)


def _claims(sources: Sources) -> Iterator[tuple[str, list[str]]]:
    told = names_of(sources.article.get("author"), sources.things)
    yield "json-ld author", people(told)
    for reading in sources.tagged("author"):
        yield reading.source, people([reading.value])
    for path, run in _bylines(sources):
        yield path, people([run.text])


def _bylines(sources: Sources) -> Iterator[tuple[str, Run]]:
    """Yield short runs that the page labels as a byline, first ones first."""
    walk = sources.walk
    for run in walk.runs:
        if len(run.text) > 120:
            continue
        labels = f"{run.wrap} {walk.nodes[run.node].labels}"
        if _BYLINE_LABELS.search(labels):
            yield "text byline", run


def people(told: list[str] | tuple[str, ...]) -> list[str]:
    """Return the names in what a byline says: no links, days, mail or "by"."""
    found: list[str] = []
    for words in told:
        for part in _PARTS.split(html.unescape(words)):
            name = plain_name(part)
            if name and name not in found:
                found.append(name)
    return found


def plain_name(words: str) -> str | None:
    """Return one name without "By", address or date; nothing if no name is left."""
    if _LINK.search(words):
        return None
    name = canonical(_MAIL.sub(" ", words))
    name = _opening().sub("", name).strip(" ,.:-–—|")
    if not 2 <= len(name) <= 80 or not any(c.isalpha() for c in name) or next(find_days(name), None):
        return None
    return None if name.casefold() in _nobody() else _SPACES.sub(" ", name)


@cache
def _words() -> dict[str, list[str]]:
    table = tomllib.loads((files(__package__) / "bylines.toml").read_text("utf-8"))
    return {entry["name"]: entry["words"] for entry in table["list"]}


@cache
def _opening() -> re.Pattern[str]:
    words = sorted(map(re.escape, _words()["opening"]), key=len, reverse=True)
    return re.compile(rf"^(?:(?:{'|'.join(words)})(?:\s*:\s*|\s+))+", re.IGNORECASE)


@cache
def _nobody() -> frozenset[str]:
    return frozenset(_words()["nobody"])
