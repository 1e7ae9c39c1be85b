"""From a party's names to the forms that news writes, each with its readings."""

import re
from collections.abc import Iterable, Iterator

from reportedly.model import MentionKind

from .records import ActorRow, Caution, Naming
from .words import people, spellings, unaccented

_WORD = re.compile(r"[^\W_]+")


def namings_of(row: ActorRow) -> dict[str, tuple[Naming, ...]]:
    """Return every form of a party, with accents and without, and how each names it."""
    found: dict[str, tuple[Naming, ...]] = {}
    for kind, forms in _kinds(row):
        if not forms:
            continue
        plain = (Naming(row.actor, kind),)
        for form in forms:
            for spelling in (form,) if form.isascii() else (form, unaccented(form)):
                known = found.get(spelling, ())
                if not known or kind not in [naming.kind for naming in known]:
                    caution = row.cautions and _caution(row, spelling, form)
                    found[spelling] = known + ((Naming(row.actor, kind, caution),) if caution else plain)
    for form in [form for form in found if form.startswith("The ")]:
        found.setdefault("t" + form[1:], found[form])
    return found


def index_forms(forms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the forms by their first word in capitals, the longest first."""
    starts: dict[str, list[str]] = {}
    for form in forms:
        word = _WORD.match(form)
        if word:
            starts.setdefault(word[0].upper(), []).append(form)
    for found in starts.values():
        found.sort(key=len, reverse=True)
    return {word: tuple(found) for word, found in starts.items()}


def _kinds(row: ActorRow) -> Iterator[tuple[MentionKind, tuple[str, ...]]]:
    names = (row.actor.name, *row.names)
    yield MentionKind.NAME, tuple(form for name in names for form in spellings(name)) if row.sort else names
    yield MentionKind.ABBREVIATION, row.abbreviations
    yield MentionKind.ADJECTIVE, row.adjectives
    yield MentionKind.DEMONYM, (*row.demonyms, *map(people, row.demonyms))
    yield MentionKind.CAPITAL, row.capitals
    yield MentionKind.SEAT, row.seats


def _caution(row: ActorRow, spelling: str, form: str) -> Caution | None:
    """Return the caution of a form; a plural shares that of its singular."""
    single = next((one for one in row.demonyms if people(one) == form), form)
    found = (row.cautions.get(written) for written in (spelling, form, single))
    return next((caution for caution in found if caution), None)
