"""From a question to a report: which measures, which sentences, which words bear them out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from reportedly.ledger import ClaimFilter, Entry, Ledger, digests_of, entries_at, said_of
from reportedly.ledger.lines import Weighed, weighed
from reportedly.model import Drift, Granularity, Period, chain, decode, figure, when
from reportedly.pipeline import names
from reportedly.web.charts import TieKind, draw
from reportedly.web.charts.ends import ends
from reportedly.web.rulings import rule
from reportedly.web.series.view import Extent, Seen, SeriesView, series_view

from .phrases import day, number, say
from .records import Note, Part, Report, Sentence

MOST_SERIES, MOST_CLAIMS, ALSO, TOLD = 6, 100, 60, 8
MOST_FIGURES = 800
EXTENT = Extent(marks=20, long=20, faint=False)
_TIES = {TieKind.CONFLICT: "conflict", TieKind.STEP: "growth", TieKind.DENIAL: "denial"}


@dataclass(frozen=True, slots=True)
class Question:
    """What a report is asked for: some series by id, the claims of a filter, or both."""

    title: str = ""
    series: tuple[str, ...] = ()
    claims: ClaimFilter | None = None
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The claims that a question asks for: the numbers of the first, newest first, and how many there are."""

    numbers: Sequence[int]
    total: int


def tell(ledger: Ledger, question: Question, chosen: Chosen | None = None) -> Report | None:
    """Return the report on a question, or nothing where the ledger has no claim on it.

    ``chosen`` spares asking the ledger again which claims those are.
    """
    entries = _entries(ledger, question, chosen)
    found = weighed(ledger, question.series, [entry.claim.id for entry in entries])
    drawn = (series_view(ledger, name, EXTENT) for name in _told_of(found))
    views = [view for view in drawn if view is not None]
    notes = _Notes(ledger)
    parts = [_part(view, notes) for view in views if view.seen]
    total = chosen.total if chosen else ledger.count(question.claims) if question.claims else 0
    parts += _also(entries, notes, total)
    if not parts:
        return None
    title = question.title or (views[0].title if views else question.asked) or parts[0].title
    return Report(title[:1].upper() + title[1:], notes.intro(), tuple(parts), notes.kept(), question.asked)


def _told_of(found: Sequence[Weighed]) -> Iterator[str]:
    """Yield the series that a report tells: the weightiest, fewer of them where they are long."""
    figures = 0
    for some in found[:MOST_SERIES]:
        if figures > MOST_FIGURES:
            return
        figures += some.figures
        yield some.id


def _entries(ledger: Ledger, question: Question, chosen: Chosen | None) -> tuple[Entry, ...]:
    if question.claims is None:
        return ()
    if chosen:
        found = tuple(entries_at(ledger, chosen.numbers))
    else:
        found = tuple(ledger.entries(question.claims, limit=MOST_CLAIMS))
    said = said_of(ledger, [entry.claim.id for entry in found])
    return tuple(entry for entry in found if not rule(said[entry.claim.id]).rejected)


@dataclass(slots=True)
class _Notes:
    """The words that a report stands on, numbered as they are first called on."""

    ledger: Ledger
    numbers: dict[str, int] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)

    def of(self, entry: Entry) -> int:
        """Return the number of a claim's note."""
        if entry.claim.id not in self.numbers:
            self.entries.append(entry)
            self.numbers[entry.claim.id] = len(self.entries)
        return self.numbers[entry.claim.id]

    def kept(self) -> tuple[Note, ...]:
        """Return the notes, each with the digest of its page's archived bytes."""
        digests = digests_of(self.ledger, (entry.page.id for entry in self.entries))
        return tuple(Note(n, e, digests.get(e.page.id, "")) for n, e in enumerate(self.entries, 1))

    def intro(self) -> str:
        """Return what the report stands on, in a sentence."""
        pages = {entry.page.id for entry in self.entries}
        outlets = {entry.page.outlet or entry.page.url for entry in self.entries}
        days = sorted(entry.page.published[:10] for entry in self.entries if entry.page.published)
        between = say("between", first=_iso(days[0]), last=_iso(days[-1])) if days else ""
        told = [
            number(len(pages), "page"),
            number(len(outlets), "outlet"),
            number(len(self.entries), "claim"),
        ]
        return say("intro", pages=told[0], outlets=told[1], claims=told[2], days=between)


def _iso(words: str) -> str:
    first = date.fromisoformat(words)
    return day(Period(first, first + timedelta(days=1), Granularity.DAY))


def _part(view: SeriesView, notes: _Notes) -> Part:
    told = tuple(_sentences(view, notes))
    rows = tuple((one, notes.of(one.entry)) for one in view.seen)
    marks = tuple(replace(mark, link=f"#note-{notes.numbers.get(mark.id, 1)}") for mark in view.chart.marks)
    title = view.title[:1].upper() + view.title[1:]
    return Part(title, view.about, told, draw(replace(view.chart, marks=marks)), rows)


