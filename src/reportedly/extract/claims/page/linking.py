"""Ties between claims of one page: a capacity and its carrier, a transfer and what is given for it."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.claims.events.worth import in_return
from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.roles import surface_subject
from reportedly.model import Claim, Mention

_NEAR = 2  # sentence ends between carriers and "they"


def carrier_of(draft: Draft, before: Sequence[Draft]) -> int | None:
    """Return which draft counts the carrier that a capacity rides on."""
    if draft.kind != "capacity":
        return None
    scene = draft.scene
    subject = surface_subject(scene.tree, draft.at)
    same = [
        n
        for n, other in enumerate(before)
        if other.scene is scene
        and other.quantity is not None
        and other is not draft
        and other.kind != "capacity"
    ]
    for n in same:
        noun = before[n].quantity
        if subject is not None and noun is not None and noun.span.meets(scene.tree.tokens[subject].span):
            return n
    return same[0] if same and subject is not None else _earlier(draft, subject, before)


def _earlier(draft: Draft, subject: int | None, before: Sequence[Draft]) -> int | None:
    """Return the last draft that counts the same noun ("the containers could hold ...").

    "They", "the load", or no subject at all, mean the carriers counted just before.
    """
    head = draft.scene.tree.lemmas[subject] if subject is not None else ""
    if not head or head in draft.scene.classes.loads:
        return _just_before(draft, before)
    for n in reversed(range(len(before))):
        item = before[n].item
        if (
            before[n] is not draft
            and before[n].quantity is not None
            and item is not None
            and item.head == head
        ):
            return n
    return None


def _just_before(draft: Draft, before: Sequence[Draft]) -> int | None:
    """Return the last count of things that carry, in the sentences a reader still holds in mind."""
    scene = draft.scene
    for n in reversed(range(len(before))):
        other = before[n]
        between = scene.text[other.span.end : draft.span.start] if other is not draft else ""
        if between.count(". ") + between.count("\n\n") > _NEAR:
            return None
        thing = other.item.id if other.item is not None and other.quantity is not None else None
        if thing and scene.marks.items.carrier(thing) and other is not draft and other.kind != "capacity":
            return n
    return None


def exchanged_for(draft: Draft, before: Sequence[Draft]) -> int | None:
    """Return which transfer a transfer opened by "in exchange", "in return" answers."""
    if draft.kind != "transfer" or not in_return(draft.scene):
        return None
    for n in reversed(range(len(before))):
        if before[n].kind == "transfer" and before[n] is not draft:
            return n
    return None


def answered(draft: Draft, first: Draft) -> Draft:
    """Complete a transfer given in return: its parties are the other's, turned about."""
    actor, recipient = draft.actor, draft.recipient
    if actor is None and first.recipient is not None and _same(recipient, first.actor):
        actor = first.recipient
    if recipient is None and first.actor is not None and _same(actor, first.recipient):
        recipient = first.actor
    return replace(draft, actor=actor, recipient=recipient)


def _same(one: Mention | None, other: Mention | None) -> bool:
    return one is None or other is None or one.actor == other.actor


def with_ids(claims: Sequence[Claim], carriers: dict[int, int], exchanges: dict[int, int]) -> list[Claim]:
    """Return claims that point at their carriers and exchanges by id."""
    tied = list(claims)
    for n, carrier in carriers.items():
        tied[n] = replace(tied[n], carrier=claims[carrier].id)
    for n, exchange in exchanges.items():
        tied[n] = replace(tied[n], exchange=claims[exchange].id)
    return tied
