"""Who gives and who gets: the parties of a figure's claim, by its frame."""

from dataclasses import dataclass

from reportedly.extract.roles import (
    Opening,
    agent,
    case_of,
    fillers,
    passive,
    patient,
    prepositional,
    surface_subject,
    verbal,
)
from reportedly.extract.tree import Tree
from reportedly.frames import Part, Slot
from reportedly.model import ActorKind, BlockKind, Mention, MentionKind, Section

from .choosing import Choice
from .figures import Figure
from .marks import Scene
from .parties import agentive, named, party

_REACH = 2  # "collected data from 499 patients" still counts the collector's patients
_DEEDS = frozenset({"announce"})  # both a saying and a doing
_IDLE = frozenset({"see", "experience", "be", "witness", "suffer", "include"})


@dataclass(frozen=True, slots=True)
class Parties:
    """The two parties of a claim, with the tokens that name them."""

    actor: Mention | None = None
    recipient: Mention | None = None


def parties_of(scene: Scene, figure: Figure, choice: Choice) -> Parties:
    """Return the parties of a figure's claim."""
    if choice.kind in {"casualty", "damage"}:
        hurt = harmer(scene, choice.opening) if choice.opening is not None else None
        return Parties(hurt or _whose_victims(scene, figure))
    if choice.kind == "money" and _two_way(scene, figure, choice):
        return Parties(*_pair(scene))
    if choice.opening is None:
        return Parties(_doer(scene, figure, choice))
    actor = _filled(scene, choice.opening, Slot.ACTOR, choice.standing)
    recipient = _filled(scene, choice.opening, Slot.RECIPIENT, choice.standing)
    if choice.kind == "count":
        return Parties(_doer(scene, figure, choice))
    if choice.kind == "capacity":
        return Parties()
    if choice.kind == "transfer":
        return _moved(scene, choice.opening, actor or _flagged(scene, figure), recipient)
    if choice.kind == "money" and recipient is None:
        recipient = _beneficiary(scene, choice.opening, actor)
    receives = "subject" in choice.opening.trigger.ways.get(Slot.RECIPIENT, ())
    return Parties(actor if actor is not None or receives else _doer(scene, figure, choice), recipient)


def _filled(scene: Scene, opening: Opening, slot: Slot, taken: frozenset[int]) -> Mention | None:
    for token in fillers(scene.tree, opening.at, opening.trigger, slot):
        if token not in taken:
            found = party(scene, token)
            if found is not None:
                return found
    return None


def harmer(scene: Scene, opening: Opening) -> Mention | None:
    """Return who did the harm, if somebody with a will did."""
    tree = scene.tree
    for token in fillers(tree, opening.at, opening.trigger, Slot.ACTOR):
        found = party(scene, token) if tree.words[token] != "it" else None  # a storm, or the page's thing
        if found is not None and agentive(scene, token, found):
            return found
        by = _behind_event(scene, token) or _launcher(scene, token)
        if by is not None:
            return by
    return _in_event(scene, opening) or _main_harmer(scene, opening) or _shared_harmer(scene, opening)


def _shared_harmer(scene: Scene, opening: Opening) -> Mention | None:
    """Return the agent that a second participle names for both: "killed and wounded by a gunman"."""
    if not passive(scene.tree, opening.at):
        return None
    for kid in scene.tree.by(opening.at, "conj"):
        doer = agent(scene.tree, kid) if passive(scene.tree, kid) else None
        found = party(scene, doer)
        if doer is not None and found is not None and agentive(scene, doer, found):
            return found
    return None


def _whose_victims(scene: Scene, figure: Figure) -> Mention | None:
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


def _behind_event(scene: Scene, at: int) -> Mention | None:
    """Return who is behind an attack noun: "an attack by rebels killed 12", "Israeli strikes killed 9"."""
    for opening in scene.opened_at(at):
        if opening.frame.name == "attack" and opening.trigger.part is Part.NOUN:
            sides = list(fillers(scene.tree, at, opening.trigger, Slot.ACTOR))
            for token in [*sides, *(kid for side in sides for kid in scene.tree.by(side, "conj"))]:
                found = party(scene, token)
                if found is not None and agentive(scene, token, found):
                    return found
    return None


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


