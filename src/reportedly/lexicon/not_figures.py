"""Numbers that are no figure of a claim, and the words that give them away."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.model import Measure

from .package_data import Entry, read_lists, read_words


@dataclass(frozen=True, slots=True)
class NotFigures:
    """Cue words by side and measure; phrases and idioms that only look like numbers.

    Behind a cue in ``always`` a number is a name whatever follows it.
    """

    months: frozenset[str]
    year_cues: frozenset[str]
    open_prefixes: frozenset[str]
    calls: frozenset[str]
    before: Mapping[str, tuple[Measure, ...]]
    after: Mapping[str, tuple[Measure, ...]]
    phrases: tuple[str, ...]
    idioms: tuple[str, ...]
    always: frozenset[str]


@cache
def load_not_figures() -> NotFigures:
    """Read the giveaway words of the package (once)."""
    lists = read_lists("not_figures.toml")
    top = read_words("not_figures.toml")
    return NotFigures(
        months=frozenset(top.words("months")),
        year_cues=frozenset(top.words("year_cues")),
        open_prefixes=frozenset(top.words("open_prefixes")),
        calls=frozenset(top.words("calls")),
        before=_grouped(_cues(lists["cue"], "before")),
        after=_grouped(_cues(lists["cue"], "after")),
        phrases=tuple(e.text("words") for e in lists["phrase"]),
        idioms=tuple(e.text("words") for e in lists["idiom"]),
        always=frozenset(w for e in lists["cue"] if e.flag("always") for w in e.words("words")),
    )


def _cues(entries: tuple[Entry, ...], side: str) -> tuple[tuple[str, Measure], ...]:
    return tuple(
        (word, Measure(e.text("measure")))
        for e in entries
        if e.text("side") == side
        for word in e.words("words")
    )


def _grouped(cues: tuple[tuple[str, Measure], ...]) -> Mapping[str, tuple[Measure, ...]]:
    grouped: dict[str, tuple[Measure, ...]] = {}
    for word, measure in cues:
        grouped[word] = (*grouped.get(word, ()), measure)
    return grouped
