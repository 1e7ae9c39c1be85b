"""What the series views show: a chart, its observations, and what stands behind them."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from reportedly.export import Value
from reportedly.ledger import Entry, Ledger, derived_row, entries_of, said_of
from reportedly.model import Observation, Relation, Series, decode, figure
from reportedly.pipeline import Weight, names, weight
from reportedly.web.charts import Chart, Faint, TieKind, draw
from reportedly.web.rulings import rule

from .folding import MARKS, Fold, fold, foremost
from .marking import KINDS, Drawn, Seen, chart, faint, lit

__all__ = ["Extent", "Seen", "SeriesView", "lit", "observation_row", "observed", "series_view"]


@dataclass(frozen=True)
class SeriesView:
    """One series: the rows of its table that are shown, ties, weight; its chart is made when looked at."""

    series: Series
    title: str
    about: str
    weight: Weight
    seen: tuple[Seen, ...]
    relations: tuple[Relation, ...]
    words: Mapping[str, Entry]
    drawn: Drawn

    @cached_property
    def chart(self) -> Chart:
        """The chart of the series."""
        return chart(self.drawn)

    @property
    def svg(self) -> str:
        """The chart as SVG."""
        return draw(self.chart)


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of a series is shown: which rows of its table, how many marks of its chart.

    Where a table has more than ``long`` rows it shows only those that are marked; ``faint`` draws what
    the chart does not mark.
    """

    rows: slice = field(default_factory=lambda: slice(None))
    marks: int = MARKS
    long: int = sys.maxsize
    faint: bool = True


WHOLE = Extent()


def series_view(ledger: Ledger, series_id: str, extent: Extent = WHOLE) -> SeriesView | None:
    """Return what a series' page shows, or nothing if there is no such series."""
    record = derived_row(ledger, "Series", series_id)
    if record is None:
        return None
    folded = _folded(record, extent.marks)
    series, folds, marked = folded.series, folded.folds, folded.marked
    shown = series.observations[extent.rows]
    if len(shown) > extent.long:
        shown = tuple(some.first for some in marked)
    wanted = {one.claim: one for one in (*shown, *(some.first for some in marked))}
    seen = {one.observation.claim: one for one in _seen(ledger, tuple(wanted.values()))}
    relations = _relations(ledger, seen)
    words = _words(ledger, seen, relations)
    return SeriesView(
        series,
        names.title(series.key),
        names.sentence(series.key),
        weight(ledger, series),
        tuple(seen[one.claim] for one in shown if one.claim in seen),
        relations,
        words,
        Drawn(series, folds, marked, folded.faint if extent.faint else (), seen, relations, words),
    )


@dataclass(frozen=True, slots=True)
class _Folded:
    """A series folded: all folds, those that a chart marks, the others as thin lines."""

    series: Series
    folds: tuple[Fold, ...]
    marked: tuple[Fold, ...]
    faint: tuple[Faint, ...]


@lru_cache(maxsize=6)
def _folded(record: bytes, marks: int) -> _Folded:
    """Read a record and fold it; the last few are kept, as a long one is asked for page after page."""
    series = decode(Series, record)
    folds = tuple(fold(series.observations))
    marked = tuple(foremost(folds, marks))
    return _Folded(series, folds, marked, tuple(faint(series, folds, marked)))


def observed(ledger: Ledger, series: Series) -> tuple[Seen, ...]:
    """Return all rows of a series' table."""
    return tuple(_seen(ledger, series.observations))


def _seen(ledger: Ledger, observations: Sequence[Observation]) -> Iterable[Seen]:
    claims = [observation.claim for observation in observations]
    entries = {entry.claim.id: entry for entry in entries_of(ledger, claims)}
    said = said_of(ledger, claims)
    return [
        Seen(one, entries[one.claim], _speaker(one, entries[one.claim]), rule(said[one.claim]))
        for one in observations
        if one.claim in entries
    ]


def _speaker(observation: Observation, entry: Entry) -> str:
    """Return who says it, as its own page spells the name where it gives one."""
    link = entry.claim.speaker
    if link and link.actor and link.actor.id == observation.speaker:
        return link.actor.name
    if observation.speaker.startswith("outlet:"):
        return entry.page.outlet or names.name(observation.speaker)
    return names.name(observation.speaker)


def _relations(ledger: Ledger, claims: Iterable[str]) -> tuple[Relation, ...]:
    found: dict[Relation, None] = {}
    for claim in claims:
        for record in ledger.derived.about(claim, "Relation"):
            found[decode(Relation, record)] = None
    return tuple(r for r in found if r.kind in KINDS)


def _words(ledger: Ledger, seen: Mapping[str, Seen], relations: Iterable[Relation]) -> dict[str, Entry]:
    """Return the claims shown and those that oppose them, by id; growth from what is not shown needs none."""
    words = {name: one.entry for name, one in seen.items()}
    opposed = (r for r in relations if KINDS[r.kind] is not TieKind.STEP)
    wanted = dict.fromkeys(end for r in opposed for end in (r.later, r.earlier) if end not in words)
    return words | {entry.claim.id: entry for entry in entries_of(ledger, wanted)}


def observation_row(one: Seen) -> dict[str, Value]:
    """Return an observation as one flat row, for the table's twins."""
    o, entry = one.observation, one.entry
    low, high = o.quantity.low, o.quantity.high
    return {
        "as_of": o.as_of.edtf,
        "since": o.since.edtf if o.since else None,
        "figure": figure(o.quantity),
        "low": str(low) if low is not None else None,
        "high": str(high) if high is not None else None,
        "bound": o.quantity.bound.value,
        "speaker": one.speaker,
        "modality": o.modality.value,
        "stage": o.stage.value if o.stage else None,
        "section": o.section.value,
        "origin": o.origin,
        "words": entry.claim.evidence.exact,
        "outlet": entry.page.outlet,
        "published": entry.page.published,
        "url": entry.page.url,
        "claim": o.claim,
        "review": one.ruling.word,
    }
