"""Claims as FollowTheMoney entities, one JSON object a line, without its library.

A page is an Article, a party a Person, Organization, PublicBody or LegalEntity,
a claim an Event whose proof is its page. Ids follow from what they name, so
that two exports of one ledger are one data set.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha1

from reportedly.model import Actor, ActorKind, Claim, figure

from .objects import Value

Row = tuple[Claim, Mapping[str, Value]]
_SCHEMATA = {
    ActorKind.COUNTRY: "PublicBody",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.PERSON: "Person",
    ActorKind.OUTLET: "Organization",
}


def entities(rows: Iterable[Row]) -> Iterator[str]:
    """Yield a line for each entity; a page or party that was told already is not told again."""
    told: set[str] = set()
    for claim, page in rows:
        for entity in _entities(claim, page):
            name = str(entity["id"])
            if name not in told:
                told.add(name)
                yield json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n"


def _entities(claim: Claim, page: Mapping[str, Value]) -> Iterator[dict[str, Value]]:
    article = _id("page", claim.document)
    yield _entity(
        article,
        "Article",
        title=page.get("title"),
        sourceUrl=page.get("url"),
        publishedAt=page.get("published"),
        publisher=page.get("outlet"),
        language=page.get("language"),
    )
    parties = {m.actor.id: m.actor for m in (claim.actor, claim.recipient) if m}
    speakers = {link.actor.id: link.actor for link in claim.attribution if link.actor}
    for actor in {**parties, **speakers}.values():
        yield _party(actor)
    period = claim.time.period if claim.time else None
    yield _entity(
        _id("claim", claim.id),
        "Event",
        name=f"{claim.kind}: {figure(claim.quantity)}" if claim.quantity else claim.kind,
        summary=claim.evidence.exact,
        description=", ".join(
            link.words or (link.actor.name if link.actor else "") for link in claim.attribution
        ),
        startDate=period.start.isoformat() if period and period.start else None,
        endDate=period.last.isoformat() if period and period.last else None,
        location=claim.place,
        involved=tuple(_id("actor", name) for name in parties),
        proof=article,
        sourceUrl=page.get("url"),
    )


def _party(actor: Actor) -> dict[str, Value]:
    code = actor.id.removeprefix("country:").lower() if actor.kind is ActorKind.COUNTRY else actor.country
    schema = _SCHEMATA.get(actor.kind, "LegalEntity")
    return _entity(_id("actor", actor.id), schema, name=actor.name, country=code and code.lower())


def _entity(entity: str, schema: str, /, **properties: Value) -> dict[str, Value]:
    """Return an entity; every property is a list, one that is unknown is left out."""
    listed: dict[str, Value] = {}
    for key, value in properties.items():
        values = [str(one) for one in (value if isinstance(value, tuple) else (value,)) if one]
        if values:
            listed[key] = values
    return {"id": entity, "schema": schema, "properties": listed}


def _id(sort: str, name: str) -> str:
    return f"reportedly-{sha1(f'{sort}:{name}'.encode(), usedforsecurity=False).hexdigest()}"
