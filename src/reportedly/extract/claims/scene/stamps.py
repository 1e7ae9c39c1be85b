"""A live update's own time: what its words count days from, and when those it quotes spoke."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportedly.extract.times import find_times
from reportedly.model import Block, Document, Granularity, Link, Parse, Period, TimeExpression


def read_times(document: Document, parse: Parse) -> tuple[TimeExpression, ...]:
    """Return the times of a page, those of a live update counted from its own day."""
    stamped = [(b.span, b.stamped.date()) for b in document.blocks if b.stamped is not None]
    days = {day for _, day in stamped if day != document.published}
    told = _read(document, parse, document.published)
    for day in sorted(days):
        spans = [span for span, own in stamped if own == day]
        kept = [t for t in told if not any(span.holds(t.span) for span in spans)]
        told = (*kept, *(t for t in _read(document, parse, day) if any(s.holds(t.span) for s in spans)))
    return tuple(sorted(told, key=lambda t: t.span))


def _read(document: Document, parse: Parse, anchor: date | None) -> tuple[TimeExpression, ...]:
    return tuple(find_times(document.text, anchor=anchor, parse=parse))


def spoken_on(links: Sequence[Link], block: Block) -> tuple[Link, ...]:
    """Return the sources of a live update, dated by it where their words give no day."""
    if block.stamped is None:
        return tuple(links)
    day = block.stamped.date()
    said = Period(day, day + timedelta(days=1), Granularity.DAY)
    return tuple(link if link.said_on is not None else replace(link, said_on=said) for link in links)
