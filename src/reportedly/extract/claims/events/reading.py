"""Claims without a figure: visits, meetings, attacks, pacts, sanctions, deliveries, denials."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.extract.claims.figures.things import item_at
from reportedly.extract.claims.parties.doers import doer_of
from reportedly.extract.claims.parties.giving import helped
from reportedly.extract.claims.parties.harm import harmer, mishap
from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.claims.scene.evidence import auxiliaries, stretch
from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.claims.scene.parties import agentive, named, party
from reportedly.extract.claims.telling.placing import place_token, route_of, slot_words, words_of
from reportedly.extract.claims.telling.speaking import chain_of
from reportedly.extract.claims.telling.timing import time_of, time_of_noun
from reportedly.extract.claims.telling.voicing import event_voice
from reportedly.extract.roles import Opening, fillers, passive, surface_subject
from reportedly.frames import Part, Slot
from reportedly.model import (
    ActorKind,
    Aggregation,
    Link,
    Measure,
    Mention,
    MentionKind,
    Modality,
    Quantity,
    SourceRole,
    Span,
)

from .fullest import fullest
from .passing import in_passing
from .worth import stands_alone, worth_a_row

_TOLD_AGAIN = frozenset({"visit", "meeting", "agreement"})
_TWO_SIDED = frozenset({"meeting", "agreement", "cooperation"})


def read_events(scene: Scene, taken: Iterable[Draft], before: Sequence[Draft] = ()) -> Iterator[Draft]:
    """Yield a draft for each event of a sentence that no figure has told."""
    figures = list(taken)
    told = {(draft.kind, draft.at) for draft in figures}
    told |= {("transfer", draft.at) for draft in figures if draft.kind == "money"}
    found: list[Draft] = []
    for opening in scene.openings:
        if not opening.trigger.event or (opening.frame.name, opening.at) in told:
            continue
        if any(_same_event(scene, opening, other) for other in [*found, *figures]):
            continue
        if opening.frame.name == "attack" and mishap(scene, opening.at):
            continue
        if opening.frame.name == "statement" and _counted(scene, opening, figures):
            continue
        draft = read_event(scene, opening)
        if draft is None or not worth_a_row(draft) or in_passing(draft, [*before, *found]):
            continue
        if not _only_frames(draft, [*found, *figures]):
            found += [draft, *_shared(draft)]
    yield from fullest(found)


def recalled(scene: Scene, before: Sequence[Draft]) -> Iterator[Draft]:
    """Yield an event that a bare noun points back to: "The visit had been announced by Oslo"."""
    for draft in before:
        told = draft.kind == "statement" and draft.voice.modality is Modality.ANNOUNCED
        if draft.scene is scene and told and draft.item is not None and draft.opening:
            thing = next(fillers(scene.tree, draft.at, draft.opening.trigger, Slot.ITEM), None)
            first = _pointed_at(scene, thing, before) if thing is not None else None
            if first is not None and thing is not None:
                span = stretch(scene, [thing, *auxiliaries(scene, draft.at)], ())
                yield replace(
                    draft, kind=first.kind, at=thing, span=span, own=scene.tree.tokens[thing].span, item=None,
                    actor=first.actor, recipient=first.recipient, place=first.place,
                    destination=first.destination, time=None, opening=first.opening,
                )  # fmt: skip


def _pointed_at(scene: Scene, thing: int, before: Sequence[Draft]) -> Draft | None:
    """Return the last event told before that a definite noun names."""
    definite = any(scene.tree.words[kid] in {"the", "this"} for kid in scene.tree.by(thing, "det"))
    opened = scene.marks.frames.opened_by(scene.tree.lemmas[thing], Part.NOUN)
    kinds = {frame.name for frame, trigger in opened if not trigger.beside}
    events = [d for d in before if d.kind in kinds and d.scene is not scene and d.quantity is None]
    return events[-1] if definite and events and events[-1].kind in _TOLD_AGAIN else None


def read_event(scene: Scene, opening: Opening) -> Draft | None:
    """Return what an opening claims without a figure; nothing where no party and no day is told."""
    actor, recipient = _parties(scene, opening)
    links = chain_of(scene, opening.at, scene.tree.tokens[opening.at].span)
    verb = opening.trigger.part is Part.VERB
    time = time_of(scene, opening.at, opening.at, links) if verb else time_of_noun(scene, opening.at, links)
    if actor is None and recipient is None and time is None and not stands_alone(scene, opening):
        return None
    thing = _thing(scene, opening)
    place = next(fillers(scene.tree, opening.at, opening.trigger, Slot.DESTINATION), None)
    where = place_token(scene, opening, opening.at)
    tokens = [*auxiliaries(scene, opening.at), *(t for t in (thing, place, where) if t is not None)]
    more = [time.span] if time is not None else []
    ordinal = _ordinal(scene, opening.at)
    draft = Draft(
        scene=scene,
        kind=opening.frame.name,
        at=opening.at,
        span=stretch(scene, tokens, (actor, recipient), *more),
        own=scene.tree.tokens[opening.at].span,
        voice=event_voice(scene, opening, links),
        links=links,
        opening=opening,
        actor=actor,
        recipient=recipient,
        item=item_at(scene, thing),
        quantity=ordinal,
        aggregation=Aggregation.ORDINAL if ordinal is not None else None,
        place=words_of(scene, where) if where is not None else None,
        origin=slot_words(scene, opening, Slot.ORIGIN),
        destination=slot_words(scene, opening, Slot.DESTINATION),
        route=route_of(scene, opening) if opening.frame.name in {"transfer", "visit"} else None,
        time=time,
    )
    return _agreed(_spoken(draft))


def _thing(scene: Scene, opening: Opening) -> int | None:
    """Return what is moved, struck or spoken of; a party is neither goods nor news ("supplied Chad with")."""
    things = fillers(scene.tree, opening.at, opening.trigger, Slot.ITEM)
    if opening.frame.name in {"transfer", "statement"}:
        return next((thing for thing in things if named(scene, thing) is None), None)
    return next(things, None)


def _counted(scene: Scene, opening: Opening, figures: Iterable[Draft]) -> bool:
    """Is what is announced a figure, which tells it better: "announced $300 million"?"""
    thing = _thing(scene, opening)
    tokens = () if thing is None else (thing, *scene.tree.by(thing, "nummod", "compound"))
    spans = [draft.quantity.span for draft in figures if draft.quantity is not None]
    return any(scene.tree.tokens[token].span.meets(span) for token in tokens for span in spans)


def _parties(scene: Scene, opening: Opening) -> tuple[Mention | None, Mention | None]:
    actor = (
        harmer(scene, opening) if opening.frame.name == "attack" else _party(scene, opening, Slot.ACTOR, None)
    )
    actor = actor or doer_of(scene, opening)
    recipient = _party(scene, opening, Slot.RECIPIENT, actor)
    if recipient is None and opening.frame.name in _TWO_SIDED:
        recipient = _partner(scene, opening, actor)
    if recipient is None and opening.frame.name == "transfer":
        recipient = helped(scene, opening.at)
    return actor, recipient


def _party(scene: Scene, opening: Opening, slot: Slot, other: Mention | None) -> Mention | None:
    own = scene.tree.tokens[opening.at].span
    for token in fillers(scene.tree, opening.at, opening.trigger, slot):
        found = party(scene, token)
        if found is None or found.span.meets(own) or (other is not None and found.actor == other.actor):
            continue
        if agentive(scene, token, found):
            return found
    return None


def _partner(scene: Scene, opening: Opening, actor: Mention | None) -> Mention | None:
    """Return the second of two subjects ("Norway and Kenya agreed")."""
    for token in fillers(scene.tree, opening.at, opening.trigger, Slot.ACTOR):
        for kid in scene.tree.by(token, "conj"):
            found = party(scene, kid)
            if found is not None and (actor is None or found.actor != actor.actor):
                return found
    return None


def _ordinal(scene: Scene, at: int) -> Quantity | None:
    """Return the rank of an event ("first trip since 2000")."""
    under = [scene.tree.tokens[kid].span for kid in scene.tree.by(at, "amod", "nummod", "advmod")]
    ranks = (q for q in scene.quantities if q.measure is Measure.ORDINAL)
    return next((q for q in ranks if any(q.number.meets(span) for span in under)), None)


def _agreed(draft: Draft) -> Draft:
    """Let a body that tells of a pact "reached with Chile" be its first side."""
    if draft.kind != "agreement" or draft.actor is not None or draft.recipient is None or not draft.links:
        return draft
    who = draft.links[-1].actor
    body = who is not None and who.kind in {ActorKind.COUNTRY, ActorKind.ORGANISATION, ActorKind.GROUP}
    if who is None or not body or who == draft.recipient.actor or not draft.links[-1].source_spans:
        return draft
    source = draft.links[-1]
    return replace(draft, actor=Mention(source.source_spans[0], source.words, who, MentionKind.ANAPHOR))


def _spoken(draft: Draft) -> Draft:
    """Let an announcement or denial be its own actor's word."""
    spoken = draft.voice.modality in {Modality.ANNOUNCED, Modality.DENIED}
    if draft.kind != "statement" or draft.links or draft.actor is None or not spoken:
        return draft
    verb = draft.scene.tree.tokens[draft.at].span
    cue = draft.scene.words(verb)
    link = Link(
        SourceRole.INSTITUTION, draft.actor.actor, draft.actor.words, cue, (draft.actor.span,), (verb,)
    )
    return replace(draft, links=(link,))


