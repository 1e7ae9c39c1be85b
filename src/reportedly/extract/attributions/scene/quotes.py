"""Stretches between quotation marks, whichever marks open and close them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model import Block, Span

_MARK = re.compile(r"[\"“”„‟«»]|''|``|‘‘|’’")
_OPENERS = frozenset({"“", "„", "«", "``", "‘‘"})
_CLOSERS = frozenset({"”", "»", "’’"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; ``span`` holds the marks, ``inside`` does not.

    ``open_ended`` is true where the paragraph ends before the quotation does.
    """

    span: Span
    inside: Span
    open_ended: bool = False


def find_quotations(text: str, blocks: tuple[Block, ...]) -> tuple[Quotation, ...]:
    """Find the quotations of a document, paragraph by paragraph."""
    found: list[Quotation] = []
    left_open = False
    for paragraph in _paragraphs(text, blocks):
        if paragraph.end > paragraph.start:
            here = list(_within(text, paragraph, left_open=left_open))
            left_open = bool(here) and here[-1].open_ended
            found.extend(here)
    return tuple(found)


def _paragraphs(text: str, blocks: tuple[Block, ...]) -> Iterator[Span]:
    for block in blocks:
        if block.kind.furniture:
            continue
        start = block.span.start
        for line in block.span.of(text).splitlines(keepends=True):
            yield Span(start, start + len(line.rstrip("\r\n")))
            start += len(line)


def _within(text: str, paragraph: Span, *, left_open: bool = False) -> Iterator[Quotation]:
    """Pair marks: a quotation may open with one mark and close with another.

    One that the paragraph before left open may close without opening again.
    """
    opened: re.Match[str] | None = None
    first = paragraph.start
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        if left_open and not _may_open(text, mark, paragraph) and _may_close(text, mark, paragraph):
            yield Quotation(Span(first, mark.end()), Span(first, mark.start()))
            left_open = False
        elif opened is None:
            left_open = False
            if _may_open(text, mark, paragraph):
                opened = mark
        elif _may_close(text, mark, paragraph) or _closes_backwards(text, mark, paragraph, opened):
            yield Quotation(Span(opened.start(), mark.end()), Span(opened.end(), mark.start()))
            opened = None
        elif mark.group() in _OPENERS:
            opened = mark
    if opened is not None and paragraph.end - opened.end() > 1:
        yield Quotation(
            Span(opened.start(), paragraph.end), Span(opened.end(), paragraph.end), open_ended=True
        )


def _closes_backwards(text: str, mark: re.Match[str], paragraph: Span, opened: re.Match[str]) -> bool:
    """Tell an opening mark that was typed where a closing one belongs ("…her here,“ said")."""
    if (opened.group(), mark.group()) == ("„", "“"):
        return True
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    return text[mark.start() - 1] in ",.?!" and after.isspace()


def _may_open(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    if mark.group() in _OPENERS:
        return True
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    free = before.isspace() or before in "([-–—:,/"
    return free and not after.isspace() and mark.group() not in _CLOSERS


def _may_close(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    if mark.group() in _CLOSERS:
        return True
    if mark.group() in _OPENERS:
        return False
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    before = text[mark.start() - 1]
    return not after.isalnum() or not before.isspace()
