"""Parties that a claim leaves out and the page has told: the attacker, the giver, the two countries."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.claims.scene.parties import faceless
from reportedly.frames import Part
from reportedly.model import Granularity, Mention, Modality, TimeExpression

_ANY = 99
_NEAR = 4  # sentences that a reader still holds in mind
_RECENT = timedelta(days=31)
_DONE = frozenset({"killed", "injured", "killed or injured", None})
_FORCE = frozenset({"attack", "production"})
_HARM = frozenset({"casualty", "damage"})


def bridged(draft: Draft, before: Sequence[Draft]) -> Draft:
    """Return a draft with the parties that earlier claims of the page give it."""
    if (draft.kind in _HARM or _struck(draft)) and draft.time is None:
        draft = replace(draft, time=_day(draft, before))
    if draft.kind in _HARM and draft.actor is None and draft.cause is None and draft.outcome in _DONE:
        known = _counted_before(draft, before)
        return replace(draft, actor=known.actor if known is not None else _one_attacker(draft, before))
    if draft.kind in {"count", "capacity"} and draft.recipient is None:
        return _loaded(draft, before)
    if draft.kind == "transfer" and (draft.actor is None or draft.recipient is None):
        return _completed(draft, before)
    return draft


def _struck(draft: Draft) -> bool:
    """Tell whether an attack is told as done, so that it may go on with the day told before."""
    return draft.kind == "attack" and draft.quantity is None and draft.voice.modality is Modality.ASSERTED


def _one_attacker(draft: Draft, before: Sequence[Draft]) -> Mention | None:
    """Return who attacked just before, unless a second one fought there, or a mishap did the harm."""
    if _mishap(draft):
        return None
    found = _attacker(draft, before)
    told = [o.actor.actor.id for o in before[-40:] if _fights(draft, o) and o.actor is not None]
    return found if found is None or set(told) <= {found.actor.id} else None


def _mishap(draft: Draft) -> bool:
    """Tell whether a sentence tells of a new mishap ("in a fire"), not of one told before, or of gunfire."""
    tree, mishaps = draft.scene.tree, draft.scene.classes.mishaps
    nouns = (i for i in range(len(tree)) if tree.lemmas[i] in mishaps and tree.tokens[i].pos == "NOUN")
    return any(
        tree.tokens[at].tag == "NNS" or any(tree.words[kid] in {"a", "an"} for kid in tree.by(at, "det"))
        for at in nouns
    )


def _fights(draft: Draft, other: Draft) -> bool:
    """Is it a deed of force that the sentences just before tell?"""
    return other.kind in _FORCE and _armed(other) and _apart(draft, other) <= _NEAR


def _attacker(draft: Draft, before: Sequence[Draft]) -> Mention | None:
    """Return who attacked in the sentences just before, unless it is his own side that suffered."""
    reach = _ANY if _names_it(draft, range(len(draft.scene.tree))) else _NEAR
    for other in reversed(before[-40:]):
        if (
            other.kind not in _FORCE
            or other.actor is None
            or _apart(draft, other) > reach
            or not _armed(other)
        ):
            continue
        when = None if _names_it(draft, draft.scene.tree.under(draft.at)) or _as_of(draft) else draft.time
        if when and (other.time is None or when.period != other.time.period):
            return None
        return None if _own_side(draft, other.actor) or faceless(other.actor, draft.scene) else other.actor
    return None


def _counted_before(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """Return the claim of those of whom some are singled out: "two of the injured"."""
    tree, words = draft.scene.tree, draft.scene.classes
    number = draft.scene.top(draft.own)
    of = (
        [kid for kid in tree.by(number, "nmod") if tree.lemmas[kid] in words.harmed]
        if number is not None
        else []
    )
    if not any(tree.words[det] == "the" for kid in of for det in tree.by(kid, "det")):
        return None
    told = (d for d in reversed(before) if d.kind == "casualty" and d.quantity and d.actor is not None)
    return next((d for d in told if _apart(draft, d) <= _NEAR), None)


def _loaded(draft: Draft, before: Sequence[Draft]) -> Draft:
    """Give a load the way of what carries it ("sent 90 crates to Chad, carrying 4,000 rifles")."""
    if draft.scene.tree.lemmas[draft.at] not in draft.scene.classes.laden:
        return draft
    for other in reversed(before):
        if other.scene is draft.scene and other.kind == "transfer" and other.quantity is not None:
            return replace(draft, actor=draft.actor or other.actor, recipient=other.recipient)
    return draft


def _names_it(draft: Draft, among: Iterable[int]) -> bool:
    """Tell whether some words point back at the deed ("were killed in the attack")."""
    tree = draft.scene.tree
    nouns = {o.at for o in draft.scene.openings if o.frame.name == "attack" and o.trigger.part is Part.NOUN}
    return any(tree.words[kid] in {"the", "this"} for at in nouns & set(among) for kid in tree.by(at, "det"))


def _as_of(draft: Draft) -> bool:
    """Tell whether its time says when a toll stood there: "the toll rose to 22 on Monday"."""
    tree, words = draft.scene.tree, draft.scene.classes
    number = draft.scene.top(draft.own)
    verb = tree.tokens[number].head if number is not None else draft.at
    return tree.lemmas[verb] in words.level and bool(set(tree.lemmas) & words.tolls)


def _armed(other: Draft) -> bool:
    """Is it a deed of force: an attack, or shells fired?"""
    word = other.opening.trigger.word if other.opening is not None else ""
    return other.kind == "attack" or word in other.scene.classes.fired


def _day(draft: Draft, before: Sequence[Draft]) -> TimeExpression | None:
    """Return the day of the disaster that the last sentences tell, if they give one."""
    for other in reversed(before[-8:]):
        told = other.time is not None and other.kind in {"attack", *_HARM}
        if told and _apart(draft, other) <= _NEAR + 2:
            return other.time if _same_story(draft, other) else None
    scene = draft.scene
    earlier = [t for t in scene.marks.times if t.span.end <= scene.sentence.span.start and _datable(t)]
    if not earlier:
        return None
    between = scene.text[earlier[-1].span.end : scene.sentence.span.start]
    return earlier[-1] if between.count(". ") + between.count("\n\n") <= 2 else None


def _same_story(draft: Draft, other: Draft) -> bool:
    """Tell a disaster of these days, or of the same paragraph, from one looked back at long after."""
    published = draft.scene.marks.document.published
    last = other.time.period.last if other.time is not None and other.time.period is not None else None
    if draft.scene.sentence.block == other.scene.sentence.block or published is None or last is None:
        return True
    return published - last <= _RECENT


def _datable(time: TimeExpression) -> bool:
    """Is it a day or a weekend, as things happen on?"""
    period = time.period
    return period is not None and period.granularity in {Granularity.DAY, Granularity.WEEKEND}


def _own_side(draft: Draft, attacker: Mention) -> bool:
    words = (draft.item.words if draft.item is not None else "").lower()
    name = attacker.actor.name.lower()
    country = (attacker.actor.country or "").lower()
    return bool(words) and (
        name in words or (bool(country) and any(w.startswith(name[:4]) for w in words.split()))
    )


def _apart(draft: Draft, other: Draft) -> int:
    """Count the sentence ends between two drafts."""
    text = draft.scene.text[other.span.end : draft.span.start]
    return text.count(". ") + 2 * text.count("\n\n")


def _completed(draft: Draft, before: Sequence[Draft]) -> Draft:
    """Fill a transfer's missing side from the last transfer that shares its other side."""
    for other in reversed(before[-12:]):
        if other.kind != "transfer" or other.actor is None or other.recipient is None:
            continue
        same_goal = draft.recipient is not None and draft.recipient.actor == other.recipient.actor
        same_giver = draft.actor is not None and draft.actor.actor == other.actor.actor
        alike = draft.item is not None and other.item is not None and draft.item.head == other.item.head
        if alike and draft.actor is None and draft.recipient is None:
            return replace(draft, actor=other.actor, recipient=other.recipient)
        if same_goal and draft.actor is None:
            return replace(draft, actor=other.actor)
        if same_giver and draft.recipient is None:
            return replace(draft, recipient=other.recipient)
    return draft
