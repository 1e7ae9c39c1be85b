"""Choosing from a shelf: which claims a filter asks for, how many have each value, in which order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from .filters import ClaimFilter
from .orders import Order
from .shelf import CODED, Codes, Ints, Pair, Shelf

Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]
Search = Callable[[str], Mask]

_NAMED = frozenset({"actor", "recipient", "speaker"})


MANY, STRIDE, FEW_CODES = 50_000, 65_536, 6


@dataclass(slots=True)
class Choice:
    """What a filter chooses from a shelf: a mask for each thing it asks.

    Where it is ``many`` or more, an order is walked along the whole shelf, as it stands ready there.
    """

    shelf: Shelf
    asked: Mapping[str, Mask]
    many: int = MANY
    _whole: Mask | None = field(default=None)
    _places: Places | None = field(default=None)
    _outside: Places | None = field(default=None)

    def mask(self) -> Mask | None:
        """Return which claims are chosen, nothing for all."""
        if self._whole is None:
            self._whole = _both(list(self.asked.values()))
        return self._whole

    def places(self) -> Places:
        """Return where the chosen claims stand, newest first."""
        if self._places is None:
            mask = self.mask()
            self._places = np.arange(len(self.shelf)) if mask is None else np.flatnonzero(mask)
        return self._places

    @property
    def total(self) -> int:
        """How many claims are chosen."""
        mask = self.mask()
        return len(self.shelf) if mask is None else int(np.count_nonzero(mask))

    @property
    def figures(self) -> int:
        """How many of the chosen claims give a figure: an order by figure tells no others."""
        mask, known = self.mask(), ~np.isnan(self.shelf.figure)
        return int(np.count_nonzero(known if mask is None else known & mask))

    def facet(self, name: str, limit: int) -> list[tuple[str, int]]:
        """Return a column's values under every other choice, with how many claims have each, most first."""
        words, group = _grouped(self.shelf, name)
        counts = np.bincount(group, weights=self.counts(name), minlength=len(words))
        counts[0] = 0  # no value
        least = max(1.0, np.partition(counts, -limit)[-limit]) if limit < len(words) else 1.0
        found = [(words[at], int(counts[at])) for at in np.flatnonzero(counts >= least) if words[at]]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:limit]

    def counts(self, name: str) -> npt.NDArray[np.intp]:
        """Return how many claims have each of a column's codes under every other choice.

        The few that are left out of many are taken off all; they are looked up by place, as that takes a
        third of the time that a mask takes.
        """
        if name in self.asked:
            others = {key: mask for key, mask in self.asked.items() if key != name}
            return Choice(self.shelf, others).counts(name)
        mask = self.mask()
        if mask is None:
            return _tally(self.shelf, name)
        column, codes = self.shelf.columns[name], len(self.shelf.codes[name].pairs)
        if 2 * self.total <= len(self.shelf):
            return np.bincount(column.take(self.places()), minlength=codes)
        if self._outside is None:
            self._outside = np.flatnonzero(~mask)
        return _tally(self.shelf, name) - np.bincount(column.take(self._outside), minlength=codes)

    def latest(self, limit: int) -> list[int]:
        """Return the numbers of the chosen claims that came last, the last first."""
        numbers = self.shelf.columns["number"][self.places()]
        if limit < numbers.shape[0]:
            numbers = -np.partition(-numbers, limit)[:limit]
        return [int(number) for number in np.sort(numbers)[::-1]]

    def numbers(self, order: Order, *, offset: int = 0, limit: int | None = None) -> list[int]:
        """Return the numbers of the chosen claims in an order."""
        end = None if limit is None else offset + limit
        if order is not Order.NEWEST and end is not None and self.total >= self.many:
            found: npt.NDArray[np.integer] = _walked(walk(self.shelf, order), self.mask(), end)
        else:
            found = _in_order(self.shelf, self.places(), order, end)
        return [int(number) for number in self.shelf.columns["number"][found[offset:end]]]


def walk(shelf: Shelf, order: Order) -> Ints:
    """Return where all claims stand in an order; kept on the shelf."""
    if order not in shelf.walks:
        shelf.walks[order] = _in_order(shelf, np.arange(len(shelf)), order, None).astype(np.int32)
    return shelf.walks[order]


def _walked(every: Ints, mask: Mask | None, most: int) -> Ints:
    """Return the first so many of an order that are chosen."""
    if mask is None:
        return every[:most]
    found, left = [every[:0]], most
    for start in range(0, every.shape[0], STRIDE):
        some = every[start : start + STRIDE]
        found.append(some[mask[some]][:left])
        left -= found[-1].shape[0]
        if not left:
            break
    return np.concatenate(found)


def _tally(shelf: Shelf, name: str) -> npt.NDArray[np.intp]:
    """Return how many of all claims have each of a column's codes; kept on the shelf."""
    column, codes = shelf.columns[name], len(shelf.codes[name].pairs)
    if name not in shelf.tallies or shelf.tallies[name].shape[0] != codes:
        shelf.tallies[name] = np.bincount(column, minlength=codes)
    return shelf.tallies[name]


def _grouped(shelf: Shelf, name: str) -> tuple[list[str], Places]:
    """Return the words of a column, and for each code which of them it shows; kept on the shelf."""
    pairs, shown = shelf.codes[name].pairs, _shown(name)
    if name not in shelf.groups or shelf.groups[name][1].shape[0] != len(pairs):
        known: dict[str | None, int] = {None: 0}
        group = [known.setdefault(shown(pair), len(known)) for pair in pairs]
        shelf.groups[name] = ([word or "" for word in known], np.array(group, np.intp))
    return shelf.groups[name]


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


def _both(masks: list[Mask]) -> Mask | None:
    if not masks:
        return None
    return masks[0] if len(masks) == 1 else np.logical_and.reduce(masks)


def _with(shelf: Shelf, name: str, wanted: tuple[str, ...]) -> Mask:
    """Return where a column has one of some values: by id, or by name whatever its case."""
    codes = shelf.codes[name]
    low = frozenset(map(_low, wanted)) if name in _NAMED or name == "item" else frozenset()
    fits = np.fromiter((_fits(pair, wanted, low) for pair in codes.pairs), np.bool_, len(codes.pairs))
    column, fitting = shelf.columns[name], np.flatnonzero(fits)
    if fitting.shape[0] > FEW_CODES:
        return fits[column]
    found = np.zeros(len(shelf), np.bool_)
    for code in fitting:
        found |= column == column.dtype.type(code)
    return found


def _fits(pair: Pair, wanted: tuple[str, ...], low: frozenset[str]) -> bool:
    """Is a value wanted? Where ``low`` has names, by its id too, and whatever the case of its name."""
    one, word = pair
    named = word is not None and _low(word) in low
    return (one in wanted or named) if low else word in wanted


def _low(words: str) -> str:
    """Return words as SQLite's NOCASE compares them: the letters of ASCII alone lose their case."""
    return words.lower() if words.isascii() else "".join(c.lower() if c.isascii() else c for c in words)


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
