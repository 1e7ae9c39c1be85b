"""From a party's names to the forms that news writes, each with its readings."""

import re
from collections.abc import Iterable, Iterator

from reportedly.model import MentionKind

from .records import ActorRow, Naming
from .words import people, unaccented

_WORD = re.compile(r"[^\W_]+")


def namings_of(row: ActorRow) -> dict[str, tuple[Naming, ...]]:
    """Return every form of a party, with accents and without, and how each names it."""
    found: dict[str, tuple[Naming, ...]] = {}
    cautions = row.cautions
    for form, kind, base in _kinds(row):
        for spelling in (form,) if form.isascii() else (form, unaccented(form)):
            before = found.get(spelling)
            naming = Naming(
                row.actor, kind, cautions.get(spelling) or cautions.get(form) or cautions.get(base)
            )
            if before is None:
                found[spelling] = (naming,)
            elif all(known.kind is not kind for known in before):
                found[spelling] = (*before, naming)
    for form in [form for form in found if form.startswith("The ")]:
        found.setdefault("t" + form[1:], found[form])
    return found


def index_forms(forms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the forms by their first word in capitals, the longest first."""
    starts: dict[str, list[str]] = {}
    for form in forms:
        word = _WORD.search(form)
        if word:
            starts.setdefault(word.group().upper(), []).append(form)
    return {word: tuple(sorted(found, key=len, reverse=True)) for word, found in starts.items()}


def _kinds(row: ActorRow) -> Iterator[tuple[str, MentionKind, str]]:
    """Yield every form, how it names the party, and the form whose caution it shares."""
    yield row.actor.name, MentionKind.NAME, ""
    for form in row.names:
        yield form, MentionKind.NAME, ""
    for form in row.abbreviations:
        yield form, MentionKind.ABBREVIATION, ""
    for form in row.adjectives:
        yield form, MentionKind.ADJECTIVE, ""
    for form in row.demonyms:
        yield form, MentionKind.DEMONYM, ""
        yield people(form), MentionKind.DEMONYM, form
    for form in row.capitals:
        yield form, MentionKind.CAPITAL, ""
    for form in row.seats:
        yield form, MentionKind.SEAT, ""
