"""What a source is to the words it gives, and which actor it is."""

from collections.abc import Sequence

from reportedly.extract.attributions.scene.drafts import Draft, Kind
from reportedly.lexicon import CueTable, load_speech
from reportedly.model import Actor, ActorKind, Mention, MentionKind, SourceRole, Span

from .subjects import antecedent

_KINDS = {
    ActorKind.OUTLET: SourceRole.OUTLET,
    ActorKind.PERSON: SourceRole.NAMED_PERSON,
    ActorKind.COUNTRY: SourceRole.INSTITUTION,
    ActorKind.ORGANISATION: SourceRole.INSTITUTION,
}

_NAMED = frozenset({MentionKind.NAME, MentionKind.SURNAME})


def who_speaks(draft: Draft, mentions: Sequence[Mention], cues: CueTable) -> Actor | None:
    """Return the actor whose mention covers the head of the source.

    A paper, count or picture speaks for whoever made it ("a Seoul count").
    """
    if draft.speaker is None:
        return None
    at = antecedent(draft.tree, draft.speaker)
    head = draft.tree.tokens[at].span
    found = next((m.actor for m in mentions if m.span.meets(head) and not m.place), None)
    if found is None or found.kind is not ActorKind.PERSON:
        found = _person_in(draft, mentions) or found
    if found is None and {draft.tree.lemmas[at], draft.tree.words[at]} & cues.document.keys():
        found = _maker(draft, at, mentions)
    return found


def _person_in(draft: Draft, mentions: Sequence[Mention]) -> Actor | None:
    """Return the person who opens or closes a source of several words: "the minister, Ann Lee"."""
    if not draft.source:
        return None
    first, last = draft.source[0].start, draft.source[-1].end
    for m in mentions:
        if (
            m.actor.kind is ActorKind.PERSON
            and m.kind in _NAMED
            and first <= m.span.start
            and m.span.end <= last
        ):
            closes = m.span.end == last and not _ties(draft, Span(first, m.span.start))
            closes = closes or (m.span.end == last and _set_off(draft, m.span.start))
            if closes or m.span.start == first:
                return m.actor
    return None


def _set_off(draft: Draft, start: int) -> bool:
    """Tell a name behind a comma ("the head of the UN, Ann Lee") from one inside a phrase."""
    tokens = draft.tree.tokens
    before = next((i for i, t in enumerate(tokens) if t.span.start >= start), 0) - 1
    return before > 0 and tokens[before].text == ","


def _ties(draft: Draft, span: Span) -> bool:
    """Tell "the office of" before a name, which is not the person, from a title."""
    return any(t.pos == "ADP" or t.text in {"'s", "’s"} for t in draft.tree.tokens if span.holds(t.span))


def _maker(draft: Draft, at: int, mentions: Sequence[Mention]) -> Actor | None:
    """Return who issued a document: "Seoul's count", "data from the ministry"."""
    tree = draft.tree
    for i in tree.kids[at]:
        dep = tree.dep(i)
        by = dep == "nmod" and any(tree.words[c] in {"from", "by", "of"} for c in tree.by(i, "case"))
        if by or dep in {"compound", "nmod:poss", "amod", "nmod:desc"}:
            span = tree.tokens[i].span
            made = next((m.actor for m in mentions if m.span.meets(span) and not m.place), None)
            if made is not None:
                return made
    return None


def _is_a_body(lemma: str, actor: Actor | None) -> bool:
    """Tell an outlet, or a service ("military intelligence"), from a paper that somebody issued."""
    if actor is None:
        return False
    service = actor.kind is ActorKind.ORGANISATION and lemma == "intelligence"
    return service or actor.kind is ActorKind.OUTLET


def role_of(draft: Draft, actor: Actor | None, cues: CueTable) -> SourceRole:
    """Return the role of a source by its noun, else by its actor."""
    if draft.kind in {Kind.PASSIVE, Kind.ADVERB} or not draft.source:
        return SourceRole.PASSIVE_UNATTRIBUTED
    head = antecedent(draft.tree, draft.speaker) if draft.speaker is not None else None
    lemma = draft.tree.lemmas[head] if head is not None else ""
    written = draft.tree.words[head] if head is not None else ""
    if (lemma in cues.document or written in cues.document) and not _is_a_body(lemma, actor):
        return SourceRole.DOCUMENT
    if lemma in load_speech().press:
        return SourceRole.OUTLET
    if actor is None:
        several = head is not None and lemma in cues.anonymous and draft.tree.words[head] != lemma
        return SourceRole.INSTITUTION if lemma in cues.body and not several else SourceRole.ANONYMOUS
    if actor.kind is ActorKind.PERSON and lemma in cues.anonymous:
        return SourceRole.OFFICE
    return _KINDS.get(actor.kind, SourceRole.INSTITUTION)
