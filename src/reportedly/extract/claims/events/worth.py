"""Which events are told fully enough to be worth a row."""

from reportedly.extract.claims.parties.doers import armed, weapon_in
from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.claims.scene.parties import party
from reportedly.extract.roles import Opening, fillers, passive, patient, verbal
from reportedly.frames import Part, Slot
from reportedly.model import ActorKind, Aggregation, Mention, MentionKind, Modality, Section

_ASKED = frozenset({"what", "which", "who"})
_A_YEAR = 366
_TRAVELLERS = frozenset({ActorKind.PERSON, ActorKind.GROUP})


def worth_a_row(draft: Draft) -> bool:
    """Is an event told fully: dated, or with both of its sides named?"""
    check = _CHECKS.get(draft.kind)
    if draft.item is not None and draft.item.head in _ASKED:
        return False  # "what did they get in return?"
    if draft.opening is not None and draft.scene.tree.dep(draft.at) == "compound":
        return False  # "attack helicopters", "assassination plots"
    if check is not None:
        return check(draft)
    return draft.actor is not None or draft.recipient is not None


def stands_alone(scene: Scene, opening: Opening) -> bool:
    """May an event be worth a row though no party and no day is told?

    An attack may, by whom it hurts or by the headline, and what is given in return.
    """
    if opening.frame.name == "attack" and not verbal(scene.tree, opening.at):
        return "attack" in scene.marks.news or _does_harm(scene, opening.at)
    return opening.frame.name == "transfer" and in_return(scene)


def _visit(draft: Draft) -> bool:
    if draft.actor is None or draft.actor.actor.kind not in _TRAVELLERS or _nobody(draft):
        return False
    somewhere = draft.destination is not None or (draft.recipient is not None and _has(draft, Slot.RECIPIENT))
    visited = _opening_word(draft) in {"visit", "tour"} and _part(draft) is Part.VERB
    somewhere = somewhere or ((visited or _under_way(draft)) and draft.time is not None)
    told = draft.time is not None or draft.scene.section is not Section.BODY or _ranked(draft)
    return somewhere and told


def _under_way(draft: Draft) -> bool:
    """Tell whether a journey begins, or ends where the page is written: "began a tour", "arrived here"."""
    beside = draft.opening.trigger.beside if draft.opening is not None else ()
    return bool(beside) and _part(draft) is Part.VERB


def _nobody(draft: Draft) -> bool:
    """Is it a group whose trips are no news ("the escape room that the group was visiting")?"""
    if draft.actor is None or draft.actor.actor.kind is not ActorKind.GROUP:
        return False
    words = {word.removesuffix("s") for word in draft.actor.words.lower().split()}
    return not words & draft.scene.classes.envoys


def _ranked(draft: Draft) -> bool:
    """Is it told as the first, the second of its kind?"""
    return draft.aggregation is Aggregation.ORDINAL


def _meeting(draft: Draft) -> bool:
    if draft.actor is None:
        held = draft.scene.tree.dep(draft.at) in {"nsubj", "nsubj:pass"}  # "talks will be held on Monday"
        return held and draft.time is not None and _part(draft) is Part.NOUN
    scene = draft.scene
    word, words = _opening_word(draft), draft.scene.classes
    if _part(draft) is Part.VERB and passive(scene.tree, draft.at) and draft.recipient is None:
        return False  # "was met with applause"
    if _part(draft) is Part.VERB and word in words.wire | words.topics_of_talks:
        return _between_people(draft) or (word in words.topics_of_talks and draft.time is not None)
    if word in {"convene", "gather", "host"} and draft.time is None:
        return draft.recipient is not None
    if word == "meet" and draft.place is not None and (_lead(draft) or _news(draft)):
        return True
    if _part(draft) is Part.VERB:
        met = patient(scene.tree, draft.at) if not passive(scene.tree, draft.at) else None
        if met is not None and _opening_word(draft) == "meet" and party(scene, met) is None:
            return False
        return draft.recipient is not None or (
            draft.time is not None and (word not in words.talks or _by_phone(draft) or _counterpart(draft))
        )
    return draft.time is not None or draft.recipient is not None


def _between_people(draft: Draft) -> bool:
    """Do two persons speak, and does one not merely call the other something?"""
    sides = (draft.actor, draft.recipient)
    people = all(side is not None and side.actor.kind is ActorKind.PERSON for side in sides)
    return people and draft.scene.tree.first(draft.at, "xcomp") is None


def _by_phone(draft: Draft) -> bool:
    """Is the wire named on which two leaders spoke?"""
    return draft.opening is not None and bool(draft.opening.trigger.beside)


def _counterpart(draft: Draft) -> bool:
    """Is the other side named by its office only ("spoke with his counterparts")?"""
    return "counterpart" in draft.scene.tree.lemmas[draft.at :]


def _agreement(draft: Draft) -> bool:
    if draft.actor is None:
        with_whom = draft.recipient is not None and passive(draft.scene.tree, draft.at)
        return _by_itself(draft) and (draft.time is not None or with_whom)
    if _opening_word(draft) == "join":
        if passive(draft.scene.tree, draft.at) or _counted(draft.actor) or _counted(draft.recipient):
            return False
        bodies = {ActorKind.COUNTRY, ActorKind.ORGANISATION}
        return (
            draft.actor.actor.kind in bodies
            and draft.recipient is not None
            and draft.recipient.actor.kind in bodies
        )
    truce = draft.recipient is not None and _opening_word(draft) in draft.scene.classes.truces
    return draft.time is not None or _part(draft) is Part.VERB or truce or _news(draft)


