"""What a claim measures: its parties, place, thing and scope, as far as the page gives them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.lexicon import ItemTable, PlaceTable
from reportedly.model import Actor, ActorKind, Aggregation, Claim, Granularity, Mention, Period
from reportedly.model import Measure as Sort

from .told import Measure

EVENTS = frozenset({"casualty", "damage"})
_TOTALS = frozenset({None, Aggregation.CUMULATIVE, Aggregation.EVENT_TOTAL, Aggregation.SNAPSHOT})
_PEOPLE = "person"
_HARM = "harm"


def measured(claim: Claim, items: ItemTable, places: PlaceTable, *, page: str) -> Measure:
    """Return what a claim measures; one that names no party and no place measures its page's own matter."""
    actor, recipient = party(claim.actor), party(claim.recipient)
    named = claim.place if claim.kind in EVENTS else None
    place = places.known(named) if named else _cause(claim)
    if not (actor or recipient or place):
        place = f"page:{page}"
    quantity = claim.quantity
    return Measure(
        kind=claim.kind,
        actor="" if place and claim.kind in EVENTS else actor,
        recipient=recipient,
        place=place,
        item=thing(claim, items),
        outcome=claim.outcome or "",
        scope=scope(claim),
        per=(quantity.per or "") if quantity else "",
        currency=(quantity.currency or "") if quantity else "",
        wholes=places.wider(named) if named else (),
    )


def _cause(claim: Claim) -> str:
    return (claim.cause or "").lower() if claim.kind in EVENTS else ""


def anchored(measure: Measure) -> bool:
    """Return whether the measure names something that other pages can name too."""
    return not measure.place.startswith("page:")


def party(mention: Mention | None) -> str:
    """Return who is meant: a leader or a ministry that acts stands for its state."""
    if mention is None:
        return ""
    actor: Actor = mention.actor
    if actor.country and actor.kind in {ActorKind.COUNTRY, ActorKind.PERSON, ActorKind.PLACE}:
        return f"country:{actor.country}"
    return actor.id


def thing(claim: Claim, items: ItemTable) -> str:
    """Return what is counted: a vocabulary id, else the head noun; people where harm is counted."""
    item, unit = claim.item, claim.quantity.unit if claim.quantity else None
    found = (item.id or item.head.lower()) if item else (unit or "")
    if claim.kind == "casualty" and (not found or items.is_a(found, _HARM)):
        return _PEOPLE
    return found


def scope(claim: Claim) -> str:
    """Return which figures may stand on one line: totals with totals, increments with increments."""
    if claim.quantity is None:
        return ""
    if claim.quantity.increment:
        return Aggregation.INCREMENT.value
    if claim.quantity.measure is Sort.SHARE:
        return Aggregation.SHARE.value
    if claim.aggregation not in _TOTALS:
        return str(claim.aggregation)
    if claim.quantity.per:
        return Aggregation.RATE.value
    if claim.kind in EVENTS:
        return Aggregation.EVENT_TOTAL.value
    if claim.kind == "count":
        return Aggregation.SNAPSHOT.value
    return Aggregation.CUMULATIVE.value


def filled(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return a page's claims with what their neighbours make plain, and nothing else.

    A capacity has the parties and the period of its carrier. Where all claims
    of one kind on a page that name a party name the same, the others mean it too.
    """
    whole = [_shared(claim, claims) for claim in claims]
    by_id = {claim.id: claim for claim in whole}
    return tuple(_like_carrier(claim, by_id.get(claim.carrier or "")) for claim in whole)


def _shared(claim: Claim, claims: Iterable[Claim]) -> Claim:
    alike = [other for other in claims if other.kind == claim.kind]
    if claim.kind in EVENTS:
        place = claim.place or (None if claim.cause else _only(c.place for c in alike))
        return replace(claim, place=place)
    if claim.quantity is None or not claim.item or claim.kind == "count":
        return claim
    sound = [o for o in alike if o.item and o.item.id == claim.item.id and _fits(o, claim)]
    return replace(
        claim,
        actor=claim.actor or _only_party(o.actor for o in sound),
        recipient=claim.recipient or _only_party(o.recipient for o in sound),
    )


def _fits(other: Claim, claim: Claim) -> bool:
    pairs = ((other.actor, claim.actor), (other.recipient, claim.recipient))
    return all(not (a and b) or party(a) == party(b) for a, b in pairs)


def _like_carrier(claim: Claim, carrier: Claim | None) -> Claim:
    if carrier is None:
        return claim
    return replace(
        claim,
        actor=claim.actor or carrier.actor,
        recipient=claim.recipient or carrier.recipient,
        time=claim.time or carrier.time,
    )


def _only(values: Iterable[str | None]) -> str | None:
    found = {value.lower(): value for value in values if value}
    return next(iter(found.values())) if len(found) == 1 else None


def _only_party(mentions: Iterable[Mention | None]) -> Mention | None:
    found = [mention for mention in mentions if mention]
    return found[0] if len({party(mention) for mention in found}) == 1 else None


def windows(claim: Claim, said: Period | None) -> tuple[Period | None, Period | None]:
    """Return as of when a figure stands, and the first day it counts from, where words give them.

    "Since September 2023" opens a window that ends with the saying; "in
    February" is itself the time. An event's own day says nothing of when its
    dead were counted.
    """
    period = claim.time.period if claim.time else None
    if period is None or claim.kind in EVENTS:
        return said, None
    cue = (claim.time.cue or "").lower() if claim.time else ""
    if period.start and (period.end is None or cue in {"since", "from"}):
        return said, period
    if period.granularity is Granularity.SPAN and period.start and scope(claim) == Aggregation.CUMULATIVE:
        return period, period
    return period, None
