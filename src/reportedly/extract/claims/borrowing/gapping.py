"""Further figures of a gift whose words are left out: "40 tents to Chad and another 12 to Sudan"."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.claims.figures.choosing import governing_verb
from reportedly.extract.claims.figures.tied import Figure
from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.claims.scene.evidence import auxiliaries, stretch
from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.claims.scene.parties import party
from reportedly.extract.claims.telling.speaking import chain_of
from reportedly.extract.claims.telling.timing import time_of
from reportedly.extract.claims.telling.voicing import voice_at
from reportedly.extract.roles import prepositional, verbal
from reportedly.frames import Part, Slot
from reportedly.model import Aggregation, Mention, Quantity, TimeExpression

_ROOM = 4  # characters: " in "
_GIVEN = frozenset({"transfer", "money"})
_JOINTS = frozenset({"and", ",", ";", "but", "or"})


def gapped(scene: Scene, figure: Figure, before: Sequence[Draft]) -> Draft | None:
    """Return what a figure without its noun and verb gives, to whom it names, or nothing."""
    told = before[-1] if before else None
    if figure.noun is not None or told is None or told.kind not in _GIVEN or told.quantity is None:
        return None
    if figure.money is not (told.quantity.currency is not None) or told.opening is None:
        return None
    heeled = _beside(scene, figure, told) if told.scene is scene else None
    return heeled or _after(scene, figure, told)


def _beside(scene: Scene, figure: Figure, told: Draft) -> Draft | None:
    """Read a figure on the heels of another: "..., 12 to Sudan"."""
    tree = scene.tree
    last = scene.tokens_in(figure.quantity.span)[-1]
    between = [
        i for i in range(len(tree)) if told.own.end <= tree.tokens[i].span.start < figure.quantity.span.start
    ]
    if not {tree.words[i] for i in between} & _JOINTS or any(verbal(tree, i) for i in between):
        return None
    if last + 2 >= len(tree) or tree.tokens[last + 1].pos != "ADP" or told.opening is None:
        return None
    other, ways = party(scene, tree.tokens[last + 1].head), told.opening.trigger.ways
    sides = (s for s in (Slot.RECIPIENT, Slot.ACTOR) if tree.words[last + 1] in ways.get(s, ()))
    slot = next(sides, None)
    return None if other is None or slot is None else _further(told, scene, figure, other, slot)


def _further(told: Draft, scene: Scene, figure: Figure, other: Mention, slot: Slot) -> Draft:
    assert told.quantity is not None
    own = figure.quantity.span
    return replace(
        told,
        span=stretch(scene, list(scene.tokens_in(own)), (other,), own),
        own=own,
        actor=other if slot is Slot.ACTOR else told.actor,
        recipient=other if slot is Slot.RECIPIENT else told.recipient,
        destination=None if slot is Slot.RECIPIENT else told.destination,
        origin=None if slot is Slot.ACTOR else told.origin,
        quantity=_counted(figure.quantity, told.quantity),
        time=_right_behind(scene, other) or told.time,
        aggregation=Aggregation.INCREMENT if figure.quantity.increment else told.aggregation,
    )


def _right_behind(scene: Scene, other: Mention) -> TimeExpression | None:
    """Return the time of a further gift: "and 12 to Sudan in June"."""
    return next((t for t in scene.times if 0 <= t.span.start - other.span.end <= _ROOM), None)


def _counted(new: Quantity, told: Quantity) -> Quantity:
    return new if new.currency is not None else replace(new, unit=told.unit)


def _after(scene: Scene, figure: Figure, told: Draft) -> Draft | None:
    """Read a further figure in a sentence of its own: "Another 12 went to Sudan"."""
    tree, verb = scene.tree, governing_verb(scene, figure.top)
    if told.scene is scene and told.at == verb:
        return None
    if not figure.quantity.increment or figure.money or scene.sentence.block != told.scene.sentence.block:
        return None
    moves = any(f.name == "transfer" for f, _ in scene.marks.frames.opened_by(tree.lemmas[verb], Part.VERB))
    goal = next(prepositional(tree, verb, "to"), None)
    other = party(scene, goal) if moves else None
    if other is None or goal is None or goal < figure.number:
        return None
    links = chain_of(scene, figure.number, figure.quantity.number)
    further = _further(told, scene, figure, other, Slot.RECIPIENT)
    return replace(
        further,
        scene=scene,
        at=verb,
        span=stretch(scene, [figure.number, goal, *auxiliaries(scene, verb)], (other,), figure.quantity.span),
        voice=replace(voice_at(scene, verb, links), stage=told.voice.stage),
        links=links,
        opening=None,
        time=time_of(scene, verb, figure.number, links),
    )
