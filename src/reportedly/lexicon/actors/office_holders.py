"""Who held which office when: dated, open to a user's own rows, silent where it does not know."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path

from reportedly.errors import LexiconError
from reportedly.lexicon.package_data import Entry, read_lists, read_own_lists
from reportedly.model import Actor, ActorKind

from .words import unaccented

_FILE = "office_holders.toml"


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """A person in an office of a party, from the first day to before the last one.

    ``offices`` are ids of titles, the office's own first. ``names`` and
    ``surnames`` are the person's in every spelling, ``until`` is nothing where the person was in office
    when the row was checked.
    """

    offices: tuple[str, ...]
    party: str
    person: Actor
    names: tuple[str, ...]
    surnames: tuple[str, ...]
    since: date
    until: date | None = None

    def __hash__(self) -> int:
        """Hash by who held what since when: rows are many, and asked for with every page."""
        return hash((self.party, self.person.id, self.since))

    @property
    def surname(self) -> str:
        """The surname in its first spelling."""
        return self.surnames[0]

    def held(self, day: date) -> bool:
        """Return whether the person was in office on that day, as far as the row says."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True)
class OfficeHolders:
    """The dated list; a row without an end counts up to ``checked``, and no day further.

    ``own`` are a user's lists: where one of them knows, it is not asked further.
    """

    rows: tuple[OfficeHolder, ...]
    checked: date
    own: tuple["OfficeHolders", ...] = ()

    def holder(self, office: str, party: Actor, on: date) -> OfficeHolder | None:
        """Return who held an office on a day, or nothing unless exactly one person did."""
        told = (own.holder(office, party, on) for own in self.own)
        mine = next((row for row in told if row is not None), None)
        if mine is not None:
            return mine
        found = [row for row in self.rows if row.party == party.id and office in row.offices and row.held(on)]
        known = all(row.until is not None or on <= self.checked for row in found)
        return found[0] if known and len({row.person.id for row in found}) == 1 else None

    def named(self, name: str, *, on: date | None = None) -> tuple[OfficeHolder, ...]:
        """Return the rows of a full name or surname, those in office on a day if one is given."""
        borne = self.by_name.get(unaccented(name), ())
        return tuple(row for row in borne if on is None or row.held(on))

    @property
    def mark(self) -> str:
        """A short word for a user's own rows, to tell readings with others apart."""
        rows = repr([own.rows for own in self.own])
        return blake2b(rows.encode(), digest_size=4).hexdigest()

    @cached_property
    def by_name(self) -> Mapping[str, tuple[OfficeHolder, ...]]:
        """Every row by every name and surname, without accents."""
        found: dict[str, tuple[OfficeHolder, ...]] = {}
        for row in self.everyone():
            for name in {unaccented(n) for n in (*row.names, *row.surnames)}:
                found[name] = (*found.get(name, ()), row)
        return found

    def everyone(self) -> tuple[OfficeHolder, ...]:
        """Return every row, a user's own first."""
        return (*(row for own in self.own for row in own.everyone()), *self.rows)

    def with_extra(self, rows: Iterable[OfficeHolder]) -> "OfficeHolders":
        """Return a list that also holds these rows."""
        return replace(self, rows=(*rows, *self.rows))


@cache
def load_office_holders(own: tuple[Path, ...] = ()) -> OfficeHolders:
    """Read the office holders of the package (once), and a user's own files, which win."""
    shipped = _list(_FILE, read_lists(_FILE))
    return replace(shipped, own=tuple(_list(path.name, read_own_lists(path)) for path in own))


def _list(file: str, lists: Mapping[str, tuple[Entry, ...]]) -> OfficeHolders:
    head = lists.get("list", ())
    checked = head[0].fields.get("checked") if head else None
    if not isinstance(checked, date):
        raise LexiconError(f"{file}: no day of checking (write checked = 2025-06-30 under [list])")
    return OfficeHolders(tuple(row for e in lists.get("office", ()) for row in _holders(e)), checked)


def person(name: str) -> Actor:
    """Return the party that a person is.

    >>> person("Recep Tayyip Erdoğan").id
    'person:recep-tayyip-erdogan'
    """
    words = "".join(letter if letter.isalnum() else " " for letter in unaccented(name).lower())
    return Actor(f"person:{'-'.join(words.split())}", name, ActorKind.PERSON)


def _holders(entry: Entry) -> Iterator[OfficeHolder]:
    holders = entry.fields.get("holders")
    if not isinstance(holders, list):
        raise LexiconError(f"{entry.file}: {entry.text('office')} of {entry.text('of')} lists no holders")
    for fields in holders:
        yield _holder(entry, Entry(entry.file, fields))


def _holder(office: Entry, entry: Entry) -> OfficeHolder:
    name = entry.text("name")
    since, until = entry.fields.get("from"), entry.fields.get("to")
    if not isinstance(since, date) or not (until is None or isinstance(until, date)):
        raise LexiconError(f"{entry.file}: {name}: from or to is no date (write 2024-06-16)")
    names = (name, *entry.words("names"))
    return OfficeHolder(
        offices=(office.text("office"), *office.words("also")),
        party=office.text("of"),
        person=replace(person(name), country=_state(office.text("of"))),
        names=names,
        surnames=entry.words("surnames") or _surnames(names, first=office.flag("surname_first")),
        since=since,
        until=until,
    )


def _state(party: str) -> str | None:
    """Return the state that a party is, so that a minister is known to speak for it."""
    sort, _, code = party.partition(":")
    return code if sort == "country" else None


def _surnames(names: tuple[str, ...], *, first: bool) -> tuple[str, ...]:
    """Return the last word of every name, or the first; "Abe Shinzo" beside "Shinzo Abe" adds none."""
    main = names[0].split()[0 if first else -1]
    words = (name.split() for name in names)
    return tuple(dict.fromkeys(word[0 if first else -1] for word in words if first or word[0] != main))
