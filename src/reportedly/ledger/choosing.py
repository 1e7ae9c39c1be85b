"""Choosing from a shelf: which claims a filter asks for, how many have each value, in which order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from .filters import ClaimFilter
from .orders import Order
from .shelf import CODED, Codes, Pair, Shelf

Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]
Search = Callable[[str], Mask]

_NAMED = frozenset({"actor", "recipient", "speaker"})


@dataclass(slots=True)
class Choice:
    """What a filter chooses from a shelf: a mask for each thing it asks."""

    shelf: Shelf
    asked: Mapping[str, Mask]
    _all: Places | None = field(default=None)

    def places(self, *, but: str = "") -> Places:
        """Return where the chosen claims stand, newest first; ``but`` leaves one choice out."""
        if but not in self.asked:
            if self._all is None:
                self._all = _where(self.shelf, list(self.asked.values()))
            return self._all
        return _where(self.shelf, [mask for name, mask in self.asked.items() if name != but])

    @property
    def total(self) -> int:
        """How many claims are chosen."""
        return int(self.places().shape[0])

    @property
    def figures(self) -> int:
        """How many of the chosen claims give a figure: an order by figure tells no others."""
        return int(np.count_nonzero(~np.isnan(self.shelf.figure[self.places()])))

    def facet(self, name: str, limit: int) -> list[tuple[str, int]]:
        """Return a column's values under every other choice, with how many claims have each, most first."""
        codes, words = self.shelf.codes[name], _shown(name)
        chosen = self.shelf.columns[name]
        if len(self.asked) > (name in self.asked):
            chosen = chosen[self.places(but=name)]
        counts = np.bincount(chosen, minlength=len(codes.pairs))
        found: dict[str, int] = {}
        for code in np.flatnonzero(counts):
            word = words(codes.pairs[code])
            if word is not None:
                found[word] = found.get(word, 0) + int(counts[code])
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]

    def latest(self, limit: int) -> list[int]:
        """Return the numbers of the chosen claims that came last, the last first."""
        numbers = self.shelf.columns["number"][self.places()]
        if limit < numbers.shape[0]:
            numbers = -np.partition(-numbers, limit)[:limit]
        return [int(number) for number in np.sort(numbers)[::-1]]

    def numbers(self, order: Order, *, offset: int = 0, limit: int | None = None) -> list[int]:
        """Return the numbers of the chosen claims in an order."""
        found = _in_order(self.shelf, self.places(), order, offset + limit if limit is not None else None)
        end = None if limit is None else offset + limit
        return [int(number) for number in self.shelf.columns["number"][found[offset:end]]]


def choose(shelf: Shelf, asked: ClaimFilter, search: Search, document: int | None = None) -> Choice:
    """Return what a filter chooses; ``search`` tells which places have some words."""
    masks: dict[str, Mask] = {}
    for name in CODED:
        wanted = asked.items if name == "item" else tuple(filter(None, (getattr(asked, name, None),)))
        if wanted:
            masks[name] = _with(shelf, name, wanted)
    if asked.since:
        masks["since"] = shelf.columns["last"] >= asked.since.toordinal()
    if asked.until:
        masks["until"] = shelf.columns["first"] <= asked.until.toordinal()
    if asked.document is not None:
        masks["document"] = shelf.columns["document"] == (-1 if document is None else document)
    if asked.words and not asked.words.isspace():
        masks["words"] = search(asked.words)
    return Choice(shelf, masks)


def _where(shelf: Shelf, masks: list[Mask]) -> Places:
    if not masks:
        return np.arange(len(shelf))
    both = masks[0] if len(masks) == 1 else np.logical_and.reduce(masks)
    return np.flatnonzero(both)


def _with(shelf: Shelf, name: str, wanted: tuple[str, ...]) -> Mask:
    """Return where a column has one of some values: by id, or by name whatever its case."""
    codes = shelf.codes[name]
    fits = np.fromiter((_fits(name, pair, wanted) for pair in codes.pairs), np.bool_, len(codes.pairs))
    found: Mask = fits[shelf.columns[name]]
    return found


def _fits(name: str, pair: Pair, wanted: tuple[str, ...]) -> bool:
    one, word = pair
    if name in _NAMED or name == "item":
        return one in wanted or (word is not None and _low(word) in {_low(want) for want in wanted})
    return word in wanted


def _low(words: str) -> str:
    """Return words as SQLite's NOCASE compares them: the letters of ASCII alone lose their case."""
    return words if words.islower() else "".join(c.lower() if c.isascii() else c for c in words)


def _shown(name: str) -> Callable[[Pair], str | None]:
    if name == "item":
        return lambda pair: pair[0] if pair[0] is not None else pair[1]
    return lambda pair: pair[1]


def _in_order(shelf: Shelf, places: Places, order: Order, most: int | None) -> Places:
    """Return places in an order; no more than ``most`` need stand right."""
    if order is Order.NEWEST:
        return places
    if order is Order.OLDEST:
        return _oldest(shelf, places)
    if order.by_figure:
        return _by_figure(shelf, places, highest=order is Order.HIGHEST, most=most)
    place = _alphabet(shelf.codes[order.column], order.column)
    return places[np.argsort(place[shelf.columns[order.column][places]], kind="stable")]


def _oldest(shelf: Shelf, places: Places) -> Places:
    """Return places by page from the oldest, as they stand on each page."""
    page = shelf.columns["document"][places]
    turned = np.flatnonzero(np.diff(page, prepend=-1))
    group = np.repeat(np.arange(turned.shape[0], dtype=np.int32), np.diff(turned, append=page.shape[0]))
    return places[np.argsort(-group, kind="stable")]


def _by_figure(shelf: Shelf, places: Places, *, highest: bool, most: int | None) -> Places:
    figure = shelf.figure[places]
    known = ~np.isnan(figure)
    places, figure = places[known], figure[known]
    key = -figure if highest else figure
    if most is not None and most < key.shape[0]:
        edge = np.partition(key, most - 1)[most - 1] if most else key.min(initial=0)
        near = key <= edge
        places, key = places[near], key[near]
    sign = -1 if highest else 1
    start, tie = sign * shelf.columns["start"][places], sign * shelf.tie[places]
    return places[np.lexsort((tie, start, key))]


def _alphabet(codes: Codes, name: str) -> npt.NDArray[np.integer]:
    """Return for each code where its word stands in the alphabet; what has none comes last."""
    words = [_low(_shown(name)(pair) or "") for pair in codes.pairs]
    rank = {word: at for at, word in enumerate(sorted({word for word in words if word}))}
    wide = np.uint16 if len(rank) < 65_000 else np.int32
    return np.fromiter((rank.get(word, len(rank)) for word in words), wide, len(words))
