"""Sentences that bear no claim, and lend a neighbour one who says it or who "he" is."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportedly.extract.attributions import find_quotations
from reportedly.lexicon import load_cues, load_gate_words
from reportedly.model import Document, Span

from .wording import Wording

_CAPITAL = re.compile(r"[A-Z]\w[\w-]*")
_WHOLE_NAME = re.compile(r"[A-Z][\w.-]* (?:[A-Z]\. )?([A-Z]\w[\w-]*)(?: ([A-Z]\w[\w-]*))*")


def lenders(wordings: Sequence[Wording], kept: Sequence[bool]) -> Iterator[int]:
    """Yield the sentences that tell of whom those that bear a claim go on to speak."""
    pairs = list(enumerate(pairwise(wordings)))
    for before, (_, there) in pairs:
        cut = there.text[:1].islower()  # a line that was broken in two
        if kept[before + 1] and (cut or _goes_on(there.low)):
            yield before
        if kept[before] and cut:
            yield before + 1
    yield from _introductions(wordings, kept)


def _goes_on(low: Sequence[str]) -> bool:
    """Is it about somebody named before: "he", "the ministry", "the report"?"""
    small, cues = load_gate_words(), load_cues()
    if not low or low[0] in small.going_on:
        return bool(low)
    nouns = (small.speaks_again, cues.body, cues.document, cues.anonymous)
    return low[0] == "the" and len(low) > 1 and any(low[1] in known for known in nouns)


def _introductions(wordings: Sequence[Wording], kept: Sequence[bool]) -> Iterator[int]:
    """Yield where the page gives in full a name that a sentence gives by its last word."""
    first: dict[str, int] = {}
    for at, words in enumerate(wordings):
        if kept[at]:
            yield from {first[name] for name in _CAPITAL.findall(words.text) if name in first}
        for name in _WHOLE_NAME.finditer(words.text):
            first.setdefault(name[2] or name[1], at)


def speakers(document: Document, sentences: Sequence[Span], kept: Sequence[bool]) -> Iterator[int]:
    """Yield where a quotation begins and ends that runs through a sentence: there its speaker stands."""
    start: int | None = None
    for quotation in find_quotations(document.text, document.blocks):
        whole = Span(quotation.span.start if start is None else start, quotation.span.end)
        start = whole.start if quotation.open_ended else None
        inside = [at for at, span in enumerate(sentences) if span.meets(whole)]
        if len(inside) > 1 and any(kept[at] for at in inside):
            yield from (inside[0], inside[-1])
