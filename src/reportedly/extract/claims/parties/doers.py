"""Who is behind an event whose own words leave it out."""

from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.claims.scene.parties import agentive, named, party
from reportedly.extract.roles import Opening, case_of, fillers, surface_subject, verbal
from reportedly.frames import Part, Slot
from reportedly.model import ActorKind, Mention

_SETTING = frozenset({"during", "on", "in", "after", "before", "at", "for", "following", "of"})
_HOSTED = frozenset({"visit", "meeting"})
_FLAGS = ("amod", "compound", "nmod:poss", "nmod")


def doer_of(scene: Scene, opening: Opening) -> Mention | None:
    """Return the doer whom the words about an event tell: host clause, launcher, flag on a weapon."""
    if opening.frame.name == "attack":
        return _sender(scene, opening.at) or _flag(scene, opening) or _movement(scene, opening)
    if opening.trigger.part is Part.NOUN and opening.frame.name in _HOSTED:
        return _host(scene, opening.at)
    if opening.trigger.part is not Part.VERB or opening.frame.name not in _HOSTED:
        return None
    own = party(scene, scene.tree.first(opening.at, "nsubj"))
    return own or _named_before(scene, opening.at)


def weapon_in(scene: Scene, opening: Opening) -> int | None:
    """Return the weapon that strikes: subject or agent of an attack's verb."""
    for slot in (Slot.ACTOR, Slot.ITEM):
        for token in fillers(scene.tree, opening.at, opening.trigger, slot):
            if armed(scene, opening, token):
                return token
    return None


def armed(scene: Scene, opening: Opening, token: int) -> bool:
    """Tell whether a noun names a thing that the frame's harm is done with?"""
    thing = scene.marks.items.find([scene.tree.lemmas[token]])
    return thing is not None and (thing.id in opening.frame.items or thing.parent in opening.frame.items)


def _host(scene: Scene, at: int) -> Mention | None:
    """Return who acts while it lasts: "During a visit to Oslo, she promised aid"."""
    tree = scene.tree
    verb = tree.tokens[at].head
    if tree.dep(at) != "obl" or case_of(tree, at) not in _SETTING or not verbal(tree, verb):
        return None
    return party(scene, surface_subject(tree, verb))


def _sender(scene: Scene, at: int) -> Mention | None:
    """Return who made an attack that a participle tells of: "attacks launched by rebels"."""
    tree = scene.tree
    for kid in tree.by(at, "acl", "acl:relcl"):
        for doer in tree.by(kid, "obl:agent"):
            found = party(scene, doer)
            if found is not None and agentive(scene, doer, found):
                return found
    return None


def _flag(scene: Scene, opening: Opening) -> Mention | None:
    """Return the country whose weapon strikes: "Russian missiles hit the town"."""
    weapon = weapon_in(scene, opening)
    if weapon is None or opening.trigger.part is not Part.VERB:
        return None
    for kid in scene.tree.by(weapon, *_FLAGS):
        found = party(scene, kid)
        if kid < weapon and found is not None and found.actor.kind is ActorKind.COUNTRY:
            return found
    return None


def _movement(scene: Scene, opening: Opening) -> Mention | None:
    """Return the body that names its own fighters: "the Houthi movement", "Houthi militants"."""
    armed_people = scene.classes.fighters | scene.classes.agents
    for token in fillers(scene.tree, opening.at, opening.trigger, Slot.ACTOR):
        for kid in scene.tree.by(token, *_FLAGS):
            found = named(scene, kid) if scene.tree.lemmas[token] in armed_people else None
            if kid < token and found is not None and found.actor.kind is ActorKind.ORGANISATION:
                return found
    return None


def _named_before(scene: Scene, at: int) -> Mention | None:
    """Return the only person named before a verb that lost its subject in a long apposition."""
    tree = scene.tree
    first = max((i for i in range(at) if tree.tokens[i].pos == "VERB"), default=-1) + 1
    start = tree.tokens[first].span.start
    own = tree.tokens[at].span
    return next(
        (m for m in scene.mentions
         if start <= m.span.start and m.span.end <= own.start and m.actor.kind is ActorKind.PERSON),
        None,
    )  # fmt: skip
