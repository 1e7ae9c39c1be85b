"""A page as a sketch: the hashes of its words by place, and its figures, dates and names in order."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate
from re import compile as pattern
from zlib import crc32

from reportedly.model import BlockKind, Document, Span

from .facts import SORTS, Sort, facts_of

WORDS = 5
SAMPLE = 32
GRAMS = 6
ALL = 2**32
_WORD = pattern(r"\w+")
_UNLIKE = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.TABLE})
_DAY = 10


@dataclass(frozen=True, slots=True)
class Sketch:
    """A page's shingles by place: ``hashes`` in order, cut into ``blocks`` at ``ends``.

    ``facts`` are its figures, dates and names in order, cut into
    ``fact_blocks`` at ``fact_ends``; ``credit`` is the line by which it says
    that it is a translation.
    """

    document: str
    rank: str
    hashes: bytes
    ends: tuple[int, ...]
    blocks: tuple[Span, ...]
    facts: bytes = b""
    fact_ends: tuple[int, ...] = ()
    fact_blocks: tuple[Span, ...] = ()
    credit: str = ""

    @property
    def shingles(self) -> frozenset[int]:
        """The hashes of all shingles."""
        return frozenset(unpack(self.hashes))

    @property
    def sample(self) -> tuple[int, ...]:
        """The smallest hashes: about one in sixteen, and no fewer than some thirty."""
        found = sorted(self.shingles)
        rate = max(1 / 16, SAMPLE / max(len(found), 1))
        return tuple(found[: bisect_right(found, int(rate * (ALL - 1)))]) if rate < 1 else tuple(found)

    @property
    def found_by(self) -> tuple[int, ...]:
        """By which runs of facts other pages find this one: a few of any page, all of a translation."""
        grams = self._grams
        kept = tuple(ALL + gram for gram in grams[:GRAMS])
        return (*kept, *(2 * ALL + gram for gram in grams)) if self.credit else kept

    @property
    def asks(self) -> tuple[int, ...]:
        """By which runs of facts this page finds others: a translation any page, any page translations."""
        grams = self._grams
        plain = tuple(ALL + gram for gram in grams) if self.credit else ()
        return (*plain, *(2 * ALL + gram for gram in grams))

    @property
    def packed(self) -> bytes:
        """As bytes, without its page's name and rank: six rows of numbers, each after its length."""
        numbers = array("I")
        spans = (_flat(self.blocks), _flat(self.fact_blocks))
        for row in (unpack(self.hashes), self.ends, unpack(self.facts), self.fact_ends, *spans):
            numbers.append(len(row))
            numbers.extend(row)
        return numbers.tobytes() + self.credit.encode()

    @classmethod
    def of(cls, document: str, rank: str, packed: bytes) -> "Sketch":
        """Return the sketch of a page that was packed."""
        hashes, ends, facts, fact_ends, blocks, fact_blocks, credit = _rows(packed)
        return cls(
            document, rank, hashes, tuple(unpack(ends)), _spans(blocks),
            facts, tuple(unpack(fact_ends)), _spans(fact_blocks), credit.decode(),
        )  # fmt: skip

    @property
    def _grams(self) -> list[int]:
        """Return the hashes of runs of three facts, names among figures or dates, the smallest first."""
        facts = unpack(self.facts)
        named = [fact & SORTS == Sort.NAME for fact in facts]
        mixed = (at for at in range(len(facts) - 2) if 0 < sum(named[at : at + 3]) < 3)
        return sorted({_mixed(facts[at : at + 3].tobytes()) for at in mixed})


def rank(document: Document) -> str:
    """Return what pages are ordered by: the day they say they appeared, then where they stand.

    A page without a day comes last: it cannot be known to be first. Of one
    day, a page that credits an agency comes after those that credit none.
    """
    credited = int(document.reading("agency") is not None)
    return f"{appeared(document) or '9999'} |{credited}|{document.url}|{document.id}"


def appeared(document: Document) -> str:
    """Return when a page says it appeared, in UTC where it gives an hour; empty where it says nothing.

    A bare day is taken to begin before any hour of it.
    """
    words = document.reading("published") or ""
    if len(words) <= _DAY:
        return words
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return words[:_DAY]
    return (moment.astimezone(UTC) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M:%S")


def sketch(document: Document) -> Sketch:
    """Return a page's sketch: the words that bear claims, without headlines and tables."""
    hashes, ends, blocks = array("I"), [], []
    told = [b for b in document.blocks if not b.kind.furniture and b.kind not in _UNLIKE]
    for block in told:
        words = _WORD.findall(block.span.of(document.text).lower())
        if len(words) < WORDS:
            continue
        hashes.extend(
            [_mixed(" ".join(words[at : at + WORDS]).encode()) for at in range(len(words) - WORDS + 1)]
        )
        ends.append(len(hashes))
        blocks.append(block.span)
    facts = list(facts_of([block.span.of(document.text) for block in told]))
    return Sketch(
        document.id,
        rank(document),
        hashes.tobytes(),
        tuple(ends),
        tuple(blocks),
        array("I", [fact for block in facts for fact in block]).tobytes(),
        tuple(accumulate(map(len, facts))),
        tuple(block.span for block in told),
        document.reading("translation") or "",
    )


def _mixed(words: bytes) -> int:
    """Return a 32-bit hash whose small values are a fair sample (CRC-32, then one odd multiply)."""
    value = crc32(words)
    value = (value ^ (value >> 15)) * 0x2C1B3C6D & 0xFFFFFFFF
    return value ^ (value >> 12)


def _flat(spans: Sequence[Span]) -> "array[int]":
    return array("I", [at for span in spans for at in (span.start, span.end)])


def _spans(packed: bytes) -> tuple[Span, ...]:
    flat = unpack(packed)
    return tuple(map(Span, flat[::2], flat[1::2]))


def _rows(packed: bytes) -> Iterator[bytes]:
    """Yield the rows of a packed sketch, and what is left."""
    at, width = 0, array("I").itemsize
    for _ in range(6):
        start = at + width
        at = start + width * unpack(packed[at:start])[0]
        yield packed[start:at]
    yield packed[at:]


def unpack(hashes: bytes) -> "array[int]":
    """Return packed hashes as numbers."""
    values = array("I")
    values.frombytes(hashes)
    return values
