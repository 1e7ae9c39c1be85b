"""Quotations joined to the cues that give them, across sentences and paragraphs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.extract.attributions.scene.drafts import Draft, Kind
from reportedly.extract.attributions.scene.quotes import Quotation
from reportedly.extract.tree import trim
from reportedly.lexicon import load_speech
from reportedly.model import Span

_SPOKEN = frozenset({Kind.SAY, Kind.PHRASE, Kind.CITING})
_BETWEEN = frozenset(" \t\n\r,.:;–—-!?…)(\"'“”‘’«»\xa0")


def join_quotations(drafts: Iterable[Draft], quotations: Sequence[Quotation], text: str) -> list[Draft]:
    """Give each spoken cue the whole of its quotations, and drop cues left empty."""
    widened = [_widen(_clip(d, quotations), quotations, text) for d in drafts]
    spoken = [_adjacent(d, quotations, widened, text) for d in widened]
    kept = _once([d for d in spoken if d.content])
    return [_go_on(d, quotations, kept, text) for d in kept]


def _once(drafts: list[Draft]) -> list[Draft]:
    """Keep one reading of a cue: a saying before an attitude."""
    first: dict[tuple[int, int], Draft] = {}
    for draft in drafts:
        first.setdefault((draft.tree.tokens[draft.at].span.start, draft.at), draft)
    return list(first.values())


def _held_in(draft: Draft, quotations: Sequence[Quotation]) -> Quotation | None:
    """Return the quotation that a cue itself stands in."""
    at = draft.tree.tokens[draft.at].span
    return next((q for q in quotations if q.span.holds(at)), None)


def _clip(draft: Draft, quotations: Sequence[Quotation]) -> Draft:
    """Keep a cue inside a quotation from reaching out of it."""
    around = _held_in(draft, quotations)
    if around is None:
        return draft
    content = tuple(c for c in (_cut(s, around.inside) for s in draft.content) if c is not None)
    return replace(draft, content=content)


def _cut(span: Span, to: Span) -> Span | None:
    start, end = max(span.start, to.start), min(span.end, to.end)
    return Span(start, end) if start < end else None


def _widen(draft: Draft, quotations: Sequence[Quotation], text: str) -> Draft:
    """Take in the whole of each quotation that the content has begun on."""
    if draft.kind not in _SPOKEN:
        return draft
    cue = draft.tree.tokens[draft.at].span
    pieces = list(draft.content)
    for quote in quotations:
        if quote.span.holds(cue) or not any(quote.span.meets(p) for p in draft.content):
            continue
        pieces.append(trim(text, quote.inside) or quote.inside)
    return replace(draft, content=_merge(_without_comment(draft, pieces, quotations, text), text))


def _without_comment(
    draft: Draft, pieces: list[Span], quotations: Sequence[Quotation], text: str
) -> list[Span]:
    """Leave out a reporter's words that trail a quoted saying."""
    if draft.own is None:
        return pieces
    own = draft.own
    first = min((p.start for p in pieces), default=own.end)
    if first > own.start or not any(_closes_before(q, own, text) for q in quotations):
        return pieces
    return [p for p in pieces if p.start < own.start or any(q.span.meets(p) for q in quotations)]


def _closes_before(quote: Quotation, own: Span, text: str) -> bool:
    gap = text[quote.span.end : own.start] if quote.span.end <= own.start else "x"
    return len(gap) < 4 and all(c in _BETWEEN and c != "\n" for c in gap)


