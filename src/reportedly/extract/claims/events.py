"""Claims without a figure: visits, meetings, attacks, pacts, sanctions, deliveries, denials."""

from collections.abc import Iterable, Iterator

from reportedly.extract.roles import Opening, fillers
from reportedly.frames import Part, Slot
from reportedly.model import ActorKind, Mention, Section, Span

from .drafts import Draft
from .evidence import auxiliaries, stretch
from .filling import harmer, helped
from .marks import Scene
from .parties import agentive, party
from .placing import place_of, route_of, slot_words
from .speaking import chain_of
from .things import item_at
from .timing import time_of
from .voicing import voice_at

_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.GROUP})
_TRAVELLERS = frozenset({"visit"})


def read_events(scene: Scene, taken: Iterable[Draft]) -> Iterator[Draft]:
    """Yield a draft for each event of a sentence that no figure has told."""
    told = {(draft.kind, draft.at) for draft in taken}
    told |= {("transfer", draft.at) for draft in taken if draft.kind == "money"}
    found: list[Draft] = []
    for opening in scene.openings:
        if not opening.trigger.event or (opening.frame.name, opening.at) in told:
            continue
        if any(_same_event(scene, opening, other) for other in found):
            continue
        draft = read_event(scene, opening)
        if draft is not None and worth_a_row(draft):
            found.append(draft)
    yield from found


def read_event(scene: Scene, opening: Opening) -> Draft | None:
    """Return what an opening claims without a figure."""
    actor = _actor(scene, opening)
    recipient = _first_party(scene, opening, Slot.RECIPIENT, actor)
    if opening.frame.name == "transfer" and recipient is None:
        recipient = helped(scene, opening.at)
    thing = next(fillers(scene.tree, opening.at, opening.trigger, Slot.ITEM), None)
    place = next(fillers(scene.tree, opening.at, opening.trigger, Slot.DESTINATION), None)
    links = chain_of(scene, opening.at, scene.tree.tokens[opening.at].span)
    time = time_of(scene, opening.at, opening.at, links)
    tokens = [*auxiliaries(scene, opening.at), *(t for t in (thing, place) if t is not None)]
    more = [time.span] if time is not None else []
    span = stretch(scene, tokens, (actor, recipient), *more)
    return Draft(
        scene=scene,
        kind=opening.frame.name,
        at=opening.at,
        span=span,
        own=scene.tree.tokens[opening.at].span,
        voice=voice_at(scene, opening.at, links),
        links=links,
        opening=opening,
        actor=actor,
        recipient=recipient,
        item=item_at(scene, thing),
        place=place_of(scene, opening, opening.at),
        origin=slot_words(scene, opening, Slot.ORIGIN),
        destination=slot_words(scene, opening, Slot.DESTINATION),
        route=route_of(scene, opening) if opening.frame.name in {"transfer", "visit"} else None,
        time=time,
    )


def _actor(scene: Scene, opening: Opening) -> Mention | None:
    if opening.frame.name == "attack":
        return harmer(scene, opening)
    return _first_party(scene, opening, Slot.ACTOR, None)


def _first_party(scene: Scene, opening: Opening, slot: Slot, other: Mention | None) -> Mention | None:
    for token in fillers(scene.tree, opening.at, opening.trigger, slot):
        found = party(scene, token)
        if (
            found is not None
            and (other is None or found.actor != other.actor)
            and agentive(scene, token, found)
        ):
            return found
    return None


def worth_a_row(draft: Draft) -> bool:
    """Is an event told fully enough: dated, or both of its sides named?"""
    opening = draft.opening
    assert opening is not None
    if draft.kind == "visit":
        return _travels(draft)
    if draft.kind in {"meeting", "agreement"}:
        return draft.actor is not None and (draft.time is not None or draft.recipient is not None)
    if draft.kind == "attack":
        return draft.time is not None or (draft.actor is not None and opening.trigger.part is Part.VERB)
    return draft.actor is not None or draft.recipient is not None


def _travels(draft: Draft) -> bool:
    if draft.actor is None or draft.actor.actor.kind not in _PEOPLE:
        return False
    return draft.destination is not None and (
        draft.time is not None
        or draft.scene.section is not Section.BODY
        or draft.actor.actor.kind is ActorKind.PERSON
    )


def _same_event(scene: Scene, opening: Opening, other: Draft) -> bool:
    """Has another word of the clause already told this event ("launched an attack")?"""
    if other.kind != opening.frame.name:
        return False
    tree = scene.tree
    return (
        opening.at == other.at
        or tree.tokens[opening.at].head == other.at
        or tree.tokens[other.at].head == opening.at
    )
