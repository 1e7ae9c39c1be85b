"""Reads the files of parties that travel with the package."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from reportedly.errors import LexiconError
from reportedly.lexicon.package_data import Entry, read_lists
from reportedly.model import Actor, ActorKind

from .records import ActorRow, Beware, Body, Caution, OrganisationKind
from .table import ActorTable, build_table
from .titles import read_titles

_KINDS = {OrganisationKind.OUTLET: ActorKind.OUTLET, OrganisationKind.ARMED_GROUP: ActorKind.GROUP}
_LISTS = ("names", "abbreviations", "adjectives", "demonyms", "plurals", "capitals", "seats")
_SAFE: Mapping[str, Caution] = MappingProxyType({})


@cache
def load_actors() -> ActorTable:
    """Read the parties of the package (once)."""
    titles = {name: found[0] for name, found in read_lists("actors/titles.toml").items()}
    bodies = {name: found[0] for name, found in read_lists("actors/bodies.toml").items()}
    places = {name: found[0] for name, found in read_lists("actors/places.toml").items()}
    return build_table(
        [*_countries(), *_organisations(), *_places(places["place"])],
        bodies=MappingProxyType(_bodies(bodies)),
        titles=MappingProxyType(read_titles(titles)),
        hidden=tuple(form for group in places["hidden"].fields for form in places["hidden"].words(group)),
    )


def _countries() -> Iterator[ActorRow]:
    for code, (entry,) in read_lists("actors/countries.toml").items():
        yield _row(Actor(f"country:{code}", entry.text("name"), ActorKind.COUNTRY, code), entry)


def _organisations() -> Iterator[ActorRow]:
    for file in ("actors/organisations.toml", "actors/outlets.toml"):
        for group, (listed,) in read_lists(file).items():
            sort = OrganisationKind(group)
            kind = _KINDS.get(sort, ActorKind.ORGANISATION)
            for name, entry in _entries(listed):
                country = entry.text("country") if entry.has("country") else None
                yield _row(Actor(f"org:{name}", entry.text("name"), kind, country), entry, sort)


def _places(listed: Entry) -> Iterator[ActorRow]:
    for name, entry in _entries(listed):
        country = entry.text("country") if entry.has("country") else None
        yield _row(Actor(f"place:{name}", entry.text("name"), ActorKind.PLACE, country), entry)


def _entries(listed: Entry) -> Iterator[tuple[str, Entry]]:
    for name, fields in listed.fields.items():
        if not isinstance(fields, dict):
            raise LexiconError(f"{listed.file}: {name} is no table (write {{ name = ... }})")
        yield name, Entry(listed.file, fields)


def _row(actor: Actor, entry: Entry, sort: OrganisationKind | None = None) -> ActorRow:
    lists = {key: entry.words(key) for key in _LISTS if key in entry.fields}
    adjectives = lists.get("adjectives", ())
    return ActorRow(
        actor,
        names=lists.get("names", ()),
        abbreviations=lists.get("abbreviations", ()),
        adjectives=adjectives,
        demonyms=(*lists.get("demonyms", adjectives), *lists.get("plurals", ())),
        capitals=lists.get("capitals", ()),
        seats=lists.get("seats", ()),
        sort=sort,
        body=entry.text("body") if entry.has("body") else None,
        stands_for_state=entry.flag("stands_for_state"),
        cautions=_cautions(actor, entry) if entry.has("beware") else _SAFE,
    )


def _cautions(actor: Actor, entry: Entry) -> Mapping[str, Caution]:
    found = entry.fields["beware"]
    if not isinstance(found, dict):
        raise LexiconError(f'{actor.id}: beware is no table (write {{ Form = "sort: why" }})')
    cautions = {}
    for form, words in found.items():
        sort, _, why = str(words).partition(": ")
        cautions[form] = Caution(Beware(sort), why)
    return cautions


def _bodies(entries: Mapping[str, Entry]) -> dict[str, Body]:
    """Return every form of every office, in small letters."""
    forms: dict[str, Body] = {}
    for name, entry in entries.items():
        body = Body(name, entry.text("name"), entry.flag("stands_for_state"), entry.flag("outlet"))
        for words in entry.words("say"):
            forms.setdefault(words, body)
    return forms