def _doer(scene: Scene, figure: Figure, choice: Choice) -> Mention | None:
    """Return who acts on a plain count: its owner, the subject of its verb, the body spoken of."""
    tree, verb = scene.tree, choice.verb
    owner = _owner(scene, figure)
    if owner is not None:
        return owner
    idle = tree.lemmas[verb] in (scene.marks.frames.words.tells - _DEEDS) | _IDLE
    reach = 2 * _REACH if figure.money and choice.opening is not None else _REACH
    if verbal(tree, verb) and not idle and _steps(tree, figure.top, verb) <= reach:
        found = _subject_or_agent(scene, figure, choice)
        if found is not None:
            return found
    return _implied(scene, figure)


def _subject_or_agent(scene: Scene, figure: Figure, choice: Choice) -> Mention | None:
    """Return the doer of a figure's verb; of a passive whose figure is no subject, whom it befalls."""
    tree, verb = scene.tree, choice.verb
    subject = surface_subject(tree, verb)
    itself = (
        subject is None or subject in choice.standing or figure.number in tree.under(subject, without=(verb,))
    )
    if not passive(tree, verb):
        return None if itself or subject is None else _acting(scene, subject, verb)
    found = _by(scene, verb)
    if found is not None or itself or subject is None:
        return found
    borne = named(scene, subject)
    return borne if borne is not None and not borne.place and agentive(scene, subject, borne) else None


def _steps(tree: Tree, start: int, verb: int) -> int:
    """Count the steps from a figure up to its verb."""
    return next((n for n, up in enumerate(tree.rise(start), 1) if up == verb), 9) if start != verb else 0


def _acting(scene: Scene, subject: int, verb: int) -> Mention | None:
    found = party(scene, subject)
    if found is None or not agentive(scene, subject, found):
        return None
    itself = scene.tree.first(subject, "nummod") is not None
    if itself and found.kind in {MentionKind.DEMONYM, MentionKind.DESCRIPTION}:
        return None
    hosts = (
        scene.tree.lemmas[verb] in {"have", "host", "house", "suffer"}
        and found.actor.kind is ActorKind.COUNTRY
    )
    return None if hosts or found.place else found


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
    if figure.noun is None:
        return None
    thing = scene.marks.items.find([scene.tree.lemmas[figure.noun]])
    if thing is None or not set(scene.marks.items.wider(thing.id)) & {"soldier", "arms"}:
        return None
    for kid in scene.tree.by(figure.noun, "compound", "amod", "nmod"):
        found = named(scene, kid)
        if found is not None and found.actor.kind in {ActorKind.COUNTRY, ActorKind.ORGANISATION}:
            return found
    return None


def _implied(scene: Scene, figure: Figure) -> Mention | None:
    """Return the body spoken of, for what only a body has: jobs, plants, losses."""
    words = scene.marks.frames.words
    at = figure.noun if figure.noun is not None else figure.top
    near = {scene.tree.lemmas[i] for i in (at, scene.tree.tokens[at].head)}
    return scene.topic if near & words.owned else None


def _by(scene: Scene, verb: int) -> Mention | None:
    for token in prepositional(scene.tree, verb, "by"):
        found = named(scene, token)
        if found is not None and agentive(scene, token, found):
            return found
    return None


def _moved(scene: Scene, opening: Opening, actor: Mention | None, recipient: Mention | None) -> Parties:
    """Complete a transfer: the giver by its origin, the receiver by its goal or by whom it helps."""
    if actor is None:
        actor = _country_at(scene, opening, Slot.ORIGIN) or _country_at(scene, opening, Slot.PLACE)
    if actor is None and opening.trigger.part is Part.NOUN:
        actor = _where(scene, opening)
    if recipient is None:
        recipient = _country_at(scene, opening, Slot.DESTINATION) or helped(scene, opening.at)
    if recipient is None:
        recipient = _sent_on(scene, opening)
    if recipient is None and scene.section is not Section.HEADLINE:
        recipient = _in_headline(scene, actor)
    return Parties(
        actor, recipient if recipient is None or actor is None or recipient.actor != actor.actor else None
    )


def _where(scene: Scene, opening: Opening) -> Mention | None:
    """Return the country in which a load begins its way ("loaded onto trains in Serbia")."""
    under = scene.tree.under(opening.at)
    for token in under:
        if case_of(scene.tree, token) in {"in", "from", "at"}:
            found = named(scene, token)
            if found is not None and found.actor.kind is ActorKind.COUNTRY:
                return found
    return None


