"""Where what a page tells of happened, when the words that count the dead do not say it.

"The death toll has risen to 87" names no place, as its readers know it: the headline does, or no other
country is spoken of at all. A sentence that speaks of another place, or of another year, takes none.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.claims.telling.placing import WHERE, says_where, words_of
from reportedly.extract.roles import case_of
from reportedly.model import Actor, ActorKind, Mention, MentionKind, Section

_HARM = frozenset({"casualty", "damage"})
_LANDS = frozenset({ActorKind.COUNTRY, ActorKind.PLACE})
_BESIDE = frozenset({"compound", "nmod:poss", "nmod:desc"})
_RECENT = timedelta(days=60)


def ground_of(page: Sequence[Scene]) -> Actor | None:
    """Return the one place that a page's headline, or else all of it, speaks of."""
    heads = [scene for scene in page if scene.section is Section.HEADLINE]
    return _headed(heads) or _only_country(page)


def grounded(draft: Draft, ground: Actor | None) -> Draft:
    """Return a claim of harm with the page's place where its sentence names none; never its doer's land."""
    if ground is None or draft.kind not in _HARM or draft.place is not None:
        return draft
    doer = draft.actor.actor.country if draft.actor else None
    if (doer and doer == ground.country) or _elsewhere(draft.scene, ground) or _past(draft):
        return draft
    return replace(draft, place=ground.name)


def _headed(heads: Sequence[Scene]) -> Actor | None:
    """Return where a headline says it happened: "at Oldmoor Hall", "Vietnam flood toll rises"."""
    found = {m.actor.id: _place(m) for head in heads for m in head.mentions if _says(head, m)}
    for head in heads if not found else ():
        for at in _unknown(head):
            name = words_of(head, at)
            found[name] = Actor(name, name, ActorKind.PLACE)
    return next(iter(found.values())) if len(found) == 1 else None


def _place(mention: Mention) -> Actor:
    """Return the place that is meant: a capital in "in Hanoi" is the town, not the state."""
    town = mention.place and mention.kind is MentionKind.CAPITAL
    return replace(mention.actor, name=mention.words) if town else mention.actor


def _says(scene: Scene, mention: Mention) -> bool:
    """Tell whether a name says where: "in" it, or before a hazard or a toll; "Israeli strike" says who."""
    at = scene.top(mention.span)
    if mention.place or at is None or mention.actor.kind not in _LANDS:
        return mention.place
    if scene.tree.dep(at) == "conj":
        at = scene.tree.tokens[at].head
    if case_of(scene.tree, at) in WHERE or mention.kind is MentionKind.ADJECTIVE:
        return mention.kind is not MentionKind.ADJECTIVE
    over = scene.tree.tokens[at].head
    harm = any(opening.frame.name in _HARM for opening in scene.opened_at(over))
    return scene.tree.dep(at) in _BESIDE and (harm or scene.tree.lemmas[over] in scene.classes.hazards)


def _only_country(page: Iterable[Scene]) -> Actor | None:
    """Return the one country of which a page speaks: by its name, its towns, its offices."""
    lands = [land for scene in page for land in _lands(scene)]
    countries = {actor.country: actor for actor in lands if actor.kind is ActorKind.COUNTRY}
    known = {actor.country for actor in lands}
    return next(iter(countries.values())) if len(known) == len(countries) == 1 else None


def _lands(scene: Scene) -> Iterator[Actor]:
    for mention in scene.mentions:
        if mention.place or mention.actor.kind in _LANDS:
            yield mention.actor
        elif mention.actor.country and set(mention.words) & {"'", "’"}:  # "Peru's civil defence"
            state = scene.marks.actors.actor(f"country:{mention.actor.country}")
            yield from (state,) if state else ()


def _elsewhere(scene: Scene, ground: Actor) -> bool:
    """Tell whether a sentence speaks of another land, or says "in" some place that nobody knows."""
    if any(m.actor.id != ground.id for m in scene.mentions if m.place or m.actor.kind in _LANDS):
        return True
    return any(words_of(scene, at) != ground.name for at in _unknown(scene))


def _unknown(scene: Scene) -> Iterator[int]:
    """Yield the names of places that no table knows: "at Oldmoor Hall"."""
    known = {i for m in scene.mentions for i in scene.tokens_in(m.span)}
    for at, token in enumerate(scene.tree.tokens):
        if (
            token.pos == "PROPN"
            and at not in known
            and case_of(scene.tree, at) in WHERE
            and says_where(scene, at)
        ):
            yield at


def _past(draft: Draft) -> bool:
    """Tell whether a claim is of an earlier time than its page's news."""
    published = draft.scene.marks.document.published
    period = draft.time.period if draft.time else None
    return bool(period and period.end and published and period.end < published - _RECENT)
