"""Chains: a saying inside a saying, each link with its role and its actor."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reportedly.extract.attributions.scene.drafts import Draft, Kind
from reportedly.extract.attributions.sources.roles import role_of, who_speaks
from reportedly.extract.attributions.sources.subjects import antecedent, source_spans
from reportedly.lexicon import CueTable, load_cues
from reportedly.model import ActorKind, Attribution, Document, Link, Mention, SourceRole, Span, Speech

from .turns import Turn

_SOURCED = frozenset({Kind.SAY, Kind.HOLD, Kind.SHOW, Kind.PHRASE, Kind.CITING, Kind.LABEL})


def chain_up(
    drafts: Iterable[Draft], turns: Sequence[Turn], document: Document, mentions: Sequence[Mention]
) -> list[Attribution]:
    """Turn drafts into attributions, each behind the sayings that hold it."""
    cues = load_cues()
    ordered = sorted(drafts, key=lambda d: (d.content[0].start, -_size(d), d.cue[0].start))
    links = {id(d): _link(d, document, mentions, cues) for d in ordered}
    ends = [max(s.end for s in d.content) for d in ordered]
    spoken = [(t, _turn_link(t)) for t in turns]
    found = [Attribution((link,), turn.content, Speech.DIRECT) for turn, link in spoken]
    for i, draft in enumerate(ordered):
        cue = draft.tree.tokens[draft.at].span
        outer = [ordered[j] for j in _candidates(ordered, ends, i) if _holds(ordered[j], draft)]
        outer.sort(key=lambda d: (d.kind is not Kind.LABEL, -_size(d)))
        over = [link for turn, link in spoken if any(s.holds(cue) for s in turn.content)]
        chain = (*over, *(links[id(o)] for o in outer), links[id(draft)])
        found.append(Attribution(chain, draft.content, _speech(draft, document.text)))
    return found


def _candidates(ordered: list[Draft], ends: list[int], at: int) -> Iterator[int]:
    """Yield the drafts near enough to hold another one's cue."""
    cue = ordered[at].cue[0].start
    for j, other in enumerate(ordered):
        if other.content[0].start > cue + 1 and other.tree is not ordered[at].tree:
            return
        if j != at and (ends[j] > cue or other.tree is ordered[at].tree):
            yield j


def _turn_link(turn: Turn) -> Link:
    """Return the link of a turn: the label is its cue."""
    label = (turn.label,) if turn.label is not None else ()
    if turn.question:
        return Link(SourceRole.ANONYMOUS, None, "reporter", turn.words, (), label)
    role = (
        SourceRole.NAMED_PERSON
        if turn.actor and turn.actor.kind is ActorKind.PERSON
        else SourceRole.INSTITUTION
    )
    words = turn.actor.name if turn.actor is not None else turn.words
    cue = f"{turn.words}:" if turn.label is not None else ""
    return Link(role, turn.actor, words, cue, label, label)


def _size(draft: Draft) -> int:
    return sum(len(s) for s in draft.content)


def _holds(outer: Draft, inner: Draft) -> bool:
    """Tell whether the outer saying holds the inner cue."""
    if outer.kind not in _SOURCED:
        return False
    cue = inner.tree.tokens[inner.at].span
    if inner.tree is outer.tree and Kind.CITING in {inner.kind, outer.kind}:
        told = {Kind.SAY, Kind.PHRASE, Kind.HOLD, Kind.SHOW}
        return inner.kind is Kind.CITING and outer.kind in told and _overlap(outer, inner)
    if _cited_as_saying(outer, inner):
        return True
    cued = outer.tree.tokens[outer.at].span
    if inner.kind is Kind.SAY and _size(inner) > _size(outer) and any(s.holds(cued) for s in inner.content):
        return False
    return any(s.holds(cue) for s in outer.content)


def _cited_as_saying(outer: Draft, inner: Draft) -> bool:
    """Tell "the daily cited officials as saying that ...", whose two verbs share one clause."""
    tree = inner.tree
    if outer.tree is not tree or tree.tokens[inner.at].head != outer.at:
        return False
    marks = {tree.words[kid] for kid in tree.by(inner.at, "mark")}
    return "as" in marks and inner.speaker == tree.first(outer.at, "obj") and _overlap(outer, inner)


def _overlap(one: Draft, other: Draft) -> bool:
    return any(a.meets(b) for a in one.content for b in other.content)


_AFTER_NAME = re.compile(
    r",\s(?:who|whose|which|\w+ of wh(?:om|ich)|a|an|the|\w+ing|[a-z]+(?:ed|en))\b.*", re.DOTALL
)


def _link(draft: Draft, document: Document, mentions: Sequence[Mention], cues: CueTable) -> Link:
    actor = who_speaks(draft, mentions, cues)
    text = document.text
    return Link(
        role=role_of(draft, actor, cues),
        actor=actor,
        words=_AFTER_NAME.sub("", " ".join(s.of(text) for s in _named(draft, text))),
        cue=" ".join(s.of(text) for s in draft.cue),
        source_spans=draft.source,
        cue_spans=draft.cue,
        addressee=draft.addressee,
        occasion=draft.occasion,
    )


def _named(draft: Draft, text: str) -> tuple[Span, ...]:
    """Return the words that name a source: for "who", the noun that it stands for."""
    if draft.speaker is None:
        return draft.source
    meant = antecedent(draft.tree, draft.speaker)
    return draft.source if meant == draft.speaker else source_spans(draft.tree, meant, draft.at, text)


def _speech(draft: Draft, text: str) -> Speech:
    """Tell direct speech from indirect by the quotation marks round and in the content."""
    marks = '"“”„«»'
    first, last = draft.content[0], draft.content[-1]
    opens = first.start > 0 and text[first.start - 1] in marks
    inside = any(m in s.of(text) for s in draft.content for m in marks)
    closes = _closes(text, last, marks)
    if opens and (closes or len(draft.content) > 1):
        return Speech.DIRECT
    return Speech.MIXED if opens or closes or inside else Speech.INDIRECT


def _closes(text: str, span: Span, marks: str) -> bool:
    return any(c in marks for c in text[span.end : span.end + 3])
