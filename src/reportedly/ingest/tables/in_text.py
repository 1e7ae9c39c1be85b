"""Tables in plain text: lines of one count of fields, parted by tabs or bars."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.model import Span, Table

from .grid import Laid, Role, build_table, is_number

_FEWEST_ROWS = 3
_NEAR_CAPTION = 160
_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table, and the lines that it is made of; ``rules`` are those that only draw."""

    table: Table
    lines: tuple[Span, ...]
    rules: tuple[Span, ...]


def find_text_tables(text: str, lines: Sequence[Span]) -> tuple[TextTable, ...]:
    """Return the tables that plainly are some; ``lines`` are the text's lines, not yet stripped."""
    if "\t" not in text and "|" not in text:
        return ()
    found: list[TextTable] = []
    above: Span | None = None
    for held in _alike(text, lines):
        table = _table(text, held, above) if len(held) >= _FEWEST_ROWS else None
        found.extend([table] if table else [])
        above = held[-1]
    return tuple(found)


def _alike(text: str, lines: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield the lines in stretches that are parted alike, with no blank line between."""
    held: list[Span] = []
    for line in lines:
        apart = not held or text.count("\n", held[-1].end, line.start) > 1
        if held and (apart or _shape(held[-1].of(text)) != _shape(line.of(text))):
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def _shape(words: str) -> tuple[str, int]:
    """Return what parts a line's fields, and how often."""
    if "\t" in words:
        return "\t", words.count("\t")
    return ("|", words.strip().strip("|").count("|")) if "|" in words else ("", 0)


def _table(text: str, lines: Sequence[Span], above: Span | None) -> TextTable | None:
    mark, count = _shape(lines[0].of(text))
    if not count:
        return None
    rules = tuple(line for line in lines if mark == "|" and _RULE.fullmatch(line.of(text)))
    drawn = frozenset(rules)
    told = [line for line in lines if line not in drawn]
    ruled = bool(rules) and rules[0] == lines[1]
    rows = [list(_cells(text, line, mark, heads=ruled and not at)) for at, line in enumerate(told)]
    if not (ruled or _boxed(text, told, mark) or _has_figures(rows)):
        return None
    table = build_table(rows, _caption(text, lines[0], above))
    return TextTable(table, tuple(lines), rules) if table else None


def _cells(text: str, line: Span, mark: str, *, heads: bool) -> Iterator[Laid]:
    words = line.of(text)
    at, end = line.start, line.end
    if mark == "|":  # bars at the ends of a line part nothing
        at += len(words) - len(words.lstrip().removeprefix("|"))
        end -= len(words) - len(words.rstrip().removesuffix("|"))
    for field in text[at : max(at, end)].split(mark):
        inner = field.strip()
        start = at + (field.index(inner) if inner else 0)
        span = Span(start, start + len(inner)) if inner else None
        yield Laid(inner, span, Role.COLUMN if heads else Role.DATA)
        at += len(field) + 1


def _boxed(text: str, lines: Sequence[Span], mark: str) -> bool:
    ends = [line.of(text).strip() for line in lines]
    return mark == "|" and all(words.startswith("|") and words.endswith("|") for words in ends)


def _has_figures(rows: Sequence[Sequence[Laid]]) -> bool:
    """Tell whether some column holds figures, below its head, in most of its rows."""
    columns = zip(*([cell.words for cell in row] for row in rows[1:]), strict=False)
    return any(sum(map(is_number, column)) * 2 > len(column) for column in columns)


def _caption(text: str, first: Span, above: Span | None) -> Span | None:
    """Return the short line above, if it leads in: it ends in a colon, or in no mark at all."""
    words = above.of(text).strip() if above else ""
    if above is None or not words or len(words) > _NEAR_CAPTION or "|" in words or "\t" in words:
        return None
    if not (words.endswith(":") or (words[-1].isalnum() and text.count("\n", above.end, first.start) < 3)):
        return None
    start = above.start + above.of(text).index(words)
    return Span(start, start + len(words))
