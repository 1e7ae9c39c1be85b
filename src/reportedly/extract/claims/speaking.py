"""In whose voice a claim stands: the chain of sources round its words."""

import re
from collections.abc import Sequence

from reportedly.lexicon import ActorTable
from reportedly.model import (
    Actor,
    ActorKind,
    Attribution,
    Document,
    Link,
    Mention,
    MentionKind,
    SourceRole,
    Span,
)

from .marks import Marks, Scene

_BY_TITLE = re.compile(
    r"^(?:joint\s+)?(?:statement|remarks|address|opening remarks|press statement|message|speech)\s+(?:by|from|of)\s+(?:the\s+)?"
    r"(?P<who>.+?)(?=\s+(?:on|at|in|after|before|announcing|regarding|following|for|about|to|celebrating|marking|welcoming|condemning)\b|$)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"^(?:(?:vice|deputy|assistant|acting|former)\s+)*(?:[\w.’'-]+\s+){0,4}?(?:president|secretary|spokesperson|spokesman|spokeswoman|advisor|adviser|minister|ambassador|chancellor|governor|director|chair|chairman|king|queen|pope)(?:\s+(?:general|of\s+\w+))?\s+",
    re.IGNORECASE,
)


def author_of(document: Document, mentions: Sequence[Mention]) -> Mention | None:
    """Return who speaks throughout: the person whom a statement's title names."""
    title = document.title or ""
    match = _BY_TITLE.match(title.strip())
    if match is None:
        return None
    name = _OFFICE.sub("", match["who"]).strip(" ,")
    if not re.match(r"^[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*)+$", name):
        return None
    for mention in mentions:
        if mention.actor.name == name:
            return mention
    actor = Actor("person:" + re.sub(r"[^a-z0-9]+", "-", name.lower()), name, ActorKind.PERSON)
    start = max(document.text.find(name), 0)
    return Mention(Span(start, start + len(name)), name, actor, MentionKind.NAME)


def ours(document: Document, author: Mention | None, actors: ActorTable) -> Mention | None:
    """Return who "we" are in a statement: the state whose seat issues it, else its author."""
    outlet = actors.resolve(document.outlet or "")
    state = actors.country(outlet) if outlet is not None else None
    if author is None or state is None:
        return author
    return Mention(author.span, author.words, state, MentionKind.ANAPHOR)


def chain_of(scene: Scene, at: int, span: Span) -> tuple[Link, ...]:
    """Return the chain of the narrowest attribution whose content holds a token."""
    place = scene.tree.tokens[at].span
    around = [a for a in scene.marks.attributions if _holds(a, place)]
    if not around:
        around = [a for a in scene.marks.attributions if _holds(a, span)]
    best = min(around, key=_breadth, default=None)
    if best is not None:
        return best.chain
    return _by_author(scene.marks)


def _by_author(marks: Marks) -> tuple[Link, ...]:
    if marks.author is None:
        return ()
    author = marks.author
    return (Link(SourceRole.NAMED_PERSON, author.actor, author.words, "", source_spans=(author.span,)),)


def _holds(attribution: Attribution, span: Span) -> bool:
    return any(content.holds(span) for content in attribution.content)


def _breadth(attribution: Attribution) -> int:
    return sum(len(content) for content in attribution.content)
