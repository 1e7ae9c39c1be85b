"""The exchange that a page is about: who gives to whom, as its plainest words say.

A clause often leaves one side out, as its readers know it: "The United States will also provide
$10 billion". What some other clause of the page says in full completes it; never the reverse.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.claims.scene.parties import named, owner_of, party
from reportedly.extract.roles import Opening, fillers, prepositional
from reportedly.frames import Part, Slot
from reportedly.model import Actor, ActorKind, Mention, MentionKind, Section

_GIVING = frozenset({"transfer", "money"})
_FORCE = frozenset({"attack", "production"})
_PARTIES = frozenset({ActorKind.COUNTRY, ActorKind.ORGANISATION, ActorKind.GROUP})
_WEIGHT = {Section.HEADLINE: 3, Section.LEAD: 2}
_SHARE = 0.6  # of what a page tells: then it is about one exchange


@dataclass(frozen=True, slots=True)
class Exchange:
    """One clause that names both sides."""

    frame: str
    giver: Mention
    receiver: Mention
    weight: int


@dataclass(frozen=True, slots=True)
class Story:
    """What a page tells of givers and receivers."""

    exchanges: tuple[Exchange, ...]

    def of(self, frames: frozenset[str]) -> tuple[Exchange, ...]:
        """Return the exchanges of some frames."""
        return tuple(e for e in self.exchanges if e.frame in frames)


def read_story(scenes: Iterable[Scene], drafts: Iterable[Draft]) -> Story:
    """Read every clause of a page that names both a giver and a receiver, as far as its drafts may ask."""
    asked = frozenset[str]().union(*(_asked(draft) for draft in drafts))
    return Story(tuple(e for scene in scenes if asked for e in _exchanges(scene, asked)))


def _asked(draft: Draft) -> frozenset[str]:
    """Return the frames whose exchanges may complete a draft."""
    if draft.kind == "production" or (draft.kind == "attack" and draft.quantity is not None):
        return _FORCE
    return _GIVING if draft.kind in _GIVING else frozenset()


def _exchanges(scene: Scene, asked: frozenset[str]) -> Iterator[Exchange]:
    """Yield the exchanges of some frames that a sentence tells."""
    yield from _told(scene, asked)
    if asked & _GIVING:
        yield from _headed(scene)
    if asked & _FORCE:
        yield from _wars(scene)


def _wars(scene: Scene) -> Iterator[Exchange]:
    """Yield who wages war on whom: "Egypt's war in Sudan"."""
    tree = scene.tree
    for at in range(len(tree)):
        if tree.lemmas[at] in scene.classes.wars and tree.tokens[at].pos in {"NOUN", "PROPN"}:
            waged = owner_of(scene, at)
            against = next((i for p in ("against", "on", "in") for i in prepositional(tree, at, p)), None)
            suffers = named(scene, against) if against is not None else None
            if waged is not None and suffers is not None and suffers.actor.kind is ActorKind.COUNTRY:
                yield Exchange("attack", waged, suffers, _WEIGHT.get(scene.section, 1))


def _headed(scene: Scene) -> Iterator[Exchange]:
    """Yield what a headline leaves to a noun: "Norway's secret arms route to Chad"."""
    if scene.section is not Section.HEADLINE or not set(scene.tree.lemmas) & scene.classes.gift:
        return
    named = [m for m in scene.mentions if m.actor.kind in _PARTIES | {ActorKind.PLACE}]
    receivers = [m for m in named if _receives(scene, m)]
    givers = {m.actor: m for m in named if m.actor.kind in _PARTIES and not m.place and m not in receivers}
    if len(receivers) == 1 and len(givers) == 1:
        (giver,) = givers.values()
        if giver.actor != receivers[0].actor:
            yield Exchange("transfer", giver, receivers[0], _WEIGHT[Section.HEADLINE])


def _receives(scene: Scene, mention: Mention) -> bool:
    """Tell whether a name stands behind "to" or "for"."""
    before = scene.text[scene.sentence.span.start : mention.span.start].split()
    return bool(before) and before[-1].lower() in {"to", "for"}


def _told(scene: Scene, asked: frozenset[str]) -> Iterator[Exchange]:
    for opening in scene.openings:
        if opening.frame.name in asked:
            giver, receiver = _side(scene, opening, Slot.ACTOR), _side(scene, opening, Slot.RECIPIENT)
            if giver is not None and receiver is not None and giver.actor != receiver.actor:
                yield Exchange(opening.frame.name, giver, receiver, _WEIGHT.get(scene.section, 1))


def _side(scene: Scene, opening: Opening, slot: Slot) -> Mention | None:
    for token in fillers(scene.tree, opening.at, opening.trigger, slot):
        found = party(scene, token) or (owner_of(scene, token) if slot is Slot.RECIPIENT else None)
        if found is not None and found.actor.kind in _PARTIES and found.kind is not MentionKind.DESCRIPTION:
            return found
    return None


def completed(draft: Draft, story: Story) -> Draft:
    """Return a draft whose missing side the page's story tells."""
    asked = _asked(draft)
    if asked == _FORCE:
        return _with_target(draft, story)
    if not asked or not _gives(draft):
        return draft
    told = story.of(_GIVING)
    actor, recipient = draft.actor, draft.recipient
    if actor is not None and recipient is None:
        recipient = _one([e.receiver for e in told if e.giver.actor == actor.actor])
    elif recipient is not None and actor is None:
        actor = _one([e.giver for e in told if e.receiver.actor == recipient.actor])
    elif actor is None and recipient is None:
        main = _main(told)
        if main is not None:
            actor, recipient = main.giver, main.receiver
    return replace(draft, actor=actor, recipient=recipient)