def _sentences(view: SeriesView, notes: _Notes) -> Iterator[Sentence]:
    weight = view.weight
    yield Sentence(
        say(
            "weight",
            figures=number(len(view.series.observations), "figure"),
            pages=number(weight.pages, "page"),
            wordings=number(weight.wordings, "wording"),
            origins=number(weight.origins, "independent origin"),
        )
    )
    firsts = _firsts(view)
    for place, some in enumerate(firsts[:TOLD]):
        yield from _observed(some, notes, first=place == 0)
    left = sum(len(some) for some in firsts[TOLD:])
    if left:
        yield Sentence(say("further", figures=number(left, "figure")))
    untold = len(view.series.observations) - len(view.seen)
    if untold:
        yield Sentence(say("untold", figures=number(untold, "figure")))
    highest = max(view.seen, key=_reach, default=None)
    if highest and len(firsts) > 1:
        o = highest.observation
        words = say("highest", figure=figure(o.quantity), speaker=highest.speaker, when=day(o.as_of))
        yield Sentence(words, (notes.of(highest.entry),))
    yield from _tied(view, notes)
    yield from _drifted(view, notes)


def _firsts(view: SeriesView) -> list[list[Seen]]:
    """Return observations by origin and figure, so that copies are told once."""
    groups: dict[tuple[str, str], list[Seen]] = {}
    for one in view.seen:
        groups.setdefault((one.observation.origin, figure(one.observation.quantity)), []).append(one)
    return list(groups.values())


def _observed(some: Sequence[Seen], notes: _Notes, *, first: bool) -> Iterator[Sentence]:
    one = some[0]
    o, claim = one.observation, one.entry.claim
    name = "headline" if o.section.value == "headline" else "first" if first else "next"
    fields = {"figure": figure(o.quantity), "when": day(o.as_of), "words": claim.evidence.exact}
    if name != "headline":
        fields["speaker"] = one.speaker
    yield Sentence(say(name, **fields), (notes.of(one.entry),))
    for field_name, value in one.ruling.corrections:
        by = one.ruling.last.by if one.ruling.last else ".."
        words = say("corrected", by=by, field=field_name.replace("_", " "), value=value or "..")
        yield Sentence(words, (notes.of(one.entry),))
    pages = len({seen.observation.document for seen in some})
    if pages > 1:
        numbers = tuple(notes.of(seen.entry) for seen in some)
        yield Sentence(say("copies", pages=number(pages, "page")), numbers)


def _reach(one: Seen) -> float:
    low, high, _ = ends(one.observation.quantity)
    known = high if high is not None else low
    return known if known is not None else float("-inf")


def _tied(view: SeriesView, notes: _Notes) -> Iterator[Sentence]:
    said: set[str] = set()
    for tie in view.chart.ties:
        later, earlier = view.words.get(tie.later), view.words.get(tie.earlier)
        if later is None or earlier is None or tie.because in said:
            continue
        said.add(tie.because)
        fields = {"because": tie.because}
        if tie.kind is TieKind.DENIAL:
            fields["words"] = later.claim.evidence.exact
        yield Sentence(say(_TIES[tie.kind], **fields), (notes.of(later), notes.of(earlier)))


def _drifted(view: SeriesView, notes: _Notes) -> Iterator[Sentence]:
    found: dict[Drift, None] = {}
    for one in view.seen:
        for record in notes.ledger.derived.about(one.observation.claim, "Drift"):
            found[decode(Drift, record)] = None
    for drift in found:
        before, after = notes.ledger.claim(drift.before), notes.ledger.claim(drift.after)
        if before and after:
            words = say(
                "drift",
                before=drift.words_before,
                after=drift.words_after,
                because=names.spoken(drift.because),
            )
            yield Sentence(words, (notes.of(before), notes.of(after)))


def _also(entries: Sequence[Entry], notes: _Notes, total: int) -> Iterator[Part]:
    """Yield the claims asked for that stand on no line told above."""
    left = [entry for entry in entries if entry.claim.id not in notes.numbers]
    if not left:
        return
    told = [Sentence(_claimed(entry), (notes.of(entry),)) for entry in left[:ALSO]]
    shown = len(notes.entries)
    if total > shown:
        told.append(Sentence(say("cut", shown=f"{shown:,}", total=f"{total:,}")))
    yield Part("Also said", "", tuple(told))


def _claimed(entry: Entry) -> str:
    claim = entry.claim
    voice = claim.voice.modality.value + (", negated" if claim.voice.polarity.value == "negative" else "")
    return say(
        "also",
        speaker=chain(claim.attribution) or entry.page.outlet or entry.page.url,
        words=claim.evidence.exact,
        kind=claim.kind,
        voice=voice,
        when=when(claim.time),
    )
