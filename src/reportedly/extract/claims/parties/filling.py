"""Who gives and who gets: the parties of a figure's claim, by its frame."""

from dataclasses import dataclass

from reportedly.extract.claims.figures.choosing import Choice
from reportedly.extract.claims.figures.tied import Figure
from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.claims.scene.parties import agentive, faceless, lost_subject, named, party, works_of
from reportedly.extract.roles import (
    agent,
    case_of,
    fillers,
    passive,
    prepositional,
    surface_subject,
    verbal,
)
from reportedly.extract.tree import Tree
from reportedly.frames import Part, Slot
from reportedly.model import ActorKind, Mention, MentionKind

from .facing import joined
from .filler import filled, over_it
from .giving import beneficiary, moved, pair, two_way
from .harm import harmer, whose_victims

_REACH = 2  # "collected data from 499 patients" still counts the collector's patients
_BODIES = frozenset({ActorKind.COUNTRY, ActorKind.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Parties:
    """The two parties of a claim, with the tokens that name them."""

    actor: Mention | None = None
    recipient: Mention | None = None


def parties_of(scene: Scene, figure: Figure, choice: Choice) -> Parties:
    """Return the parties of a figure's claim."""
    if choice.kind in {"casualty", "damage"}:
        hurt = harmer(scene, choice.opening) if choice.opening is not None else None
        told = hurt is not None and not faceless(hurt, scene)
        return Parties(hurt if told else whose_victims(scene, figure))
    if choice.kind == "money" and two_way(scene, figure, choice):
        return Parties(*pair(scene))
    part = _of_gift(scene, choice) if choice.kind == "count" else None
    if part is not None:
        return part
    if choice.kind == "money" and _a_price(scene, figure, choice):
        return _buyer_and_seller(scene, choice)
    if choice.opening is None:
        return Parties(_doer(scene, figure, choice))
    if choice.kind == "agreement" and _both(scene, choice):
        return Parties(*joined(scene))
    actor = filled(scene, choice.opening, Slot.ACTOR, choice.standing)
    recipient = filled(scene, choice.opening, Slot.RECIPIENT, choice.standing)
    if choice.kind == "count" and choice.opening.trigger.outcome == "affected":
        return Parties()  # a disease or a storm affects, nobody with a will
    if choice.kind == "count":
        return Parties(_doer(scene, figure, choice))
    if choice.kind == "capacity":
        return Parties()
    if choice.kind == "transfer":
        sender = actor or _flagged(scene, figure) or _beside(scene, figure.top)
        return Parties(*moved(scene, choice.opening, sender, recipient))
    if choice.kind == "money" and choice.opening.trigger.part is Part.NOUN:
        actor, recipient = over_it(scene, choice, actor, recipient)
    if choice.kind == "money" and recipient is None:
        recipient = beneficiary(scene, choice.opening, actor)
    receives = "subject" in choice.opening.trigger.ways.get(Slot.RECIPIENT, ())
    doer = actor if actor is not None or receives else _doer(scene, figure, choice)
    itself = doer is not None and recipient is not None and doer.actor == recipient.actor
    return Parties(None if itself else doer, recipient)  # "Chile will be given $9 million"


def _a_price(scene: Scene, figure: Figure, choice: Choice) -> bool:
    """Is it what something was bought or sold for: "sold Norway 30 vans for $2 million"?"""
    if case_of(scene.tree, figure.top) != "for" or scene.tree.tokens[figure.top].pos != "SYM":
        return False
    return scene.tree.lemmas[choice.verb] in scene.classes.sells | scene.classes.buys


def _buyer_and_seller(scene: Scene, choice: Choice) -> Parties:
    """Return who pays a price, and to whom."""
    tree, verb = scene.tree, choice.verb
    doer = party(scene, agent(tree, verb))
    sold = tree.lemmas[verb] in scene.classes.sells
    ways = (
        (*tree.by(verb, "iobj"), *prepositional(tree, verb, "to"))
        if sold
        else prepositional(tree, verb, "from")
    )
    other = next((m for token in ways if (m := party(scene, token)) is not None), None)
    return Parties(other, doer) if sold else Parties(doer, other)


def _of_gift(scene: Scene, choice: Choice) -> Parties | None:
    """Return whose gift to whom some things are part of: "Norway's aid to Chad includes 40 trucks"."""
    tree, words = scene.tree, scene.classes
    gift = surface_subject(tree, choice.verb) if tree.lemmas[choice.verb] in words.include else None
    if gift is None or tree.lemmas[gift] not in words.gift:
        return None
    goals = (party(scene, i) for way in ("to", "for") for i in prepositional(tree, gift, way))
    receiver = next((m for m in goals if m is not None and m.actor.kind is not ActorKind.PLACE), None)
    return Parties(party(scene, tree.first(gift, "nmod:poss")), receiver) if receiver is not None else None


def _both(scene: Scene, choice: Choice) -> bool:
    """Do two sides sign that were named before: "They signed two pacts"?"""
    subject = surface_subject(scene.tree, choice.verb)
    return subject is not None and scene.tree.words[subject] in scene.classes.both_sides


def _doer(scene: Scene, figure: Figure, choice: Choice) -> Mention | None:
    """Return who acts on a plain count: its owner, the subject of its verb, the body spoken of."""
    tree, verb = scene.tree, choice.verb
    words = scene.classes
    told = _told(scene, choice)
    owner = _owner(scene, figure) if told is None else told
    if owner is not None:
        return owner
    idle = tree.lemmas[verb] in (words.tells - words.deed_of_word) | words.idle
    reach = 2 * _REACH if figure.money and choice.opening is not None else _REACH
    if verbal(tree, verb) and not idle and _steps(tree, figure.top, verb) <= reach:
        found = _subject_or_agent(scene, figure, choice)
        if found is not None:
            return found
    return _implied(scene, figure)


def _told(scene: Scene, choice: Choice) -> Mention | None:
    """Return who does what the clause tells, before the owner of what it is done to."""
    if choice.opening is None or choice.opening.trigger.part is not Part.VERB:
        return None
    ways = choice.opening.trigger.ways.get(Slot.ACTOR, ())
    if "subject" not in ways or scene.tree.lemmas[choice.verb] in scene.classes.houses | scene.classes.idle:
        return None
    read = named if choice.opening.trigger.outcome is None else party
    for token in fillers(scene.tree, choice.opening.at, choice.opening.trigger, Slot.ACTOR):
        found = read(scene, token) if token not in choice.standing else None
        if found is not None and not found.place and agentive(scene, token, found):
            return found
    return None


def _subject_or_agent(scene: Scene, figure: Figure, choice: Choice) -> Mention | None:
    """Return the doer of a figure's verb; of a passive whose figure is no subject, whom it befalls."""
    tree, verb = scene.tree, choice.verb
    subject = surface_subject(tree, verb)
    itself = (
        subject is None or subject in choice.standing or figure.number in tree.under(subject, without=(verb,))
    )
    if not passive(tree, verb):
        if subject is None:
            return lost_subject(scene, verb)
        acting = _themselves(scene, figure, verb) if itself else _acting(scene, subject)
        return None if acting is not None and _hosts(scene, acting, figure, verb) else acting
    found = _by(scene, verb)
    if found is not None or itself or subject is None or _does_it(tree, figure, verb):
        return found
    borne = named(scene, subject)
    return borne if borne is not None and not borne.place and agentive(scene, subject, borne) else None


def _does_it(tree: Tree, figure: Figure, verb: int) -> bool:
    """Is the figure itself what does it: "was hit by multiple strikes"?"""
    rising = (figure.top, *tree.rise(figure.top))
    return any(tree.dep(i) == "obl:agent" for i in rising if i != verb and tree.tokens[i].head == verb)


def _themselves(scene: Scene, figure: Figure, verb: int) -> Mention | None:
    """Return those who are counted as they act: "Over 1,000 rescuers responded", "two gunmen attacked"."""
    noun, words = figure.noun, scene.classes
    if noun is None:
        return None
    attacks = any(opening.frame.name == "attack" for opening in scene.opened_at(verb))
    acting = words.helpers | (words.agents if attacks else frozenset())
    return party(scene, noun) if scene.tree.lemmas[noun] in acting else None


def _steps(tree: Tree, start: int, verb: int) -> int:
    """Count the steps from a figure up to its verb."""
    return next((n for n, up in enumerate(tree.rise(start), 1) if up == verb), 9) if start != verb else 0


def _acting(scene: Scene, subject: int) -> Mention | None:
    found = works_of(scene, subject) or party(scene, subject)
    if found is None or not agentive(scene, subject, found):
        return None
    itself = scene.tree.first(subject, "nummod") is not None
    if itself and found.kind in {MentionKind.DEMONYM, MentionKind.DESCRIPTION}:
        return None
    return None if found.place else found


def _hosts(scene: Scene, who: Mention, figure: Figure, verb: int) -> bool:
    """Is a country only where they are ("Turkey has two million refugees")? Its troops are its own."""
    if scene.tree.lemmas[verb] not in scene.classes.houses:
        return False
    return who.actor.kind is ActorKind.COUNTRY and not _armed(scene, figure)


def _owner(scene: Scene, figure: Figure) -> Mention | None:
    """Return the owner in "its 53 officers", "Ford's workforce of 122,000", "5,000 U.S. troops"."""
    tree = scene.tree
    at: int | None = figure.noun if figure.noun is not None else figure.top
    for _ in range(3):
        if at is None:
            break
        owner = tree.first(at, "nmod:poss")
        found = party(scene, owner) if owner is not None else None
        if found is not None and found.actor.kind is not ActorKind.PLACE:
            return found
        at = tree.tokens[at].head if tree.dep(at) == "nmod" else None
    return _flagged(scene, figure)


def _flagged(scene: Scene, figure: Figure) -> Mention | None:
    """Return whose forces or arms are counted: "5,000 U.S. troops"."""
    if figure.noun is None or not _armed(scene, figure):
        return None
    for kid in scene.tree.by(figure.noun, "compound", "amod", "nmod"):
        found = named(scene, kid) if case_of(scene.tree, kid) in {"", "of", "from"} else None
        if found is not None and found.actor.kind in {ActorKind.COUNTRY, ActorKind.ORGANISATION}:
            return found
    return None


def _armed(scene: Scene, figure: Figure) -> bool:
    """Are soldiers or arms counted?"""
    noun = scene.tree.lemmas[figure.noun] if figure.noun is not None else ""
    thing = scene.marks.items.find([noun]) if noun else None
    return thing is not None and bool(set(scene.marks.items.wider(thing.id)) & {"soldier", "arms"})


def _implied(scene: Scene, figure: Figure) -> Mention | None:
    """Return the body spoken of, for what only a body has: jobs, plants, losses."""
    tree, words = scene.tree, scene.classes
    at = figure.noun if figure.noun is not None else figure.top
    measured = surface_subject(tree, at) if tree.first(at, "cop") is not None else None
    parts = () if measured is None else tree.by(measured, "compound", "nmod")  # "the staff reduction is 40"
    near = {tree.lemmas[i] for i in (at, tree.tokens[at].head, *parts)}
    return scene.topic if near & words.owned else _beside(scene, at)


def _beside(scene: Scene, at: int) -> Mention | None:
    """Return who acts beside a participle with a subject of its own.

    "Oxfam's work went on, with 900 tons of rice reaching 50,000 people".
    """
    tree = scene.tree
    for up in (at, *tree.rise(at)):
        if tree.dep(up) == "advcl" and tree.tokens[up].tag in {"VBG", "VBN"}:
            absolute = any(tree.words[kid] == "with" for kid in tree.by(up, "mark", "case"))
            subject = surface_subject(tree, tree.tokens[up].head) if absolute else None
            return _subject_or_owner(scene, subject) if subject is not None else None
    return None


def _subject_or_owner(scene: Scene, subject: int) -> Mention | None:
    """Return the body that a subject names or belongs to."""
    owner = scene.tree.first(subject, "nmod:poss")
    found = named(scene, subject if owner is None else owner)
    return found if found is not None and found.actor.kind in _BODIES and not found.place else None


def _by(scene: Scene, verb: int) -> Mention | None:
    for token in prepositional(scene.tree, verb, "by"):
        found = named(scene, token)
        if found is not None and agentive(scene, token, found):
            return found
    return None
