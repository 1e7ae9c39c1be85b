"""Chains: a saying inside a saying, each link with its role and its actor."""

from collections.abc import Iterable, Sequence

from reportedly.lexicon import CueTable
from reportedly.model import Attribution, Document, Link, Mention, Span, Speech

from .drafts import Draft, Kind
from .roles import role_of, who_speaks

_SOURCED = frozenset({Kind.SAY, Kind.HOLD, Kind.SHOW, Kind.PHRASE, Kind.CITING, Kind.LABEL})


def chain_up(
    drafts: Iterable[Draft], document: Document, mentions: Sequence[Mention], cues: CueTable
) -> tuple[Attribution, ...]:
    """Turn drafts into attributions, each behind the sayings that hold it."""
    ordered = sorted(drafts, key=lambda d: (d.content[0].start, -_size(d), d.cue[0].start))
    links = {id(d): _link(d, document, mentions, cues) for d in ordered}
    found = []
    for draft in ordered:
        outer = [o for o in ordered if o is not draft and _holds(o, draft)]
        outer.sort(key=_size, reverse=True)
        chain = (*(links[id(o)] for o in outer), links[id(draft)])
        found.append(Attribution(chain, draft.content, _speech(draft, document.text)))
    return tuple(found)


def _size(draft: Draft) -> int:
    return sum(len(s) for s in draft.content)


def _holds(outer: Draft, inner: Draft) -> bool:
    """Tell whether the outer saying holds the inner cue."""
    if outer.kind not in _SOURCED:
        return False
    cue = inner.tree.tokens[inner.at].span
    if inner.kind is Kind.CITING and inner.tree is outer.tree:
        return outer.at == inner.tree.tokens[inner.at].head
    return any(s.holds(cue) for s in outer.content)


def _link(draft: Draft, document: Document, mentions: Sequence[Mention], cues: CueTable) -> Link:
    actor = who_speaks(draft, mentions)
    text = document.text
    return Link(
        role=role_of(draft, actor, cues),
        actor=actor,
        words=" ".join(s.of(text) for s in draft.source),
        cue=" ".join(s.of(text) for s in draft.cue),
        source_spans=draft.source,
        cue_spans=draft.cue,
        addressee=draft.addressee,
        occasion=draft.occasion,
    )


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
