"""One event of two days: "fighting on June 18 and 19 killed 40"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from reportedly.extract.claims.scene.marks import Scene
from reportedly.model import Granularity, Period, Span, TimeExpression

_NEXT = re.compile(r"\s+and\s+(?:(?P<month>[A-Z][a-z]+\.?)\s+)?(?P<day>\d{1,2})\b(?![,.]\d)")
_LONGEST = timedelta(days=14)
_APART = "respectively"


def spanned(scene: Scene, time: TimeExpression) -> TimeExpression:
    """Return a day that another is joined to by "and" as the days from one to the other."""
    period = time.period
    match = _NEXT.match(scene.text, time.span.end)
    if match is None or period is None or period.granularity is not Granularity.DAY or period.start is None:
        return time
    if _APART in scene.words(scene.sentence.span).lower() or _counts(scene, match.start("day")):
        return time
    span = Span(time.span.start, match.end("day"))
    named = next((t.period for t in scene.times if t.span.start == match.start("month")), None)
    if match["month"] and named is None:
        return time
    last = named.start if named is not None else _day_of(period.start, int(match["day"]))
    if last is None or not period.start < last <= period.start + _LONGEST:
        return time
    days = Period(period.start, last + timedelta(days=1), Granularity.DAY)
    return replace(time, span=span, words=scene.words(span), period=days)


def _day_of(first: date, day: int) -> date | None:
    """Return a later day of the same month, if it has one of that number."""
    later = first + timedelta(days=day - first.day)
    return later if later.month == first.month and day > first.day else None


def _counts(scene: Scene, at: int) -> bool:
    """Tell whether the number counts something ("on June 18 and 19 people")."""
    return any(q.number.start == at and q.noun is not None for q in scene.quantities)
