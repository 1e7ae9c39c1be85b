"""A claim as one plain object, under the field names of docs/model.md."""

from collections.abc import Mapping, Sequence

from reportedly.model import Claim, Document, Evidence, Item, Link, Mention, Period, Quantity, TimeExpression

Value = str | int | float | bool | None | Sequence["Value"] | Mapping[str, "Value"]


def claim_object(claim: Claim, page: Mapping[str, Value]) -> dict[str, Value]:
    """Return a claim with its page as values that JSON knows; unknown fields are null."""
    voice = claim.voice
    return {
        "id": claim.id,
        "document": claim.document,
        "page": page,
        "kind": claim.kind,
        "section": claim.section.value,
        "actor": _mention(claim.actor),
        "recipient": _mention(claim.recipient),
        "item": _item(claim.item),
        "quantity": _quantity(claim.quantity),
        "place": claim.place,
        "origin_place": claim.origin_place,
        "destination": claim.destination,
        "route_mode": claim.route_mode.value if claim.route_mode else None,
        "time": _time(claim.time),
        "modality": voice.modality.value,
        "polarity": voice.polarity.value,
        "stage": voice.stage.value if voice.stage else None,
        "certainty": voice.certainty,
        "certainty_band": list(voice.band) if voice.band else None,
        "unverified": voice.unverified,
        "aggregation": claim.aggregation.value if claim.aggregation else None,
        "attribution": [_link(link) for link in claim.attribution],
        "outcome": claim.outcome,
        "cause": claim.cause,
        "carrier": claim.carrier,
        "exchange": claim.exchange,
        "evidence": _evidence(claim.evidence),
        "extractor": claim.extractor,
        "confidence": claim.confidence,
    }


def page_object(document: Document) -> dict[str, Value]:
    """Return a page with its blocks and where each of its facts was read."""
    return {
        "id": document.id,
        "url": document.url,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.reading("published"),
        "language": document.reading("language"),
        "media_type": document.media_type,
        "digest": document.digest,
        "readings": [{"field": r.field, "value": r.value, "source": r.source} for r in document.readings],
        "blocks": [
            {
                "kind": b.kind.value,
                "start": b.span.start,
                "end": b.span.end,
                "path": b.path,
                "stamped": b.stamped.isoformat() if b.stamped else None,
            }
            for b in document.blocks
        ],
        "text": document.text,
    }


def _mention(mention: Mention | None) -> Value:
    if mention is None:
        return None
    actor = mention.actor
    return {
        "id": actor.id,
        "name": actor.name,
        "type": actor.kind.value,
        "mention": mention.kind.value,
        "words": mention.words,
        "carried": mention.carried.value if mention.carried else None,
    }


def _item(item: Item | None) -> Value:
    return {"id": item.id, "words": item.words, "head": item.head} if item else None


def _quantity(quantity: Quantity | None) -> Value:
    if quantity is None:
        return None
    return {
        "words": quantity.words,
        "low": str(quantity.low) if quantity.low is not None else None,
        "high": str(quantity.high) if quantity.high is not None else None,
        "bound": quantity.bound.value,
        "approximate": quantity.approximate,
        "unit": quantity.unit,
        "currency": quantity.currency,
        "per": quantity.per,
        "measure": quantity.measure.value,
        "change": quantity.change.value if quantity.change else None,
        "band": [str(end) for end in quantity.band] if quantity.band else None,
    }


def _time(time: TimeExpression | None) -> Value:
    if time is None:
        return None
    return {"words": time.words, "type": time.type.value, "value": time.value, **_period(time.period)}


def _period(period: Period | None) -> dict[str, Value]:
    return {
        "edtf": period.edtf if period else None,
        "start": period.start.isoformat() if period and period.start else None,
        "end": period.end.isoformat() if period and period.end else None,
        "granularity": period.granularity.value if period else None,
    }


def _link(link: Link) -> Value:
    return {
        "source": link.actor.name if link.actor else link.words or None,
        "actor": link.actor.id if link.actor else None,
        "role": link.role.value,
        "cue": link.cue or None,
        "words": link.words or None,
        "said_on": link.said_on.edtf if link.said_on else None,
        "addressee": link.addressee,
        "occasion": link.occasion,
        "carried": link.carried,
    }


def _evidence(evidence: Evidence) -> Value:
    return {
        "exact": evidence.exact,
        "prefix": evidence.prefix,
        "suffix": evidence.suffix,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "block": evidence.block.value,
        "path": evidence.path,
    }
