"""Finds the times a text tells."""

from collections.abc import Iterator
from datetime import date

from reportedly.model import Parse, Span, TimeExpression

from .ranges import join_hours, with_cues
from .readers import READERS
from .row.grammar import grammar, phrases
from .row.scan import Scan, scan
from .sense.direction import look
from .sense.setting import Setting, Told


def find_times(text: str, *, anchor: date | None, parse: Parse | None = None) -> Iterator[TimeExpression]:
    """Yield the times a text tells, in text order, resolved against a day.

    Without an anchor, "next week" has a value and no days. A parse, where
    there is one, says by the tense which way a bare weekday looks.
    """
    row = scan(text)
    told: list[Told] = []
    setting = Setting(anchor, told, look(parse))
    for found in with_cues(join_hours(_told(row, setting, told)), setting):
        span = Span(row.starts[found.first], row.ends[found.end - 1])
        sense = found.sense
        yield TimeExpression(span, span.of(text), sense.type, sense.value, sense.period, found.cue)


def _told(row: Scan, setting: Setting, told: list[Told]) -> Iterator[Told]:
    start = grammar().start
    at = 0
    while found := start.search(row.row, at):
        at = found.start() + 1
        for phrase in phrases(row, found.start()):
            sense = READERS[phrase.reader](phrase, setting)
            if sense is None:
                continue
            at = phrase.end
            if not sense.skip:
                told.append(Told(phrase, sense, phrase.first, at - (sense.cue is not None), sense.cue))
                yield told[-1]
            break
