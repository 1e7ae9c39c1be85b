"""Sums that leave their payer out: it stands beside another sum, over the noun, or in the headline."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.claims.scene.marks import Scene
from reportedly.model import ActorKind, BlockKind, Mention

_PAYERS = frozenset({ActorKind.COUNTRY, ActorKind.ORGANISATION})


def shared(told: Sequence[Draft]) -> list[Draft]:
    """Let the sums of a sentence share their parties: "gave $52 million (€40 million)"."""
    sums = [draft for draft in told if draft.kind == "money" and draft.actor is not None]
    return [_beside(draft, sums) if draft.kind == "money" and sums else draft for draft in told]


def _beside(draft: Draft, sums: Sequence[Draft]) -> Draft:
    if draft.actor is not None:
        return draft
    near = min(sums, key=lambda other: abs(other.own.start - draft.own.start))
    if near.recipient is not None and draft.recipient is not None:
        return replace(draft, actor=near.actor) if near.recipient.actor == draft.recipient.actor else draft
    return replace(draft, actor=near.actor, recipient=draft.recipient or near.recipient)


def headed(draft: Draft) -> Draft:
    """Let the one body of the headline be the payer of a sum that nobody else pays."""
    if draft.kind != "money" or draft.actor is not None or _ruin(draft):
        return draft
    payer = _in_headline(draft.scene)
    if payer is None or (draft.recipient is not None and draft.recipient.actor == payer.actor):
        return draft
    return replace(draft, actor=payer)


def _ruin(draft: Draft) -> bool:
    """Is it what was destroyed, which nobody paid ("$90 billion in property damage")?"""
    under = set(draft.scene.tree.under(draft.at))
    return any(o.frame.name == "damage" and o.at in under for o in draft.scene.openings)


def _in_headline(scene: Scene) -> Mention | None:
    heads = [b.span for b in scene.marks.document.blocks if b.kind is BlockKind.HEADLINE]
    named = {
        m.actor.id: m
        for m in reversed(scene.marks.mentions)
        if m.actor.kind in _PAYERS and not m.place and any(span.holds(m.span) for span in heads)
    }
    return next(iter(named.values())) if len(named) == 1 else None
