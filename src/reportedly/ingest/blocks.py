"""What each run of an HTML page is for: headline, body, caption, teaser, …"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from reportedly.model import BlockKind

from .body import Layout, is_prose, lay_out
from .dates import find_days, read_stamp
from .formats.walk import Run, Walk
from .labels import Zone, line_kind, zone_of
from .metadata import PageFacts

Typed = tuple[Run, BlockKind, datetime | None]

_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WORD = re.compile(r"\w+")
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
    facts: PageFacts
    layout: Layout
    heading: int | None


def type_runs(walk: Walk, facts: PageFacts) -> tuple[Typed, ...]:
    """Give every run of the page its kind, in page order; live updates get their time."""
    heading = _headline(walk, facts)
    layout = lay_out(walk, heading)
    page = _Page(walk, facts, layout, heading)
    kinds = [_kind(page, at) for at in range(len(walk.runs))]
    stamps = dict(_live(page, kinds)) if facts.live else {}
    typed = []
    for at, run in enumerate(walk.runs):
        stamped = stamps.get(at)
        live = stamped is not None and (not kinds[at].furniture or kinds[at] is BlockKind.DATELINE)
        typed.append((run, BlockKind.LIVE_UPDATE if live else kinds[at], stamped if live else None))
    return tuple(typed)


def _headline(walk: Walk, facts: PageFacts) -> int | None:
    """Return the run that bears the headline: the likest heading, else <title>."""
    told = [Counter(_WORD.findall(words.casefold())) for words in facts.headlines]
    best, score = None, 0.55
    for at, run in enumerate(walk.runs):
        tag = _tag_near(walk, run)
        if tag == "title" or len(run.text) > 400:
            continue
        like = max((_alike(run.text, words) for words in told), default=0.0) + _heading_bonus(tag)
        if like > score and (tag in _HEADS or like > 0.9):
            best, score = at, like
    if best is None:
        best = next((at for at, run in enumerate(walk.runs) if walk.nodes[run.node].tag == "h1"), None)
    if best is None:
        best = next((at for at, run in enumerate(walk.runs) if walk.nodes[run.node].tag == "title"), None)
    return best


def _tag_near(walk: Walk, run: Run) -> str:
    near = [node.tag for node, _ in zip(walk.chain(run.node), range(3), strict=False)]
    return next((tag for tag in near if tag in _HEADS or tag == "title"), near[0])


def _heading_bonus(tag: str) -> float:
    return {"h1": 0.3, "h2": 0.1}.get(tag, 0.0)


def _alike(words: str, told: Counter[str]) -> float:
    own = Counter(_WORD.findall(words.casefold()))
    both = sum((own & told).values())
    return 2 * both / (sum(own.values()) + sum(told.values())) if both else 0.0


def _kind(page: _Page, at: int) -> BlockKind:
    run = page.walk.runs[at]
    if at == page.heading:
        return BlockKind.HEADLINE
    if page.walk.nodes[run.node].tag == "title" or not any(map(str.isalnum, run.text)):
        return BlockKind.OTHER
    zone = page.layout.zones[run.node] or (zone_of("", run.wrap) if run.wrap else None)
    said = line_kind(run.text)
    if zone is not None and zone.kind is not BlockKind.STANDFIRST and not _is_lead(page, at, zone):
        return _zoned(zone, said)
    standfirst = zone is not None
    if at not in page.layout.spine.runs and not page.facts.live:
        return _outside(page, at, said, standfirst=standfirst)
    return said or _inside(page, at, standfirst=standfirst)


def _is_lead(page: _Page, at: int, zone: Zone) -> bool:
    """Find summaries above the article, which some pages label as teasers."""
    run = page.walk.runs[at]
    between = page.heading is not None and page.heading < at < page.layout.spine.first
    own = zone_of("", page.walk.nodes[run.node].labels) == zone
    return zone.kind is BlockKind.TEASER and between and own and is_prose(run) and not run.linked


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
            return _BY_TAG[node.tag]
    return BlockKind.BODY


def _live(page: _Page, kinds: list[BlockKind]) -> Iterator[tuple[int, datetime]]:
    """Yield the runs of updates, each with the time that heads its update."""
    times: dict[int, datetime] = {}
    for at, node in enumerate(page.walk.nodes):
        stamp = next((read_stamp(t.get("datetime") or "") for t in node.element.iterchildren("time")), None)
        if stamp and len(stamp) > 10:
            times[at] = datetime.fromisoformat(stamp)
    holders = {_update_of(page.walk, at): moment for at, moment in times.items()}
    for at, run in enumerate(page.walk.runs):
        holder = run.node
        while holder >= 0 and holder not in holders:
            holder = page.walk.nodes[holder].up
        if holder >= 0 and kinds[at] is not BlockKind.HEADLINE:
            yield at, holders[holder]


def _update_of(walk: Walk, at: int) -> int:
    """Return the element of the update that a time stands in."""
    start = at
    while at >= 0:
        node = walk.nodes[at]
        if node.tag == "article" or (node.tag == "li" and at != start):
            return at
        at = node.up
    return walk.nodes[start].up
