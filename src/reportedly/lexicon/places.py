"""Which place lies in which: a toll of the part is no toll of the whole."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from re import compile as pattern
from types import MappingProxyType

from reportedly.errors import LexiconError

from .package_data import Entry, read_lists, read_words

_LEAD = pattern(r"(?:the\s+)?(?:(?:city|town|province|state|region|island|republic)\s+of\s+)?")
_TAIL = pattern(r"\s+(?:city|town|province|region|oblast|state|district|prefecture|governorate|county)$")
_PART = pattern(
    r"(?:(?:north|south|east|west)(?:ern|east|west|eastern|western)?|central|parts of|rural|coastal)[\s-]+"
)


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """Places by their names in small letters.

    ``names`` leads to the name that is kept, ``within`` to that of the wider place.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    within: Mapping[str, str] = field(default_factory=dict)

    def known(self, words: str) -> str:
        """Return the name under which a place is kept; one that no table knows keeps its words.

        >>> load_places().known("The City of Hanoi"), load_places().known("Nowhere")
        ('hanoi', 'nowhere')
        """
        plain = _plain(words)
        return next((self.names[form] for form in _forms(plain) if form in self.names), plain)

    def wider(self, words: str) -> tuple[str, ...]:
        """Return the places that a place lies in, the narrowest first; of an unknown place none is known.

        >>> load_places().wider("northern Vietnam"), load_places().wider("Kherson city")
        (('vietnam',), ('kherson oblast', 'ukraine'))
        """
        name = self.known(words)
        found: list[str] = []
        if name not in self.within and name not in self.names:
            part = _PART.match(name)
            name = self.known(name[part.end() :]) if part else ""
            found = [name] if name in self.names else []
        while (name := self.within.get(name, "")) and name not in found:
            found.append(name)
        return tuple(found)

    def holds(self, whole: str, part: str) -> bool:
        """Is one place known to lie in another?"""
        return self.known(whole) in self.wider(part)


NOWHERE = PlaceTable()


@cache
def load_places(own: tuple[Path, ...] = ()) -> PlaceTable:
    """Read the places of the package, and a user's own files beside them, which win."""
    names: dict[str, str] = {}
    within: dict[str, str] = {}
    for (entry,) in read_lists("actors/countries.toml").values():
        _name(names, entry)
        for city in entry.words("capitals"):
            names.setdefault(_plain(city), _plain(city))
            within.setdefault(_plain(city), _plain(entry.text("name")))
    lists = [read_words("places.toml"), *(_file(path) for path in own)]
    for entry in lists:
        for name, whole in _pairs(entry):
            names[name] = name
            within[name] = whole
        for name, kept in _pairs(entry, "also"):
            names[name] = names.get(kept, kept)
    for whole in within.values():
        names.setdefault(whole, whole)
    return PlaceTable(MappingProxyType(names), MappingProxyType(within))


def _pairs(entry: Entry, only: str | None = None) -> Iterator[tuple[str, str]]:
    """Yield part and whole as a file lists them: ``[within."Vietnam"]`` or ``[also]``."""
    tables = entry.fields.get(only or "within", {})
    if not isinstance(tables, dict):
        raise LexiconError(f"{entry.file}: {only or 'within'} is no table (write [within])")
    for key, value in tables.items():
        if only:
            yield _plain(str(key)), _plain(str(value))
            continue
        if not isinstance(value, list):
            raise LexiconError(f'{entry.file}: {key} lists no places (write "{key}" = ["...", "..."])')
        yield from ((_plain(str(part)), _plain(str(key))) for part in value)


def _name(names: dict[str, str], entry: Entry) -> None:
    kept = _plain(entry.text("name"))
    for form in (entry.text("name"), *entry.words("names")):
        names.setdefault(_plain(form), kept)


def _file(path: Path) -> Entry:
    try:
        return Entry(path.name, tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise LexiconError(f"{path}: {error} (write a TOML file of places)") from error


def _plain(words: str) -> str:
    return " ".join(words.lower().replace(".", "").split())


def _forms(plain: str) -> Iterable[str]:
    """Yield a name as written, then without what it is called ("the city of", "province")."""
    bare = _LEAD.sub("", plain, count=1)
    yield from (plain, bare, _TAIL.sub("", bare))
