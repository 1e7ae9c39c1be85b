"""Pages told by hand: a text with marked words, and what each marked stretch claims.

``⟨a|at least 10,000 containers⟩`` marks the words of claim ``a``; its fields
stand beside it in a short notation (``figure=">=10000"``, ``by="shin"``).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from reportedly.ledger import digest_of
from reportedly.model import (
    Actor,
    ActorKind,
    Aggregation,
    Block,
    BlockKind,
    Bound,
    Capture,
    Claim,
    Document,
    Evidence,
    Granularity,
    Hyperlink,
    Item,
    Link,
    Mention,
    MentionKind,
    Modality,
    Period,
    Polarity,
    Quantity,
    Reading,
    Section,
    SourceRole,
    Span,
    Stage,
    TimeExpression,
    TimexType,
    Voice,
    claim_id,
)

_MARK = re.compile(r"⟨(\w+)\|([^⟩]*)⟩")
_FIGURE = re.compile(r"(>=|<=|>|<|~<|~|=)?(\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))?(?:/(\w+))?")
_SECTIONS = {BlockKind.HEADLINE: Section.HEADLINE, BlockKind.CORRECTION: Section.CORRECTION}
_VAGUE = {
    "dozens": (24, 99),
    "hundreds": (200, 999),
    "thousands": (2000, 9999),
    "millions": (2_000_000, 9_999_999),
}


@dataclass(frozen=True)
class Said:
    """What a marked stretch claims, and what is known of it: its origin and the drifts it shows."""

    kind: str
    origin: str = ""
    actor: str = ""
    to: str = ""
    item: str = ""
    figure: str = ""
    unit: str = ""
    currency: str = ""
    by: str = ""
    via: tuple[str, ...] = ()
    said: str = ""
    occasion: str = ""
    mod: str = "asserted"
    negative: bool = False
    stage: str = ""
    agg: str = ""
    since: str = ""
    time: str = ""
    place: str = ""
    cause: str = ""
    outcome: str = ""
    carrier: str = ""
    drift: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page:
    """One page: who publishes it when, its paragraphs, its claims by their marks, where those words link to."""

    name: str
    outlet: str
    day: str
    headline: str
    body: Sequence[str]
    claims: Mapping[str, Said] = field(default_factory=dict)
    agency: str = ""
    url: str = ""
    correction: str = ""
    copies: str = ""
    leads: Mapping[str, str] = field(default_factory=dict)
    translation: str = ""


@dataclass(frozen=True)
class Told:
    """A page as the ledger knows it, and which mark each claim was."""

    page: Page
    capture: Capture
    body: bytes
    document: Document
    claims: tuple[Claim, ...]
    marks: Mapping[str, str]


def tell(page: Page) -> Told:
    """Return a page as a document with its claims."""
    paragraphs = [page.headline, *page.body, *([page.correction] if page.correction else [])]
    kinds = [BlockKind.HEADLINE, *[BlockKind.BODY] * len(page.body)]
    kinds += [BlockKind.CORRECTION] if page.correction else []
    text, blocks, spans = "", [], {}
    for words, kind in zip(paragraphs, kinds, strict=True):
        start = len(text)
        plain = ""
        at = 0
        for mark in _MARK.finditer(words):
            plain += words[at : mark.start()]
            spans[mark[1]] = Span(start + len(plain), start + len(plain) + len(mark[2]))
            plain += mark[2]
            at = mark.end()
        plain += words[at:]
        text += plain
        blocks.append(Block(kind, Span(start, len(text)), f"char={start},{len(text)}"))
        text += "\n\n"
    url = page.url or f"https://{page.outlet.lower().replace(' ', '')}.example.org/{page.name}"
    body = text.encode()
    capture = Capture(url, digest_of(body), "text/plain")
    readings = [Reading("title", blocks[0].span.of(text), "text"), Reading("outlet", page.outlet, "text")]
    if page.day:
        readings.append(Reading("published", page.day, "text"))
    if page.agency:
        readings.append(Reading("agency", page.agency, "text"))
    if page.translation:
        readings.append(Reading("translation", page.translation, "text"))
    links = tuple(Hyperlink(spans[mark], to) for mark, to in page.leads.items())
    document = Document(
        capture.id, url, capture.digest, "text/plain", text, tuple(blocks), tuple(readings), links
    )
    ids = {mark: claim_id(document.id, said.kind, spans[mark]) for mark, said in page.claims.items()}
    claims = tuple(_claim(document, said, spans[mark], ids) for mark, said in page.claims.items())
    return Told(page, capture, body, document, claims, {ids[mark]: mark for mark in ids})


def _claim(document: Document, said: Said, span: Span, ids: Mapping[str, str]) -> Claim:
    block = document.block_at(span)
    assert block is not None
    text = document.text
    return Claim(
        id=claim_id(document.id, said.kind, span),
        document=document.id,
        kind=said.kind,
        section=_SECTIONS.get(block.kind, Section.BODY),
        evidence=_evidence(text, span, block),
        extractor="by hand",
        confidence=1.0,
        voice=Voice(
            Modality(said.mod),
            Polarity.NEGATIVE if said.negative else Polarity.POSITIVE,
            Stage(said.stage) if said.stage else None,
        ),
        actor=_mention(said.actor),
        recipient=_mention(said.to),
        item=Item(said.item, said.item, said.item) if said.item else None,
        quantity=_quantity(said, span, span.of(text)) if said.figure else None,
        aggregation=Aggregation(said.agg) if said.agg else None,
        place=said.place or None,
        time=_time(said),
        attribution=tuple(_link(name, said) for name in (*said.via, said.by) if name),
        outcome=said.outcome or None,
        cause=said.cause or None,
        carrier=ids[said.carrier] if said.carrier else None,
    )


def _evidence(text: str, span: Span, block: Block) -> Evidence:
    before, after = text[max(0, span.start - 32) : span.start], text[span.end : span.end + 32]
    return Evidence(span.of(text), before, after, span, block.kind, block.path)


def actor(name: str) -> Actor:
    """Return a party: a country by its two letters, ``kr:shin`` a person, ``kr/nis`` a body, else an outlet."""
    if len(name) == 2:
        return Actor(f"country:{name}", name, ActorKind.COUNTRY, name)
    if ":" in name:
        country, person = name.split(":")
        return Actor(f"person:{person}", person.title(), ActorKind.PERSON, country.upper())
    if "/" in name:
        country, body = name.split("/")
        return Actor(f"org:{country}-{body}", body, ActorKind.ORGANISATION, country.upper() or None)
    return Actor(f"org:{name}", name, ActorKind.OUTLET)


def _mention(name: str) -> Mention | None:
    return Mention(Span(0, 0), name, actor(name), MentionKind.NAME) if name else None


def _link(name: str, said: Said) -> Link:
    inner = name == said.by
    if name.startswith("["):
        return Link(SourceRole.ANONYMOUS, None, name.strip("[]"))
    return Link(
        SourceRole.NAMED_PERSON if ":" in name else SourceRole.INSTITUTION,
        actor(name),
        name,
        said_on=day_of(said.said) if inner and said.said else None,
        occasion=said.occasion or None if inner else None,
    )


def _quantity(said: Said, span: Span, words: str) -> Quantity:
    unit = said.unit or said.item or None
    if said.figure in _VAGUE:
        low, high = (Decimal(end) for end in _VAGUE[said.figure])
        return Quantity(span, span, words, low, None, Bound.VAGUE, unit=unit, band=(low, high))
    match = _FIGURE.fullmatch(said.figure)
    assert match, said.figure
    sign, one, two, per = match.groups()
    value = Decimal(one)
    low: Decimal | None = value
    high: Decimal | None = value
    bound = Bound.EXACT
    if two:
        bound, high = Bound.RANGE, Decimal(two)
    elif sign in {">=", ">"}:
        bound, high = (Bound.AT_LEAST if sign == ">=" else Bound.MORE_THAN), None
    elif sign in {"<=", "<", "~<"}:
        bound, low = (Bound.AT_MOST if sign == "<=" else Bound.LESS_THAN), None
    elif sign == "~":
        bound = Bound.ABOUT
    approximate = (sign or "").startswith("~")
    return Quantity(
        span,
        span,
        words,
        low,
        high,
        bound,
        approximate=approximate,
        unit=unit,
        currency=said.currency or None,
        per=per,
        increment=said.agg == "increment",
    )


def _time(said: Said) -> TimeExpression | None:
    if said.since:
        return TimeExpression(
            Span(0, 0), said.since, TimexType.DATE, said.since, _open(day_of(said.since)), "since"
        )
    if said.time:
        return TimeExpression(Span(0, 0), said.time, TimexType.DATE, said.time, day_of(said.time))
    return None


def _open(period: Period) -> Period:
    return Period(period.start, None, period.granularity)


def day_of(words: str) -> Period:
    """Return the days of an ISO day, month or year."""
    parts = [int(part) for part in words.split("-")]
    if len(parts) == 3:
        day = date(*parts)
        return Period(day, day + timedelta(days=1), Granularity.DAY)
    if len(parts) == 2:
        year, month = parts
        return Period(date(year, month, 1), date(year + month // 12, month % 12 + 1, 1), Granularity.MONTH)
    return Period(date(parts[0], 1, 1), date(parts[0] + 1, 1, 1), Granularity.YEAR)
