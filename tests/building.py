"""Small real pages and claims, built by hand for the rooms that need no engine."""

from decimal import Decimal

from reportedly.ledger import digest_of
from reportedly.model import (
    Actor,
    ActorKind,
    Block,
    BlockKind,
    Bound,
    Capture,
    Claim,
    Document,
    Evidence,
    Item,
    Link,
    Mention,
    MentionKind,
    Modality,
    Quantity,
    Reading,
    Section,
    SourceRole,
    Span,
    Voice,
    claim_id,
)

TEXT = (
    "Tirania says trucks rolled\n\n"
    "According to Tirania, at least 120 trucks able to hold 9,000 tents left for Borduria.\n\n"
    "Related Posts"
)
TIRANIA = Actor("country:TI", "Tirania", ActorKind.COUNTRY)
BORDURIA = Actor("country:BO", "Borduria", ActorKind.COUNTRY)


def page(
    text: str = TEXT, url: str = "https://courier.example.org/trucks"
) -> tuple[bytes, Capture, Document]:
    """Return a page's bytes, capture and document: headline, body, teaser."""
    body = text.encode()
    capture = Capture(url, digest_of(body), "text/plain")
    head, lead, rest = _paragraphs(text)
    blocks = (
        Block(BlockKind.HEADLINE, head, _path(head)),
        Block(BlockKind.BODY, lead, _path(lead)),
        Block(BlockKind.TEASER, rest, _path(rest)),
    )
    readings = (
        Reading("title", head.of(text), "text"),
        Reading("published", "2024-06-16", "text"),
        Reading("outlet", "The Sample Courier", "text"),
    )
    return body, capture, Document(capture.id, url, capture.digest, "text/plain", text, blocks, readings)


def claims(document: Document) -> tuple[Claim, Claim]:
    """Return a transfer and the capacity that rides on it."""
    transfer = _claim(
        document, "transfer", "at least 120 trucks", "120", Bound.AT_LEAST, "trucks", Modality.ASSERTED
    )
    capacity = _claim(
        document, "capacity", "able to hold 9,000 tents", "9,000", Bound.EXACT, "tents", Modality.CAPABILITY
    )
    return transfer, capacity


def _claim(
    document: Document, kind: str, exact: str, number: str, bound: Bound, item: str, modality: Modality
) -> Claim:
    text, start = document.text, document.text.index(exact)
    span = Span(start, start + len(exact))
    block = document.block_at(span)
    assert block is not None
    at = text.index(number, start)
    value = Decimal(number.replace(",", ""))
    high = value if bound is Bound.EXACT else None
    return Claim(
        id=claim_id(document.id, kind, span),
        document=document.id,
        kind=kind,
        section=Section.LEAD,
        evidence=Evidence(
            exact,
            text[max(0, start - 32) : start],
            text[span.end : span.end + 32],
            span,
            block.kind,
            block.path,
        ),
        extractor="by hand",
        confidence=1.0,
        voice=Voice(modality),
        quantity=Quantity(span, Span(at, at + len(number)), exact, value, high, bound, unit=item[:-1]),
        item=Item(item, item[:-1]),
        actor=Mention(Span(start, start), "Tirania", TIRANIA, MentionKind.NAME),
        recipient=Mention(Span(start, start), "Borduria", BORDURIA, MentionKind.NAME),
        attribution=(Link(SourceRole.INSTITUTION, TIRANIA, "Tirania", "According to"),),
    )


def _paragraphs(text: str) -> tuple[Span, Span, Span]:
    first = text.index("\n\n")
    last = text.rindex("\n\n")
    return Span(0, first), Span(first + 2, last), Span(last + 2, len(text))


def _path(span: Span) -> str:
    return f"char={span.start},{span.end}"
