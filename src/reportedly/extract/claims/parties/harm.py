"""Who did harm: the agent, the sender of a weapon, whoever is behind the event. Never the sufferer."""

from reportedly.extract.claims.figures.tied import Figure
from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.claims.scene.parties import agentive, lost_subject, named, party
from reportedly.extract.roles import Opening, agent, fillers, passive, prepositional, surface_subject
from reportedly.frames import Part, Slot
from reportedly.model import ActorKind, Mention

_JOINED = frozenset({"conj", "acl", "advcl"})
_UPON = frozenset({"when", "after", "as", "while"})


def harmer(scene: Scene, opening: Opening) -> Mention | None:
    """Return who did the harm, if somebody with a will did."""
    tree = scene.tree
    if mishap(scene, opening.at):
        return None
    for token in fillers(tree, opening.at, opening.trigger, Slot.ACTOR):
        found = party(scene, token) if tree.words[token] != "it" else None  # a storm, or the page's thing
        if found is not None and agentive(scene, token, found):
            return found
        by = _behind_event(scene, token) or _launcher(scene, token)
        if by is not None:
            return by
    return (
        lost_subject(scene, opening.at)
        or _in_event(scene, opening)
        or _when(scene, opening)
        or _responsible(scene, opening)
        or _main_harmer(scene, opening)
        or _shared_harmer(scene, opening)
    )


def mishap(scene: Scene, at: int) -> bool:
    """Tell whether harm is only what a mishap led to: "the plane crashed, killing 36"."""
    tree = scene.tree
    mishap = tree.lemmas[tree.tokens[at].head] in scene.classes.accident
    return mishap and tree.dep(at) in {"advcl", "xcomp"} and tree.tokens[at].tag == "VBG"


def _shared_harmer(scene: Scene, opening: Opening) -> Mention | None:
    """Return the agent that a second participle names for both: "killed and wounded by a gunman"."""
    if not passive(scene.tree, opening.at):
        return None
    tree, subject = scene.tree, surface_subject(scene.tree, opening.at)
    beside = tree.by(subject, "acl") if subject is not None else ()
    for kid in (*tree.by(opening.at, "conj"), *beside):
        doer = agent(scene.tree, kid) if passive(scene.tree, kid) else None
        found = party(scene, doer)
        if doer is not None and found is not None and agentive(scene, doer, found):
            return found
    return None


def whose_victims(scene: Scene, figure: Figure) -> Mention | None:
    """Return whose victims are counted: "two of Khan's victims"."""
    if figure.noun is None or scene.tree.lemmas[figure.noun] != "victim":
        return None
    owner = scene.tree.first(figure.noun, "nmod:poss")
    return named(scene, owner) if owner is not None else None


def _launcher(scene: Scene, at: int) -> Mention | None:
    """Return who sent a weapon: "killed by a drone launched by rebels"."""
    for kid in scene.tree.by(at, "acl", "acl:relcl"):
        sender = agent(scene.tree, kid)
        found = party(scene, sender)
        if sender is not None and found is not None and agentive(scene, sender, found):
            return found
    return None


def _in_event(scene: Scene, opening: Opening) -> Mention | None:
    """Return who is behind the event in which harm was done: "wounded in an Israeli air strike"."""
    harmed = {o.at for o in scene.openings if o.frame.name == "casualty"}
    for at in (opening.at, *(kid for kid in scene.tree.kids[opening.at] if kid in harmed)):
        for preposition in ("in", "by", "during", "from", "after"):
            for token in prepositional(scene.tree, at, preposition):
                found = _behind_event(scene, token)
                if found is not None:
                    return found
    return None


def _when(scene: Scene, opening: Opening) -> Mention | None:
    """Return whose deed the harm came with: "one drowned and two were hurt when gunmen stormed a ferry"."""
    tree = scene.tree
    above = (tree.tokens[opening.at].head,) if tree.dep(opening.at) in _JOINED else ()
    harm = {o.at for o in scene.openings if o.frame.name == "casualty"}
    beside = (kid for kid in tree.by(opening.at, "conj") if kid in harm)
    for at in (opening.at, *above, *beside):
        for clause in tree.by(at, "advcl"):
            marks = {tree.words[kid] for kid in tree.by(clause, "mark", "advmod")}
            doer = agent(tree, clause) if marks & _UPON and _violent(scene, clause) else None
            found = party(scene, doer)
            if doer is not None and found is not None and agentive(scene, doer, found):
                return found
    return None


def _responsible(scene: Scene, opening: Opening) -> Mention | None:
    """Return who is said to answer for it: "was responsible for the deaths of 40 guards"."""
    for up in scene.tree.rise(opening.at):
        if scene.tree.lemmas[up] == "responsible":
            subject = surface_subject(scene.tree, up)
            found = party(scene, subject)
            return (
                found
                if subject is not None and found is not None and agentive(scene, subject, found)
                else None
            )
    return None


def _violent(scene: Scene, at: int) -> bool:
    """Is it a deed of force: an attack, or something thrown or fired?"""
    return scene.tree.lemmas[at] in scene.classes.hurled or any(
        o.frame.name == "attack" for o in scene.opened_at(at)
    )


def _behind_event(scene: Scene, at: int) -> Mention | None:
    """Return who is behind an attack noun: "an attack by rebels killed 12", "Israeli strikes killed 9"."""
    for opening in scene.opened_at(at):
        if opening.frame.name == "attack" and opening.trigger.part is Part.NOUN:
            sides = list(fillers(scene.tree, at, opening.trigger, Slot.ACTOR))
            tokens = [*sides, *(kid for side in sides for kid in scene.tree.by(side, "conj"))]
            parties = [m for t in tokens if (m := _side(scene, t)) is not None]
            found = _other_side(scene, at, parties) if len(parties) > 1 else parties
            if found:
                return found[0]
    return None


def _side(scene: Scene, at: int) -> Mention | None:
    """Return one side of a fight."""
    found = party(scene, at)
    fighters = found is not None and found.actor.kind is ActorKind.GROUP
    return found if found is not None and (fighters or agentive(scene, at, found)) else None


def _other_side(scene: Scene, at: int, parties: list[Mention]) -> list[Mention]:
    """Leave out the side whose own people the sentence has counted ("two Turkish soldiers died")."""
    start = scene.tree.tokens[at].span.start
    before = {m.actor.id for m in scene.mentions if m.span.end <= start}
    return [m for m in parties if m.actor.id not in before] or parties


def _main_harmer(scene: Scene, opening: Opening) -> Mention | None:
    """Borrow the attacker of the main clause: "Rebels attacked a post, killing 12"."""
    tree = scene.tree
    token = tree.tokens[opening.at]
    if token.dep not in {"advcl", "xcomp", "conj"} or token.tag != "VBG":
        return None
    subject = agent(tree, token.head)
    if subject is None:
        return None
    found = party(scene, subject)
    return found if found is not None and agentive(scene, subject, found) else _behind_event(scene, subject)
