"""What the series views show: a chart, its observations, and what stands behind them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.export import Value
from reportedly.ledger import Entry, Ledger, derived_row, entries_of, said_of
from reportedly.model import (
    Observation,
    Relation,
    RelationKind,
    Series,
    decode,
    figure,
)
from reportedly.pipeline import Weight, weight

from . import names
from .charts import Chart, Mark, Tie, TieKind, draw
from .figures import ends
from .marks import family
from .rulings import Ruling, rule

MOST = 400
_KINDS = {
    RelationKind.CONFLICTS: TieKind.CONFLICT,
    RelationKind.SUPERSEDES: TieKind.STEP,
    RelationKind.DENIES: TieKind.DENIAL,
    RelationKind.RETRACTS: TieKind.DENIAL,
}


@dataclass(frozen=True, slots=True)
class Seen:
    """One observation with its claim and what people said of it."""

    observation: Observation
    entry: Entry
    speaker: str
    ruling: Ruling


@dataclass(frozen=True, slots=True)
class SeriesView:
    """One series: chart, table, ties, weight."""

    series: Series
    title: str
    about: str
    weight: Weight
    seen: tuple[Seen, ...]
    relations: tuple[Relation, ...]
    words: Mapping[str, Entry]
    chart: Chart
    beside: tuple[tuple[str, str, str], ...]

    @property
    def svg(self) -> str:
        """The chart as SVG."""
        return draw(self.chart)


def series_view(ledger: Ledger, series_id: str) -> SeriesView | None:
    """Return what a series' page shows, or nothing if there is no such series."""
    series = find_series(ledger, series_id)
    if series is None:
        return None
    seen = tuple(_seen(ledger, series))
    relations = _relations(ledger, seen)
    words = {s.entry.claim.id: s.entry for s in seen}
    for relation in relations:
        for claim in (relation.later, relation.earlier):
            entry = None if claim in words else ledger.claim(claim)
            if entry:
                words[claim] = entry
    title = names.title(series.key)
    chart = Chart(title, _unit(series), _marks(seen, relations, words), _ties(seen, relations))
    return SeriesView(
        series, title, names.sentence(series.key), weight(ledger, series), seen, relations, words, chart,
        (),
    )  # fmt: skip


def find_series(ledger: Ledger, series_id: str) -> Series | None:
    """Return a series by its id."""
    record = derived_row(ledger, "Series", series_id)
    return decode(Series, record) if record else None


def _seen(ledger: Ledger, series: Series) -> list[Seen]:
    observations = series.observations[-MOST:]
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


def _relations(ledger: Ledger, seen: Sequence[Seen]) -> tuple[Relation, ...]:
    found: dict[Relation, None] = {}
    for one in seen:
        for record in ledger.derived.about(one.observation.claim, "Relation"):
            found[decode(Relation, record)] = None
    return tuple(r for r in found if r.kind in _KINDS)


def _unit(series: Series) -> str:
    return names.thing(series.key.item) or series.key.kind


def _fold(seen: Sequence[Seen]) -> dict[str, list[Seen]]:
    """Return observations by the first that says the same: one origin, one figure, one mark."""
    groups: dict[tuple[str, str, bool], list[Seen]] = defaultdict(list)
    for one in seen:
        headline = one.observation.section.value == "headline"
        groups[(one.observation.origin, figure(one.observation.quantity), headline)].append(one)
    return {some[0].observation.claim: some for some in groups.values()}


def _marks(
    seen: Sequence[Seen], relations: Sequence[Relation], words: Mapping[str, Entry]
) -> tuple[Mark, ...]:
    denied = {r.earlier for r in relations if _KINDS[r.kind] is TieKind.DENIAL}
    marks = [
        _mark(some, any(one.observation.claim in denied for one in some) or some[0].ruling.rejected)
        for some in _fold(seen).values()
    ]
    on_line = {one.observation.claim for one in seen}
    for relation in relations:
        entry = words.get(relation.later)
        if _KINDS[relation.kind] is TieKind.DENIAL and entry and relation.later not in on_line:
            on_line.add(relation.later)
            marks.append(_denial(entry, relation.kind.value))
    return tuple(marks)


def _mark(some: Sequence[Seen], struck: bool) -> Mark:  # noqa: FBT001 - a fact about the mark
    first = some[0]
    observation, claim = first.observation, first.entry.claim
    low, high, word = ends(observation.quantity)
    return Mark(
        id=claim.id,
        start=observation.as_of.start,
        last=observation.as_of.last,
        low=low,
        high=high,
        label=figure(observation.quantity),
        speaker=first.speaker,
        family=family(claim),
        words=claim.evidence.exact,
        link=lit(first.entry),
        pages=len({one.observation.document for one in some}),
        word=word,
        headline=observation.section.value == "headline",
        struck=struck,
    )


def _denial(entry: Entry, label: str) -> Mark:
    claim = entry.claim
    day = date.fromisoformat(entry.page.published[:10]) if entry.page.published else None
    who = claim.attribution[-1] if claim.attribution else None
    speaker = who.actor.name if who and who.actor else (entry.page.outlet or "..")
    return Mark(
        claim.id, day, day, None, None, label, speaker, "disputed", claim.evidence.exact, lit(entry)
    )  # fmt: skip


def _ties(seen: Sequence[Seen], relations: Sequence[Relation]) -> tuple[Tie, ...]:
    """Return ties between marks; a folded claim's tie goes to its mark, growth to the step before."""
    mark = {one.observation.claim: first for first, some in _fold(seen).items() for one in some}
    known = {one.observation.speaker: one.speaker for one in seen}
    ties = {
        Tie(
            _KINDS[r.kind],
            mark.get(r.later, r.later),
            mark.get(r.earlier, r.earlier),
            names.spoken(r.because, known),
        )
        for r in _nearest(seen, relations)
    }
    return tuple(sorted(ties, key=lambda t: (t.kind.value, t.later, t.earlier)))


def _nearest(seen: Sequence[Seen], relations: Sequence[Relation]) -> Iterator[Relation]:
    """Yield relations, and of the steps that lead to one figure only the last."""
    place = {one.observation.claim: n for n, one in enumerate(seen)}
    steps: dict[str, Relation] = {}
    for relation in relations:
        if relation.kind is not RelationKind.SUPERSEDES:
            yield relation
            continue
        held = steps.get(relation.later)
        if held is None or place.get(relation.earlier, -1) > place.get(held.earlier, -1):
            steps[relation.later] = relation
    yield from steps.values()


def lit(entry: Entry) -> str:
    """Return the address of a claim's lit words."""
    return f"/pages/{entry.page.id}?claim={entry.claim.id}#w-{entry.claim.id}"


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
