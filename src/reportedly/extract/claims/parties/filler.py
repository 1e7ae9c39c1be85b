"""Who fills a role of a trigger: the party that its best way leads to."""

from reportedly.extract.claims.figures.choosing import Choice
from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.claims.scene.parties import named, owner_of, party, works_of
from reportedly.extract.roles import Opening, case_of, fillers
from reportedly.frames import Part, Slot
from reportedly.model import ActorKind, Mention, MentionKind


def filled(scene: Scene, opening: Opening, slot: Slot, taken: frozenset[int]) -> Mention | None:
    """Return the first party in a role; of a receiver's town or army, the country."""
    for token in fillers(scene.tree, opening.at, opening.trigger, slot):
        if token not in taken:
            owned = works_of(scene, token) if slot is Slot.ACTOR else None
            found = owned or party(scene, token)
            if found is not None and not (slot is Slot.RECIPIENT and _reached(scene, token, found)):
                return found
            owner = (owner_of(scene, token) or _among(scene, token)) if slot is Slot.RECIPIENT else None
            if owner is not None:
                return owner
    return None


def over_it(
    scene: Scene, choice: Choice, actor: Mention | None, recipient: Mention | None
) -> tuple[Mention | None, Mention | None]:
    """Complete a gift's noun by the verb that gives it: "will provide Chad with a package of"."""
    for opening in scene.openings:
        if opening.frame.name != "money" or opening.trigger.part is not Part.VERB:
            continue
        items = set(fillers(scene.tree, opening.at, opening.trigger, Slot.ITEM))
        if items & (choice.standing | {choice.at}):
            return (
                actor or filled(scene, opening, Slot.ACTOR, choice.standing),
                recipient or filled(scene, opening, Slot.RECIPIENT, choice.standing),
            )
    return actor, recipient


def _among(scene: Scene, at: int) -> Mention | None:
    """Return the country whose people get it: "reached 50,000 people in Chad"."""
    tree = scene.tree
    kids = [*tree.by(at, "nmod"), *(kid for kid in tree.by(tree.tokens[at].head, "obl") if kid > at)]
    inside = (named(scene, kid) for kid in kids if case_of(tree, kid) == "in")
    return next((m for m in inside if m is not None and m.actor.kind is ActorKind.COUNTRY), None)


def _reached(scene: Scene, at: int, found: Mention) -> bool:
    """Are they only counted, so that nobody is named: "reached 50,000 people"?"""
    return found.kind is MentionKind.DESCRIPTION and scene.tree.first(at, "nummod") is not None
