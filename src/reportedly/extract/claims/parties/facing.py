"""The two states that a page joins by "and", and whether a party stands there only as a source."""

from itertools import pairwise

from reportedly.extract.claims.scene.marks import Marks, Scene
from reportedly.model import ActorKind, Mention


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


def allied(one: Mention, other: Mention, marks: Marks) -> bool:
    """Do both do one thing ("Britain and France agree on aid"), so that neither is its receiver?"""
    first, last = sorted((one, other), key=lambda m: m.span.start)
    between = marks.document.text[first.span.end : last.span.start].lower().split()
    return set(between) <= marks.frames.words.allying


def speaks(mention: Mention, marks: Marks) -> bool:
    """Is the party there as a source ("South Korea: 10,000 containers sent")?"""
    sources = (s for a in marks.attributions for link in a.chain for s in link.source_spans)
    labels = marks.document.text[mention.span.end :].startswith(":")
    return labels or any(s.holds(mention.span) for s in sources)
