"""The branch of a body in a land: "IRC Ethiopia" is the committee, and not the state."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.extract.tree import Tree
from reportedly.model import Actor, ActorKind, Mention, MentionKind

_SHORT = re.compile(r"\s?\(([A-Z]{2,8})\)")
_NOUNS = frozenset({"NOUN", "PROPN"})


def short_forms(mentions: Sequence[Mention], text: str) -> dict[str, Actor]:
    """Return the short forms in brackets behind the names of bodies: "Green Front (GF)"."""
    bodies = (m for m in mentions if m.actor.kind is ActorKind.ORGANISATION)
    told = ((_SHORT.match(text, m.span.end), m.actor) for m in bodies)
    return {match[1]: actor for match, actor in told if match is not None}


def branches(
    trees: Sequence[Tree], mentions: Sequence[Mention], shorts: Mapping[str, Actor]
) -> Iterator[Mention]:
    """Yield the lands that only tell which branch of a body is meant, as that body."""
    bodies = {m.span.end: m.actor for m in mentions if m.actor.kind is ActorKind.ORGANISATION}
    for mention in mentions:
        if mention.actor.kind is not ActorKind.COUNTRY or mention.kind is not MentionKind.NAME:
            continue
        tree = next((t for t in trees if t.sentence.span.holds(mention.span)), None)
        body = _before(tree, mention, bodies, shorts) if tree is not None else None
        if body is not None:
            yield replace(mention, actor=body, place=False)


def _before(
    tree: Tree, land: Mention, bodies: Mapping[int, Actor], shorts: Mapping[str, Actor]
) -> Actor | None:
    """Return the body whose name stands right before a land, if the two end their phrase."""
    inside = [i for i in tree.inside(land.span) if land.span.holds(tree.tokens[i].span)]
    if not inside or inside[0] == 0:
        return None
    before = tree.tokens[inside[0] - 1]
    ends = inside[-1] + 1 >= len(tree) or tree.tokens[inside[-1] + 1].pos not in _NOUNS
    if not ends or before.pos != "PROPN" or land.span.start - before.span.end != 1:
        return None
    return bodies.get(before.span.end) or shorts.get(before.text)
