"""Giver and receiver of what moves or is paid, where the clause leaves one out."""

from reportedly.extract.claims.figures.choosing import Choice
from reportedly.extract.claims.figures.tied import Figure
from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.claims.scene.parties import named, owner_of, party
from reportedly.extract.roles import (
    Opening,
    case_of,
    fillers,
    passive,
    patient,
    prepositional,
    surface_subject,
    verbal,
)
from reportedly.frames import Part, Slot
from reportedly.model import ActorKind, BlockKind, Mention, Section

from .facing import allied, joined, speaks


def moved(
    scene: Scene, opening: Opening, actor: Mention | None, recipient: Mention | None
) -> tuple[Mention | None, Mention | None]:
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
    return (
        actor,
        recipient if recipient is None or actor is None or recipient.actor != actor.actor else None,
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


def beneficiary(scene: Scene, opening: Opening, actor: Mention | None) -> Mention | None:
    """Return whom a gift is for where its clause leaves it out: whom it helps, or whom the headline names."""
    if opening.trigger.part is Part.NOUN:
        return _backed(scene, opening) if opening.trigger.word in scene.classes.gift else None
    if "subject" not in opening.trigger.ways.get(Slot.ACTOR, ()):
        return None
    return _gift_for(scene, opening) or helped(scene, opening.at) or _in_headline(scene, actor)


def _gift_for(scene: Scene, opening: Opening) -> Mention | None:
    """Return for whom the gift is that a verb has for its object: "announced $40 million in aid for Chad"."""
    tree = scene.tree
    for item in fillers(tree, opening.at, opening.trigger, Slot.ITEM):
        near = (item, *tree.by(item, "nmod"), *tree.by(opening.at, "obl"))
        gifts = [i for i in near if tree.lemmas[i] in scene.classes.gift]
        goals = (t for gift in gifts for way in ("for", "to") for t in prepositional(tree, gift, way))
        found = next((m for t in goals if (m := named(scene, t)) is not None and not m.place), None)
        if found is not None and found.actor.kind in {ActorKind.COUNTRY, ActorKind.ORGANISATION}:
            return found
    return None


def _backed(scene: Scene, opening: Opening) -> Mention | None:
    """Return whom the clause around a gift helps: "to support Chile, including the provision of"."""
    for up in scene.tree.rise(opening.at):
        if verbal(scene.tree, up):
            for at in (up, *scene.tree.by(up, "advcl", "xcomp")):
                if at < opening.at and scene.tree.lemmas[at] in scene.classes.help:
                    return _owner_or_self(scene, patient(scene.tree, at))
            return None
    return None


def _in_headline(scene: Scene, actor: Mention | None) -> Mention | None:
    """Return the one country that the headline names beside the giver."""
    heads = [b.span for b in scene.marks.document.blocks if b.kind is BlockKind.HEADLINE]
    named_there = {
        m.actor.id: m
        for m in scene.marks.mentions
        if m.actor.kind is ActorKind.COUNTRY and any(span.holds(m.span) for span in heads)
        if not speaks(m, scene.marks)
    }
    others = [m for m in named_there.values() if actor is None or m.actor != actor.actor]
    if len(others) != 1 or actor is None:
        return None
    own = named_there.get(actor.actor.id)
    return None if own is not None and allied(own, others[0], scene.marks) else others[0]


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
    tree, words = scene.tree, scene.classes
    for kid in tree.under(at):
        if tree.dep(kid) in {"advcl", "xcomp", "acl"} and tree.lemmas[kid] in words.help:
            found = _owner_or_self(scene, patient(tree, kid)) or _where_it_helps(scene, kid)
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


def _where_it_helps(scene: Scene, at: int) -> Mention | None:
    """Return the one country in which a help is given ("to assist with rescue work in Chile")."""
    under = scene.tree.under(at)
    inside = {
        m.actor: m for t in under if case_of(scene.tree, t) == "in" and (m := named(scene, t)) is not None
    }
    countries = [m for actor, m in inside.items() if actor.kind is ActorKind.COUNTRY]
    return countries[0] if len(countries) == 1 else None


def _owner_or_self(scene: Scene, at: int | None) -> Mention | None:
    if at is None:
        return None
    owner = scene.tree.first(at, "nmod:poss")
    return party(scene, owner) if owner is not None else party(scene, at) or owner_of(scene, at)


def two_way(scene: Scene, figure: Figure, choice: Choice) -> bool:
    """Is the sum one of trade between two, whom the clause does not name?"""
    tree = scene.tree
    subject = surface_subject(tree, choice.verb)
    near = {*choice.standing, *tree.under(figure.top), *tree.rise(figure.top)}
    near |= set(tree.under(subject)) if subject is not None else set()
    return bool({tree.lemmas[i] for i in near} & scene.classes.trade)


def pair(scene: Scene) -> tuple[Mention | None, Mention | None]:
    """Return the two parties of a trade: those that it lies between, else the page's first two countries."""
    found: list[Mention] = []
    between = [
        m
        for opening in scene.openings
        for token in prepositional(scene.tree, opening.at, "between")
        for kid in (token, *scene.tree.by(token, "conj"))
        if (m := named(scene, kid)) is not None
    ]
    told = between if len(between) > 1 else joined(scene)
    for mention in told or scene.marks.mentions:
        if mention.actor.kind is ActorKind.COUNTRY and mention.actor not in [m.actor for m in found]:
            found.append(mention)
    return (found[0], found[1]) if len(found) > 1 else (None, None)