def _counted(side: Mention | None) -> bool:
    """Are they some members of a body rather than the body ("ten Republicans joined")?"""
    return side is not None and side.kind is MentionKind.DEMONYM


def _by_itself(draft: Draft) -> bool:
    """Is a pact told without its parties: "a ceasefire took effect", "the treaty was signed"?"""
    tree = draft.scene.tree
    if _part(draft) is Part.VERB:
        beside = draft.opening.trigger.beside if draft.opening is not None else ()
        subject = tree.first(draft.at, "nsubj:pass")
        return subject is not None and tree.lemmas[subject] in beside
    return tree.dep(draft.at) in {"nsubj", "nsubj:pass"}


def _attack(draft: Draft) -> bool:
    if _part(draft) is not Part.VERB:
        aimed = draft.recipient is not None or (_has(draft, Slot.RECIPIENT) and _lead(draft))
        told = draft.actor is not None and aimed
        return (
            _dated(draft)
            or told
            or _does_harm(draft.scene, draft.at)
            or (_news(draft) and draft.place is not None)
        )
    word, words = _opening_word(draft), draft.scene.classes
    if _averted(draft) or (word in words.fired and _no_weapon(draft)):
        return False
    if draft.time is not None:
        return (
            draft.actor is not None or word in words.violent or (word in words.struck and _by_weapon(draft))
        )
    return draft.actor is not None and not _meant(draft)


def _dated(draft: Draft) -> bool:
    """Tell whether a time dates one event, not a state of many years ("a decade of raids")."""
    period = draft.time.period if draft.time is not None else None
    if period is None or period.start is None or period.end is None:
        return period is not None
    return (period.end - period.start).days <= _A_YEAR


def _averted(draft: Draft) -> bool:
    """Is it a weapon that is brought down ("shot down 40 of the drones")?"""
    tree, word = draft.scene.tree, _opening_word(draft)
    down = any(tree.words[kid] == "down" for kid in tree.by(draft.at, "compound:prt"))
    return down and word in draft.scene.classes.fired | {"shot"} and not _aboard(draft)


def _aboard(draft: Draft) -> bool:
    """Is it an aircraft, with people in it, that is brought down?"""
    head = draft.item.head if draft.item is not None else ""
    return head in draft.scene.classes.crewed


def _no_weapon(draft: Draft) -> bool:
    """Is something launched that is no weapon ("police launched an investigation into the blast")?"""
    assert draft.opening is not None
    tree = draft.scene.tree
    thing = next(fillers(tree, draft.at, draft.opening.trigger, Slot.ITEM), None)
    if _opening_word(draft) != "launch" or thing is None or tree.tokens[thing].pos != "NOUN":
        return False
    deed = any(o.frame.name == "attack" for o in draft.scene.opened_at(thing))
    return not deed and not armed(draft.scene, draft.opening, thing)


def _meant(draft: Draft) -> bool:
    """Is it only meant: "plans to attack", "an invitation to visit"?"""
    return draft.scene.tree.dep(draft.at) in {"xcomp", "acl"}


def _does_harm(scene: Scene, at: int) -> bool:
    """Tell whether a single attack is told by whom it hurts: "a bombing killed nine"."""
    token = scene.tree.tokens[at]
    harm = any(o.frame.name in {"casualty", "damage"} for o in scene.opened_at(token.head))
    return harm and token.dep == "nsubj" and token.tag == "NN"


def _news(draft: Draft) -> bool:
    """Tell whether the headline speaks of an event of this kind."""
    return draft.kind in draft.scene.marks.news


def _lead(draft: Draft) -> bool:
    """Tell whether the page opens with it."""
    return draft.scene.section is Section.LEAD


def _by_weapon(draft: Draft) -> bool:
    """Is it a weapon that strikes, and not a storm or a lorry?"""
    return draft.opening is not None and weapon_in(draft.scene, draft.opening) is not None


def _transfer(draft: Draft) -> bool:
    both = draft.actor is not None and (draft.recipient is not None or draft.destination is not None)
    return both or in_return(draft.scene) or _arming(draft)


def _arming(draft: Draft) -> bool:
    """Tell whether a country gets arms, from whomever: "Serbia was buying weapons"."""
    who, thing = draft.recipient, draft.item.id if draft.item is not None else None
    items = draft.scene.marks.items
    arms = thing is not None and "arms" in {thing, *items.wider(thing)}
    bought = _part(draft) is Part.VERB and draft.voice.modality is Modality.ASSERTED
    return arms and bought and who is not None and who.actor.kind is ActorKind.COUNTRY


def in_return(scene: Scene) -> bool:
    """Is something given for another: "in exchange", "in return"?"""
    tree, words = scene.tree, scene.classes.exchange
    return any(tree.words[i] in words and i > 0 and tree.words[i - 1] == "in" for i in range(len(tree)))


def _part(draft: Draft) -> Part:
    assert draft.opening is not None
    return draft.opening.trigger.part if not verbal(draft.scene.tree, draft.at) else Part.VERB


def _opening_word(draft: Draft) -> str:
    assert draft.opening is not None
    return draft.opening.trigger.word


def _has(draft: Draft, slot: Slot) -> bool:
    assert draft.opening is not None
    return any(True for _ in fillers(draft.scene.tree, draft.at, draft.opening.trigger, slot))


_CHECKS = {
    "visit": _visit,
    "meeting": _meeting,
    "agreement": _agreement,
    "attack": _attack,
    "transfer": _transfer,
}