def _sent_on(scene: Scene, opening: Opening) -> Mention | None:
    """Return whither a participle behind a noun sends the load on ("crates, sent to Angola")."""
    if opening.trigger.part is not Part.NOUN:
        return None
    for other in scene.openings:
        if other.frame.name == "transfer" and other.at > opening.at and passive(scene.tree, other.at):
            for token in fillers(scene.tree, other.at, other.trigger, Slot.RECIPIENT):
                found = party(scene, token)
                if found is not None and other.at < token:
                    return found
    return None


def _two_way(scene: Scene, figure: Figure, choice: Choice) -> bool:
    """Is the sum one of trade between two, whom the clause does not name?"""
    tree = scene.tree
    subject = surface_subject(tree, choice.verb)
    near = {*choice.standing, *tree.under(figure.top), *tree.rise(figure.top)}
    near |= set(tree.under(subject)) if subject is not None else set()
    return bool({tree.lemmas[i] for i in near} & scene.marks.frames.words.trade)


def _pair(scene: Scene) -> tuple[Mention | None, Mention | None]:
    """Return the two parties of a trade: those that it lies between, else the page's first two countries."""
    found: list[Mention] = []
    between = [
        m
        for opening in scene.openings
        for token in prepositional(scene.tree, opening.at, "between")
        for kid in (token, *scene.tree.by(token, "conj"))
        if (m := named(scene, kid)) is not None
    ]
    for mention in between if len(between) > 1 else scene.marks.mentions:
        if mention.actor.kind is ActorKind.COUNTRY and mention.actor not in [m.actor for m in found]:
            found.append(mention)
    return (found[0], found[1]) if len(found) > 1 else (None, None)


def _beneficiary(scene: Scene, opening: Opening, actor: Mention | None) -> Mention | None:
    """Return whom a gift is for where its clause leaves it out: whom it helps, or whom the headline names."""
    if "subject" not in opening.trigger.ways.get(Slot.ACTOR, ()):
        return None
    return helped(scene, opening.at) or _in_headline(scene, actor)


def _in_headline(scene: Scene, actor: Mention | None) -> Mention | None:
    """Return the one country that the headline names beside the giver."""
    heads = [b.span for b in scene.marks.document.blocks if b.kind is BlockKind.HEADLINE]
    named_there = {
        m.actor.id: m
        for m in scene.marks.mentions
        if m.actor.kind is ActorKind.COUNTRY and any(span.holds(m.span) for span in heads)
    }
    others = [m for m in named_there.values() if actor is None or m.actor != actor.actor]
    return others[0] if len(others) == 1 and actor is not None else None


def _country_at(scene: Scene, opening: Opening, slot: Slot) -> Mention | None:
    for token in fillers(scene.tree, opening.at, opening.trigger, slot):
        found = party(scene, token)
        if found is not None and found.actor.kind in {
            ActorKind.COUNTRY,
            ActorKind.ORGANISATION,
            ActorKind.GROUP,
        }:
            return found
    return None


def helped(scene: Scene, at: int) -> Mention | None:
    """Return whom a purpose clause helps: "to support Chile's campaign", "in support of Chile"."""
    tree, words = scene.tree, scene.marks.frames.words
    for kid in tree.under(at):
        if tree.dep(kid) in {"advcl", "xcomp", "acl"} and tree.lemmas[kid] in words.help:
            found = _owner_or_self(scene, patient(tree, kid))
            if found is not None:
                return found
    for preposition in ("of", "for"):
        for noun in tree.kids[at]:
            if tree.lemmas[noun] in words.help:
                for token in prepositional(tree, noun, preposition):
                    found = _owner_or_self(scene, token)
                    if found is not None:
                        return found
    return None


def _owner_or_self(scene: Scene, at: int | None) -> Mention | None:
    if at is None:
        return None
    owner = scene.tree.first(at, "nmod:poss")
    return party(scene, owner) if owner is not None else party(scene, at)


def subject_of(scene: Scene, at: int) -> Mention | None:
    """Return the party that is the grammatical subject of a predicate."""
    return party(scene, surface_subject(scene.tree, at))
