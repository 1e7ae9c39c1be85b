"""What became of the people counted, and the hazard that did it."""

from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.roles import fillers, prepositional
from reportedly.frames import Part, Slot

from .choosing import Choice


def outcome_of(scene: Scene, choice: Choice) -> str | None:
    """Return an outcome, joined where the figure does not separate two ("dead or missing")."""
    if choice.opening is None:
        return _of_noun(scene, choice)
    first = choice.opening.trigger.outcome
    if first is None:
        return _of_noun(scene, choice)
    tree = scene.tree
    for kid in tree.by(choice.opening.at, "conj"):
        if any(tree.words[cc] in {"or", "and"} for cc in tree.by(kid, "cc")) and not _counts(scene, kid):
            for other in scene.opened_at(kid):
                if other.frame.name == choice.opening.frame.name and other.trigger.outcome not in {
                    None,
                    first,
                }:
                    return f"{first} or {other.trigger.outcome}"
    return first


def _of_noun(scene: Scene, choice: Choice) -> str | None:
    """Return what the counted noun itself tells: refugees are displaced, cases affected."""
    told = (
        o.trigger.outcome
        for at in sorted(choice.standing)
        for o in scene.opened_at(at)
        if o.trigger.part is Part.NOUN
    )
    return next((outcome for outcome in told if outcome is not None), None)


def _counts(scene: Scene, at: int) -> bool:
    """Tell whether the second verb counts people of its own ("killed 10 and wounded 25")."""
    under = set(scene.tree.under(at))
    return any(under & set(scene.tokens_in(q.number)) for q in scene.quantities)


def cause_of(scene: Scene, choice: Choice) -> str | None:
    """Return the natural hazard that a claim of harm lays it to."""
    if choice.opening is None or choice.kind not in {"casualty", "damage", "count"}:
        return None
    tree, hazards = scene.tree, scene.classes.hazards
    at = choice.opening.at
    found = list(fillers(tree, at, choice.opening.trigger, Slot.ACTOR))
    for preposition in ("in", "from", "of", "by", "during", "after", "to"):
        found += prepositional(tree, at, preposition)
    return next((tree.words[i] for i in found if tree.lemmas[i] in hazards), None)
