"""Reading order on a printed page: pieces of lines into columns, columns into paragraphs."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_ENDED = re.compile(r"[.!?:。！？][\"'”’»)\]]*$")
_BULLET = re.compile(r"(?:[-*•–·▪■●]|\d{1,2}[.)])\s+\S")
_HYPHEN = re.compile(r"[A-Za-zÀ-ÿ0-9][-\u00ad\u2010]$")
_DEEPEST = 4
_FEWEST = 3  # lines that make a column
_WORDY = 18  # letters in a line of a column: below this they are cells of a table


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one line, and the box they fill: points from the left and from the bottom."""

    words: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        """The height of its type."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Half its height, from the bottom of the page."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together, and the height of their type."""

    words: str
    size: float


def read_columns(pieces: Sequence[Piece]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a page's pieces: down one column, then down the next."""
    usual = median([piece.size for piece in pieces]) if pieces else 0.0
    known = frozenset(_bare(word) for piece in pieces for word in piece.words.split())
    held: list[Paragraph] = []
    for flow in _flows(pieces, 0):
        for first, lines in enumerate(_paragraphs(rows_of(flow), usual)):
            made = Paragraph(_joined([line.words for line in lines], known), lines[0].size)
            if held and not first and _goes_on(held[-1], made):
                made = Paragraph(_joined([held.pop().words, made.words], known), made.size)
            held.append(made)
    yield from held


def rows_of(pieces: Iterable[Piece]) -> list[Piece]:
    """Return whole lines, from the top down: pieces of one height, left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.middle, piece.left)):
        if rows and rows[-1][0].bottom < piece.middle and piece.bottom < rows[-1][0].middle:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_row(sorted(row, key=lambda piece: piece.left)) for row in rows]


def _row(pieces: list[Piece]) -> Piece:
    return Piece(
        " ".join(piece.words for piece in pieces),
        pieces[0].left,
        min(piece.bottom for piece in pieces),
        max(piece.right for piece in pieces),
        max(piece.top for piece in pieces),
    )


def _flows(pieces: Sequence[Piece], depth: int) -> Iterator[list[Piece]]:
    """Yield stretches of one column each, in reading order."""
    at = _gutter(pieces) if depth < _DEEPEST else None
    if at is None:
        yield list(pieces)
        return
    across = _across(pieces, at)
    sides = [piece for piece in pieces if piece not in across]
    for wide, band in _bands(across, sides):
        if wide:
            yield wide
        for side in (
            [p for p in band if p.left < at - 1],
            [p for p in band if p.left >= at - 1],
        ):
            if side:
                yield from _flows(side, depth + 1)


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Return the left edge of a second column: lines begin at it, and hardly any cross it."""
    edges = Counter(round(piece.left / 2) * 2.0 for piece in pieces)
    best, weight = None, 0.0
    for edge, _ in edges.most_common(12):
        at = min(piece.left for piece in pieces if abs(piece.left - edge) <= 1.01)
        left = [p for p in pieces if p.right < at - 0.4 * p.size]
        right = [p for p in pieces if p.left >= at - 1]
        crossing = len(pieces) - len(left) - len(right)
        if min(len(left), len(right)) < _FEWEST or crossing * 2 > len(pieces):
            continue
        beside = _beside(left, right)
        if beside < _FEWEST or not (_is_prose(left) and _is_prose(right)):
            continue
        if beside - crossing > weight or best is None:
            best, weight = at, beside - crossing
    return best


def _beside(left: list[Piece], right: list[Piece]) -> int:
    """Return how many lines of one side lie within the height of the other."""
    low = max(min(p.bottom for p in left), min(p.bottom for p in right))
    high = min(max(p.top for p in left), max(p.top for p in right))
    return min(sum(low <= p.middle <= high for p in side) for side in (left, right))


def _is_prose(side: list[Piece]) -> bool:
    return sum(len(piece.words) for piece in side) >= _WORDY * len(side)


def _across(pieces: Sequence[Piece], at: float) -> frozenset[Piece]:
    """Return what crosses the gutter, with a short last line right below it."""
    wide = {p for p in pieces if p.left < at - 1 and p.right >= at - 0.4 * p.size}
    lone = [p for p in pieces if p.left < at - 1 and p not in wide]
    for piece in lone:
        above = [w for w in wide if 0 <= w.bottom - piece.top + 0.5 * piece.size < piece.size]
        beside = any(p.left >= at - 1 and abs(p.middle - piece.middle) < piece.size / 2 for p in pieces)
        if not beside and any(abs(w.size - piece.size) < 0.05 * w.size for w in above):
            wide.add(piece)
    return frozenset(wide)


def _bands(across: frozenset[Piece], sides: list[Piece]) -> Iterator[tuple[list[Piece], list[Piece]]]:
    """Yield what runs across the page with the columns that stand below it, from the top down."""
    wide: list[Piece] = []
    band: list[Piece] = []
    for piece in sorted((*across, *sides), key=lambda piece: -piece.middle):
        if piece not in across:
            band.append(piece)
            continue
        if band:
            yield wide, band
            wide, band = [], []
        wide.append(piece)
    yield wide, band


def _paragraphs(lines: list[Piece], usual: float) -> Iterator[list[Piece]]:
    left = min((line.left for line in lines), default=0.0)
    right = max((line.right for line in lines), default=0.0)
    gaps = [a.bottom - b.top for a, b in pairwise(lines)]
    lead = median(gaps) if gaps else 0.0
    held: list[Piece] = []
    for line in lines:
        if held and _breaks(held[-1], line, lead, usual, (left, right)):
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def _breaks(before: Piece, line: Piece, lead: float, usual: float, edges: tuple[float, float]) -> bool:
    if abs(before.size - line.size) > 0.08 * before.size or _BULLET.match(line.words):
        return True
    if before.bottom - line.top > max(lead, 0.0) + 0.4 * line.size:
        return True
    if line.size > 1.2 * usual:  # a headline's lines are as short as they like
        return False
    left, right = edges
    short = before.right < right - 0.2 * (right - left)
    ended = bool(_ENDED.search(before.words))
    indented = line.left > left + 0.8 * line.size and before.left < line.left - 0.8 * line.size
    if indented and ended:
        return True
    open_end = before.words.endswith((",", "-", "\u00ad"))
    return short and (ended or (not open_end and line.words[0].isupper()))


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Tell whether a paragraph goes on at the top of the next column."""
    alike = abs(before.size - after.size) <= 0.05 * before.size
    return alike and not _ENDED.search(before.words) and after.words[0].islower()


def _joined(lines: Sequence[str], known: frozenset[str]) -> str:
    """Join lines; a word parted at the line's end becomes whole, a compound keeps its hyphen."""
    text = lines[0]
    for line in lines[1:]:
        if not _HYPHEN.search(text[-2:]) or not line[0].isalnum():
            text = f"{text} {line}"
            continue
        last, rest = text.rsplit(maxsplit=1)[-1], line.split(maxsplit=1)[0]
        kept = text[-1] != "\u00ad" and _keeps_hyphen(last, rest, known)
        text = text + line if kept else text[:-1] + line
    return text


def _keeps_hyphen(last: str, rest: str, known: frozenset[str]) -> bool:
    """Tell whether a hyphen belongs to the word: "10-day", "Franco-German", or written so elsewhere."""
    if not (rest[0].islower() and last[-2].islower()):
        return True
    whole, parted = _bare(last[:-1] + rest), _bare(last + rest)
    return whole not in known and (parted in known or "-" in last[:-1])


def _bare(word: str) -> str:
    return word.strip(".,;:!?()\"'“”‘’").casefold()
