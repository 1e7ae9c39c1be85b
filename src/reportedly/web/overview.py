"""What stands across pages, gathered once and kept until the ledger changes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from reportedly.ledger import FACETS, ClaimFilter, Ledger
from reportedly.model import Drift, Observation, Relation, RelationKind, Series, SeriesKey, figure
from reportedly.pipeline import OPPOSED, all_drifts, all_relations, all_series

from . import names
from .charts import Mark, spark
from .figures import ends
from .marks import LINES

KEPT = 200
_DISPUTES = {
    RelationKind.CONFLICTS: "conflict",
    RelationKind.DENIES: "denial",
    RelationKind.RETRACTS: "taken back",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One series as a list shows it."""

    id: str
    key: SeriesKey
    title: str
    about: str
    latest: str
    by: str
    day: str
    figures: int
    pages: int
    origins: int
    spark: str
    claim: str

    @property
    def measure(self) -> str:
        """What is measured, without its parties."""
        return self.title.partition(",")[0]

    @property
    def voice(self) -> str:
        """In which voice, as a person says it."""
        return names.voice(self.key.line)


@dataclass(frozen=True, slots=True)
class Story:
    """The series between the same parties or about the same place, weightiest first."""

    title: str
    lines: tuple[Line, ...]
    pages: int
    origins: int

    @property
    def query(self) -> str:
        """The story as a report's address asks for it: its series."""
        return urlencode([("title", self.title), *(("series", line.id) for line in self.lines)])


@dataclass(frozen=True, slots=True)
class Overview:
    """Series, stories and what asks for attention; ``waiting`` pages are still to be derived."""

    lines: tuple[Line, ...] = ()
    stories: tuple[Story, ...] = ()
    opposed: tuple[Relation, ...] = ()
    drifts: tuple[tuple[Drift, ...], ...] = ()
    split: tuple[Relation, ...] = ()
    counted: tuple[int, int] = (0, 0)
    queue: tuple[tuple[str, str], ...] = ()
    claims: int = 0
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    waiting: int = 0

    def but(self, waiting: int) -> "Overview":
        """Return the same, with so many pages still to come."""
        return replace(self, waiting=waiting)


def gather(ledger: Ledger) -> Overview:
    """Return what stands across pages, as last derived."""
    weighed = sorted((_line(ledger, series) for series in all_series(ledger)), key=_weight)
    opposed: list[Relation] = []
    against: list[Relation] = []
    conflicts = 0
    for relation in all_relations(ledger, kinds=OPPOSED | {RelationKind.REFINES}):
        if relation.kind in OPPOSED:
            conflicts += 1
            if len(opposed) < KEPT:
                opposed.append(relation)
        elif "headline" in relation.because and len(against) < KEPT:
            against.append(relation)
    drifts: dict[tuple[str, str], tuple[Drift, ...]] = {}
    for drift in all_drifts(ledger):
        pair = (drift.before, drift.after)
        if pair in drifts or len(drifts) < KEPT:
            drifts[pair] = (*drifts.get(pair, ()), drift)
    opposed.sort(key=lambda r: (r.kind is not RelationKind.DENIES, r.kind.value, r.later))
    return Overview(
        tuple(weighed),
        _stories(weighed),
        tuple(opposed),
        tuple(drifts.values()),
        tuple(against),
        (conflicts, len(drifts)),
        _queue(opposed, drifts, against, weighed),
        ledger.count(ClaimFilter()),
        {name: tuple(ledger.facet(name, ClaimFilter(), limit=12)) for name in FACETS},
    )


def _queue(
    opposed: Iterable[Relation],
    drifts: Iterable[tuple[str, str]],
    split: Iterable[Relation],
    lines: Iterable[Line],
) -> tuple[tuple[str, str], ...]:
    """Return claims by how much hangs on a person's word: disputes, drifts, headlines, latest figures."""
    found: dict[str, str] = {}
    for relation in opposed:
        for claim in (relation.later, relation.earlier):
            found.setdefault(claim, f"{_DISPUTES[relation.kind]}: {names.spoken(relation.because)}")
    for before, after in drifts:
        found.setdefault(after, "its wording drifted")
        found.setdefault(before, "others drifted from its wording")
    for relation in split:
        found.setdefault(relation.later, "headline and body differ")
    for line in lines:
        if len(found) >= 5 * KEPT:
            break
        found.setdefault(line.claim, f"latest figure on {line.title}")
    return tuple(found.items())


def _weight(line: Line) -> tuple[int, int, int, str]:
    return -line.origins, -line.pages, -line.figures, line.title


def _line(ledger: Ledger, series: Series) -> Line:
    observations = series.observations
    latest = max(observations, key=lambda o: (str(o.as_of.start or o.as_of.last or ""), o.claim))
    return Line(
        id=series.id,
        key=series.key,
        title=names.title(series.key),
        about=names.sentence(series.key),
        latest=figure(latest.quantity),
        by=_by(ledger, latest),
        day=latest.as_of.edtf,
        figures=len(observations),
        pages=len({o.document for o in observations}),
        origins=len({o.origin for o in observations}),
        spark=spark([_bare(o, series) for o in observations], f"{len(observations)} figures")
        if len(observations) > 1
        else "",
        claim=latest.claim,
    )


def _by(ledger: Ledger, latest: Observation) -> str:
    """Return who says it; an outlet by the name that its own page gives."""
    entry = ledger.claim(latest.claim) if latest.speaker.startswith("outlet:") else None
    return (entry.page.outlet if entry else None) or names.name(latest.speaker)


def _bare(observation: Observation, series: Series) -> Mark:
    low, high, word = ends(observation.quantity)
    family = LINES.get(series.key.line.partition(":")[0], "happened")
    period = observation.as_of
    return Mark(observation.claim, period.start, period.last, low, high, "", "", family, "", "", word=word)


def _stories(lines: Iterable[Line]) -> tuple[Story, ...]:
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        about = names.parties(line.key)
        if about:
            groups[about].append(line)
    found = [
        Story(title, tuple(some[:5]), sum(s.pages for s in some), sum(s.origins for s in some))
        for title, some in groups.items()
    ]
    found.sort(key=lambda s: (-max(one.origins for one in s.lines), -s.origins, s.title))
    return tuple(found[:40])
