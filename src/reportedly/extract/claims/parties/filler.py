"""Who fills a role of a trigger: the party that its best way leads to."""

import re

from reportedly.extract.claims.figures.choosing import Choice
from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.claims.scene.parties import named, owner_of, party, works_of
from reportedly.extract.roles import Opening, case_of, fillers
from reportedly.frames import Part, Slot
from reportedly.model import Actor, ActorKind, Mention, MentionKind

_GIVEN = frozenset({"transfer", "money"})
_BODIES = frozenset({ActorKind.COUNTRY, ActorKind.ORGANISATION})


def filled(scene: Scene, opening: Opening, slot: Slot, taken: frozenset[int]) -> Mention | None:
    """Return the first party in a role; of a receiver's town or army, the country."""
    for token in fillers(scene.tree, opening.at, opening.trigger, slot):
        if token not in taken:
            owned = works_of(scene, token) if slot is Slot.ACTOR else None
            found = owned or party(scene, token)
            if found is not None and not (slot is Slot.RECIPIENT and _reached(scene, token, found)):
                return together(scene, token, found) if opening.frame.name in _GIVEN else found
            owner = (owner_of(scene, token) or _among(scene, token)) if slot is Slot.RECIPIENT else None
            if owner is not None:
                return owner
    return None


def together(scene: Scene, at: int, first: Mention) -> Mention:
    """Return several states or bodies that give or get as one: "to Chad and Sudan" is not to Chad."""
    tree = scene.tree
    joined = list(tree.by(at, "conj"))
    others = [m for kid in joined if (m := named(scene, kid)) is not None]
    kinds = {m.actor.kind for m in (first, *others)}
    if not others or len(others) != len(joined) or not kinds <= _BODIES or not _anded(scene, at):
        return first
    names = [m.actor.name for m in (first, *others)]
    name = " and ".join((", ".join(names[:-1]), names[-1]))
    key = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    span = first.span.cover(others[-1].span)
    return Mention(span, scene.words(span), Actor(f"group:{key}", name, ActorKind.GROUP), first.kind)


def _anded(scene: Scene, at: int) -> bool:
    """Are they joined by "and", with no figure between ("30 tents to Chad and 20 to Sudan")?"""
    tree = scene.tree
    last = max(tree.by(at, "conj"))
    between = range(at + 1, last)
    words = {tree.words[i] for i in between if tree.dep(i) == "cc"}
    return words == {"and"} and not any(tree.tokens[i].pos in {"NUM", "VERB"} for i in between)


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
