"""Part and whole: a city's toll and its country's, shells of one calibre and all shells."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.lexicon import ItemTable
from reportedly.model import Apart

from .measures import anchored
from .relations import groups, same_as_of, threads
from .told import Measure, Told
from .voices import Family

_BARE = "count"


def parts(cell: Iterable[Told], items: ItemTable) -> Iterator[Apart]:
    """Yield each figure of a part beside the whole's last one as of the same time: told, never compared."""
    lines: dict[str, dict[Measure, list[Told]]] = {}
    for (measure, line), group in groups(cell).items():
        if anchored(measure) and measure.kind != _BARE and not line.startswith(Family.DENIED.value):
            lines.setdefault(line, {})[measure] = group
    for line in sorted(lines):
        if len(lines[line]) > 1:
            yield from _on_one_line(lines[line], items)


def _on_one_line(measures: Mapping[Measure, Sequence[Told]], items: ItemTable) -> Iterator[Apart]:
    found = {part: [w for w in _wholes(part, items) if w in measures] for part in measures}
    told = {measure for part, wholes in found.items() if wholes for measure in (part, *wholes)}
    firsts = {
        measure: [t.first for t in threads(measures[measure]) if t.first.claim.quantity and not t.first.bent]
        for measure in told
    }
    for part, wholes in found.items():
        for whole in wholes:
            yield from _pairs(firsts[part], firsts[whole])


def _pairs(parts: Sequence[Told], wholes: Sequence[Told]) -> Iterator[Apart]:
    orders = [told.order for told in wholes]
    for told in parts:
        other = _beside(told, wholes, bisect_right(orders, told.order))
        if other:
            later, earlier = (told, other) if told.order > other.order else (other, told)
            because = f"{_why(told.measure, other.measure)}: a part, not compared with the whole"
            yield Apart(later.id, earlier.id, because)


def _beside(told: Told, wholes: Sequence[Told], at: int) -> Told | None:
    """Return the whole's figure as of the same time: the last before a part's, else the first after."""
    before = next((w for w in reversed(wholes[:at]) if _alike(told, w)), None)
    return before or next((w for w in wholes[at:] if _alike(told, w)), None)


def _alike(told: Told, whole: Told) -> bool:
    """Are two figures of one sort (things, or tonnes of them) as of one time?"""
    one, other = told.claim.quantity, whole.claim.quantity
    return one is not None and other is not None and one.measure is other.measure and same_as_of(told, whole)


def _wholes(part: Measure, items: ItemTable) -> Iterator[Measure]:
    """Yield the measures that a measure may be a part of: of wider places, of wider things, of both."""
    places = [(part.place, part.wholes)]
    places += [(whole, part.wholes[at + 1 :]) for at, whole in enumerate(part.wholes)]
    for place, wholes in places:
        for item in (part.item, *items.wider(part.item)[1:]):
            if (place, item) != (part.place, part.item):
                yield replace(part, place=place, wholes=wholes, item=item)


def _why(part: Measure, whole: Measure) -> str:
    reasons = [f"{part.place} lies in {whole.place}"] if part.place != whole.place else []
    reasons += [f"{part.item} is a kind of {whole.item}"] if part.item != whole.item else []
    return ", ".join(reasons)


def nested(a: Measure, b: Measure) -> bool:
    """Return whether two measures are of one place, or of a place and another within it."""
    return a.place == b.place or a.place in b.wholes or b.place in a.wholes
