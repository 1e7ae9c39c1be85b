"""When a page says it was published and changed; two readers that differ are both kept."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from lxml import etree

from reportedly.ingest.words.dates import find_days, read_stamp
from reportedly.model import Reading

from .clocks import house_zone, in_zone
from .headline import find_headline
from .linked import text_of
from .sources import Sources
from .titles import title_readings

_IN_URL = re.compile(r"[/_-](19[9]\d|20\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
# A post's number there counts the milliseconds since the first one; 22 bits say where it was made.
_POST = re.compile(r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/\w+/status(?:es)?/(\d{17,19})(?!\d)")
_FIRST_POST = 1_288_834_974_657
_PUBLISHED = re.compile(
    r"datepublished|pubdate|publish|posted|entry-date|post-?date|article-?date|story-?date|dateline|timestamp",
    re.IGNORECASE,
)
_MODIFIED = re.compile(r"datemodified|modified|updated?\b|lastmod|edit", re.IGNORECASE)
_NAIVE = re.compile(r"\d{4}-\d\d-\d\dT.{8}")
_OFFSET = re.compile(r"T.{8}(?!\+00:00)[+-]\d\d:\d\d$")
_NOT_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d+")
_SAID = re.compile(
    r"(?:publish(?:ed)?|posted|date|datum|veröffentlicht|publié|publicado|pubblicato|gepubliceerd|erstellt|"
    r"opublikowano|опубликовано|дата|fecha|data|tarih|yayınlanma|tanggal|입력)\b",
    re.IGNORECASE,
)
_APART = frozenset({"figure", "figcaption", "aside", "footer"})
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NEAR = 40  # a day's words lie within so many characters of its year
_HUGE = 2_000_000
_FAR = "2099-12-31"  # htmldate would else ask the clock how late a date may be


def date_readings(sources: Sources) -> Iterator[Reading]:
    """Yield publication days and changes, best first; a differing one says so."""
    zone = house_zone(sources.root)
    told = list(_published(sources))
    published = _local_first([in_zone(reading, zone) for reading in told] if zone else told)
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
    agree = any(r.value[:10] == readings[0].value[:10] for r in shown)
    near = [] if agree else [r for r in shown if (date.fromisoformat(r.value[:10]) - first).days in beside]
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
    yield from _stamped_element(sources)
    yield from _shown_day(sources)
    post = _POST.match(sources.url)
    if post:
        moment = datetime.fromtimestamp(((int(post.group(1)) >> 22) + _FIRST_POST) // 1000, UTC)
        yield Reading("published", moment.isoformat(), "url post id")
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


def _dated_elements(sources: Sources) -> Iterator[etree._Element]:
    """Yield the elements that call themselves the publication's time."""
    for time in sources.root.iter("time", "abbr", "span", "div", "p", "li"):
        labels = " ".join(time.get(name) or "" for name in ("itemprop", "class", "id", "pubdate"))
        if time.tag != "time" and not (_PUBLISHED.search(labels) or "date" in labels.lower()):
            continue
        if not _MODIFIED.search(labels) and not any(up.tag in _APART for up in time.iterancestors()):
            yield time


def _stamped_element(sources: Sources) -> Iterator[Reading]:
    """Yield the first stamp that an element bears for machines."""
    for time in _dated_elements(sources):
        for name in ("datetime", "content", "data-datetime", "data-date", "data-timestamp", "title"):
            value = (
                read_stamp(time.get(name) or "") if time.tag in ("time", "abbr") or name != "title" else None
            )
            if value:
                yield Reading("published", value, f"{time.tag} {name}")
                return


def _shown_day(sources: Sources) -> Iterator[Reading]:
    """Yield the first full day that readers are shown: by the heading, or labelled."""
    walk = sources.walk
    heading = find_headline(walk, (title.value for title in title_readings(sources)))
    near = (
        () if heading is None else (*walk.runs[heading + 1 : heading + 12], *walk.runs[heading - 3 : heading])
    )
    lines = [(run.text, "text by the heading") for run in near]
    lines.extend((run.text, "text that says so") for run in walk.runs if _SAID.match(run.text))
    for words, source in lines:
        told = tuple(_stated_day(words, source))
        if told:
            yield from told
            return


def _stated_day(words: str, source: str) -> Iterator[Reading]:
    """Yield the day of a line that says little else: a caption's day is not the page's."""
    day = next(find_days(words), None) if len(words) < 60 else None
    if day and len(_NOT_DAY.sub("", words)) < 45:
        yield Reading("published", day.isoformat(), source)


def _guessed(root: etree._Element, url: str) -> Iterator[Reading]:
    """Ask htmldate where the page says nothing itself; it parses for itself, and is slow on the huge."""
    from htmldate import find_date  # noqa: PLC0415 - 150 ms, only for pages that say nothing themselves

    page = _COMMENT.sub("", etree.tostring(root, encoding="unicode", method="html"))
    if len(page) > _HUGE:
        return
    found = find_date(page, original_date=True, url=url or None, max_date=_FAR)
    if found and _is_written(found, page):
        yield Reading("published", found, "htmldate")


def _is_written(day: str, page: str) -> bool:
    """Tell whether the page writes a guessed day in a way that can be read no other way."""
    if any(day.replace("-", mark) in page for mark in ("-", "/", "", ".")):
        return True
    near = (page[max(0, at.start() - _NEAR) : at.end() + _NEAR] for at in re.finditer(day[:4], page))
    return any(found.isoformat() == day for words in near for found in find_days(words))
