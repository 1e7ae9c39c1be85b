"""The page's title: what it claims, less the name of the site."""

import html
import re
from collections.abc import Iterator

from reportedly.model import Reading

from .formats.linked import text_of
from .formats.walk import canonical
from .sources import Sources

_TAIL = re.compile(r"\s+[|·•»–—-]\s+([^|·•»–—]{2,60})$|\s*\|\s*([^|]{2,60})$")


def title_readings(sources: Sources) -> Iterator[Reading]:
    """Yield the page's titles, best first: JSON-LD, the one h1, meta tags, <title>."""
    told = [("json-ld headline", text_of(sources.article, "headline") or "")]
    told.extend(("h1", words) for words in _main_headings(sources))
    told.extend((r.source, r.value) for r in sources.tagged("title"))
    told.extend(("title", e.text or "") for e in sources.root.iter("title"))
    for source, words in told:
        title = without_site(canonical(html.unescape(words)), _site_names(sources))
        if title:
            yield Reading("title", title, source)


def _main_headings(sources: Sources) -> list[str]:
    """Return the one h1: a page with several main headings has none that can be believed unread."""
    walk = sources.walk
    found = [run.text for run in walk.runs if any(n.tag == "h1" for n in list(walk.chain(run.node))[:3])]
    return found if len(set(found)) == 1 else []


def _site_names(sources: Sources) -> frozenset[str]:
    host = sources.url.split("//")[-1].split("/")[0].removeprefix("www.")
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
