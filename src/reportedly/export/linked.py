"""Claims as linked data: schema.org Claim with PROV-O, and Web Annotations (W3C)."""

import json
from collections.abc import Iterable, Iterator, Mapping

from reportedly.model import UNKNOWN, Claim, Link, figure, party

from .objects import Value

Row = tuple[Claim, Mapping[str, Value]]
CONTEXT: Mapping[str, Value] = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "rep": "urn:reportedly:",
}
ANNOTATIONS = "http://www.w3.org/ns/anno.jsonld"


def linked(rows: Iterable[Row]) -> Iterator[str]:
    """Yield JSON-LD, part by part: a graph of claims as schema.org and PROV-O know them."""
    return _graph({"@context": CONTEXT}, "@graph", (linked_claim(*row) for row in rows))


def annotations(rows: Iterable[Row]) -> Iterator[str]:
    """Yield JSON-LD, part by part: a page of Web Annotations, each a claim on the words that say it."""
    head: dict[str, Value] = {
        "@context": ANNOTATIONS,
        "id": "urn:reportedly:annotations",
        "type": "AnnotationPage",
    }
    return _graph(head, "items", (annotation(*row) for row in rows))


def _graph(head: Mapping[str, Value], name: str, parts: Iterable[Mapping[str, Value]]) -> Iterator[str]:
    yield json.dumps(head)[:-1] + f', "{name}": ['
    for number, part in enumerate(parts):
        yield (",\n" if number else "\n") + json.dumps(part, ensure_ascii=False)
    yield "\n]}\n"


def linked_claim(claim: Claim, page: Mapping[str, Value]) -> dict[str, Value]:
    """Return a claim as schema.org knows it: who said it, where it appears, from what it was derived."""
    speaker = claim.speaker
    made: dict[str, Value] = {
        "@type": "Claim",
        "@id": f"rep:claim:{claim.id}",
        "text": claim.evidence.exact,
        "about": [{"@type": "Thing", "name": name} for name in _about(claim)],
        "description": figure(claim.quantity) if claim.quantity else None,
        "author": _author(speaker) if speaker else None,
        "appearance": _article(page),
        "prov:wasDerivedFrom": {"@id": page.get("url")},
        "prov:wasGeneratedBy": {
            "@type": "prov:Activity",
            "@id": f"rep:reading:{claim.document}",
            "prov:used": {"@id": f"rep:capture:{claim.document}"},
            "prov:wasAssociatedWith": {"@type": "prov:SoftwareAgent", "name": claim.extractor},
        },
        "prov:wasAttributedTo": [_author(link) for link in claim.attribution],
        "oa:hasSelector": [
            {
                "@type": "oa:TextQuoteSelector",
                "oa:exact": claim.evidence.exact,
                "oa:prefix": claim.evidence.prefix,
                "oa:suffix": claim.evidence.suffix,
            },
            {
                "@type": "oa:TextPositionSelector",
                "oa:start": claim.evidence.span.start,
                "oa:end": claim.evidence.span.end,
            },
        ],
    }
    return {name: value for name, value in made.items() if value not in (None, [])}


def annotation(claim: Claim, page: Mapping[str, Value]) -> dict[str, Value]:
    """Return a claim as a Web Annotation: its fields are the body, its words the target."""
    evidence = claim.evidence
    said = f"{claim.kind}: {figure(claim.quantity)}" if claim.quantity else claim.kind
    return {
        "id": f"urn:reportedly:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {"id": f"urn:reportedly:{claim.extractor}", "type": "Software", "name": claim.extractor},
        "body": [
            {"type": "TextualBody", "value": said, "purpose": "describing", "format": "text/plain"},
            *({"type": "TextualBody", "value": name, "purpose": "tagging"} for name in _about(claim)),
        ],
        "target": {
            "source": page.get("url"),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": evidence.exact,
                    "prefix": evidence.prefix,
                    "suffix": evidence.suffix,
                },
                {"type": "TextPositionSelector", "start": evidence.span.start, "end": evidence.span.end},
            ],
            "state": {"type": "TimeState", "cached": f"urn:reportedly:capture:{claim.document}"},
        },
    }


def _about(claim: Claim) -> tuple[str, ...]:
    parties = (party(mention) for mention in (claim.actor, claim.recipient))
    item = claim.item.words if claim.item else ""
    return tuple(name for name in (*parties, item) if name and name != UNKNOWN)


def _author(link: Link) -> dict[str, Value]:
    named = link.actor.name if link.actor else link.words or UNKNOWN
    made: dict[str, Value] = {"@type": "Thing", "name": named}
    return {**made, "identifier": link.actor.id} if link.actor else made


def _article(page: Mapping[str, Value]) -> dict[str, Value]:
    outlet = page.get("outlet")
    made: dict[str, Value] = {
        "@type": "NewsArticle",
        "@id": page.get("url"),
        "headline": page.get("title"),
        "datePublished": page.get("published"),
        "publisher": {"@type": "Organization", "name": outlet} if outlet else None,
    }
    return {name: value for name, value in made.items() if value is not None}
