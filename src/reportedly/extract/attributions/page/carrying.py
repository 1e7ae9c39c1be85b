"""A speaker who goes on into the next sentence, while the text carries it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.tree import trim
from reportedly.lexicon import CueTable
from reportedly.model import Attribution, Document, Link, Parse, SourceRole, Span, Speech

_NUMBER = re.compile(r"^\d[\d,.]*(?=\s)")
_NAMED = frozenset(
    {
        SourceRole.NAMED_PERSON,
        SourceRole.INSTITUTION,
        SourceRole.OUTLET,
        SourceRole.DOCUMENT,
        SourceRole.OFFICE,
        SourceRole.ANONYMOUS,
    }
)


def carry(
    found: Sequence[Attribution], document: Document, parse: Parse, cues: CueTable
) -> list[Attribution]:
    """Add the sentences that plainly go on with the source before them.

    A sentence goes on when it opens with a word that leans back ("In
    exchange", "It also") and has no source of its own.
    """
    added: list[Attribution] = []
    chain: tuple[Link, ...] = ()
    before = -1
    told = [(a, _spans(a)) for a in found if a.chain[-1].role in _NAMED]
    for sentence in parse.sentences:
        here = [a for a, spans in told if any(s.meets(sentence.span) for s in spans)]
        if here:
            chain, before = _lasting(here, sentence.span), sentence.block
            continue
        if not chain or sentence.block != before or not _leans(sentence.span.of(document.text), cues):
            chain = ()
            continue
        content = trim(document.text, sentence.span)
        if content is not None:
            added.append(
                Attribution(
                    tuple(replace(link, carried=True) for link in chain), (content,), Speech.FREE_INDIRECT
                )
            )
    return added


def _spans(said: Attribution) -> tuple[Span, ...]:
    """Return where a saying stands: its content, and the cues of its chain."""
    return (*said.content, *(cue for link in said.chain for cue in link.cue_spans))


def _lasting(here: list[Attribution], span: Span) -> tuple[Link, ...]:
    """Return the chain of the saying that covers most of a sentence, if one does."""
    widest = max(here, key=lambda a: sum(len(c) for c in a.content if span.holds(c)))
    held = sum(min(c.end, span.end) - max(c.start, span.start) for c in widest.content if c.meets(span))
    told = {s for link in widest.chain for s in (*link.source_spans, *link.cue_spans) if span.holds(s)}
    rest = len(span) - sum(len(s) for s in told)
    return widest.chain if held * 3 > rest and not widest.chain[-1].carried else ()


def _leans(words: str, cues: CueTable) -> bool:
    lowered = _NUMBER.sub("#", words.lower().lstrip('"“ '))
    return any(
        lowered.startswith(opening) and not lowered[len(opening) : len(opening) + 1].isalpha()
        for opening in cues.lean
    )
