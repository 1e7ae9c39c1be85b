"""Who wrote the page: names out of bylines, without their trimmings."""

import html
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import islice

from reportedly.ingest.tree.walk import Walk, canonical
from reportedly.ingest.words.dates import find_days
from reportedly.ingest.words.labels import spread
from reportedly.model import Reading

from .linked import names_of
from .sources import Sources, host_of

_LINK = re.compile(r"https?://|www\.|^@|^/")
_ASIDE = re.compile(r"\s*[(\[{]|\s*(?:image|photo|foto|picture|source)\b", re.IGNORECASE)
_MAIL = re.compile(r"\(?\b[\w.+-]+@[\w-]+\.[\w.]+\)?")
_PARTS = re.compile(r"\s*(?:;|\||\n|\s/\s|\s&\s|[•·])\s*")
_JOINED = re.compile(r"\s*[,/]\s*(?:(?:and|und|et|og|och|y|e|en)\s+)?|\s+(?:and|und|et|og|och|y)\s+")
_CODE = re.compile(r"\s*\([\w.]{1,5}\)$|\s*\*$|\s기자$")
_DOTTED = re.compile(r"\s[•·|/]\s")
_PARTICLE = r"(?:von|van|de|der|den|del|da|di|du|la|le|el|al|bin|ben|zu|dos|ter|ten|af|av|Mc|O)"
_PERSON = re.compile(rf"(?:Dr\. )?[^\W\d_a-z][\w.'’-]*(?:\s(?:{_PARTICLE}|[^\W\d_a-z][\w.'’-]*)){{1,4}}")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\d")
_NOT_THERE = frozenset({"form", "label", "footer", "button", "title", "nav"})
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
    told = people(names_of(sources.article.get("author"), sources.things))
    houses = _houses(sources)
    voices = [("json-ld author", told)]
    voices.extend((r.source, people([r.value])) for r in sources.tagged("author"))
    voices.extend(_bylines(sources))
    # Where the first voice names only the outlet, one that names a person is believed.
    yield from sorted(voices, key=lambda voice: all(_is_house(name, houses) for name in voice[1]))


def _is_house(name: str, houses: frozenset[str]) -> bool:
    return name.casefold() in houses or any(word in houses for word in name.casefold().split())


def _houses(sources: Sources) -> frozenset[str]:
    """Return the names of the outlet, in lower case."""
    told = [r.value for r in sources.tagged("outlet")]
    told.extend(names_of(sources.article.get("publisher"), sources.things))
    told.extend(n for t in sources.things if "Organization" in str(t.get("@type")) for n in names_of(t))
    host = host_of(sources.url)
    return frozenset(name.casefold() for name in (*told, host, *host.split(".")) if len(name) > 2)


def _bylines(sources: Sources) -> Iterator[tuple[str, list[str]]]:
    """Yield the names in runs that are labelled as a byline or read like one under the heading.

    Runs that stand together make one byline; a later one is another voice.
    """
    walk = sources.walk
    heading = next(
        (at for at, run in enumerate(walk.runs) if walk.nodes[run.node].tag == "h1"), len(walk.runs)
    )
    last, voice = -9, 0
    for at, run in enumerate(walk.runs):
        if len(run.text) > 160 or any(n.tag in _NOT_THERE for n in islice(walk.chain(run.node), 24)):
            continue
        labelled = bool(_BYLINE_LABELS.search(spread(f"{run.wrap} {walk.nodes[run.node].labels}")))
        under = bool(_stating().match(run.text)) or (
            heading < at < heading + 12 and _reads_like_byline(run.text)
        )
        signed = at > heading and _signs(walk, at)
        names = _named(run.text) if labelled or under or signed else []
        if names:
            voice += at > last + 3
            last = at
            yield f"text byline {voice}" if voice > 1 else "text byline", names


def _named(words: str) -> list[str]:
    """Return the people in a byline; after "By", a short name of one word too."""
    names = people([words])
    if _opening().match(words) and names and not _PERSON.fullmatch(names[0]):
        first = names[0].split(",")[0]
        if _PERSON.fullmatch(first):
            return [first]
        return [first] if first.isalpha() and first[0].isupper() and len(first) <= 20 else []
    return [name for name in names if _PERSON.fullmatch(name)]


def _signs(walk: Walk, at: int) -> bool:
    """Is it a bold name alone on a line above the first paragraph?"""
    run = walk.runs[at]
    if run.bold < len(run.text.replace(" ", "")) or len(run.text) > 80 or at + 1 >= len(walk.runs):
        return False
    names = people([run.text])
    people_all = all(_PERSON.fullmatch(name) and not name.isupper() for name in names)
    return bool(names) and people_all and len(walk.runs[at + 1].text) > 100


def _reads_like_byline(words: str) -> bool:
    return bool(_opening().match(words)) or bool(_DOTTED.search(words) and next(find_days(words), None))


def people(told: list[str] | tuple[str, ...]) -> list[str]:
    """Return the names in what a byline says: no links, days, mail or "by"."""
    found: list[str] = []
    for words in told:
        for part in _split(html.unescape(words)):
            name = plain_name(part)
            if name and name not in found:
                found.append(name)
    return found


def _split(words: str) -> list[str]:
    """Part names at clear marks; at commas and "and" only where each part is a full name."""
    parts = _PARTS.split(words)
    return [name for part in parts for name in _full_names(part) or [part]]


def _full_names(words: str) -> list[str]:
    names = [name for name in _JOINED.split(_opening().sub("", words)) if name]
    return names if all(2 <= len(name.split()) <= 5 for name in names) else []


def plain_name(words: str) -> str | None:
    """Return one name without "By", address or date; nothing if no name is left."""
    if _LINK.search(words) or _ASIDE.match(words):
        return None
    name = canonical(_MAIL.sub(" ", words))
    name = _CODE.sub("", _opening().sub("", name))
    if next(find_days(name), None):
        name = _CLOCK.split(name, maxsplit=1)[0]
    name = name.strip(" ,:-–—|")
    if not 2 <= len(name) <= 80 or not any(c.isalpha() for c in name):
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
def _stating() -> re.Pattern[str]:
    words = sorted(map(re.escape, _words()["stating"]), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(words)})\b", re.IGNORECASE)


@cache
def _nobody() -> frozenset[str]:
    return frozenset(_words()["nobody"])
