"""What a page says of itself, each fact with the place where it was read."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree

from reportedly.ingest.tree.walk import Walk, canonical
from reportedly.model import Reading

from .agencies import agency_readings
from .bylines import author_readings
from .dating import date_readings
from .linked import names_of, text_of, types_of
from .sources import Sources, gather_sources, host_of
from .titles import title_readings
from .translations import translation_readings

_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the page says of itself, for those who type its blocks.

    ``headlines`` are its titles as claimed, best first; ``live`` is true for a
    live blog, ``article`` for a page that calls itself an article.
    """

    readings: tuple[Reading, ...]
    headlines: tuple[str, ...] = ()
    live: bool = False
    article: bool = False


def read_metadata(root: etree._Element, walk: Walk, url: str) -> PageFacts:
    """Read title, authors, outlet, dates, language, canonical link, section, paywall, agency, translation."""
    sources = gather_sources(root, walk, url)
    titles = tuple(title_readings(sources))
    authors = tuple(author_readings(sources))
    readings = (
        *titles,
        *authors,
        *_outlets(sources),
        *date_readings(sources),
        *_languages(sources),
        *_canonical(sources),
        *_sections(sources),
        *_paywalls(sources),
        *agency_readings((run.text for run in walk.runs if len(run.text) > 60), authors),
        *translation_readings(run.text for run in walk.runs),
    )
    headlines = tuple(dict.fromkeys(r.value for r in titles))
    live = any(kind.endswith("LiveBlogPosting") for thing in sources.things for kind in types_of(thing))
    article = bool(sources.article) or "article" in sources.meta.get("og:type", ())
    return PageFacts(_unrepeated(readings), headlines, live, article)


def _outlets(sources: Sources) -> Iterator[Reading]:
    for name in names_of(sources.article.get("publisher"), sources.things):
        yield Reading("outlet", canonical(html.unescape(name)), "json-ld publisher")
    yield from (r for r in sources.tagged("outlet") if not r.value.startswith("http"))
    host = host_of(sources.url)
    if host:
        yield Reading("outlet", host, "url")


def _languages(sources: Sources) -> Iterator[Reading]:
    said = [
        (
            "html lang",
            sources.root.get("lang") or sources.root.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        )
    ]
    said.append(("json-ld inLanguage", text_of(sources.article, "inLanguage") or ""))
    said.extend((r.source, r.value) for r in sources.tagged("language"))
    for source, value in said:
        match = _LANGUAGE.fullmatch(value.strip())
        if match:
            yield Reading("language", value.strip().replace("_", "-"), source)


def _canonical(sources: Sources) -> Iterator[Reading]:
    for link in sources.root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            yield Reading("canonical", _absolute(sources.url, link.get("href") or ""), "link canonical")
    for reading in sources.tagged("canonical"):
        yield Reading("canonical", _absolute(sources.url, reading.value), reading.source)


def _absolute(base: str, link: str) -> str:
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return link.strip()


def _sections(sources: Sources) -> Iterator[Reading]:
    for name in names_of(sources.article.get("articleSection")):
        yield Reading("section", canonical(html.unescape(name)), "json-ld articleSection")
    yield from sources.tagged("section")


def _paywalls(sources: Sources) -> Iterator[Reading]:
    """Yield what the page says of being paid for (schema.org isAccessibleForFree; content tiers)."""
    free = str(sources.article.get("isAccessibleForFree", "")).lower()
    if free in ("true", "false"):
        yield Reading("paywall", "no" if free == "true" else "yes", "json-ld isAccessibleForFree")
    for reading in sources.tagged("paywall"):
        tier = reading.value.strip().lower()
        yield Reading("paywall", "no" if tier in ("free", "false", "none") else "yes", reading.source)


def _unrepeated(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Keep the first of those that say the same; later voices add only what differs."""
    kept: dict[tuple[str, str], Reading] = {}
    for reading in readings:
        kept.setdefault((reading.field, reading.value), reading)
    return tuple(kept.values())
