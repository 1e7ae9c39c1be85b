"""Labels before a colon: a transcript's speakers, a headline's "Seoul: ..."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model import Document, Span

_LABEL = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Gen|Col|Sen|Rep|Gov|Adm)\.\s)?"
    r"(?P<name>(?:[A-Z][\w.’'-]*|Q|A)(?:\s(?:[A-Z][\w.’'-]*|of|the|de|van|al|bin)){0,5})"
    r"(?:\s\([^)\n]{1,60}\))?:(?=\s*\S)"
)
_SHOUTED = re.compile(r"(?:(?:MR|MRS|MS|DR|GEN|THE)\.?\s)?[A-Z][A-Z.’'-]*(?:\s[A-Z][A-Z.’'-]*){0,4}")


@dataclass(frozen=True, slots=True)
class Turn:
    """A labelled stretch: who is named before the colon, and the words after it."""

    label: Span
    colon: Span
    content: Span


def find_turns(document: Document) -> Iterator[Turn]:
    """Yield the labelled turns of a document.

    A lone label in running text may be a title ("Correction: ..."); so body
    text counts only when it is a transcript: shouted labels, or one that recurs.
    """
    found = [t for b in document.blocks if not b.kind.furniture for t in _turns(document.text, b.span)]
    names = [t.label.of(document.text) for t in found]
    for turn, name in zip(found, names, strict=True):
        if (_SHOUTED.fullmatch(name) and len(name) > 1) or names.count(name) > 1:
            yield turn


def _turns(text: str, span: Span) -> Iterator[Turn]:
    start = span.start
    for line in span.of(text).splitlines(keepends=True):
        match = _LABEL.match(line)
        words = line.rstrip()
        if match and match.end() < len(words):
            lead = len(words) - len(words[match.end() :].lstrip())
            yield Turn(
                Span(start + match.start(), start + match.end() - 1),
                Span(start + match.end() - 1, start + match.end()),
                Span(start + lead, start + len(words)),
            )
        start += len(line)
