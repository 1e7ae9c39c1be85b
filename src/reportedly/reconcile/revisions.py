"""Revisions: what changed between two captures of one page, in its blocks and in its claims."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from reportedly.model import BlockKind, Claim, Document, chain, counted, figure, party, when

_ALIKE = 0.5
_FURNITURE = frozenset(
    {
        BlockKind.TEASER,
        BlockKind.READ_MORE,
        BlockKind.NEWSLETTER,
        BlockKind.PAYWALL,
        BlockKind.COMMENT,
        BlockKind.NAVIGATION,
        BlockKind.OTHER,
    }
)


class Change(StrEnum):
    """What became of a block or a claim."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that stood in one place before and after; either may be empty."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class BlockChange:
    """A block that is new, gone, moved or reworded, with the words that differ."""

    change: Change
    kind: BlockKind
    before: str
    after: str
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """A block as it stood before beside as it stands after; ``change`` is nothing where both are the same."""

    kind: BlockKind
    before: str
    after: str
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a claim, as it prints before and after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim that is new, gone or told otherwise: ids, words, and the fields that differ."""

    change: Change
    kind: str
    before: str | None
    after: str | None
    words_before: str
    words_after: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """What changed from one capture to another, in the order of the page."""

    before: str
    after: str
    blocks: tuple[BlockChange, ...] = ()
    claims: tuple[ClaimChange, ...] = ()


def revise(
    before: Document, claims_before: Iterable[Claim], after: Document, claims_after: Iterable[Claim]
) -> Revision:
    """Return which blocks and claims changed between two captures; furniture does not count."""
    blocks = tuple(_block_changes(_blocks(before), _blocks(after)))
    changes = tuple(_claim_changes(_ordered(claims_before), _ordered(claims_after)))
    return Revision(before.id, after.id, blocks, changes)


def align(before: Document, after: Document) -> Iterator[Beside]:
    """Yield the blocks of two captures side by side, in page order; furniture does not count."""
    old, new = _blocks(before), _blocks(after)
    rows = list(_beside(old, new))
    gone = {row.before for row in rows if row.change is Change.REMOVED}
    come = {row.after for row in rows if row.change is Change.ADDED}
    for row in rows:
        moved = row.change in {Change.REMOVED, Change.ADDED} and (row.before or row.after) in gone & come
        yield replace(row, change=Change.MOVED) if moved else row


def _beside(old: Sequence["_Block"], new: Sequence["_Block"]) -> Iterator[Beside]:
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (Beside(kind, words, words) for kind, words in new[c:d])
        else:
            for change in _paired(old[a:b], new[c:d]):
                yield Beside(change.kind, change.before, change.after, change.change)


_Block = tuple[BlockKind, str]


def _blocks(document: Document) -> list[_Block]:
    found = ((block.kind, " ".join(block.span.of(document.text).split())) for block in document.blocks)
    return [block for block in found if block[0] not in _FURNITURE]


def _block_changes(old: Sequence[_Block], new: Sequence[_Block]) -> Iterator[BlockChange]:
    changes = [
        change
        for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if tag != "equal"
        for change in _paired(old[a:b], new[c:d])
    ]
    gone = {change.before for change in changes if change.change is Change.REMOVED}
    come = {change.after for change in changes if change.change is Change.ADDED}
    for change in changes:
        if change.change is Change.REMOVED and change.before in come:
            continue
        if change.change is Change.ADDED and change.after in gone:
            yield BlockChange(Change.MOVED, change.kind, change.after, change.after)
        else:
            yield change


def _paired(old: Sequence[_Block], new: Sequence[_Block]) -> Iterator[BlockChange]:
    """Pair the blocks of one stretch that say nearly the same, in order; the rest is gone or new."""
    start = 0
    for kind, words in old:
        at = next((at for at in range(start, len(new)) if _alike(words, new[at][1])), None)
        if at is None:
            yield BlockChange(Change.REMOVED, kind, words, "")
            continue
        yield from (BlockChange(Change.ADDED, k, "", w) for k, w in new[start:at])
        yield BlockChange(Change.REWORDED, new[at][0], words, new[at][1], wordings(words, new[at][1]))
        start = at + 1
    yield from (BlockChange(Change.ADDED, kind, "", words) for kind, words in new[start:])


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    return all(bound() >= _ALIKE for bound in bounds)  # the dear one last


def wordings(before: str, after: str) -> tuple[Wording, ...]:
    """Return the stretches of words that differ between two texts.

    "at least 41 people" and "at least 44 people" differ in "41" and "44".
    """
    old, new = before.split(), after.split()
    return tuple(
        Wording(" ".join(old[a:b]), " ".join(new[c:d]))
        for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if tag != "equal"
    )


def _ordered(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.evidence.span, claim.kind, claim.id))


def _claim_changes(old: list[Claim], new: list[Claim]) -> Iterator[ClaimChange]:
    pairs = _pairs(old, new)
    for claim in old:
        if claim.id not in pairs:
            yield ClaimChange(Change.REMOVED, claim.kind, claim.id, None, claim.evidence.exact, "")
    origin = {later.id: earlier for earlier, later in pairs.values()}
    for claim in new:
        earlier = origin.get(claim.id)
        if earlier is None:
            yield ClaimChange(Change.ADDED, claim.kind, None, claim.id, "", claim.evidence.exact)
        elif fields := _field_changes(earlier, claim):
            yield ClaimChange(
                Change.REWORDED,
                claim.kind,
                earlier.id,
                claim.id,
                earlier.evidence.exact,
                claim.evidence.exact,
                fields,
            )


def _pairs(old: Sequence[Claim], new: Sequence[Claim]) -> dict[str, tuple[Claim, Claim]]:
    """Pair claims that are one: by the same words, else by the same measure where only one fits."""
    pairs: dict[str, tuple[Claim, Claim]] = {}
    left = list(new)
    for same in (_told_alike, _same_words, _same_measure):
        for claim in (claim for claim in old if claim.id not in pairs):
            fitting = [other for other in left if same(claim, other)]
            rivals = [o for o in old if o.id not in pairs and o is not claim and same(o, claim)]
            if not fitting or (same is _same_measure and (len(fitting) > 1 or rivals)):
                continue
            pairs[claim.id] = (claim, fitting[0])
            left.remove(fitting[0])
    return pairs


def _told_alike(one: Claim, other: Claim) -> bool:
    return _same_words(one, other) and not _field_changes(one, other)


def _same_words(one: Claim, other: Claim) -> bool:
    return one.kind == other.kind and one.evidence.exact.split() == other.evidence.exact.split()


def _same_measure(one: Claim, other: Claim) -> bool:
    return _measure(one) == _measure(other)


def _measure(claim: Claim) -> tuple[str, ...]:
    thing = (claim.item.id or claim.item.head) if claim.item else ""
    head = "headline" if claim.section == "headline" else ""
    return claim.kind, thing, claim.outcome or "", str(claim.aggregation or ""), head


def _field_changes(one: Claim, other: Claim) -> tuple[FieldChange, ...]:
    old, new = _told(one), _told(other)
    return tuple(FieldChange(field, old[field], new[field]) for field in old if old[field] != new[field])


def _told(claim: Claim) -> dict[str, str]:
    """Return what a claim says, field by field, as it prints."""
    voice = claim.voice
    return {
        "actor": party(claim.actor),
        "recipient": party(claim.recipient),
        "figure": figure(claim.quantity),
        "item": counted(claim),
        "outcome": claim.outcome or "",
        "place": claim.place or "",
        "time": when(claim.time),
        "modality": str(voice.modality),
        "polarity": str(voice.polarity),
        "stage": str(voice.stage or ""),
        "attribution": chain(claim.attribution),
    }
