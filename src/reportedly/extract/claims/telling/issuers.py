"""Who issued a paper that speaks: "the study" is whoever's study the page named before."""

import re
from collections.abc import Sequence

from reportedly.extract.claims.scene.marks import Marks, Scene
from reportedly.extract.claims.scene.parties import named
from reportedly.extract.roles import case_of, prepositional
from reportedly.model import ActorKind, Link, Mention, SourceRole, Span

_ISSUERS = frozenset({ActorKind.ORGANISATION, ActorKind.COUNTRY, ActorKind.PERSON, ActorKind.OUTLET})


def issuer_of(link: Link, words: str, marks: Marks) -> Mention | None:
    """Return who issued the paper that a link speaks through, here or earlier on the page."""
    *_, head = words.lower().split() or [""]
    source = link.source_spans[0]
    if link.role is not SourceRole.DOCUMENT and head not in marks.frames.words.papers:
        return None
    parties = [m for m in marks.mentions if m.actor.kind in _ISSUERS]
    inside = [m for m in parties if source.holds(m.span) and not m.place]
    if inside:
        return inside[0]
    definite = words.lower().startswith(("the ", "this "))
    return (
        _named_before(head, source, parties, marks.document.text)
        if definite and head in marks.frames.words.papers
        else None
    )


def in_paper(scene: Scene) -> tuple[Link, ...]:
    """Return who speaks in a sentence that opens with a paper: "In a report of the ministry, ..."."""
    tree = scene.tree
    for at in range(min(len(tree), 6)):
        if (
            tree.lemmas[at] in scene.classes.papers
            and case_of(tree, at) in {"in", "per"}
            and tree.dep(at) in {"obl", "root", "nmod"}
        ):
            tokens = [
                *tree.by(at, "nmod:poss"),
                *(t for p in ("of", "by", "from") for t in prepositional(tree, at, p)),
            ]
            who = next((m for t in tokens if (m := named(scene, t)) is not None), None)
            if who is not None:
                span = tree.tokens[at].span
                return (
                    Link(SourceRole.DOCUMENT, who.actor, who.words, scene.words(span), (who.span,), (span,)),
                )
    return ()


def _named_before(head: str, source: Span, parties: Sequence[Mention], text: str) -> Mention | None:
    """Return the last party before whom the same paper stood next to ("a study by Oslo University")."""
    stem = re.escape(head.removesuffix("s").removesuffix("er"))
    for mention in reversed([m for m in parties if m.span.end < source.start]):
        before = text[max(0, mention.span.start - 40) : mention.span.start].lower()
        after = text[mention.span.end : mention.span.end + 90].lower()
        if re.search(rf"\b{stem}\w*\s+(?:\w+\s+)?(?:by|from|of|at)\s+(?:\w+\s+){{0,3}}$", before):
            return mention
        own = rf"(?:['’]s)?\s+(?:\w+\s+)?{stem}"
        issued = rf"[^.\n]*?\b(?:a|an|its|their)\s+(?:\w+\s+){{0,2}}{stem}"
        if re.match(f"{own}|{issued}", after):
            return mention
    return None
