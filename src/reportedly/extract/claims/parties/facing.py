"""The two states that a page sets face to face: joined by "and", or both in the headline."""

from dataclasses import replace
from itertools import pairwise

from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.claims.scene.marks import Marks, Scene
from reportedly.model import ActorKind, BlockKind, Mention


def joined(scene: Scene) -> list[Mention]:
    """Return the last two states that the page joins before a sentence: "Chile and Peru have ..."."""
    states = [
        m
        for m in scene.marks.mentions
        if m.actor.kind is ActorKind.COUNTRY and m.span.end <= scene.sentence.span.start
    ]
    pairs = [
        [one, other]
        for one, other in pairwise(states)
        if scene.text[one.span.end : other.span.start].strip() == "and" and one.actor != other.actor
    ]
    plain = [pair for pair in pairs if not _listed(scene, pair[0])]
    return plain[-1] if plain else []


def _listed(scene: Scene, first: Mention) -> bool:
    """Are there more than two ("Iran, Syria and Iraq")?"""
    return scene.text[: first.span.start].rstrip().endswith(",")


def in_headline(marks: Marks) -> list[Mention]:
    """Return the two states that the headline names, a leader standing for his own, if they are two."""
    heads = [b.span for b in marks.document.blocks if b.kind is BlockKind.HEADLINE]
    found: dict[str, Mention] = {}
    for mention in marks.mentions:
        there = any(span.holds(mention.span) for span in heads) and not speaks(mention, marks)
        state = _state(mention, marks) if there else None
        if state is not None:
            found.setdefault(state.actor.id, state)
    return list(found.values()) if len(found) == 2 else []


def speaks(mention: Mention, marks: Marks) -> bool:
    """Is the party there as a source ("South Korea: 10,000 containers sent")?"""
    sources = (s for a in marks.attributions for link in a.chain for s in link.source_spans)
    labels = marks.document.text[mention.span.end :].startswith(":")
    return labels or any(s.holds(mention.span) for s in sources)


def _state(mention: Mention, marks: Marks) -> Mention | None:
    if mention.actor.kind is ActorKind.COUNTRY:
        return mention
    if mention.actor.kind is not ActorKind.PERSON or mention.actor.country is None:
        return None
    home = f"country:{mention.actor.country}"
    return next((replace(mention, actor=m.actor) for m in marks.mentions if m.actor.id == home), None)


def faced(draft: Draft) -> Draft:
    """Give a gift that leaves out one side the state that the headline sets against the other."""
    if (draft.actor is None) is (draft.recipient is None) or draft.opening is None:
        return draft
    sides = in_headline(draft.scene.marks)
    known = draft.actor or draft.recipient
    others = [m for m in sides if known is not None and m.actor != known.actor]
    if len(sides) != 2 or len(others) != 1:
        return draft
    return replace(draft, actor=draft.actor or others[0], recipient=draft.recipient or others[0])
