"""Series: one measure through time, one line for each family of voices and stage."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from reportedly.model import Granularity, Observation, Period, Series, SeriesKey, stable_id

from .measures import EVENTS, anchored
from .relations import SAME_EVENT
from .told import Told

_UNKNOWN = Period(None, None, Granularity.SPAN)


def draw(cell: Iterable[Told]) -> Iterator[Series]:
    """Yield the series of one cell: figures on one thing, in one scope, on one line."""
    groups: dict[SeriesKey, list[Told]] = defaultdict(list)
    for told in cell:
        if told.claim.quantity is not None and anchored(told.measure):
            groups[key(told)].append(told)
    for name in sorted(groups):
        for part in _events(groups[name]):
            observations = tuple(_observation(told) for told in part)
            yield Series(_id(name, part), name, observations)


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


def _id(name: SeriesKey, part: Sequence[Told]) -> str:
    month = f"{_at(part[0]):%Y-%m}" if name.kind in EVENTS and _at(part[0]) != date.max else ""
    fields = (
        name.kind,
        name.actor,
        name.recipient,
        name.item,
        name.outcome,
        name.scope,
        name.line,
        name.place,
    )
    return stable_id("series", *fields, part[0].cell, month)


def _events(tolds: Iterable[Told]) -> Iterator[list[Told]]:
    """Yield the figures of one event: two months of silence part one event from the next."""
    part: list[Told] = []
    for told in sorted(tolds, key=lambda t: (_at(t), t.order)):
        far = part and told.measure.kind in EVENTS and (_at(told) - _at(part[-1])).days > SAME_EVENT
        if far and _at(told) != date.max:
            yield part
            part = []
        part.append(told)
    yield part


def _at(told: Told) -> date:
    period = told.as_of
    return (period and (period.start or period.last)) or told.day or date.max


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
