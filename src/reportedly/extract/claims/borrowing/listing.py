"""A figure in a list: the day that labels its item, who counted it, and what the item before it counts.

``February 2024: about 6,700 (Seoul)`` after ``October 2023: more than 1,000 containers (Washington)``
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.claims.figures.tied import Figure
from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.claims.scene.naming import a_body
from reportedly.extract.claims.scene.stamps import spoken_on
from reportedly.model import (
    ActorKind,
    Link,
    Mention,
    MentionKind,
    Section,
    SourceRole,
    Span,
    TimeExpression,
)

_BRACKETED = re.compile(r"(?:\s+[\w-]+){0,3}\s*\((?:the\s+)?$")
_LABEL = re.compile(r"\s*(?::|–|—|-)\s")
_SPOKEN = frozenset({MentionKind.NAME, MentionKind.ABBREVIATION, MentionKind.CAPITAL, MentionKind.SEAT})


def counted_alike(scene: Scene, figure: Figure, before: Sequence[Draft]) -> Draft | None:
    """Return the figure before a bare one in the same list, which says what both count."""
    own = figure.noun is not None or figure.quantity.unit is not None or figure.money
    if scene.section is not Section.LIST or own:
        return None
    last = before[-1] if before else None
    if last is None or last.quantity is None or last.scene.section is not Section.LIST:
        return None
    return last if scene.sentence.block - last.scene.sentence.block in {0, 1} else None


def gone_on(draft: Draft, other: Draft) -> Draft:
    """Return a bare figure as one more count of what another counts."""
    assert draft.quantity is not None
    assert other.quantity is not None
    figure = replace(draft.quantity, unit=other.quantity.unit)
    return replace(
        draft,
        kind=other.kind,
        quantity=figure,
        item=other.item,
        actor=other.actor,
        recipient=other.recipient,
        outcome=other.outcome,
        aggregation=other.aggregation,
    )


def labelled(draft: Draft) -> Draft:
    """Return a list's figure with the time before its colon and the source in brackets behind it."""
    if draft.scene.section is not Section.LIST:
        return draft
    source = _counter(draft.scene, draft.own)
    links = draft.links or ((source,) if source is not None else ())
    return replace(draft, time=draft.time or _label(draft.scene), links=links)


def _label(scene: Scene) -> TimeExpression | None:
    """Return the time that opens an item, up to its colon or dash."""
    for time in scene.times:
        opens = not scene.text[scene.sentence.span.start : time.span.start].strip()
        if opens and _LABEL.match(scene.text, time.span.end):
            return time
    return None


def _counter(scene: Scene, figure: Span) -> Link | None:
    """Return who counted it: a body, or a capital that stands for one, alone in brackets behind the figure.

    A country by its name is left alone, as things may be there: "May: 12 trucks (Chad)".
    """
    for mention in scene.mentions:
        between = scene.text[figure.end : mention.span.start]
        closed = scene.text[mention.span.end : mention.span.end + 1] == ")"
        if mention.span.start > figure.end and closed and _BRACKETED.fullmatch(between):
            return _link(scene, mention) if _counts(scene, mention) else None
    return None


def _counts(scene: Scene, mention: Mention) -> bool:
    """Can it be who counted, rather than where the things are?"""
    actor = mention.actor
    known = scene.marks.actors.actor(actor.id) is not None or a_body(actor.name, scene.classes)
    country = mention.kind is MentionKind.NAME and actor.kind is ActorKind.COUNTRY
    return mention.kind in _SPOKEN and known and not country and actor.kind is not ActorKind.PLACE


def _link(scene: Scene, mention: Mention) -> Link:
    role = SourceRole.OUTLET if mention.actor.kind is ActorKind.OUTLET else SourceRole.INSTITUTION
    return spoken_on((Link(role, mention.actor, mention.words, source_spans=(mention.span,)),), scene.block)[
        0
    ]
