"""Plain text: the text exactly as decoded, its lines typed by their shape."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reportedly.errors import IngestError
from reportedly.ingest.captures.charset import decode
from reportedly.ingest.facts.agencies import agency_readings
from reportedly.ingest.facts.bylines import people
from reportedly.ingest.facts.translations import translation_readings
from reportedly.ingest.tables.in_text import TextTable, find_text_tables
from reportedly.ingest.words.dates import find_days
from reportedly.ingest.words.notices import line_kind
from reportedly.model import Block, BlockKind, Capture, Document, Reading, Span

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_STRIP = " \t\u00a0\u200b\ufeff\u3000\u2000\u2001\u2002\u2003\u2007\u2009\u202f\x1c\x1d\x1e\x1f\x00"
_ENDED = re.compile(r"[.!?。！？।:;][\"'”’»)\]]*$|[”»]$")
_CUT = re.compile(r"(?:\.\.\.|…)(?:\s*\[\w+\]|\s*read more)?$", re.IGNORECASE)
_BULLET = re.compile(r"(?:[-*•–·▪■●]|\d{1,2}[.)])\s+\S")
_BY = re.compile(r"by\s+[A-Z][\w.'-]+(?:\s+(?:and\s+|&\s+)?[A-Z][\w.'-]*){0,7}", re.IGNORECASE)
_PATH = re.compile(r"char=(\d+),(\d+)")
_CARD = (BlockKind.TEASER, BlockKind.READ_MORE)


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    words: str


def read_text(body: bytes, capture: Capture, media_type: str) -> Document:
    """Read a plain text; blocks are its paragraphs, each at its characters."""
    text = decode(body, media_type, capture.url)
    tables = find_text_tables(
        text, [Span(*m.span()) for m in _LINE.finditer(text) if m.group().strip(_STRIP)]
    )
    lines = tuple(_paragraphs(text, tables))
    if not lines:
        raise IngestError(f"{capture.url}: no text (is it a scan? run it through OCR first)")
    kinds = _with_rows(lines, kinds_of([line.words for line in lines]), tables)
    blocks = tuple(
        Block(kind, line.span, f"char={line.span.start},{line.span.end}")
        for line, kind in zip(lines, kinds, strict=True)
    )
    readings = tuple(facts_of([line.words for line in lines], kinds, capture.url))
    return Document(
        capture.id,
        capture.url,
        capture.digest,
        capture.media_type,
        text,
        blocks,
        readings,
        tables=tuple(found.table for found in tables),
    )


def words_of_text(body: bytes, media_type: str, path: str) -> str:
    """Return the characters that a path names (RFC 5147), or nothing."""
    match = _PATH.fullmatch(path)
    return decode(body, media_type, path)[int(match.group(1)) : int(match.group(2))] if match else ""


def _paragraphs(text: str, tables: Sequence[TextTable]) -> Iterator[_Line]:
    """Yield lines; where lines are wrapped by width, the paragraphs they make; rows stay alone."""
    lines = list(_lines(text))
    rows = [span for found in tables for span in found.lines]
    wrapped = _is_wrapped(lines, text)
    held: list[_Line] = []
    for line in lines:
        tabled = _in_any(line.span, rows) or (held and _in_any(held[-1].span, rows))
        if held and (tabled or not (wrapped and _goes_on(held[-1], line, text))):
            yield _joined(held, text)
            held = []
        held.append(line)
    if held:
        yield _joined(held, text)


def _lines(text: str) -> Iterator[_Line]:
    for match in _LINE.finditer(text):
        words = match.group().strip(_STRIP)
        if words:
            start = match.start() + match.group().index(words)
            yield _Line(Span(start, start + len(words)), words)


def _is_wrapped(lines: list[_Line], text: str) -> bool:
    """Lines of like width, one under the other, most of which end in mid-sentence."""
    pairs = [(a, b) for a, b in pairwise(lines) if text.count("\n", a.span.end, b.span.start) < 2]
    if len(pairs) < 4 or len(pairs) * 10 < len(lines) * 6 or max(len(line.words) for line in lines) > 120:
        return False
    broken = sum(not _ENDED.search(a.words) for a, _ in pairs)
    return 40 <= median(len(a.words) for a, _ in pairs) <= 90 and broken * 10 > len(pairs) * 6


def _goes_on(line: _Line, after: _Line, text: str) -> bool:
    return (
        text.count("\n", line.span.end, after.span.start) < 2
        and line.words != after.words
        and not _BULLET.match(after.words)
    )


def _joined(lines: list[_Line], text: str) -> _Line:
    span = Span(lines[0].span.start, lines[-1].span.end)
    return _Line(span, span.of(text))


def _in_any(span: Span, rows: Sequence[Span]) -> bool:
    """Is a line one of the rows, which are in page order?"""
    at = bisect_right(rows, span.start, key=lambda row: row.start) - 1
    return at >= 0 and rows[at].holds(span)


def _with_rows(
    lines: Sequence[_Line], kinds: Sequence[BlockKind], tables: Sequence[TextTable]
) -> tuple[BlockKind, ...]:
    """Type the rows of tables, and the rules drawn between them; cards stay cards."""
    rows = [span for found in tables for span in found.lines]
    rules = [span for found in tables for span in found.rules]
    return tuple(
        kind
        if kind is BlockKind.TEASER or not _in_any(line.span, rows)
        else BlockKind.OTHER
        if _in_any(line.span, rules)
        else BlockKind.TABLE
        for line, kind in zip(lines, kinds, strict=True)
    )


def kinds_of(lines: Sequence[str]) -> tuple[BlockKind, ...]:
    """Type each line: what it says, then its shape, then what stands round it."""
    kinds = [_alone(line) for line in lines]
    kinds[0] = BlockKind.HEADLINE if len(lines[0]) <= 300 and kinds[0] is BlockKind.BODY else kinds[0]
    _mark_top(lines, kinds)
    _mark_cards(lines, kinds)
    _mark_tail(lines, kinds)
    return tuple(_subhead(lines, kinds, at) for at in range(len(lines)))


def _alone(words: str) -> BlockKind:
    said = line_kind(words)
    if said is not None:
        return said
    if is_byline(words):
        return BlockKind.BYLINE
    if len(words) < 60 and next(find_days(words), None) and not _ENDED.search(words):
        return BlockKind.DATELINE
    return BlockKind.LIST if _BULLET.match(words) else BlockKind.BODY


def is_byline(words: str) -> bool:
    """Is it a line such as "Jane Doe / June 16, 2024" or "By Jane Doe"?"""
    if len(words) > 110 or _ENDED.search(words):
        return False
    if _BY.fullmatch(words):
        return True
    name, mark, rest = (
        re.split(r"\s*([/|·•–—,-])\s*", words, maxsplit=1)
        if re.search(r"[/|·•–—,-]", words)
        else (words, "", "")
    )
    return (
        bool(mark)
        and next(find_days(rest), None) is not None
        and 0 < len(name.split()) <= 6
        and len(rest) < 45
    )


def _mark_top(lines: Sequence[str], kinds: list[BlockKind]) -> None:
    """Mark the echo: a headline that stands twice is one headline and its echo."""
    if kinds[0] is BlockKind.HEADLINE and len(lines) > 1 and lines[1] == lines[0]:
        kinds[1] = BlockKind.OTHER


def _mark_cards(lines: Sequence[str], kinds: list[BlockKind]) -> None:
    """Doubled titles, cut-off excerpts and what stands before "Read More" are cards."""
    for at in range(2, len(lines)):
        if kinds[at] is BlockKind.BODY and _CUT.search(lines[at]) and _card_near(lines, kinds, at):
            kinds[at] = BlockKind.TEASER
        if lines[at] == lines[at - 1] and not _ENDED.search(lines[at]):
            kinds[at - 1] = kinds[at] = BlockKind.TEASER


def _card_near(lines: Sequence[str], kinds: list[BlockKind], at: int) -> bool:
    after = kinds[at + 1] if at + 1 < len(lines) else BlockKind.READ_MORE
    dated = next(find_days(lines[at][:60]), None) is not None
    return dated or after in _CARD or kinds[at - 1] in _CARD


def _mark_tail(lines: Sequence[str], kinds: list[BlockKind]) -> None:
    """After "Related Posts" all is furniture, until two body paragraphs stand together."""
    at = 0
    while at < len(lines):
        if kinds[at] is not BlockKind.TEASER or line_kind(lines[at]) is not BlockKind.TEASER:
            at += 1
            continue
        at += 1
        while at < len(lines) and not (_bodily(lines, kinds, at) and _bodily(lines, kinds, at + 1)):
            if not kinds[at].furniture:
                kinds[at] = BlockKind.TEASER
            at += 1


def _bodily(lines: Sequence[str], kinds: list[BlockKind], at: int) -> bool:
    if at >= len(lines) or kinds[at] is not BlockKind.BODY:
        return False
    words = lines[at]
    return len(words) >= 100 and bool(_ENDED.search(words)) and not _CUT.search(words)


def _subhead(lines: Sequence[str], kinds: list[BlockKind], at: int) -> BlockKind:
    """Find heads: a short line without a full stop before a long paragraph heads it."""
    words = lines[at]
    if kinds[at] is not BlockKind.BODY or len(words) > 90 or _ENDED.search(words) or len(words.split()) > 14:
        return kinds[at]
    after = at + 1 < len(lines) and kinds[at + 1] is BlockKind.BODY and len(lines[at + 1]) > 90
    return BlockKind.SUBHEAD if after and at else kinds[at]


def facts_of(lines: Sequence[str], kinds: Sequence[BlockKind], url: str) -> Iterator[Reading]:
    """Read title, author and day from the top of the text, never from its cards."""
    if kinds[0] is BlockKind.HEADLINE:
        yield Reading("title", lines[0], "text line 1")
    for number, (line, kind) in enumerate(zip(lines[:8], kinds, strict=False), 1):
        if kind not in (BlockKind.BYLINE, BlockKind.DATELINE):
            continue
        parts = re.split(r"\s*[/|·•–—]\s*|\s+-\s+", line)
        if kind is BlockKind.BYLINE:
            yield from (Reading("author", name, f"text line {number}") for name in people(parts[:1]))
        yield from (Reading("published", day.isoformat(), f"text line {number}") for day in find_days(line))
    yield from agency_readings(lines, ())
    yield from translation_readings(lines)
    host = re.match(r"https?://(?:www\.)?([^/:?#]+)", url)
    if host:
        yield Reading("outlet", host.group(1), "url")