def _with_target(draft: Draft, story: Story) -> Draft:
    """Return who is fired at, where the page tells of one enemy only."""
    word = draft.opening.trigger.word if draft.opening is not None else ""
    if draft.recipient is not None or word not in draft.scene.classes.fired or _somewhere(draft):
        return draft
    wars = story.of(_FORCE)
    if draft.actor is None:
        main = _main(wars)
        return replace(draft, actor=main.giver, recipient=main.receiver) if main is not None else draft
    told = [e for e in wars if e.giver.actor == draft.actor.actor]
    return replace(draft, recipient=_one([e.receiver for e in told]))


def _somewhere(draft: Draft) -> bool:
    """Tell whether the clause says where it was fired instead ("launched 40 drones into the capital")."""
    tree, at = draft.scene.tree, draft.scene.classes.found_at
    return any(not at.isdisjoint(tree.cases.get(i, ())) for i in tree.under(draft.at))


def _gives(draft: Draft) -> bool:
    """Is it a gift, loan or delivery, that somebody gives to somebody?"""
    if draft.opening is None:
        return False
    ways = draft.opening.trigger.ways
    if draft.opening.trigger.part is Part.NOUN:
        return Slot.RECIPIENT in ways and draft.opening.trigger.word in draft.scene.classes.gift
    return Slot.RECIPIENT in ways and draft.opening.trigger.word not in draft.scene.classes.outlay


def _one(found: Sequence[Mention]) -> Mention | None:
    """Return the party that all, or most, of some clauses name."""
    counted = Counter(m.actor for m in found)
    if not counted:
        return None
    actor, times = counted.most_common(1)[0]
    return next(m for m in found if m.actor == actor) if times >= _SHARE * len(found) else None


def _main(told: Sequence[Exchange]) -> Exchange | None:
    """Return the exchange that a page is about, if it is about one."""
    weights: Counter[tuple[Actor, Actor]] = Counter()
    for exchange in told:
        weights[exchange.giver.actor, exchange.receiver.actor] += exchange.weight
    if not weights:
        return None
    sides, weight = weights.most_common(1)[0]
    if weight < 2 or weight < _SHARE * weights.total():
        return None
    return next(e for e in told if (e.giver.actor, e.receiver.actor) == sides)