def _merge(pieces: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Join pieces that overlap or are parted by marks alone."""
    merged: list[Span] = []
    for piece in sorted(pieces):
        if merged and not any(c.isalnum() for c in text[merged[-1].end : piece.start]):
            merged[-1] = merged[-1].cover(piece)
        else:
            merged.append(piece)
    return tuple(merged)


def _adjacent(draft: Draft, quotations: Sequence[Quotation], others: list[Draft], text: str) -> Draft:
    """Give a cue the quotations that stand right before and right after its own clause."""
    if draft.kind is not Kind.SAY or draft.own is None or _held_in(draft, quotations) is not None:
        return draft
    own = draft.own
    found = list(draft.content)
    begun = bool(found) and max(c.end for c in found) <= own.start
    behind = bool(found) and min(c.start for c in found) >= own.end
    if found and not begun and not any(q.span.meets(c) for q in quotations for c in found):
        return draft
    for quote in quotations:
        if any(quote.span.meets(p) for p in found):
            continue
        if _claimed(quote, draft, others, quotations):
            continue
        if (_ends_at(quote, own, text) and not begun and not behind) or _starts_at(quote, own, text):
            found.append(trim(text, quote.inside) or quote.inside)
    return replace(draft, content=_merge(found, text) if found else _paragraph_after(own, text))


def _paragraph_after(own: Span, text: str) -> tuple[Span, ...]:
    """Take the paragraph that a closing colon announces, where no marks quote it."""
    rest = text[own.end :]
    gap = re.match(r":\s*\n\s*", rest)
    if gap is None:
        return ()
    start = own.end + gap.end()
    end = text.find("\n", start)
    found = trim(text, Span(start, end if end > 0 else len(text)))
    return (found,) if found is not None else ()


def _ends_at(quote: Quotation, own: Span, text: str) -> bool:
    gap = text[quote.span.end : own.start]
    return quote.span.end <= own.start and len(gap) < 5 and all(c in _BETWEEN and c != "\n" for c in gap)


def _starts_at(quote: Quotation, own: Span, text: str) -> bool:
    gap = text[own.end : quote.span.start]
    if not gap.strip() and load_speech().before_title.search(text[max(0, own.end - 12) : own.end]):
        return False
    if own.end > quote.span.start or len(gap) > 6 or not all(c in _BETWEEN for c in gap):
        return False
    return "\n" not in gap or ":" in gap or text[own.end - 1] == ":"


def _go_on(draft: Draft, quotations: Sequence[Quotation], drafts: list[Draft], text: str) -> Draft:
    """Follow a speaker into the quotations that come next and that nobody else claims."""
    if draft.kind is not Kind.SAY or _held_in(draft, quotations) is not None:
        return draft
    quotes = any(q.span.meets(c) for q in quotations for c in draft.content)
    if not quotes and not _speaks_last(draft, drafts):
        return draft
    end = max(draft.tree.sentence.span.end, draft.content[-1].end)
    pieces = list(draft.content)
    for quote in quotations:
        if any(quote.span.meets(p) for p in pieces):
            continue
        if quote.span.start < end:
            if quotes and _joined(text[pieces[-1].end : quote.span.start]):
                pieces.append(trim(text, quote.inside) or quote.inside)
            continue
        if any(c.isalnum() for c in text[end : quote.span.start]):
            break
        if _claimed(quote, draft, drafts, quotations):
            break
        pieces.append(trim(text, quote.inside) or quote.inside)
        end = quote.span.end
    return replace(draft, content=tuple(sorted(pieces)))


def _joined(gap: str) -> bool:
    """Tell "“One,” and, “Two.”" by what stands between the quotations."""
    return gap.strip(" ,.!?\"'”“’").lower() in {"and", "or", "then"}


def _speaks_last(draft: Draft, drafts: list[Draft]) -> bool:
    """Tell whether a saying without quotation marks is the last of its sentence, and in no other one."""
    cue = draft.tree.tokens[draft.at].span
    beside = [d for d in drafts if d is not draft and d.tree is draft.tree and d.kind in _SPOKEN]
    picks = draft.tree.dep(draft.at) == "acl:relcl"
    if draft.speaker is None or picks or any(c.holds(cue) for d in beside for c in d.content):
        return False
    told = [d for d in beside if not any(c.holds(d.tree.tokens[d.at].span) for c in draft.content)]
    return all(d.at < draft.at for d in told)


def _claimed(quote: Quotation, draft: Draft, drafts: list[Draft], quotations: Sequence[Quotation]) -> bool:
    """Tell whether another cue, outside all quotations, already gives this one."""
    for other in drafts:
        if other is draft or (other.at == draft.at and other.tree is draft.tree) or other.kind not in _SPOKEN:
            continue
        if any(quote.span.meets(c) for c in other.content) and _held_in(other, quotations) is None:
            return True
    return False
