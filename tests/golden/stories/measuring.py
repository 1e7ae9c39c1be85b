"""How well the derived rows fit what is known of the stories."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from reportedly.lexicon import ItemTable, load_places
from reportedly.model import Claim, Relation, RelationKind
from reportedly.reconcile import Derived, derive

from .corpus import Story
from .telling import Said


@dataclass(frozen=True)
class Score:
    """Found and wanted, and what of each the other lacks."""

    found: frozenset
    wanted: frozenset

    @property
    def precision(self) -> float:
        return len(self.found & self.wanted) / len(self.found) if self.found else 1.0

    @property
    def recall(self) -> float:
        return len(self.found & self.wanted) / len(self.wanted) if self.wanted else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.found | other.found, self.wanted | other.wanted)

    def __str__(self) -> str:
        lines = [f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f} ({len(self.wanted)} wanted)"]
        lines += [f"  wrong   {row}" for row in sorted(self.found - self.wanted, key=str)]
        lines += [f"  missing {row}" for row in sorted(self.wanted - self.found, key=str)]
        return "\n".join(lines)


@dataclass(frozen=True)
class Measured:
    """One story measured: origins counted and paired, relations, drift, copies."""

    origins: tuple[int, int]
    pairs: Score
    relations: Score
    drift: Score
    copies: Score
    apart: Score


def measure(story: Story, items: ItemTable) -> Measured:
    """Derive a story from its hand-told claims and hold it against what is known."""
    claims = [claim for page in story.pages for claim in page.claims]
    return measure_read(story, claims, {claim.id: claim.id for claim in claims}, items)


def measure_read(
    story: Story, claims: Iterable[Claim], known: Mapping[str, str], items: ItemTable
) -> Measured:
    """Derive a story from any claims and hold it against what is known.

    ``known`` says which hand-told claim a claim is; rows that speak of a claim
    that is none of them are left out.
    """
    found = {claim.id: claim for claim in claims}
    derived = derive([p.document for p in story.pages], found.values(), items=items, places=load_places())
    told = {c.id: p.page.claims[p.marks[c.id]] for p in story.pages for c in p.claims}
    called = {c.id: f"{p.page.name}.{p.marks[c.id]}" for p in story.pages for c in p.claims}
    said = {claim: told[hand] for claim, hand in known.items()}
    names = {claim: called[hand] for claim, hand in known.items()}
    derived = _known_rows(derived, said)
    apart = frozenset(_label(a.later, a.earlier, said) for a in derived.apart) & story.apart
    return Measured(
        (len(derived.origins), len({s.origin for s in told.values()})),
        _pairs(derived, told, called, names),
        _relations(story, derived, (told, called), (said, names)),
        _drift(derived, told, called, names),
        _copies(story, derived),
        Score(apart, story.apart),
    )


def _known_rows(derived: Derived, said: Mapping[str, Said]) -> Derived:
    return replace(
        derived,
        origins=tuple(o for o in derived.origins if any(claim in said for claim in o.claims)),
        relations=tuple(r for r in derived.relations if r.later in said and r.earlier in said),
        apart=tuple(a for a in derived.apart if a.later in said and a.earlier in said),
        drifts=tuple(d for d in derived.drifts if d.before in said and d.after in said),
    )


def _pairs(
    derived: Derived, told: Mapping[str, Said], called: Mapping[str, str], names: Mapping[str, str]
) -> Score:
    groups: dict[str, list[str]] = defaultdict(list)
    for claim, what in told.items():
        groups[what.origin].append(claim)
    found = ([c for c in o.claims if c in names] for o in derived.origins)
    return Score(_together(found, names), _together(groups.values(), called))


def _together(groups: Iterable[Iterable[str]], names: Mapping[str, str]) -> frozenset:
    return frozenset(pair for group in groups for pair in combinations(sorted(names[c] for c in group), 2))


def thing(said: Said) -> str:
    """Return what a claim is about in the notation of the stories."""
    return ":".join(filter(None, (said.item, said.outcome))) or said.kind


def _relations(
    story: Story,
    derived: Derived,
    told: tuple[Mapping[str, Said], Mapping[str, str]],
    read: tuple[Mapping[str, Said], Mapping[str, str]],
) -> Score:
    found = {_relation(r, *read) for r in derived.relations}
    wanted = {_unordered(row) for row in story.relations} | set(_repeats(story, *told))
    wanted |= {("repeats", name) for name in story.again}
    wanted |= {
        ("derived_from", told[1][c.id], told[1][c.carrier])
        for page in story.pages
        for c in page.claims
        if c.carrier
    }
    return Score(frozenset(found), frozenset(wanted))


def _relation(relation: Relation, said: Mapping[str, Said], names: Mapping[str, str]) -> tuple:
    if relation.kind is RelationKind.REPEATS:
        return "repeats", names[relation.later]
    if relation.kind is RelationKind.DERIVED_FROM:
        return "derived_from", names[relation.later], names[relation.earlier]
    return _unordered((relation.kind.value, *_label(relation.later, relation.earlier, said)))


def _unordered(row: tuple[str, str, str, str]) -> tuple[str, str, str, str]:
    """Agreement and conflict have no direction."""
    kind, later, what, earlier = row
    return (kind, min(later, earlier), what, max(later, earlier)) if kind in {"agrees", "conflicts"} else row


def _label(later: str, earlier: str, said: Mapping[str, Said]) -> tuple[str, str, str]:
    return said[later].origin, thing(said[later]), said[earlier].origin


def _repeats(story: Story, said: Mapping[str, Said], names: Mapping[str, str]):
    """A claim repeats when an earlier page told the same utterance on the same measure in the same voice."""
    first: dict[tuple, str] = {}
    ordered = sorted(story.pages, key=lambda p: (p.page.day, bool(p.page.copies), p.document.url))
    for page in ordered:
        for claim in page.claims:
            what = said[claim.id]
            parties = () if what.kind == "capacity" else (what.actor, what.to)
            voice = (what.agg, what.mod, what.stage, what.currency)
            key = (what.origin, what.kind, *parties, thing(what), what.place, *voice)
            if key in first and first[key] != page.page.name:
                yield "repeats", names[claim.id]
            first.setdefault(key, page.page.name)


def _drift(
    derived: Derived, told: Mapping[str, Said], called: Mapping[str, str], names: Mapping[str, str]
) -> Score:
    wanted = {(called[c], kind) for c, what in told.items() for kind in what.drift}
    return Score(frozenset((names[d.after], d.kind.value) for d in derived.drifts), frozenset(wanted))


def _copies(story: Story, derived: Derived) -> Score:
    pages = {page.document.id: page.page for page in story.pages}
    wanted = {(page.name, page.copies) for page in pages.values() if page.copies}
    return Score(
        frozenset((pages[c.document].name, pages[c.of].name) for c in derived.copies), frozenset(wanted)
    )
