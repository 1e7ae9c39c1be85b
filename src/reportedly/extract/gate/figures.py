"""Where a figure may stand that bears a claim."""

from bisect import bisect_left
from collections.abc import Collection

from reportedly.extract.quantities import find_quantities, may_claim
from reportedly.frames import Frames
from reportedly.lexicon import ItemTable, singularise
from reportedly.model import Measure, Quantity, Span

from .wording import Wording

_ONE = frozenset({"a", "an", "another"})
_REACH = 5  # words from the article to its noun: "a third badly injured guardsman"


class FigurePlaces:
    """Where the figures of a text stand, as the reader of quantities finds them before any parse."""

    def __init__(self, text: str, frames: Frames) -> None:
        words = frames.words
        self._starts = sorted(
            figure.number.start
            for figure in find_quantities(text)
            if may_claim(figure, words.goods_measure)
            and not (_broken(figure, text) or _pair(figure, text, words.parties_of_two))
        )

    def in_sentence(self, span: Span) -> bool:
        """Is there a figure in a sentence?"""
        at = bisect_left(self._starts, span.start)
        return at < len(self._starts) and self._starts[at] < span.end


def _broken(figure: Quantity, text: str) -> bool:
    """Is it a bare decimal ("5.8 on the scale")? People and things come whole."""
    low = figure.low
    whole = low is None or low == low.to_integral_value()
    return figure.measure is Measure.COUNT and not whole and "." in figure.number.of(text)


def _pair(figure: Quantity, text: str, nouns: Collection[str]) -> bool:
    """Is it one that only points back at two who were named: "the two leaders"?"""
    noun = (figure.unit or "").rpartition(" ")[2]
    before = text[max(0, figure.number.start - 5) : figure.number.start].lower().split()
    return figure.low == figure.high == 2 and noun in nouns and before[-1:] == ["the"]


class Victims:
    """Single people that come to harm: "a woman died", "another guard was hurt"."""

    def __init__(self, frames: Frames, items: ItemTable, harms: frozenset[str]) -> None:
        self._people = frames.words.people
        self._items = items
        self._harms = harms

    def told_in(self, wording: Wording) -> bool:
        """May the sentence tell of one person's fate?"""
        if not wording.known & self._harms:
            return False
        low = wording.low
        ones = (at for at, word in enumerate(low) if word in _ONE)
        return any(self._person(word) for at in ones for word in low[at + 1 : at + 1 + _REACH])

    def _person(self, word: str) -> bool:
        thing = self._items.find([singularise(word)])
        return word in self._people or (thing is not None and self._items.is_a(thing.id, "person"))
