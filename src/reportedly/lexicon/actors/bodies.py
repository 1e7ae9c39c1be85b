"""Offices joined to their state: "Russia's defence ministry", "the health ministry of Lebanon"."""

import re
from collections.abc import Iterator
from itertools import islice

from reportedly.model import Actor, ActorKind, MentionKind

from .records import Naming, Sighting
from .table import ActorTable
from .words import level, parts

_GAP = re.compile(r"(?:'s?)? ")
_WIDE_GAP = re.compile(r"(?:'s?)? (?:main|top|own|federal|central|national|armed) ")
_OF = (" of ", " in ", " of the ", " in the ")
_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*(?:s')?")
_LONGEST = 6
_REACH = 60
_NAMES = (MentionKind.NAME, MentionKind.ABBREVIATION, MentionKind.ADJECTIVE)


def with_body(text: str, sighting: Sighting, table: ActorTable) -> Sighting | None:
    """Return the office that stands beside a state's name in a text, if one does.

    The new sighting spans both: "Russia's defence ministry". Where the office
    means the state ("the Russian military"), the party stays the state.
    """
    country = _state(sighting)
    if country is None:
        return None
    even = level(text)
    for start, end, words in (*_after(even, sighting, table), *_before(even, sighting)):
        body = table.find_body(words)
        if body:
            naming = Naming(table.body_of(country, body), MentionKind.DESCRIPTION)
            return Sighting(start, end, text[start:end], (naming,))
    return None


def find_parties(text: str, table: ActorTable) -> Iterator[Sighting]:
    """Yield the parties that a text names, offices joined to their state, none inside another."""
    sightings = tuple(table.find_all(text))
    joined = [with_body(text, sighting, table) or sighting for sighting in sightings]
    end = 0
    for index, sighting in enumerate(joined):
        following = joined[index + 1] if index + 1 < len(joined) else None
        swallowed = (
            following is not None and following.start <= sighting.start and following.end >= sighting.end
        )
        if sighting.start >= end and not swallowed:
            end = sighting.end
            yield sighting


def _state(sighting: Sighting) -> Actor | None:
    actor = sighting.actor
    if actor is None or actor.kind is not ActorKind.COUNTRY:
        return None
    return actor if any(naming.kind in _NAMES for naming in sighting.namings) else None


def _after(even: str, sighting: Sighting, table: ActorTable) -> Iterator[tuple[int, int, str]]:
    """Yield the words behind the state's name, the most first, with the stretch over both.

    Only where the first of them begins an office's name.
    """
    for gap in (_GAP.match(even, sighting.end), _WIDE_GAP.match(even, sighting.end)):
        if gap and _begins_a_body(even, gap.end(), table):
            words = islice(_WORD.finditer(even, gap.end()), _LONGEST)
            ends = [word.end() for word in words]
            yield from ((sighting.start, end, even[gap.end() : end]) for end in reversed(ends))


def _begins_a_body(even: str, at: int, table: ActorTable) -> bool:
    first = _WORD.search(even, at)
    return first is not None and parts(even[at : first.end()])[0] in table.body_starts


def _before(even: str, sighting: Sighting) -> Iterator[tuple[int, int, str]]:
    """Yield the words before "of" and the state's name, the most first, with the stretch over both."""
    of = next((form for form in _OF if even.endswith(form, 0, sighting.start)), None)
    if of is not None:
        stop = sighting.start - len(of)
        starts = [word.start() for word in _WORD.finditer(even, max(0, stop - _REACH), stop)]
        yield from ((start, sighting.end, even[start:stop]) for start in starts[-_LONGEST:])
