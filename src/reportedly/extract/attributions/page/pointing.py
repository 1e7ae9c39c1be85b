"""Sources that point back: "it said", "the report says", each to the source before it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.lexicon import load_speech
from reportedly.model import ActorKind, Attribution, Document, Link, SourceRole, Span

_ONE = frozenset({"he", "she"})
_BODY = frozenset({"it", "they"})
_PRONOUNS = _ONE | _BODY | {"who", "which", "that", "this", "these", "those", "one"}
_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}
_DEFINITE = frozenset({"the", "this", "that", "its", "their"})

_Key = tuple[tuple[Span, ...], tuple[Span, ...]]


def point_back(found: Iterable[Attribution], document: Document) -> list[Attribution]:
    """Name the sources that only point back, or leave them without a name.

    A pronoun takes the source before it that fits, in its paragraph or the
    one before; where none does, it names nobody.
    """
    told = [a for a in found if not any(_is_the_page(link) for link in a.chain)]
    links = {_key(link): link for a in told for link in a.chain}
    starts = [block.span.start for block in document.blocks]
    named: list[tuple[int, Link]] = []
    meant: dict[_Key, Link] = {}
    for key, link in sorted(links.items(), key=lambda row: _place(row[1])):
        block = bisect_right(starts, _place(link))
        near = [n for at, n in reversed(named) if block - at <= 1 and _place(n) < _place(link)]
        meant[key] = _meant(link, near, [n for _, n in reversed(named)])
        if meant[key].words:
            named.append((block, meant[key]))
    return [replace(a, chain=tuple(meant[_key(link)] for link in a.chain)) for a in told]


def _key(link: Link) -> _Key:
    return link.source_spans, link.cue_spans


def _place(link: Link) -> int:
    spans = (*link.source_spans, *link.cue_spans)
    return min((s.start for s in spans), default=0)


def _is_the_page(link: Link) -> bool:
    """Tell "an earlier version of this story said": the page speaks of itself."""
    words = link.words.lower().split()
    return link.actor is None and (
        words[:1] == ["correction"] or any(w in load_speech().itself for w in words[:3])
    )


def _meant(link: Link, near: Sequence[Link], before: Sequence[Link]) -> Link:
    """Return a link with the name that its words point back to; the latest sources come first."""
    word = link.words.lower()
    if link.actor is not None or not link.source_spans or not word:
        return link
    if word in _PRONOUNS:
        source = next((n for n in near if _fits(word, n)), None)
        if source is None:
            return replace(link, words="", role=SourceRole.ANONYMOUS)
        return replace(link, words=source.words, actor=source.actor, role=source.role)
    if link.role is SourceRole.DOCUMENT:
        return _issued(link, near, before)
    return link


def _issued(link: Link, near: Sequence[Link], before: Sequence[Link]) -> Link:
    """Return a paper with who issued it: "the report" as named before, "his estimate" by who spoke."""
    words = link.words.lower().split()
    first, paper = words[0], words[-1]
    if first in _DEFINITE:
        issued = (n for n in before if n.role is SourceRole.DOCUMENT and n.actor is not None)
        source = next((n for n in issued if paper in n.words.lower().split()), None)
        if source is not None:
            return replace(link, actor=source.actor)
    owner = next((n for n in near if _fits(_OWNERS[first], n)), None) if first in _OWNERS else None
    return replace(link, words=owner.words, actor=owner.actor, role=owner.role) if owner else link


def _fits(word: str, source: Link) -> bool:
    """Tell whether a pronoun can stand for a source."""
    person = source.actor is not None and source.actor.kind is ActorKind.PERSON
    plural = source.role is SourceRole.ANONYMOUS and source.words.lower().endswith(("s", *load_speech().many))
    if word in _ONE:
        return person or (source.role is SourceRole.ANONYMOUS and not plural and source.actor is None)
    if word == "it":
        return not person and not plural and source.role is not SourceRole.ANONYMOUS
    return word == "they" and not person
