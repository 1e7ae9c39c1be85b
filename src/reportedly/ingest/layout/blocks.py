"""What each run of an HTML page is for: headline, body, caption, teaser, …"""

import re
from dataclasses import dataclass
from datetime import datetime

from reportedly.ingest.facts.headline import find_headline
from reportedly.ingest.facts.metadata import PageFacts
from reportedly.ingest.tree.walk import Run, Walk
from reportedly.ingest.words.dates import find_days
from reportedly.ingest.words.labels import Zone, zone_of
from reportedly.ingest.words.notices import line_kind
from reportedly.model import BlockKind

from .body import Layout, is_prose, lay_out
from .live import find_updates

Typed = tuple[Run, BlockKind, datetime | None]

_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}\b")
_MAIL = re.compile(r"\S+@\S+\.\w+")
_BY_TAG = {
    "li": BlockKind.LIST,
    "dt": BlockKind.LIST,
    "dd": BlockKind.LIST,
    "tr": BlockKind.TABLE,
    "caption": BlockKind.CAPTION,
    "figcaption": BlockKind.CAPTION,
    "blockquote": BlockKind.QUOTE,
} | dict.fromkeys(_HEADS, BlockKind.SUBHEAD)


@dataclass(frozen=True, slots=True)
class _Page:
    walk: Walk
    layout: Layout
    heading: int | None
    updates: dict[int, datetime]


def type_runs(walk: Walk, facts: PageFacts) -> tuple[Typed, ...]:
    """Give every run of the page its kind, in page order; live updates get their time."""
    heading = find_headline(walk, facts.headlines)
    updates = find_updates(walk, heading) if facts.live else {}
    page = _Page(walk, lay_out(walk, heading), heading, updates)
    kinds = [_kind(page, at) for at in range(len(walk.runs))]
    return tuple(
        (run, kind, updates.get(at) if kind is BlockKind.LIVE_UPDATE else None)
        for at, (run, kind) in enumerate(zip(walk.runs, kinds, strict=True))
    )


def _kind(page: _Page, at: int) -> BlockKind:
    run = page.walk.runs[at]
    if at == page.heading:
        return BlockKind.HEADLINE
    if page.walk.nodes[run.node].tag == "title" or not any(map(str.isalnum, run.text)):
        return BlockKind.OTHER
    zone = page.layout.zones[run.node] or (zone_of("", run.wrap) if run.wrap else None)
    said = line_kind(run.text)
    if at in page.updates and (zone is None or _CLOCK.match(run.text)):
        return said or _in_update(run)
    if zone is not None and zone.kind is not BlockKind.STANDFIRST and not _is_lead(page, at, zone):
        return _zoned(zone, said)
    standfirst = zone is not None
    if at not in page.layout.spine.runs:
        return _outside(page, at, said, standfirst=standfirst)
    return said or _inside(page, at, standfirst=standfirst)


def _is_lead(page: _Page, at: int, zone: Zone) -> bool:
    """Find summaries above the article, which some pages label as teasers."""
    run = page.walk.runs[at]
    between = page.heading is not None and page.heading < at < page.layout.spine.first
    own = zone_of("", page.walk.nodes[run.node].labels) == zone
    return zone.kind is BlockKind.TEASER and between and own and is_prose(run) and not run.linked


def _in_update(run: Run) -> BlockKind:
    return BlockKind.READ_MORE if run.linked >= 0.85 * len(run.text) else BlockKind.LIVE_UPDATE


def _zoned(zone: Zone, said: BlockKind | None) -> BlockKind:
    if said in (BlockKind.CREDIT, BlockKind.CORRECTION, BlockKind.EDITOR_NOTE, BlockKind.PAYWALL):
        return said
    return BlockKind.OTHER if zone.drop else zone.kind


def _outside(page: _Page, at: int, said: BlockKind | None, *, standfirst: bool) -> BlockKind:
    run = page.walk.runs[at]
    between = page.heading is not None and page.heading < at < page.layout.spine.first
    if said is not None and said is not BlockKind.CORRECTION:
        return said
    if between and next(find_days(run.text), None) and len(run.text) < 140:
        return BlockKind.BYLINE if "/" in run.text or "|" in run.text else BlockKind.DATELINE
    if between and (standfirst or _reads_like_lead(page, run)):
        return BlockKind.STANDFIRST
    return BlockKind.NAVIGATION if run.linked * 2 > len(run.text) else BlockKind.OTHER


def _reads_like_lead(page: _Page, run: Run) -> bool:
    tag = page.walk.nodes[run.node].tag
    if tag in ("li", "button", "td", "label", "legend") or run.linked * 2 > len(run.text):
        return False
    return is_prose(run) or (tag in ("p", "h2", "h3") and len(run.text) > 60)


def _inside(page: _Page, at: int, *, standfirst: bool) -> BlockKind:
    run = page.walk.runs[at]
    kind = _by_tag(page, run)
    if _MAIL.fullmatch(run.text):
        return BlockKind.OTHER
    if run.linked >= (0.5 if kind is BlockKind.LIST and not _is_long(run) else 0.85) * len(run.text):
        return BlockKind.READ_MORE if run.bold or len(run.text) > 25 else BlockKind.NAVIGATION
    if at < page.layout.spine.first:
        return _before_first(page, at, kind, standfirst=standfirst)
    if standfirst and at <= page.layout.spine.first + 2:
        return BlockKind.STANDFIRST
    return kind


def _is_long(run: Run) -> bool:
    return len(run.text) > 80 and run.text[-1] in '.!?。”"'


def _before_first(page: _Page, at: int, kind: BlockKind, *, standfirst: bool) -> BlockKind:
    """Before the first paragraph stand bylines, days and labels; a summary if it reads like one."""
    run = page.walk.runs[at]
    if next(find_days(run.text), None) and len(run.text) < 140:
        return BlockKind.DATELINE if len(run.text) < 50 else BlockKind.BYLINE
    if standfirst or is_prose(run):
        return BlockKind.STANDFIRST
    return kind if kind in (BlockKind.LIST, BlockKind.QUOTE, BlockKind.TABLE) else BlockKind.OTHER


def _by_tag(page: _Page, run: Run) -> BlockKind:
    for node, _ in zip(page.walk.chain(run.node), range(3), strict=False):
        if node.tag in _BY_TAG:
            laid_out = node.tag == "tr" and page.walk.nodes[run.node].tag == "p" and is_prose(run)
            return BlockKind.BODY if laid_out else _BY_TAG[node.tag]
    return BlockKind.BODY
