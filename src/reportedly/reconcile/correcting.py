"""What a person's correction of a party, a thing, a figure, a unit or a time makes of a claim."""

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import cache
from re import sub

from reportedly.lexicon import (
    ActorTable,
    ItemTable,
    load_actors,
    load_currencies,
    load_items,
    load_units,
    singularise,
)
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
    TimeExpression,
    TimexType,
    read_edtf,
)
from reportedly.model import Measure as Sort


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


def corrected_unit(claim: Claim, value: str) -> Claim:
    """Return a claim whose figure is counted in another unit or currency ("tonnes per day", "euros").

    Where the old unit was the thing itself, the claim is on the new thing.
    """
    quantity = claim.quantity
    if quantity is None:
        return claim
    words, _, per = (part.strip() for part in value.lower().partition(" per "))
    code = _currency(words)
    unit = None if code else singularise(words) or None
    sort = Sort.MONEY if code else _sort(unit)
    counted = replace(quantity, unit=unit, currency=code, per=singularise(per) or None, measure=sort)
    found = replace(claim, quantity=counted)
    if claim.item is None or quantity.unit not in {claim.item.id, singularise(claim.item.head)}:
        return found
    return corrected_item(found, "" if code else words)


def corrected_time(claim: Claim, value: str) -> Claim:
    """Return a claim of another time, as EDTF writes it (raises ValueError for what is no date)."""
    if not value:
        return replace(claim, time=None)
    period = read_edtf(value)
    if period is None:
        raise ValueError(f"{value}: not a date")
    start = claim.evidence.span.start
    told = TimeExpression(Span(start, start), value, TimexType.DATE, value, period)
    return replace(claim, time=told)


def named(value: str) -> Actor:
    """Return the party that some words name, or one of that name alone where none is known."""
    table = _tables()[0]
    known = table.actor(value) or table.resolve(value)
    slug = sub(r"\W+", "-", value.lower()).strip("-")
    return known or Actor(f"group:{slug}", value, ActorKind.GROUP)


def _currency(words: str) -> str | None:
    """Return the ISO 4217 code of a currency's name, word or sign."""
    for one in load_currencies().currencies:
        if words in {one.code.lower(), one.name.lower(), *one.words, *(sign.lower() for sign in one.signs)}:
            return one.code
    return None


def _sort(unit: str | None) -> Sort:
    """Return what sort of number is counted in a unit."""
    known = (one for one in load_units().units if unit in {one.name, *one.words})
    dimension = next((one.dimension for one in known), "")
    if dimension.startswith("share"):
        return Sort.SHARE
    return Sort.PHYSICAL if dimension else Sort.COUNT


def _bound(quantity: Quantity) -> Bound:
    if quantity.low is None or quantity.high is None:
        return Bound.AT_LEAST if quantity.high is None else Bound.AT_MOST
    return Bound.EXACT if quantity.low == quantity.high else Bound.RANGE


@cache
def _tables() -> tuple[ActorTable, ItemTable]:
    return load_actors(), load_items()
