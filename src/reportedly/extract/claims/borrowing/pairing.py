"""A verb said once for several sides: "Germany promised 244 million euros, the United States $147 million".

Read by the words, since a parser hangs such a pair in many ways: a comma or an "and", a party, and
right behind it a figure, with no verb since the figure before.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.claims.figures.things import counted_item
from reportedly.extract.claims.figures.tied import Figure
from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.claims.scene.evidence import stretch
from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.claims.telling.speaking import chain_of
from reportedly.model import Mention

_PARTS = frozenset({",", ";", "and", "while"})


def paired(scene: Scene, figure: Figure, before: Sequence[Draft]) -> Draft | None:
    """Return what a figure claims with the party before it and all else of the figure before, or nothing."""
    other = before[-1] if before and before[-1].scene is scene else None
    side = _side(scene, figure)
    if other is None or other.quantity is None or side is None or not _alike(other, figure):
        return None
    if side.span.start < other.own.end or not _goes_on(scene, other, side, figure):
        return None
    led = other.actor is not None and (_close(scene, other.actor, other) or _before_verb(scene, other))
    given = other.recipient is not None and _close(scene, other.recipient, other)
    if not led and not given:
        return None
    unit = figure.quantity.unit or other.quantity.unit
    return replace(
        other,
        span=stretch(scene, [figure.number, figure.top], [side], figure.quantity.span),
        own=figure.quantity.span,
        quantity=replace(figure.quantity, unit=unit),
        item=counted_item(scene, figure) or other.item,
        links=chain_of(scene, figure.number, figure.quantity.number),
        actor=(None if given else side) if led else other.actor,
        recipient=(None if led else side) if given else other.recipient,
    )


def without(other: Draft, side: Mention | None) -> Draft:
    """Return the figure before without the party that belongs to the one behind it."""
    return replace(other, recipient=None) if side is not None and other.recipient == side else other


def _side(scene: Scene, figure: Figure) -> Mention | None:
    """Return the party right before a figure that a comma or an "and" parts from what precedes."""
    start = scene.tokens_in(figure.quantity.span)[0]
    for mention in scene.mentions:
        inside = scene.tokens_in(mention.span)
        if inside and inside[-1] == start - 1:
            opens = inside[0] - (inside[0] > 0 and scene.tree.words[inside[0] - 1] == "the") - 1
            return mention if opens >= 0 and scene.tree.words[opens] in _PARTS else None
    return None


def _alike(other: Draft, figure: Figure) -> bool:
    """Are both sums of money, or both counts?"""
    assert other.quantity is not None
    return (other.quantity.currency is None) == (figure.quantity.currency is None)


def _goes_on(scene: Scene, other: Draft, side: Mention, figure: Figure) -> bool:
    """Tell whether no verb stands between the two figures, nor right behind the second."""
    tree = scene.tree
    last = scene.tokens_in(figure.quantity.span)[-1]
    behind = {token.pos for token in tree.tokens[last + 1 : last + 2]}
    between = (t for t in tree.tokens if other.own.end <= t.span.start < side.span.start)
    return not behind & {"VERB", "AUX"} and not any(t.pos in {"VERB", "AUX"} for t in between)


def _before_verb(scene: Scene, other: Draft) -> bool:
    """Did the party of the figure before stand before the verb, and the figure behind it?"""
    verb = scene.tree.tokens[other.at].span
    return other.actor is not None and other.actor.span.end <= verb.start < other.own.start


def _close(scene: Scene, side: Mention, other: Draft) -> bool:
    return other.own.start - side.span.end >= 0 and not scene.text[side.span.end : other.own.start].strip()
