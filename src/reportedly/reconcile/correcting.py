"""What a person's correction of a party, a thing or a figure makes of a claim."""

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import cache
from re import sub

from reportedly.lexicon import ActorTable, ItemTable, load_actors, load_items
from reportedly.model import (
    Actor,
    ActorKind,
    Bound,
    Claim,
    Item,
    Link,
    Mention,
    MentionKind,
    Quantity,
    SourceRole,
    Span,
)


def corrected_party(claim: Claim, field: str, value: str) -> Claim:
    """Return a claim with another speaker, actor or recipient; an empty value means that there is none."""
    actor = named(value) if value else None
    if field == "speaker":
        if actor is None:
            return replace(claim, attribution=())
        last = claim.attribution[-1] if claim.attribution else Link(SourceRole.INSTITUTION)
        link = replace(last, actor=actor, words=value)
        return replace(claim, attribution=(*claim.attribution[:-1], link))
    start = claim.evidence.span.start
    mention = Mention(Span(start, start), value, actor, MentionKind.NAME) if actor else None
    return replace(claim, actor=mention) if field == "actor" else replace(claim, recipient=mention)


def corrected_item(claim: Claim, value: str) -> Claim:
    """Return a claim on another thing, under its vocabulary id where it has one."""
    if not value:
        return replace(claim, item=None)
    thing = _tables()[1].find(tuple(value.lower().split()))
    return replace(claim, item=Item(value, value.rsplit(maxsplit=1)[-1].lower(), thing.id if thing else None))


def corrected_figure(claim: Claim, field: str, value: str) -> Claim:
    """Return a claim with another end of its figure (raises ValueError for what is no number)."""
    quantity = claim.quantity
    if quantity is None:
        return claim
    try:
        end = Decimal(value.replace(",", "")) if value else None
    except InvalidOperation as error:
        raise ValueError(f"{value}: not a number") from error
    found = replace(quantity, low=end) if field == "low" else replace(quantity, high=end)
    return replace(claim, quantity=replace(found, bound=_bound(found), approximate=False, band=None))


def named(value: str) -> Actor:
    """Return the party that some words name, or one of that name alone where none is known."""
    table = _tables()[0]
    known = table.actor(value) or table.resolve(value)
    slug = sub(r"\W+", "-", value.lower()).strip("-")
    return known or Actor(f"group:{slug}", value, ActorKind.GROUP)


def _bound(quantity: Quantity) -> Bound:
    if quantity.low is None or quantity.high is None:
        return Bound.AT_LEAST if quantity.high is None else Bound.AT_MOST
    return Bound.EXACT if quantity.low == quantity.high else Bound.RANGE


@cache
def _tables() -> tuple[ActorTable, ItemTable]:
    return load_actors(), load_items()
