"""Reads the things that travel with the package."""

from collections.abc import Iterator
from functools import cache
from types import MappingProxyType

from reportedly.errors import LexiconError
from reportedly.lexicon.package_data import Entry, read_lists

from .nouns import JOINTS, NounWords, plain, without_calibre
from .table import ItemTable, Thing


@cache
def load_items() -> ItemTable:
    """Read the things of the package (once)."""
    lists = {name: entries[0] for name, entries in read_lists("items.toml").items()}
    nouns = _noun_words(lists.pop("words"))
    things = {thing.id: thing for group, entry in lists.items() for thing in _things(group, entry)}
    forms: dict[str, dict[str, None]] = {}
    children: dict[str, list[str]] = {}
    for thing in things.values():
        for form in _forms(thing, nouns):
            forms.setdefault(form, {})[thing.id] = None
        if thing.parent:
            children.setdefault(_known(thing, things), []).append(thing.id)
    return ItemTable(
        things=MappingProxyType(things),
        forms=MappingProxyType({form: tuple(ids) for form, ids in forms.items()}),
        children=MappingProxyType({parent: tuple(ids) for parent, ids in children.items()}),
        nouns=nouns,
    )


def singularise(word: str) -> str:
    """Return a noun in the singular and in small letters; what has none stays as it is.

    >>> singularise("missiles"), singularise("policemen"), singularise("aircraft"), singularise("bodies")
    ('missile', 'policeman', 'aircraft', 'body')
    """
    return load_items().nouns.singular(word.lower())


def _known(thing: Thing, things: dict[str, Thing]) -> str:
    if thing.parent is None or thing.parent not in things:
        raise LexiconError(f"{thing.id}: is a {thing.parent}, which items.toml does not list (list it)")
    return thing.parent


def _forms(thing: Thing, nouns: NounWords) -> Iterator[str]:
    """Yield a thing's forms as phrases are looked up: in the singular, without a calibre."""
    for form in thing.say:
        text, calibres = without_calibre(plain(form))
        if not calibres:
            yield " ".join(nouns.singular(word) for word in text.split())


def _things(group: str, entry: Entry) -> Iterator[Thing]:
    listed = entry.fields.get("things")
    if not isinstance(listed, dict):
        raise LexiconError(f"{entry.file}: {group} lists no things (write [{group}.things])")
    for name, fields in listed.items():
        yield _thing(name, group, Entry(entry.file, fields))


def _thing(name: str, group: str, entry: Entry) -> Thing:
    codes = entry.fields.get("codes", {})
    calibre = entry.fields.get("calibre_mm")
    return Thing(
        id=name,
        say=entry.words("say"),
        unit=entry.text("unit"),
        parent=_text(entry, "is"),
        contains=entry.flag("contains"),
        vague=entry.flag("vague"),
        stands_for=_text(entry, "stands_for"),
        beware=_text(entry, "beware"),
        calibre_mm=calibre if isinstance(calibre, int) else None,
        dimension=_text(entry, "dimension"),
        codes={str(key): str(code) for key, code in codes.items()} if isinstance(codes, dict) else {},
        group=group,
    )


def _text(entry: Entry, key: str) -> str | None:
    return entry.text(key) if entry.has(key) else None


def _noun_words(entry: Entry) -> NounWords:
    irregular = entry.fields.get("irregular")
    if not isinstance(irregular, dict):
        raise LexiconError(f"{entry.file}: words has no irregular plurals (write [words.irregular])")
    return NounWords(
        irregular=MappingProxyType({str(many): str(one) for many, one in irregular.items()}),
        unchanged=frozenset(entry.words("unchanged")),
        measures=frozenset(entry.words("measures")),
        ends=frozenset(entry.words("ends")),
        parting=frozenset((*entry.words("ends"), "of", *JOINTS)),
        not_things=frozenset(entry.words("not_things")),
    )
