"""Origins: which sayings on which pages are one utterance.

What one speaker says on one page is a saying. Two sayings are one utterance
when the words were copied, or when speaker, day and figure (or day, or
occasion, or the outlet both cite) leave no other reading. Each link is decided
by the two sayings alone, so that a new page touches only its neighbours.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.lexicon import ItemTable
from reportedly.model import Origin, Period, Section, stable_id

from .matching import WEEK, YEAR, Saying, basic_kind, said_on, same_utterance
from .told import Told

Link = tuple[str, str, str]  # two sayings, and why they are one utterance


def with_sayings(tolds: Sequence[Told]) -> tuple[Told, ...]:
    """Return a page's claims, each with its saying: its speaker's, on the day that the words give.

    Where a speaker has one dated saying on a page, the undated words are of it too.
    """
    days: dict[tuple[str, str], dict[str, Period]] = defaultdict(dict)
    for told in tolds:
        if told.said:
            days[told.circle, told.speaker][told.said.edtf] = told.said
    dated = (_dated(told, days[told.circle, told.speaker]) for told in tolds)
    return tuple(replace(told, saying=_saying(told)) for told in dated)


def _dated(told: Told, days: Mapping[str, Period]) -> Told:
    if told.said or len(days) != 1 or told.source:
        return told
    said = next(iter(days.values()))
    return replace(told, said=said, day=said.start or told.day)


def _saying(told: Told) -> str:
    day = told.said.edtf if told.said else str(told.day)
    part = "correction" if told.claim.section is Section.CORRECTION else ""
    return stable_id("saying", told.claim.document, told.circle, told.speaker, day, part)


def keys(told: Told, items: ItemTable) -> tuple[str, ...]:
    """Return by what a claim is found by others that may be the same utterance."""
    leads = (f"to|{place}" for place in {*told.links, *told.through})
    return (*_shared_keys(told, items), *(f"at|{place}" for place in told.at), *sorted(leads))


def asks(told: Told, items: ItemTable) -> tuple[tuple[str, int], ...]:
    """Return what to look others up by, each with the days within which they must lie."""
    leads = [f"at|{place}" for place in sorted({*told.links, *told.through})]
    back = [f"to|{place}" for place in told.at]
    return (
        *((key, WEEK) for key in _shared_keys(told, items)),
        *((key, YEAR) for key in (*leads, *back)),
    )


def _shared_keys(told: Told, items: ItemTable) -> tuple[str, ...]:
    kind, measure = basic_kind(told), told.measure
    root = (items.wider(measure.item) or (measure.item,))[-1]
    found = [f"figure|{told.circle}|{kind}|{measure.outcome}|{root}"]
    if told.said:
        found.append(f"day|{told.circle}|{told.speaker}|{told.said.edtf}")
    if told.occasion:
        found.append(f"occasion|{told.circle}|{told.occasion}")
    found.extend(f"relay|{told.circle}|{relay}|{kind}" for relay in told.relays)
    return tuple(found)


def link_sayings(
    tolds: Iterable[Told], items: ItemTable, fresh: Container[str] | None = None
) -> tuple[Link, ...]:
    """Return which sayings are one utterance, and why: all such pairs, or those with a fresh saying.

    Each pair is decided by its two sayings alone, so that a link once found
    stands until one of them is told anew.
    """
    sayings = _sayings(tolds)
    return tuple(
        (one, other, because)
        for one, other, because in _links(sayings, items, sayings if fresh is None else fresh)
    )


def utter(tolds: Iterable[Told], links: Iterable[Link]) -> tuple[tuple[Told, ...], tuple[Origin, ...]]:
    """Return claims with their origins, and the origins, each with its reasons.

    Give all claims of every saying that the links lead to, and all links of
    these sayings.
    """
    sayings = _sayings(tolds)
    links = tuple(links)
    linked: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        linked[link[0]].append(link)
    told: list[Told] = []
    origins: list[Origin] = []
    for group in _components(sayings, links):
        component = min(group)
        for members in _by_day([sayings[name] for name in group]):
            origin = _origin(members, [link for s in members for link in linked[s.id]])
            origins.append(origin)
            told.extend(_of(t, component, origin.id) for s in members for t in s.tolds)
    return tuple(sorted(told, key=lambda t: t.id)), tuple(sorted(origins, key=lambda o: o.id))


def _of(told: Told, component: str, origin: str) -> Told:
    if (told.component, told.origin) == (component, origin):
        return told
    return replace(told, component=component, origin=origin)


def _sayings(tolds: Iterable[Told]) -> dict[str, Saying]:
    groups: dict[str, list[Told]] = defaultdict(list)
    for told in tolds:
        groups[told.saying].append(told)
    return {
        name: Saying(name, tuple(sorted(groups[name], key=lambda t: (t.rank, t.order))))
        for name in sorted(groups)
    }


def _links(sayings: Mapping[str, Saying], items: ItemTable, fresh: Container[str]) -> Iterator[Link]:
    where = {told.id: name for name, saying in sayings.items() for told in saying.tolds}
    for name, saying in sayings.items():
        sources = {(where[t.source], t.translated) for t in saying.tolds if t.source in where}
        for source, translated in sorted(sources):
            if name in fresh or source in fresh:
                yield name, source, "its words are a translation" if translated else "its words are copied"
    met: dict[str, set[str]] = defaultdict(set)
    for name, saying in sayings.items():
        for told in saying.tolds:
            for key in _shared_keys(told, items):
                met[key].add(name)
    pairs = {
        (one, other)
        for names in met.values()
        for one, other in _near(names, sayings)
        if one in fresh or other in fresh
    }
    pairs.update((one, other) for one, other in _linked(sayings) if one in fresh or other in fresh)
    words = {name: _words(saying) for name, saying in sayings.items()}
    for one, other in sorted(pairs):
        if not words[one].isdisjoint(words[other]):
            continue
        because = same_utterance(sayings[one], sayings[other], items)
        if because:
            yield one, other, because


def _words(saying: Saying) -> frozenset[str]:
    """Return whose words a saying has; sayings that share any are linked already, by what they copy."""
    return frozenset(told.source or told.id for told in saying.tolds)


def _near(names: Iterable[str], sayings: Mapping[str, Saying]) -> Iterator[tuple[str, str]]:
    """Yield pairs of sayings no more than a week apart."""
    dated = sorted((s.first.day.toordinal(), n) for n in names if (s := sayings[n]).first.day)
    start = 0
    for at, (day, name) in enumerate(dated):
        while dated[start][0] < day - WEEK:
            start += 1
        for _, other in dated[start:at]:
            yield (other, name) if other < name else (name, other)


def _linked(sayings: Mapping[str, Saying]) -> Iterator[tuple[str, str]]:
    """Yield pairs of sayings of which one page leads to the other."""
    where: dict[str, set[str]] = defaultdict(set)
    for name, saying in sayings.items():
        for place in saying.first.at:
            where[place].add(name)
    for name, saying in sayings.items():
        for place in {place for told in saying.tolds for place in (*told.links, *told.through)}:
            for other in where[place] - {name}:
                yield (other, name) if other < name else (name, other)


def _components(sayings: Mapping[str, Saying], links: Iterable[Link]) -> Iterator[list[str]]:
    parent = {name: name for name in sayings}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for one, other, _ in links:
        a, b = sorted((root(one), root(other)))
        parent[b] = a
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(sayings):
        groups[root(name)].append(name)
    yield from groups.values()


def _by_day(sayings: Sequence[Saying]) -> Iterator[tuple[Saying, ...]]:
    """Yield the utterances of linked sayings: two days that the words give are two utterances.

    An undated saying belongs to the latest dated one before it, else to the first.
    """
    ordered = sorted(sayings, key=lambda s: (s.first.moment, s.first.rank, s.id))
    days = _distinct([said for s in ordered if (said := said_on(s))])
    if len(days) < 2:
        yield tuple(ordered)
        return
    groups: dict[int, list[Saying]] = defaultdict(list)
    for saying in ordered:
        groups[_nearest(saying, days)].append(saying)
    yield from (tuple(groups[at]) for at in sorted(groups))


def _distinct(periods: Sequence[Period]) -> list[Period]:
    found: list[Period] = []
    for period in sorted(periods, key=lambda p: (p.start or p.end, p.edtf)):
        if not found or not found[-1].overlaps(period):
            found.append(period)
    return found


def _nearest(saying: Saying, days: Sequence[Period]) -> int:
    said, day = said_on(saying), saying.first.day
    if said:
        return next((at for at, period in enumerate(days) if period.overlaps(said)), 0)
    before = [at for at, period in enumerate(days) if day and period.start and period.start <= day]
    return before[-1] if before else 0


def _origin(sayings: Sequence[Saying], links: Iterable[Link]) -> Origin:
    names = {s.id for s in sayings}
    tolds = sorted((t for s in sayings for t in s.tolds), key=lambda t: t.order)
    found = sorted((why for _, other, why in links if other in names), reverse=True)
    reasons = {why.partition(" (")[0]: why for why in found}  # one example of each sort
    first = tolds[0]
    speaker = next((t.speaker for t in tolds if not t.plain), first.speaker)
    return Origin(
        id=stable_id("origin", first.id),
        speaker=speaker,
        claims=tuple(t.id for t in tolds),
        pages=tuple(dict.fromkeys(t.claim.document for t in sorted(tolds, key=lambda t: t.rank))),
        wordings=len({" ".join(t.claim.evidence.exact.lower().split()) for t in tolds}),
        said_on=next((t.said for t in tolds if t.said), None),
        occasion=next((t.occasion for t in tolds if t.occasion), None),
        because=tuple(sorted(reasons.values())) or ("one page says so",),
    )
