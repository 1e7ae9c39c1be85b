"""Words that open, close or blur a number, and words that say it moved."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.model import Bound, Change

from .package_data import Entry, read_lists, read_words


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words beside a number: which way they open it, and whether they blur it."""

    words: str
    bound: Bound
    approximate: bool
    increment: bool = False


@dataclass(frozen=True, slots=True)
class Hedges:
    """Hedges before and after a number, and change words by direction.

    ``causes`` are verbs that move something else and need "by"; ``behind``
    stand after the figure; ``bridges`` between a change word and its figure;
    after ``spreads`` "from A to B" is a range. ``negations`` turn a comparative
    round; in ``part_of_verb`` "up" tells of no rise.
    """

    before: tuple[Hedge, ...]
    after: tuple[Hedge, ...]
    changes: Mapping[str, Change]
    causes: Mapping[str, Change]
    behind: Mapping[str, Change]
    bridges: frozenset[str]
    spreads: frozenset[str]
    negations: frozenset[str]
    part_of_verb: frozenset[str]


@cache
def load_hedges() -> Hedges:
    """Read the hedges of the package (once)."""
    lists = read_lists("hedges.toml")
    top = read_words("hedges.toml")
    entries = (*lists["hedge"], *lists["increment"])
    return Hedges(
        before=tuple(_hedge(e) for e in entries if e.text("side", "before") == "before"),
        after=tuple(_hedge(e) for e in entries if e.text("side", "before") == "after"),
        changes={w: Change(e.text("direction")) for e in lists["change"] for w in e.words("words")},
        causes={w: Change(e.text("direction")) for e in lists["cause"] for w in e.words("words")},
        behind={w: Change(e.text("direction")) for e in lists["behind"] for w in e.words("words")},
        bridges=frozenset(top.text("bridges").split()),
        spreads=frozenset(top.text("spreads").split()),
        negations=frozenset(top.text("negations").split()),
        part_of_verb=frozenset(f"{verb} up" for verb in top.text("takes_up").split())
        | frozenset(f"{verb} down" for verb in top.text("takes_down").split()),
    )


def _hedge(entry: Entry) -> Hedge:
    increment = not entry.has("bound")
    bound = Bound(entry.text("bound", Bound.EXACT))
    return Hedge(entry.text("words"), bound, entry.flag("approximate"), increment)
