"""Finds the forms that stand in a text, the longest at each place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from reportedly.model import ActorKind, MentionKind

from .records import Beware, Naming, Sighting
from .words import level

_WORD = re.compile(r"[^\W_]+")


def scan(
    text: str, forms: Mapping[str, tuple[Naming, ...]], starts: Mapping[str, tuple[str, ...]]
) -> Iterator[Sighting]:
    """Yield the forms in a text; of parties that share one, the one the text names elsewhere."""
    found = tuple(_sightings(text, forms, starts))
    named = {name for sighting in found for name in _evidence(sighting)}
    before: Sighting | None = None
    for sighting in found:
        is_open = sighting.actor is None and sighting.namings
        yield _narrowed(sighting, named - _foreign(sighting, before)) if is_open else sighting
        before = sighting


@dataclass(frozen=True, slots=True)
class _Page:
    """A text with plain marks, and where its lines of capitals are."""

    text: str
    loud: tuple[tuple[int, int], ...]

    def shouts_at(self, at: int) -> bool:
        return any(start <= at < stop for start, stop in self.loud)


def _sightings(
    text: str, forms: Mapping[str, tuple[Naming, ...]], starts: Mapping[str, tuple[str, ...]]
) -> Iterator[Sighting]:
    page = _Page(level(text), tuple(_loud_lines(text)))
    end = 0
    for word in _WORD.finditer(page.text):
        first = word[0]
        candidates = starts.get(first.upper())
        if candidates is None or word.start() < end:
            continue
        shouted = first.isupper() and page.shouts_at(word.start())
        form = _longest(page.text, word.start(), candidates, shouted=shouted)
        if form:
            end = word.start() + len(form)
            yield Sighting(word.start(), end, form, _heard(forms[form], shouted=shouted))


def _longest(text: str, at: int, candidates: tuple[str, ...], *, shouted: bool) -> str | None:
    if not (shouted or text.startswith(candidates, at)):
        return None
    for form in candidates:
        if text.startswith(form, at) or (shouted and text[at : at + len(form)] == form.upper()):
            stop = at + len(form)
            if _ends_at(text, stop) and not (form[1:4] == "he " and _goes_on(text, stop)):
                return form
    return None


def _ends_at(text: str, stop: int) -> bool:
    """Tell whether a word ends here; "US" does not in "US$5"."""
    following = text[stop : stop + 1]
    return not (following.isalnum() or following in ("_", "$"))


def _goes_on(text: str, stop: int) -> bool:
    """Tell whether a capitalised word follows: "The National" is no outlet before "Guard"."""
    return text[stop : stop + 1] == " " and text[stop + 1 : stop + 2].isupper()


def _heard(namings: tuple[Naming, ...], *, shouted: bool) -> tuple[Naming, ...]:
    """Return the readings that hold in a line of capitals, where "WHO" is mostly "who"."""
    if not shouted:
        return namings
    return tuple(n for n in namings if n.beware is None or n.beware.sort is not Beware.CAPS)


def _evidence(sighting: Sighting) -> Iterator[str]:
    """Yield the ids of the party that a sighting surely names, and of its state."""
    actor = sighting.actor
    if actor:
        yield actor.id
        yield f"country:{actor.country}"


def _foreign(sighting: Sighting, before: Sighting | None) -> set[str]:
    """Return the states that cannot be meant: all but Libya in "Libyan House of Representatives"."""
    owner = before.actor if before and sighting.start - before.end in (1, 3) else None
    if owner is None or owner.kind not in (ActorKind.COUNTRY, ActorKind.PLACE):
        return set()
    states = {f"country:{naming.actor.country}" for naming in sighting.namings}
    return states - ({owner.id} if owner.kind is ActorKind.COUNTRY else set())


def _narrowed(sighting: Sighting, named: set[str]) -> Sighting:
    """Return a sighting with the readings of the one party that the text names elsewhere."""
    held = tuple(
        replace(naming, beware=None)
        for naming in sighting.namings
        if _may_be_meant(naming) and _is_named(naming, named)
    )
    return replace(sighting, namings=held) if len({naming.actor.id for naming in held}) == 1 else sighting


def _may_be_meant(naming: Naming) -> bool:
    """Tell whether proof in the text decides: for shared forms, and for capitals like "Victoria"."""
    sort = naming.beware.sort if naming.beware else None
    return sort in (Beware.MOSTLY, Beware.TWIN) or (
        sort is Beware.SELDOM and naming.kind is MentionKind.CAPITAL
    )


def _is_named(naming: Naming, named: set[str]) -> bool:
    actor = naming.actor
    return actor.id in named or (actor.kind is not ActorKind.COUNTRY and f"country:{actor.country}" in named)


def _loud_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that are written in capitals: a headline, not a label of one or two words."""
    start = 0
    for line in text.splitlines(keepends=True):
        stop = start + len(line)
        if line.isupper() and len(line.split()) > 2:
            yield start, stop
        start = stop
