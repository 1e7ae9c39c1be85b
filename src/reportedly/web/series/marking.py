"""From observations to a chart: a mark for each origin, ties between marks, the rest as faint lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.ledger import Entry
from reportedly.model import Observation, Relation, RelationKind, Series, figure
from reportedly.pipeline import names
from reportedly.web.charts import Chart, Faint, Mark, Tie, TieKind
from reportedly.web.charts.ends import ends
from reportedly.web.markup.voices import LINES, family
from reportedly.web.rulings import Ruling

from .folding import Fold

KINDS = {
    RelationKind.CONFLICTS: TieKind.CONFLICT,
    RelationKind.SUPERSEDES: TieKind.STEP,
    RelationKind.DENIES: TieKind.DENIAL,
    RelationKind.RETRACTS: TieKind.DENIAL,
}
DENIALS = 12


@dataclass(frozen=True, slots=True)
class Seen:
    """One observation with its claim and what people said of it."""

    observation: Observation
    entry: Entry
    speaker: str
    ruling: Ruling


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a chart is drawn from: all folds of a series, those it marks, the claims that are known by id."""

    series: Series
    folds: Sequence[Fold]
    marked: Sequence[Fold]
    faint: tuple[Faint, ...]
    seen: Mapping[str, Seen]
    relations: Sequence[Relation]
    words: Mapping[str, Entry]


def chart(of: Drawn) -> Chart:
    """Return the chart of a series."""
    unit = names.thing(of.series.key.item) or of.series.key.kind
    return Chart(names.title(of.series.key), unit, tuple(_marks(of)), _ties(of), of.faint)


def lit(entry: Entry) -> str:
    """Return the address of a claim's lit words."""
    return f"/pages/{entry.page.id}?claim={entry.claim.id}#w-{entry.claim.id}"


def _marks(of: Drawn) -> Iterator[Mark]:
    denied = {r.earlier for r in of.relations if KINDS[r.kind] is TieKind.DENIAL}
    for some in of.marked:
        first = of.seen.get(some.first.claim)
        if first:
            struck = any(one.claim in denied for one in some.observations) or first.ruling.rejected
            yield _mark(some, first, struck)
    yield from _denials(of)


def _denials(of: Drawn) -> Iterator[Mark]:
    """Yield what denies a figure and stands on no line itself."""
    on_line = {one.claim for one in of.series.observations}
    denying = (r for r in of.relations if KINDS[r.kind] is TieKind.DENIAL and r.later not in on_line)
    for relation in list({r.later: r for r in denying}.values())[:DENIALS]:
        entry = of.words.get(relation.later)
        if entry:
            yield _denial(entry, relation.kind.value)


def _mark(some: Fold, first: Seen, struck: bool) -> Mark:  # noqa: FBT001 - a fact about the mark
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
        pages=some.pages,
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


def faint(series: Series, folds: Sequence[Fold], marked: Sequence[Fold]) -> Iterator[Faint]:
    """Yield the folds of a series that its chart does not mark."""
    known = {some.first.claim for some in marked}
    voice = LINES.get(series.key.line.partition(":")[0], "happened")
    for some in folds:
        if some.day and some.reach is not None and some.first.claim not in known:
            yield Faint(some.day, some.low, some.high, voice)


def _ties(of: Drawn) -> tuple[Tie, ...]:
    """Return ties between marks; a folded claim's tie goes to its mark, growth to the step before."""
    mark = {one.claim: some.first.claim for some in of.folds for one in some.observations}
    known = {one.observation.speaker: one.speaker for one in of.seen.values()}
    ties = {
        Tie(
            KINDS[r.kind],
            mark.get(r.later, r.later),
            mark.get(r.earlier, r.earlier),
            names.spoken(r.because, known),
        )
        for r in _nearest(of.series, of.relations)
    }
    return tuple(sorted(ties, key=lambda t: (t.kind.value, t.later, t.earlier)))


def _nearest(series: Series, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Yield relations, and of the steps that lead to one figure only the last."""
    place = {one.claim: n for n, one in enumerate(series.observations)}
    steps: dict[str, Relation] = {}
    for relation in relations:
        if relation.kind is not RelationKind.SUPERSEDES:
            yield relation
            continue
        held = steps.get(relation.later)
        if held is None or place.get(relation.earlier, -1) > place.get(held.earlier, -1):
            steps[relation.later] = relation
    yield from steps.values()
