"""The items of a list under a gift: "Norway will send an aid package to Chad. It includes:"."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.claims.scene.drafts import Draft
from reportedly.model import Section

_GIFTS = frozenset({"transfer", "money"})
_PARTS = frozenset({"count", "money"})
_NEAR = 2  # sentence ends between the gift and the list


def parcelled(draft: Draft, before: Sequence[Draft]) -> Draft:
    """Return an item of a list with the parties of the gift that the list takes apart."""
    listed = draft.scene.section is Section.LIST and draft.kind in _PARTS and draft.quantity is not None
    if not listed or draft.recipient is not None or not before:
        return draft
    last = before[-1]
    whole = last if _item_before(draft, last) or _leads_in(draft, last) else None
    if whole is None or whole.actor is None or whole.recipient is None:
        return draft
    if draft.actor is not None and draft.actor.actor != whole.actor.actor:
        return draft
    return replace(draft, actor=whole.actor, recipient=whole.recipient)


def _item_before(draft: Draft, last: Draft) -> bool:
    """Is it the item before in the same list?"""
    near = draft.scene.sentence.block - last.scene.sentence.block in {0, 1}
    return last.scene.section is Section.LIST and last.kind in _PARTS and near


def _leads_in(draft: Draft, last: Draft) -> bool:
    """Tell whether a gift told just before leads to the list by a colon."""
    between = draft.scene.text[last.span.end : draft.scene.block.span.start].rstrip("-•*– \n")
    _, stop, after = between.partition(". ")
    stems = {verb.removesuffix("e") for verb in draft.scene.classes.include}
    includes = any(word.startswith(stem) for word in after.lower().split() for stem in stems)
    near = between.endswith(":") and after.count(". ") < _NEAR
    return last.kind in _GIFTS and near and (includes or not stop)
