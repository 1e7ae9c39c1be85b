"""Revisions: what changed between two captures of one page, in its blocks and in its claims."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reportedly.model import BlockKind, Claim, Document, chain, counted, figure, party, when

from .stretches import matched, matched_words

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
    before: Document,
    claims_before: Iterable[Claim],
    after: Document,
    claims_after: Iterable[Claim],
    rows: Iterable[Beside] | None = None,
) -> Revision:
    """Return which blocks and claims changed between two captures; furniture does not count.

    ``rows`` are the blocks side by side, where they are known already.
    """
    blocks = tuple(_block_changes(align(before, after) if rows is None else rows))
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
    for same, a, b, c, d in matched(old, new):
        if same:
            yield from (Beside(kind, words, words) for kind, words in new[c:d])
        else:
            yield from _paired(old[a:b], new[c:d])


_Block = tuple[BlockKind, str]
Key = tuple[str, ...]
Told = Mapping[str, str]


def _blocks(document: Document) -> list[_Block]:
    found = ((block.kind, " ".join(block.span.of(document.text).split())) for block in document.blocks)
    return [block for block in found if block[0] not in _FURNITURE]


def _block_changes(rows: Iterable[Beside]) -> Iterator[BlockChange]:
    """Yield what changed; a block that moved is told once, where it stands now."""
    for row in rows:
        if row.change is Change.REWORDED:
            told = wordings(row.before, row.after)
            yield BlockChange(row.change, row.kind, row.before, row.after, told)
        elif row.change is Change.MOVED and row.after:
            yield BlockChange(row.change, row.kind, row.after, row.after)
        elif row.change in {Change.ADDED, Change.REMOVED}:
            yield BlockChange(row.change, row.kind, row.before, row.after)


def _paired(old: Sequence[_Block], new: Sequence[_Block]) -> Iterator[Beside]:
    """Pair the blocks of one stretch that say nearly the same, in order; the rest is gone or new."""
    start = 0
    for kind, words in old:
        at = next((at for at in range(start, len(new)) if _alike(words, new[at][1])), None)
        if at is None:
            yield Beside(kind, words, "", Change.REMOVED)
            continue
        yield from (Beside(k, "", w, Change.ADDED) for k, w in new[start:at])
        yield Beside(new[at][0], words, new[at][1], Change.REWORDED)
        start = at + 1
    yield from (Beside(kind, "", words, Change.ADDED) for kind, words in new[start:])


def _alike(one: str, other: str) -> bool:
    """Are half of the words the same, in order? What is quickly told comes first."""
    old, new = one.split(), other.split()
    enough = _ALIKE * (len(old) + len(new)) / 2
    if min(len(old), len(new)) < enough or (Counter(old) & Counter(new)).total() < enough:
        return False
    return sum(b - a for same, a, b, _, _ in matched_words(one, other) if same) >= enough


def wordings(before: str, after: str) -> tuple[Wording, ...]:
    """Return the stretches of words that differ between two texts.

    "at least 41 people" and "at least 44 people" differ in "41" and "44".
    """
    old, new = before.split(), after.split()
    return tuple(
        Wording(" ".join(old[a:b]), " ".join(new[c:d]))
        for same, a, b, c, d in matched_words(before, after)
        if not same
    )


def _ordered(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.evidence.span, claim.kind, claim.id))


def _claim_changes(old: list[Claim], new: list[Claim]) -> Iterator[ClaimChange]:
    told = {id(claim): _told(claim) for claim in (*old, *new)}
    pairs = _pairs(old, new, told)
    paired = {earlier.id for earlier in pairs.values()}
    for claim in old:
        if claim.id not in paired:
            yield ClaimChange(Change.REMOVED, claim.kind, claim.id, None, claim.evidence.exact, "")
    for claim in new:
        earlier = pairs.get(claim.id)
        if earlier is None:
            yield ClaimChange(Change.ADDED, claim.kind, None, claim.id, "", claim.evidence.exact)
        elif fields := _field_changes(told[id(earlier)], told[id(claim)]):
            yield ClaimChange(
                Change.REWORDED,
                claim.kind,
                earlier.id,
                claim.id,
                earlier.evidence.exact,
                claim.evidence.exact,
                fields,
            )


def _pairs(old: Sequence[Claim], new: Sequence[Claim], told: Mapping[int, Told]) -> dict[str, Claim]:
    """Return for the ids of later claims the earlier ones that they are.

    By the same words told alike, else by the same words, else by the same measure where only one fits.
    """

    def as_told(claim: Claim) -> Key:
        return (*_in_words(claim), *told[id(claim)].values())

    pairs: dict[str, Claim] = {}
    earlier, later = list(old), list(new)
    for key, alone in ((as_told, False), (_in_words, False), (_measure, True)):
        fitting: dict[Key, list[Claim]] = defaultdict(list)
        for claim in later:
            fitting[key(claim)].append(claim)
        keys = [key(claim) for claim in earlier]
        rivals, left = Counter(keys), []
        for claim, mine in zip(earlier, keys, strict=True):
            some = fitting[mine]
            if not some or (alone and (len(some) > 1 or rivals[mine] > 1)):
                left.append(claim)
            else:
                pairs[some.pop(0).id] = claim
        earlier, later = left, [claim for claim in later if claim.id not in pairs]
    return pairs


def _in_words(claim: Claim) -> Key:
    return claim.kind, " ".join(claim.evidence.exact.split())


def _measure(claim: Claim) -> Key:
    thing = (claim.item.id or claim.item.head) if claim.item else ""
    head = "headline" if claim.section == "headline" else ""
    return claim.kind, thing, claim.outcome or "", str(claim.aggregation or ""), head


def _field_changes(old: Told, new: Told) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(field, old[field], new[field]) for field in old if old[field] != new[field])


def _told(claim: Claim) -> Told:
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
