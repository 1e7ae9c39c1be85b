"""What stands across pages, gathered once and kept until the ledger changes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from reportedly.ledger import ClaimFilter, Ledger, drifted, relation_count, relations_of
from reportedly.ledger.lines import NO_LINES, Head, Lines, between, heads_at, lines_of, weightiest
from reportedly.model import Drift, Observation, Relation, RelationKind, SeriesKey, figure
from reportedly.pipeline import OPPOSED, all_drifts, names
from reportedly.web.charts import Mark, spark
from reportedly.web.charts.ends import ends
from reportedly.web.markup.voices import LINES

KEPT, STORIES = 200, 40
_DISPUTES = {
    RelationKind.DENIES: "denial",
    RelationKind.CONFLICTS: "conflict",
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

    lines: Lines = NO_LINES
    stories: tuple[Story, ...] = ()
    opposed: tuple[Relation, ...] = ()
    drifts: tuple[tuple[Drift, ...], ...] = ()
    split: tuple[Relation, ...] = ()
    counted: tuple[int, int] = (0, 0)
    queue: tuple[tuple[str, str], ...] = ()
    claims: int = 0
    waiting: int = 0

    def but(self, waiting: int) -> "Overview":
        """Return the same, with so many pages still to come."""
        return replace(self, waiting=waiting)


def gather(ledger: Ledger) -> Overview:
    """Return what stands across pages, as last derived; read along indexes, so that size matters little."""
    opposed = [relation for kind in _DISPUTES for relation in relations_of(ledger, kind, KEPT)][:KEPT]
    against = tuple(relations_of(ledger, RelationKind.REFINES, KEPT, headline=True))
    drifts = _drifts(ledger)
    lines = lines_of(ledger)
    top = tuple(heads_at(ledger, lines.numbers[:KEPT]))
    return Overview(
        lines,
        _stories(ledger),
        tuple(opposed),
        tuple(drifts.values()),
        against,
        (relation_count(ledger, OPPOSED), drifted(ledger)),
        _queue(opposed, drifts, against, top),
        ledger.count(ClaimFilter()),
    )


def _drifts(ledger: Ledger) -> dict[tuple[str, str], tuple[Drift, ...]]:
    """Return the first pairs of wordings between which something changed, with all that did."""
    found: dict[tuple[str, str], tuple[Drift, ...]] = {}
    for drift in all_drifts(ledger):
        pair = (drift.before, drift.after)
        if pair not in found and len(found) == KEPT:
            break
        found[pair] = (*found.get(pair, ()), drift)
    return found


def _queue(
    opposed: Iterable[Relation],
    drifts: Iterable[tuple[str, str]],
    split: Iterable[Relation],
    heads: Iterable[Head],
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
    for head in heads:
        if len(found) >= 5 * KEPT:
            break
        found.setdefault(head.latest.claim, f"latest figure on {names.title(head.key)}")
    return tuple(found.items())


def lines_at(ledger: Ledger, numbers: Iterable[int]) -> tuple[Line, ...]:
    """Return some series as a list shows them, by their numbers there."""
    return tuple(line_of(ledger, head) for head in heads_at(ledger, numbers))


def line_of(ledger: Ledger, head: Head) -> Line:
    """Return a series as a list shows it."""
    latest = head.latest
    return Line(
        id=head.id,
        key=head.key,
        title=names.title(head.key),
        about=names.sentence(head.key),
        latest=figure(latest.quantity),
        by=_by(ledger, latest),
        day=latest.as_of.edtf,
        figures=head.figures,
        pages=head.pages,
        origins=head.origins,
        spark=spark([_bare(o, head.key) for o in head.tail], f"{head.figures} figures")
        if head.figures > 1
        else "",
        claim=latest.claim,
    )


def _by(ledger: Ledger, latest: Observation) -> str:
    """Return who says it; an outlet by the name that its own page gives."""
    entry = ledger.claim(latest.claim) if latest.speaker.startswith("outlet:") else None
    return (entry.page.outlet if entry else None) or names.name(latest.speaker)


def _bare(observation: Observation, key: SeriesKey) -> Mark:
    low, high, word = ends(observation.quantity)
    family = LINES.get(key.line.partition(":")[0], "happened")
    period = observation.as_of
    return Mark(observation.claim, period.start, period.last, low, high, "", "", family, "", "", word=word)


def _stories(ledger: Ledger) -> tuple[Story, ...]:
    found: dict[str, Story] = {}
    for some in between(ledger, STORIES):
        title = names.parties(some.key)
        if title and title not in found:
            lines = tuple(line_of(ledger, head) for head in weightiest(ledger, some.key, 5))
            found[title] = Story(title, lines, some.pages, some.origins)
    return tuple(found.values())
