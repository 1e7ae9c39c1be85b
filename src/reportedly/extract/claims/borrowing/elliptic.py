"""Numbers whose thing was named before: "Oslo put the number at 90", "their count stands at 90".

Read by the words that lead to the figure, since a parser hangs such a short
clause in many ways. The thing, its parties and what became of it are those of
the one figure that the sentences before it tell; where they tell of several,
nothing is read.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.claims.figures.choosing import governing_verb
from reportedly.extract.claims.figures.tied import Figure
from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.claims.scene.evidence import stretch
from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.claims.scene.parties import party
from reportedly.extract.claims.telling.speaking import chain_of
from reportedly.extract.claims.telling.timing import time_of
from reportedly.extract.claims.telling.voicing import voice_at
from reportedly.extract.roles import surface_subject
from reportedly.model import (
    ActorKind,
    Aggregation,
    Link,
    Mention,
    Modality,
    Quantity,
    SourceRole,
    TimeExpression,
)

_OWNING = frozenset({"'s", "\u2019s", "'"})
_DESCRIBED = 2  # words that a number's name may bear: "the official total"
_NEAR = 4  # sentence ends; a new paragraph counts for two
_ALIKE = 10  # accounts of one number lie within a factor of ten


def elliptic(scene: Scene, figure: Figure, before: Sequence[Draft]) -> Draft | None:
    """Return what a bare figure claims that is put on a number told before, or nothing."""
    if figure.noun is not None or figure.quantity.unit is not None or figure.money:
        return None
    start = _account(scene, figure)
    told = _told(scene, figure.quantity, before) if start is not None else None
    if start is None or told is None or told.quantity is None:
        return None
    at = governing_verb(scene, figure.top)
    owner = _owner(scene, start)
    links = chain_of(scene, figure.number, figure.quantity.number) or _said_by(owner)
    own = time_of(scene, at, figure.number, links)
    counted = own if own is not None and own.cue is not None else _window(told.time)
    voice = voice_at(scene, at, links)
    modality = told.voice.modality if voice.modality is Modality.ASSERTED else voice.modality
    return replace(
        told,
        scene=scene,
        at=at,
        span=stretch(scene, [start, figure.number], [owner], figure.quantity.span),
        own=figure.quantity.span,
        voice=replace(told.voice, modality=modality, polarity=voice.polarity),
        links=_dated(links, own) if counted is not own else links,
        opening=None,
        quantity=replace(figure.quantity, unit=told.quantity.unit),
        time=counted,
    )


def _window(time: TimeExpression | None) -> TimeExpression | None:
    """Return from when on a number was counted: who tells the number anew counts no other days."""
    return time if time is not None and time.cue == "since" else None


def _dated(links: tuple[Link, ...], day: TimeExpression | None) -> tuple[Link, ...]:
    """Return a chain whose last source spoke on a day: "three days earlier Oslo had put the number at"."""
    if not links or day is None or links[-1].said_on is not None:
        return links
    return (*links[:-1], replace(links[-1], said_on=day.period))


def _account(scene: Scene, figure: Figure) -> int | None:
    """Return where the words begin that put a figure on a number told before, if they do."""
    tree, words = scene.tree, scene.classes
    at = scene.tokens_in(figure.quantity.span)[0] - 1
    led = at > 0 and tree.words[at] in words.number_leads
    at = _back(scene, at - 1 if led else at)
    named = _number_name(scene, at) if led else None
    if named is None and tree.lemmas[at] in words.lying:
        return _number_name(scene, _back(scene, at - 1))
    if led and tree.words[at] in words.number_pronouns:
        return at - 1 if tree.lemmas[at - 1] in words.putting and at > 0 else None
    if named is None or tree.words[at + 1] == "of":
        return named
    verb = _back(scene, named - 1)
    return verb if tree.lemmas[verb] in words.putting else None


def _back(scene: Scene, at: int) -> int:
    """Return the nearest token, not after this one, that is more than a filler."""
    while at > 0 and scene.tree.words[at] in scene.classes.number_fillers:
        at -= 1
    return max(at, 0)


def _number_name(scene: Scene, at: int) -> int | None:
    """Return the article or owner before a number's name: "the official total", "Oslo's own count"."""
    tree = scene.tree
    if tree.lemmas[at] not in scene.classes.accounts:
        return None
    for before in range(at - 1, max(-1, at - 2 - _DESCRIBED), -1):
        if tree.words[before] in _OWNING | scene.classes.number_owners:
            return before
        if tree.tokens[before].pos not in {"ADJ", "NOUN"}:
            return None
    return None


def _owner(scene: Scene, start: int) -> Mention | None:
    """Return whose number it is ("Oslo's count"), or who sets it ("Oslo raised its estimate to")."""
    span, tree = scene.tree.tokens[start].span, scene.tree
    if tree.lemmas[start] in scene.classes.putting:
        return party(scene, surface_subject(tree, start))
    beside = (
        m for m in scene.mentions if tree.words[start] in _OWNING and m.span.end in {span.start, span.end}
    )
    return next((m for m in beside if m.actor.kind is not ActorKind.PLACE), None)


def _said_by(owner: Mention | None) -> tuple[Link, ...]:
    if owner is None:
        return ()
    return (Link(_role(owner), owner.actor, owner.words, "", source_spans=(owner.span,)),)


def _role(owner: Mention) -> SourceRole:
    known = {ActorKind.OUTLET: SourceRole.OUTLET, ActorKind.PERSON: SourceRole.NAMED_PERSON}
    return known.get(owner.actor.kind, SourceRole.INSTITUTION)


def _told(scene: Scene, new: Quantity, before: Sequence[Draft]) -> Draft | None:
    """Return the claim whose number was told last, if the sentence that tells it tells of one thing."""
    counted = [d for d in before if d.quantity is not None and d.quantity.currency is None]
    if not counted or _apart(scene, counted[-1]) > _NEAR:
        return None
    last = [d for d in counted if d.scene is counted[-1].scene]
    totals = [d for d in last if d.aggregation is not Aggregation.INCREMENT] or last
    things = {(d.kind, d.item.head if d.item is not None else None, d.outcome) for d in totals}
    told = totals[0]
    return told if len(things) == 1 and told.item is not None and _comparable(told.quantity, new) else None


def _apart(scene: Scene, other: Draft) -> int:
    """Count the sentence ends between a claim and a sentence after it."""
    text = scene.text[other.span.end : scene.sentence.span.start]
    return text.count(". ") + 2 * text.count("\n\n")


def _comparable(old: Quantity | None, new: Quantity) -> bool:
    """May two figures be accounts of one number?"""
    one, other = ((q.low or q.high) if q is not None else None for q in (old, new))
    return one is not None and other is not None and max(one, other) <= _ALIKE * min(one, other)
