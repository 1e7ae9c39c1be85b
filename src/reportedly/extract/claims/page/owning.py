"""Who owns up to an attack: the deed told before gets its doer, and is not told twice."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.roles import passive

_NEAR = 3  # sentences between a deed and its owner
_OWNED = frozenset({"claim"})


def owned_up(told: Sequence[Draft], before: list[Draft]) -> list[Draft]:
    """Return a sentence's drafts, each "claimed responsibility" given to the attack that it owns.

    Earlier drafts of the page are replaced in place where their doer is told now.
    """
    kept = list(told)
    for draft in told:
        if not _owns(draft):
            continue
        pools = (kept, before) if _points_back(draft) else (kept,)
        for pool in pools:
            at = _deed(draft, pool)
            if at is not None:
                pool[at] = replace(pool[at], actor=pool[at].actor or draft.actor)
                kept.remove(draft)
                break
    return kept


def _owns(draft: Draft) -> bool:
    opening = draft.opening
    return draft.kind == "attack" and opening is not None and opening.trigger.word in _OWNED


def _points_back(draft: Draft) -> bool:
    """Tell whether it only names the doer of what was told ("the attack was claimed by rebels").

    "Rebels claimed responsibility" in a sentence of its own is their word, and stays.
    """
    return passive(draft.scene.tree, draft.at)


def _deed(owner: Draft, pool: Sequence[Draft]) -> int | None:
    """Return the last attack told near enough, without a doer or by the same one."""
    for at in reversed(range(len(pool))):
        other = pool[at]
        if other is owner or other.kind != "attack" or _owns(other) or _apart(owner, other) > _NEAR:
            continue
        same = other.actor is None or owner.actor is None or other.actor.actor == owner.actor.actor
        return at if same else None
    return None


def _apart(owner: Draft, other: Draft) -> int:
    text = owner.scene.text[min(other.span.end, owner.span.start) : owner.span.start]
    return text.count(". ") + text.count("\n\n")
