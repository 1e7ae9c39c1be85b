"""How claims stand to each other, as lines on a terminal."""

from collections.abc import Iterable, Iterator, Mapping

from reportedly.ledger import Entry, Ledger
from reportedly.model import (
    UNKNOWN,
    Apart,
    Drift,
    Observation,
    Origin,
    Ratio,
    Relation,
    Series,
    Step,
    Withdrawal,
    figure,
)
from reportedly.pipeline import OnPage, Standing, Withdrawn, names, weight

from .output import bold, fit, many, width

_IN = "  "


def series_lines(ledger: Ledger, found: Iterable[Series]) -> Iterator[str]:
    """Yield each series: what it measures, its weight, then its figures in order of time."""
    for series in found:
        yield bold(names.sentence(series.key).removesuffix(", as said by anyone."))
        behind = weight(ledger, series)
        told = (many(behind.pages, "page"), many(behind.wordings, "wording"))
        yield f"{_IN}{', '.join(told)}, {many(behind.origins, 'independent origin')}"
        wide = max(map(len, map(_when, series.observations)))
        for observation in series.observations:
            speaker = _speaker(ledger, observation.speaker, observation.claim)
            yield _IN + _observation(observation, speaker, min(wide, 44))


def _when(observation: Observation) -> str:
    since = f" since {observation.since.edtf.split('/')[0]}" if observation.since else ""
    return observation.as_of.edtf + since


def _observation(observation: Observation, speaker: str, wide: int) -> str:
    cells = (fit(_when(observation), wide), fit(figure(observation.quantity), 14), fit(speaker, 28))
    return "  ".join((*cells, observation.claim[:8]))


def _speaker(ledger: Ledger, identifier: str, *claims: str) -> str:
    """Return what claims call their speaker: their page's own outlet, or whom they name."""
    entry = ledger.claim(claims[0])
    if entry is not None and identifier.startswith("outlet:") and entry.page.outlet:
        return entry.page.outlet
    return _called(ledger, *claims).get(identifier) or names.name(identifier)


def _called(ledger: Ledger, *claims: str) -> dict[str, str]:
    """Return what some claims call the speakers that they name: "Shin Won-sik" for person:shin-won-sik."""
    entries = filter(None, map(ledger.claim, claims))
    links = (link for entry in entries for link in entry.claim.attribution)
    return {link.actor.id: link.actor.name for link in links if link.actor is not None}


def origin_lines(ledger: Ledger, found: Iterable[Origin]) -> Iterator[str]:
    """Yield each origin: its weight, its reasons, then the words on each page."""
    for origin in found:
        day = origin.said_on.edtf if origin.said_on else UNKNOWN
        speaker = _speaker(ledger, origin.speaker, *origin.claims)
        behind = f"{many(len(origin.pages), 'page')}, {many(origin.wordings, 'wording')}"
        yield bold(f"{speaker}, {day}") + f"  ({behind})"
        yield f"{_IN}because: {names.spoken('; '.join(origin.because))}"
        for claim in origin.claims:
            yield _IN + _words(ledger, claim)


def relation_lines(ledger: Ledger, found: Iterable[Relation | Apart]) -> Iterator[str]:
    """Yield each relation with its reason, the later claim above the earlier."""
    for relation in found:
        kind = relation.kind.value if isinstance(relation, Relation) else "not compared"
        called = _called(ledger, relation.later, relation.earlier)
        because = names.spoken(relation.because.removesuffix(": not compared"), called)
        yield bold(kind) + f": {because}"
        yield _IN + _words(ledger, relation.later)
        yield _IN + _words(ledger, relation.earlier)


def drift_lines(found: Iterable[Drift]) -> Iterator[str]:
    """Yield each drift, one wording above the other."""
    for drift in found:
        yield bold(drift.kind.value) + f": {names.spoken(drift.because)}"
        yield f"{_IN}{drift.before[:8]}  “{_line(drift.words_before)}”"
        yield f"{_IN}{drift.after[:8]}  “{_line(drift.words_after)}”"


def withdrawn_lines(found: Iterable[Withdrawn]) -> Iterator[str]:
    """Yield each figure taken back, its correction, then every later page that still carries it."""
    for one in found:
        yield bold("withdrawn") + f": {_on_page(one.figure)}"
        yield f"{_IN}by {_on_page(one.correction)}"
        yield from (f"{_IN}still carried: {_on_page(page)}" for page in one.still)
        if not one.still:
            yield f"{_IN}no later page carries it"


def _on_page(page: OnPage) -> str:
    return f"{page.claim[:8]}  {page.published or UNKNOWN}  {page.outlet or page.url}: “{_line(page.words)}”"


def explain_lines(ledger: Ledger, entry: Entry, found: Standing) -> Iterator[str]:
    """Yield how one claim stands across pages, with every reason."""
    yield bold(f"“{_line(entry.claim.evidence.exact)}”")
    yield f"{_IN}{entry.page.published or UNKNOWN}, {entry.page.outlet or entry.page.url}"
    if found.origin:
        yield from origin_lines(ledger, [found.origin])
        called = _called(ledger, *found.origin.claims)
        yield from (_IN + _step(ledger, step, called) for step in found.steps)
    yield from (
        f"on the line: {names.title(s.key)} ({many(len(s.observations), 'figure')})" for s in found.series
    )
    yield from relation_lines(ledger, (*found.relations, *found.apart))
    yield from drift_lines(found.drifts)
    yield from (_ratio(ratio) for ratio in found.ratios)
    yield from (_withdrawn(withdrawal) for withdrawal in found.withdrawals)


def _ratio(ratio: Ratio) -> str:
    if ratio.refused:
        return f"{bold('not divided')}: {ratio.formula}, {ratio.refused}"
    ends = " to ".join(dict.fromkeys(f"{end:,f}" for end in (ratio.low, ratio.high) if end is not None))
    return f"{bold('derived')}: {ratio.formula} = {ends} each"


def _withdrawn(withdrawal: Withdrawal) -> str:
    still = ", ".join(claim[:8] for claim in withdrawal.still) or "none"
    return f"{bold('withdrawn')} by {withdrawal.by[:8]}; still carried by: {still}"


def _step(ledger: Ledger, step: Step, called: Mapping[str, str]) -> str:
    giver, taker = (called.get(name) or _place(ledger, name) for name in (step.giver, step.taker))
    return f"{giver} → {taker}" + (f": “{_line(step.words)}”" if step.words else "")


def _place(ledger: Ledger, name: str) -> str:
    document = ledger.document(name.removeprefix("page:")) if name.startswith("page:") else None
    if document is None:
        return names.name(name)
    return f"{document.outlet or document.url} ({document.published or UNKNOWN})"


def _words(ledger: Ledger, claim: str) -> str:
    entry = ledger.claim(claim)
    if entry is None:
        return claim[:8]
    page, words = entry.page, _line(entry.claim.evidence.exact)
    return f"{claim[:8]}  {page.published or UNKNOWN:<10}  {page.outlet or page.url}: “{words}”"


def _line(words: str) -> str:
    return fit(words, max(40, width() - 50)).rstrip()
