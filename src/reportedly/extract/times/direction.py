"""Which way the words around a bare weekday or month look: ahead or back."""

from collections.abc import Callable

from reportedly.lexicon import load_times
from reportedly.model import Parse

from .grammar import Phrase
from .scan import letters

_REACH = 14


def look(parse: Parse | None) -> Callable[[Phrase], int]:
    """Return the function that says where a phrase looks, by tense or by cue."""
    if parse is None:
        return by_cue
    return by_cue


def by_cue(phrase: Phrase) -> int:
    """Return 1 where the nearest telling word of the sentence looks ahead, -1 back, else 0."""
    scan, lean, letter = phrase.scan, load_times().lean, letters()
    stops = letter["DOT"] + letter["STOP"]
    best, side = _REACH + 1, 0
    for way, start in ((-1, phrase.first - 1), (1, phrase.end)):
        for far in range(_REACH):
            at = start + way * far
            kind = scan.kind(at)
            if not kind or kind in stops:
                break
            word = scan.word(at)
            leans = lean.get(word, -1 if word.endswith("ed") and kind == letter["LOWER"] else 0)
            cost = far + (3 if way > 0 else 0)
            if leans and cost < best:
                best, side = cost, leans
                break
    return side
