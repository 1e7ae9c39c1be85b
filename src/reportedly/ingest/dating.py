"""When a page says it was published and changed; two readers that differ are both kept."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lxml import etree

from reportedly.model import Reading

from .dates import find_days, read_stamp
from .formats.linked import text_of
from .sources import Sources

_IN_URL = re.compile(r"[/_-](19[9]\d|20\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_PUBLISHED = re.compile(
    r"datepublished|pubdate|publish|posted|entry-date|post-?date|article-?date|story-?date|dateline",
    re.IGNORECASE,
)
_MODIFIED = re.compile(r"datemodified|modified|updated?\b|lastmod|edit", re.IGNORECASE)
_NAIVE = re.compile(r"\d{4}-\d\d-\d\dT.{8}")
_OFFSET = re.compile(r"T.{8}(?!\+00:00)[+-]\d\d:\d\d$")
_FAR = "2099-12-31"  # htmldate would else ask the clock how late a date may be


def date_readings(sources: Sources) -> Iterator[Reading]:
    """Yield publication days and changes, best first; a differing one says so."""
    published = _local_first(list(_published(sources)))
    if not published:
        published = list(_guessed(sources.root, sources.url))
    yield from _marked(published)
    yield from _marked(list(_modified(sources)))


def _local_first(readings: list[Reading]) -> list[Reading]:
    """Believe the day that readers were shown where a UTC stamp falls on the day beside it."""
    if not readings or not (readings[0].value.endswith("+00:00") or _NAIVE.fullmatch(readings[0].value)):
        return readings
    first = date.fromisoformat(readings[0].value[:10])
    shown = [r for r in readings if r.source.startswith(("text", "url")) or _OFFSET.search(r.value)]
    hour = int(readings[0].value[11:13])
    beside = {-1} if hour < 9 else {1} if hour > 11 else set()  # the clocks that newsrooms live by
    near = [r for r in shown if (date.fromisoformat(r.value[:10]) - first).days in beside]
    return [*near[:1], *(r for r in readings if r not in near[:1])]


def _marked(readings: list[Reading]) -> Iterator[Reading]:
    """Name the readers that tell another day than the first one."""
    for reading in readings:
        same = reading.value[:10] == readings[0].value[:10]
        yield reading if same else replace(reading, source=f"{reading.source} (differs)")


def _published(sources: Sources) -> Iterator[Reading]:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        yield from _stamped("published", text_of(sources.article, key), f"json-ld {key}")
    for reading in sources.tagged("published"):
        yield from _stamped("published", reading.value, reading.source)
    yield from _times(sources)
    match = _IN_URL.search(sources.url)
    if match:
        yield from _stamped("published", "-".join(match.groups()), "url")


def _modified(sources: Sources) -> Iterator[Reading]:
    yield from _stamped("modified", text_of(sources.article, "dateModified"), "json-ld dateModified")
    for reading in sources.tagged("modified"):
        yield from _stamped("modified", reading.value, reading.source)


def _stamped(field: str, words: str | None, source: str) -> Iterator[Reading]:
    value = read_stamp(words) if words else None
    if value:
        yield Reading(field, value, source)


def _times(sources: Sources) -> Iterator[Reading]:
    """Yield the <time> that says it is the publication's, else the first one."""
    for time in sources.root.iter("time", "abbr", "span", "div", "p", "li"):
        labels = " ".join(time.get(name) or "" for name in ("itemprop", "class", "id", "pubdate"))
        if time.tag != "time" and not (_PUBLISHED.search(labels) or "date" in labels.lower()):
            continue
        if _MODIFIED.search(labels):
            continue
        yield from _one_time(time)
        return


def _one_time(time: etree._Element) -> Iterator[Reading]:
    for name in ("datetime", "content", "title", "data-datetime", "data-date", "data-timestamp"):
        value = read_stamp(time.get(name) or "")
        if value:
            yield Reading("published", value, f"{time.tag} {name}")
            return
    day = next(find_days(" ".join(map(str, time.itertext()))), None)
    if day:
        yield Reading("published", day.isoformat(), f"text {time.tag}")


def _guessed(root: etree._Element, url: str) -> Iterator[Reading]:
    from htmldate import find_date  # noqa: PLC0415 - 150 ms, only for pages that say nothing themselves

    page = etree.tostring(
        root, encoding="unicode", method="html"
    )  # its parser makes other elements than ours
    found = find_date(page, original_date=True, url=url or None, max_date=_FAR)
    if found:
        yield Reading("published", found, "htmldate")
