"""Whether a frame is plausible for what a figure counts."""

from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.claims.scene.parties import party, phrase
from reportedly.extract.roles import Opening, fillers, passive
from reportedly.extract.tree import Tree
from reportedly.frames import Part, Slot

from .tied import Figure

_PEOPLE = frozenset({"person", "family", "household"})


def fits(scene: Scene, figure: Figure, opening: Opening) -> bool:
    """Is the frame plausible for what is counted?"""
    frame = opening.frame
    if not frame.counts:
        return False
    if figure.money:
        return frame.currency != "never"
    if frame.currency == "must":
        return False
    classes = _classes(scene, figure)
    if classes & frame.not_items or (frame.items and not classes & frame.items):
        return False
    if opening.trigger.items and not classes & opening.trigger.items:
        return False
    if frame.name == "transfer" and (_stationed(scene, opening) or _led_away(scene, opening, classes)):
        return False
    down = scene.tree.words[opening.at + 1 : opening.at + 2] == ("down",)
    if frame.name == "casualty" and down and not classes & _PEOPLE:
        return False  # aircraft are shot down
    if frame.name == "capacity":
        return _potential(scene, opening)
    return True


def _classes(scene: Scene, figure: Figure) -> frozenset[str]:
    """Return all that the counted noun is: its lemma, its vocabulary ids, "unknown" or "unsaid"."""
    tree, items = scene.tree, scene.marks.items
    if figure.noun is None:
        unit = figure.quantity.unit
        if unit is None:
            return frozenset({"unsaid"})
        known = items.find(unit.split())
        return frozenset({unit.split()[-1], *(items.wider(known.id) if known is not None else ("unknown",))})
    lemma = tree.lemmas[figure.noun]
    thing = items.find(scene.words(phrase(scene, figure.noun)).split()) or items.find([lemma])
    wider = items.wider(thing.id) if thing is not None else ("unknown",)
    people = {"person"} if lemma in scene.classes.people else set()
    return frozenset({lemma, *wider, *people})


def _led_away(scene: Scene, opening: Opening, classes: frozenset[str]) -> bool:
    """Are people moved by and to nobody who gives or gets ("900 villagers were moved to shelters")?"""
    if not classes & _PEOPLE or Slot.DESTINATION not in opening.trigger.needs:
        return False
    slots = (Slot.ACTOR, Slot.ORIGIN, Slot.DESTINATION)
    sides = (token for slot in slots for token in fillers(scene.tree, opening.at, opening.trigger, slot))
    return passive(scene.tree, opening.at) and not any(party(scene, side) for side in sides)


def _stationed(scene: Scene, opening: Opening) -> bool:
    """Is it a state and no move ("has 900 troops deployed to Chad")?"""
    tree = scene.tree
    noun = tree.tokens[opening.at].head
    had = tree.dep(noun) == "obj" and tree.lemmas[tree.tokens[noun].head] in {"have", "keep", "maintain"}
    return tree.dep(opening.at) == "acl" and passive(tree, opening.at) and had


def _potential(scene: Scene, opening: Opening) -> bool:
    """Can it, rather than does it: "can hold", "capable of carrying", "big enough to hold", "room for"."""
    tree, at = scene.tree, opening.at
    if opening.trigger.part is not Part.VERB:
        return True
    over = tree.tokens[at].head
    enough = tree.tokens[over].pos == "ADJ" and any(tree.words[kid] == "enough" for kid in tree.kids[over])
    helpers = {tree.words[kid] for kid in tree.by(at, "aux")}
    would = "would" in helpers and not any(_goal(tree, kid) for kid in tree.by(at, "obl"))
    return enough or would or not helpers.isdisjoint({"can", "could", "may", "might"})


def _goal(tree: Tree, at: int) -> bool:
    """Is it where something goes ("would carry rice to Kenya")?"""
    return any(tree.words[kid] == "to" for kid in tree.by(at, "case"))
