"""What a source is to the words it gives, and which actor it is."""

from collections.abc import Sequence

from reportedly.lexicon import CueTable
from reportedly.model import Actor, ActorKind, Mention, MentionKind, SourceRole

from .drafts import Draft, Kind
from .sources import antecedent

_KINDS = {
    ActorKind.OUTLET: SourceRole.OUTLET,
    ActorKind.PERSON: SourceRole.NAMED_PERSON,
    ActorKind.COUNTRY: SourceRole.INSTITUTION,
    ActorKind.ORGANISATION: SourceRole.INSTITUTION,
}


def who_speaks(draft: Draft, mentions: Sequence[Mention]) -> Actor | None:
    """Return the actor whose mention covers the head of the source."""
    mention = mention_at(draft, mentions)
    return mention.actor if mention is not None else None


def mention_at(draft: Draft, mentions: Sequence[Mention]) -> Mention | None:
    """Return the mention that covers the head of the source."""
    if draft.speaker is None:
        return None
    head = draft.tree.tokens[antecedent(draft.tree, draft.speaker)].span
    return next((m for m in mentions if m.span.meets(head)), None)


def role_of(draft: Draft, actor: Actor | None, cues: CueTable) -> SourceRole:
    """Return the role of a source by its actor, else by its noun."""
    if draft.kind in {Kind.PASSIVE, Kind.ADVERB} or not draft.source:
        return SourceRole.PASSIVE_UNATTRIBUTED
    lemma = draft.tree.lemmas[antecedent(draft.tree, draft.speaker)] if draft.speaker is not None else ""
    if lemma in cues.document:
        return SourceRole.DOCUMENT
    if actor is not None and actor.kind in _KINDS:
        return _KINDS[actor.kind]
    if lemma in cues.anonymous or actor is None:
        return SourceRole.ANONYMOUS
    return SourceRole.OFFICE


__all__ = ["MentionKind", "mention_at", "role_of", "who_speaks"]
