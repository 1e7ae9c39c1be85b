"""Series: one measure through time, one line for each family of voices and stage."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from reportedly.model import Granularity, Observation, Period, Series, SeriesKey, stable_id

from .measures import EVENTS, anchored
from .relations import SAME_EVENT
from .told import Told

Order = tuple[str, str, int, str]

_UNKNOWN = Period(None, None, Granularity.SPAN)


def draw(cell: Iterable[Told]) -> Iterator[Series]:
    """Yield the series of one cell: figures on one thing, in one scope, on one line."""
    groups: dict[SeriesKey, list[Told]] = defaultdict(list)
    for told in cell:
        if told.claim.quantity is not None and anchored(told.measure):
            groups[key(told)].append(told)
    for name in sorted(groups):
        tolds = sorted(groups[name], key=lambda t: t.order)
        observations = sorted(map(_observation, tolds), key=_at)
        yield from _drawn(name, tolds[0].cell, observations)


def _drawn(name: SeriesKey, cell: str, observations: Sequence[Observation]) -> Iterator[Series]:
    for part in _events(name, observations):
        yield Series(_id(name, cell, part), name, tuple(part))


def redraw(
    cell: str, drawn: Iterable[Series], moved: Mapping[str, Told | None], order: Callable[[str], Order]
) -> Iterator[Series]:
    """Yield the series of one cell after some claims went, came or changed: what ``draw`` makes of all.

    ``moved`` are these claims, each as it now stands in the cell, or nothing;
    ``order`` tells where a claim that stays stands among those of its day.
    """
    kept: dict[SeriesKey, list[Observation]] = defaultdict(list)
    for series in drawn:
        kept[series.key].extend(o for o in series.observations if o.claim not in moved)
    came: dict[SeriesKey, list[Told]] = defaultdict(list)
    for told in moved.values():
        if told and told.claim.quantity is not None and anchored(told.measure):
            came[key(told)].append(told)
    for name in sorted(kept.keys() | came.keys()):
        yield from _drawn(name, cell, _merged(kept[name], came[name], order))


def _merged(
    kept: Sequence[Observation], fresh: Iterable[Told], order: Callable[[str], Order]
) -> list[Observation]:
    """Return observations in the order of ``draw``; those kept stand in it already."""
    merged = list(kept)
    for told in sorted(fresh, key=lambda t: t.order):
        own = _observation(told)
        start = bisect_left(merged, _at(own), key=_at)
        end = bisect_right(merged, _at(own), lo=start, key=_at)
        at = next((n for n in range(start, end) if told.order < order(merged[n].claim)), end)
        merged.insert(at, own)
    return merged


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


def _id(name: SeriesKey, cell: str, part: Sequence[Observation]) -> str:
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
    return stable_id("series", *fields, cell, month)


def _events(name: SeriesKey, observations: Iterable[Observation]) -> Iterator[list[Observation]]:
    """Yield the figures of one event: two months of silence part one event from the next."""
    part: list[Observation] = []
    for seen in observations:
        far = part and name.kind in EVENTS and (_at(seen) - _at(part[-1])).days > SAME_EVENT
        if far and _at(seen) != date.max:
            yield part
            part = []
        part.append(seen)
    if part:
        yield part


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
