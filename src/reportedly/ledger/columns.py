"""What of a claim stands in columns, so that a filter need not decode it."""

from reportedly.model import Actor, Claim, encode

Value = str | int | float | bytes | None

CLAIM_COLUMNS = (
    "id", "reading", "document", "start", "kind", "actor", "actor_name", "recipient", "recipient_name",
    "item", "item_words", "speaker", "speaker_name", "modality", "stage", "low", "high", "day_first",
    "day_last", "record",
)  # fmt: skip


def values_of(claim: Claim, reading: int) -> tuple[Value, ...]:
    """Return a claim's values in the order of ``CLAIM_COLUMNS``."""
    quantity = claim.quantity
    return (
        claim.id, reading, claim.document, claim.evidence.span.start, claim.kind,
        *_party(claim.actor.actor if claim.actor else None),
        *_party(claim.recipient.actor if claim.recipient else None),
        claim.item.id if claim.item else None, claim.item.words if claim.item else None,
        *_speaker(claim), claim.voice.modality.value, claim.voice.stage and claim.voice.stage.value,
        float(quantity.low) if quantity and quantity.low is not None else None,
        float(quantity.high) if quantity and quantity.high is not None else None,
        *_days(claim), encode(claim),
    )  # fmt: skip


def words_of(claim: Claim) -> tuple[str, str, str]:
    """Return the words of a claim that full-text search looks through."""
    people = [m.actor.name for m in (claim.actor, claim.recipient) if m]
    people += [link.actor.name if link.actor else link.words for link in claim.attribution]
    return claim.evidence.exact, " ".join(people), claim.item.words if claim.item else ""


def _party(actor: Actor | None) -> tuple[Value, Value]:
    return (actor.id, actor.name) if actor else (None, None)


def _speaker(claim: Claim) -> tuple[Value, Value]:
    link = claim.speaker
    if link is None:
        return None, None
    return _party(link.actor) if link.actor else (None, link.words or None)


def _days(claim: Claim) -> tuple[Value, Value]:
    period = claim.time.period if claim.time else None
    if period is None:
        return None, None
    return _iso(period.start), _iso(period.last)


def _iso(day: object) -> str | None:
    return str(day) if day else None