def _shared(draft: Draft) -> Iterator[Draft]:
    """Yield the same claim of each further party under it ("both A and B are under sanctions")."""
    if draft.kind != "sanction" or draft.recipient is None or draft.opening is None:
        return
    scene = draft.scene
    for token in fillers(scene.tree, draft.at, draft.opening.trigger, Slot.RECIPIENT):
        for kid in scene.tree.by(token, "conj"):
            found = party(scene, kid)
            if found is not None and found.actor != draft.recipient.actor:
                start = scene.tree.tokens[kid].span.start
                span = Span(start, max(draft.span.end, start + 1))
                yield replace(draft, recipient=found, span=span, own=scene.tree.tokens[kid].span)


def _only_frames(draft: Draft, others: Iterable[Draft]) -> bool:
    """Tell whether a statement only frames another claim ("denounced the loading of ...")."""
    if draft.kind != "statement" or draft.opening is None:
        return False
    things = set(fillers(draft.scene.tree, draft.at, draft.opening.trigger, Slot.ITEM))
    return any(other.at in things for other in others)


def _same_event(scene: Scene, opening: Opening, other: Draft) -> bool:
    """Has another word of the clause already told this event ("launched an attack")?"""
    if other.kind != opening.frame.name:
        return False
    tree, at = scene.tree, opening.at
    near = {at, tree.tokens[at].head}
    return other.at in near or tree.tokens[other.at].head == at or _given(scene, opening, other)


def _given(scene: Scene, opening: Opening, other: Draft) -> bool:
    """Tell whether a participle only goes on with a noun's transfer ("loading crates, sent to")."""
    token = scene.tree.tokens[opening.at]
    loose = token.dep in {"advcl", "acl"} and passive(scene.tree, opening.at)
    owner = surface_subject(scene.tree, opening.at)
    noun = other.opening is not None and other.opening.trigger.part is Part.NOUN
    return other.kind == "transfer" and loose and noun and (owner is None or owner < other.at)
