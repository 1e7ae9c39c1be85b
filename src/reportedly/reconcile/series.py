"""Series: one measure through time, one line for each family of voices and stage."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from datetime import date
from itertools import pairwise

from reportedly.model import Granularity, Observation, Period, Series, SeriesKey, stable_id

from .measures import EVENTS, anchored
from .relations import SAME_EVENT
from .told import Told

Order = tuple[str, str, int, str]

_UNKNOWN = Period(None, None, Granularity.SPAN)


@dataclass(frozen=True, slots=True)
class Plotted:
    """One claim's figure, on which line it stands, and where among others there."""

    key: SeriesKey
    day: date
    order: Order
    observation: Observation


def draw(cell: Iterable[Told]) -> Iterator[Series]:
    """Yield the series of one cell: figures on one thing, in one scope, on one line."""
    groups: dict[tuple[str, SeriesKey], list[Plotted]] = defaultdict(list)
    for told in cell:
        point = plotted(told)
        if point:
            groups[told.cell, point.key].append(point)
    for (name, line), points in sorted(groups.items(), key=lambda group: group[0]):
        points.sort(key=lambda point: (point.day, point.order))
        for first, last in spells(line, (point.day for point in points)):
            seen = tuple(point.observation for point in points if first <= point.day <= last)
            yield Series(series_id(line, name, first), line, seen)


def plotted(told: Told) -> Plotted | None:
    """Return a claim's figure and its place, or nothing where it stands on no line."""
    if told.claim.quantity is None or not anchored(told.measure):
        return None
    seen = _observation(told)
    return Plotted(key(told), _at(seen), told.order, seen)


def spells(line: SeriesKey, days: Iterable[date]) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each series on a line, given the days as of which figures stand on it.

    Two months of silence part one event from the next; other counts go on. A
    figure of no known day (``date.max``) belongs to the last.
    """
    ordered = sorted(set(days))
    starts = [
        at for at, day in enumerate(ordered)
        if at == 0 or (line.kind in EVENTS and day != date.max and (day - ordered[at - 1]).days > SAME_EVENT)
    ]  # fmt: skip
    yield from ((ordered[a], ordered[b - 1]) for a, b in pairwise([*starts, len(ordered)]))


def series_id(line: SeriesKey, cell: str, first: date) -> str:
    """Return the id of the series on a line that begins on a day: that of an event has its month."""
    month = f"{first:%Y-%m}" if line.kind in EVENTS and first != date.max else ""
    return stable_id("series", *astuple(line), cell, month)


def key(told: Told) -> SeriesKey:
    """Return what a claim's series is about."""
    measure = told.measure
    scope = f"{measure.scope} per {measure.per}" if measure.per else measure.scope
    item = f"{measure.item} in {measure.currency}" if measure.currency else measure.item
    return SeriesKey(
        kind=measure.kind,
        actor=measure.actor,
        recipient=measure.recipient,
        item=item.strip(),
        outcome=measure.outcome,
        scope=scope,
        line=told.line,
        place=measure.place,
    )


def first_and_latest(series: Series) -> tuple[Observation, Observation]:
    """Return the first and the latest observation of a series."""
    return series.observations[0], series.observations[-1]


def by_speaker(series: Series) -> dict[str, tuple[Observation, ...]]:
    """Return a series' observations by who says so, in order of time."""
    found: dict[str, list[Observation]] = defaultdict(list)
    for observation in series.observations:
        found[observation.speaker].append(observation)
    return {speaker: tuple(found[speaker]) for speaker in sorted(found)}


def _at(observation: Observation) -> date:
    return observation.as_of.start or observation.as_of.last or date.max


def _observation(told: Told) -> Observation:
    assert told.claim.quantity is not None
    return Observation(
        claim=told.id,
        document=told.claim.document,
        as_of=told.as_of or _UNKNOWN,
        quantity=told.claim.quantity,
        speaker=told.speaker,
        modality=told.claim.voice.modality,
        section=told.claim.section,
        origin=told.origin,
        stage=told.claim.voice.stage,
        since=told.since,
    )
