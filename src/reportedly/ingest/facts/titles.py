"""The page's title: what it claims, less the name of the site."""

import html
import re
from collections.abc import Iterator
from itertools import islice

from reportedly.ingest.tree.walk import canonical
from reportedly.model import Reading

from .linked import text_of
from .sources import Sources, host_of

_TAIL = re.compile(r"\s+[|·•»–—-]\s+([^|·•»–—]{2,60})$|\s*\|\s*([^|]{2,60})$")
_MARK = re.compile(r"\s*[|:·•»–—：ㅣ-]|\s+[\[(]")


def title_readings(sources: Sources) -> Iterator[Reading]:
    """Yield the page's titles, best first: og:title, JSON-LD, the one h1, <title>.

    Where og:title and JSON-LD differ, the one that <title> repeats was written for
    search engines, and the other is the headline.
    """
    told = [(r.source, r.value) for r in sources.tagged("title")]
    told.insert(1, ("json-ld headline", text_of(sources.article, "headline") or ""))
    told.extend(("h1", words) for words in _main_headings(sources))
    told.extend(("title", e.text or "") for e in islice(sources.root.iter("title"), 1))
    names = _site_names(sources)
    titles = [(source, without_site(canonical(html.unescape(words)), names)) for source, words in told]
    shared = titles[0][0].startswith("meta") and titles[1][1]
    if shared and titles[-1][1].casefold() == titles[0][1].casefold():
        titles[0], titles[1] = titles[1], titles[0]
    for source, title in titles:
        if title:
            yield Reading("title", _mended(title, titles), source)


def _mended(title: str, others: list[tuple[str, str]]) -> str:
    """Cut what another title shows to be the site's name; make whole what was cut off."""
    for source, other in others:
        if (
            len(other) * 2 > len(title) > len(other)
            and title.startswith(other)
            and _MARK.match(title, len(other))
        ):
            return other
        longer = source == "h1" and len(other) > len(title) >= 20 and other.startswith(title)
        if longer and not _MARK.match(other, len(title)):
            return other
    return title


def _main_headings(sources: Sources) -> list[str]:
    """Return the one h1: a page with several main headings has none that can be believed unread."""
    walk = sources.walk
    found = [run.text for run in walk.runs if any(n.tag == "h1" for n in islice(walk.chain(run.node), 3))]
    return found[:1] if len(set(found)) == 1 else []


def _site_names(sources: Sources) -> frozenset[str]:
    host = host_of(sources.url)
    names = {r.value.casefold() for r in sources.tagged("outlet")}
    return frozenset(names | {host.casefold(), host.split(".")[0].casefold()})


def without_site(title: str, names: frozenset[str]) -> str:
    """Return the title without " | Site" or " - Site" at its end.

    A last part is the site's name if the page calls itself so, or if a bar parts it.
    """
    match = _TAIL.search(title)
    while match and match.start() >= 12:
        tail = (match.group(1) or match.group(2) or "").strip().casefold()
        known = any(tail == name or tail.replace(" ", "") == name.replace(" ", "") for name in names)
        if not known and "|" not in match.group(0):
            break
        title = title[: match.start()].rstrip()
        match = _TAIL.search(title)
    return title
