"""Of one event told twice in a sentence, the fuller telling."""

from collections.abc import Iterator, Sequence

from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.claims.scene.parties import named
from reportedly.extract.roles import prepositional
from reportedly.frames import Part

_HOSTED = frozenset({"visit", "meeting"})


def fullest(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the events of a sentence without those that another tells more fully."""
    for draft in drafts:
        if not any(_outdone(draft, other) for other in drafts if other is not draft):
            yield draft


def _outdone(draft: Draft, other: Draft) -> bool:
    if draft.at == other.at and {draft.kind, other.kind} == _HOSTED:
        return draft.kind == ("meeting" if _stay(draft) else "visit")
    if draft.kind != "attack" or other.kind != "attack" or draft.time != other.time:
        return False
    if other.opening is not None and other.opening.trigger.word == "claim":
        return False
    nameless = draft.actor is None and other.actor is not None
    return nameless and draft.opening is not None and draft.opening.trigger.part is Part.NOUN


def _stay(draft: Draft) -> bool:
    """Tell whether a host's clause speaks of a visit or names the place, not of talks or a breakfast."""
    scene, tree = draft.scene, draft.scene.tree
    named_place = any(named(scene, at) is not None for at in prepositional(tree, draft.at, "in"))
    return named_place or any(tree.lemmas[token] in scene.classes.stays for token in tree.under(draft.at))
