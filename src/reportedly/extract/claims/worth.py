"""Which events are told fully enough to be worth a row."""

from reportedly.extract.roles import fillers, passive, patient, verbal
from reportedly.frames import Part, Slot
from reportedly.model import ActorKind, Section

from .drafts import Draft
from .parties import party

_TRAVELLERS = frozenset({ActorKind.PERSON, ActorKind.GROUP})
_VIOLENT = frozenset(
    {
        "shoot",
        "stab",
        "bomb",
        "murder",
        "assassinate",
        "attack",
        "ambush",
        "behead",
        "shell",
        "raid",
        "explode",
        "detonate",
    }
)


def worth_a_row(draft: Draft) -> bool:
    """Is an event told fully: dated, or with both of its sides named?"""
    check = _CHECKS.get(draft.kind)
    if check is not None:
        return check(draft)
    return draft.actor is not None or draft.recipient is not None


def _visit(draft: Draft) -> bool:
    if draft.actor is None or draft.actor.actor.kind not in _TRAVELLERS:
        return False
    somewhere = draft.destination is not None or (draft.recipient is not None and _has(draft, Slot.RECIPIENT))
    told = draft.time is not None or draft.scene.section is not Section.BODY or _part(draft) is Part.NOUN
    return somewhere and (told or draft.actor.actor.kind is ActorKind.PERSON)


def _meeting(draft: Draft) -> bool:
    if draft.actor is None:
        return False
    scene = draft.scene
    if _part(draft) is Part.VERB:
        met = patient(scene.tree, draft.at) if not passive(scene.tree, draft.at) else None
        if met is not None and _opening_word(draft) == "meet" and party(scene, met) is None:
            return False
        return draft.recipient is not None or (
            draft.time is not None and _opening_word(draft) not in {"speak", "talk"}
        )
    return draft.time is not None or draft.recipient is not None


def _agreement(draft: Draft) -> bool:
    if draft.actor is None:
        return False
    if _opening_word(draft) == "join":
        bodies = {ActorKind.COUNTRY, ActorKind.ORGANISATION}
        return (
            draft.actor.actor.kind in bodies
            and draft.recipient is not None
            and draft.recipient.actor.kind in bodies
        )
    return draft.time is not None or draft.recipient is not None or _part(draft) is Part.VERB


def _attack(draft: Draft) -> bool:
    if _part(draft) is Part.VERB:
        return draft.actor is not None or (draft.time is not None and _opening_word(draft) in _VIOLENT)
    return draft.time is not None or (draft.actor is not None and draft.recipient is not None)


def _transfer(draft: Draft) -> bool:
    both = draft.actor is not None and (draft.recipient is not None or draft.destination is not None)
    return both or in_return(draft)


def in_return(draft: Draft) -> bool:
    """Is it given for something: "in exchange", "in return"?"""
    tree, words = draft.scene.tree, draft.scene.marks.frames.words.exchange
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
