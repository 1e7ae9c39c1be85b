"""Who issued a paper that speaks: "the study" is whoever's study the page named before."""

import re
from collections.abc import Sequence

from reportedly.extract.claims.scene.marks import Marks, Scene
from reportedly.extract.claims.scene.parties import named
from reportedly.extract.roles import case_of, prepositional
from reportedly.model import ActorKind, Link, Mention, SourceRole, Span

_PASSED = re.compile(
    r"\b(?:obtained|seen|reviewed|viewed|leaked|given|shared|published|posted|quoted|cited|carried|aired|sent)"
    r"\s+(?:by|to|with|in|on)\s+(?:the\s+)?(?:\w+\s+){0,2}$"
)
_FROM = re.compile(
    r"(?:(?:an?|the|its)\s+)?(?:[\w-]+\s+){0,3}?(?P<paper>\w+)\s+(?:\w+\s+){0,2}?(?:from|by)\s+(?P<who>the\s+(?:[\w-]+\s+){0,3}?\w+)",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?P<who>(?:the\s+)?(?:[\w-]+\s+){0,3}?\w+)['’]s\s+(?:[\w-]+\s+){0,2}?(?P<paper>\w+)", re.IGNORECASE
)
_ISSUERS = frozenset({ActorKind.ORGANISATION, ActorKind.COUNTRY, ActorKind.PERSON, ActorKind.OUTLET})


def issuer_of(link: Link, words: str, marks: Marks) -> Mention | None:
    """Return who issued the paper that a link speaks through, here or earlier on the page."""
    *_, head = words.lower().split() or [""]
    source = link.source_spans[0]
    if link.role is not SourceRole.DOCUMENT and head not in marks.frames.words.papers:
        return None
    text = marks.document.text
    parties = [m for m in marks.mentions if m.actor.kind in _ISSUERS]
    inside = [
        m for m in parties if source.holds(m.span) and not m.place and not only_passed_on(m, source, text)
    ]
    if inside:
        return inside[0]
    definite = words.lower().startswith(("the ", "this "))
    if not definite or head not in marks.frames.words.papers:
        return None
    return _named_before(head, source, parties, text) or _only_one(head, source, parties, marks)


def only_passed_on(mention: Mention, source: Span, text: str) -> bool:
    """Is a party only who got hold of a paper, or printed it ("a memo obtained by Reuters")?"""
    return _PASSED.search(text[source.start : mention.span.start]) is not None


def _only_one(head: str, source: Span, parties: Sequence[Mention], marks: Marks) -> Mention | None:
    """Return whose paper it is where the page told of one only, by another word ("the study": a report)."""
    alike = marks.frames.words.studies
    if head not in alike:
        return None
    text = marks.document.text
    told = [m for other in alike if (m := _named_before(other, source, parties, text)) is not None]
    return told[0] if len({m.actor.id for m in told}) == 1 else None


def maker_in_words(words: str, marks: Marks) -> str | None:
    """Return the words for an unnamed body whose paper speaks: "a statement from the ministry"."""
    classes = marks.frames.words
    match = _FROM.fullmatch(words) or _OWN.fullmatch(words)
    if match is None or match["paper"].lower() not in classes.papers | classes.studies:
        return None
    *_, body = match["who"].lower().split()
    return match["who"] if body in classes.bodies else None


def in_paper(scene: Scene) -> tuple[Link, ...]:
    """Return who speaks in a sentence that opens with a paper: "In a report of the ministry, ..."."""
    tree, papers = scene.tree, scene.classes.papers
    for at in range(min(len(tree), 6)):
        if (
            tree.lemmas[at] in papers
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
    word = head.removesuffix("s").removesuffix("er")
    stem = re.escape(word)
    for mention in reversed([m for m in parties if m.span.end < source.start]):
        before = text[max(0, mention.span.start - 40) : mention.span.start].lower()
        after = text[mention.span.end : mention.span.end + 90].lower()
        if word not in before and word not in after:
            continue
        if re.search(rf"\b{stem}\w*\s+(?:\w+\s+){{0,3}}(?:by|from|of|at)\s+(?:\w+\s+){{0,3}}$", before):
            return mention
        own = rf"(?:['’]s)?\s+(?:\w+\s+)?{stem}"
        issued = rf"[^.\n]*?\b(?:a|an|its|their)\s+(?:\w+\s+){{0,2}}{stem}"
        if re.match(f"{own}|{issued}", after):
            return mention
    return None
