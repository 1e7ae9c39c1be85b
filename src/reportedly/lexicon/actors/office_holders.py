"""Who held which office when: dated, open to a user's own rows, silent where it does not know."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from reportedly.errors import LexiconError
from reportedly.lexicon.package_data import Entry, read_lists
from reportedly.model import Actor, ActorKind

from .words import unaccented


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """A person in an office of a party, from the first day to before the last one.

    ``until`` is nothing where the person was in office when the row was checked.
    """

    office: str
    party: str
    person: Actor
    surname: str
    since: date
    until: date | None = None

    def held(self, day: date) -> bool:
        """Was the person in office on that day, as far as the row says?"""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class OfficeHolders:
    """The dated list; an open row counts up to ``checked``, and no day further."""

    rows: tuple[OfficeHolder, ...]
    checked: date

    def holder(self, office: str, party: Actor, on: date) -> OfficeHolder | None:
        """Return who held an office on a day, or nothing unless exactly one did."""
        found = [
            row
            for row in self.rows
            if row.office == office and row.party == party.id and row.held(on) and self._known(row, on)
        ]
        return found[0] if len(found) == 1 else None

    def named(self, name: str, *, on: date | None = None) -> tuple[OfficeHolder, ...]:
        """Return the rows of a person by full name or surname, those in office on a day if one is given."""
        plain = unaccented(name)
        borne = (row for row in self.rows if plain in (unaccented(row.person.name), unaccented(row.surname)))
        return tuple(row for row in borne if on is None or row.held(on))

    def with_extra(self, rows: Iterable[OfficeHolder]) -> "OfficeHolders":
        """Return a list that also holds these rows; they go before the list's own."""
        return OfficeHolders((*rows, *self.rows), self.checked)

    def _known(self, row: OfficeHolder, on: date) -> bool:
        return row.until is not None or on <= self.checked


@cache
def load_office_holders() -> OfficeHolders:
    """Read the office holders of the package (once)."""
    lists = read_lists("office_holders.toml")
    checked = lists["list"][0].fields["checked"]
    if not isinstance(checked, date):
        raise LexiconError("office_holders.toml: checked is no date (write 2025-06-30)")
    return OfficeHolders(tuple(row for entry in lists["office"] for row in _holders(entry)), checked)


def person(name: str) -> Actor:
    """Return the party that a person is.

    >>> person("Recep Tayyip Erdoğan").id
    'person:recep-tayyip-erdogan'
    """
    words = "".join(letter if letter.isalnum() else " " for letter in unaccented(name).lower())
    return Actor(f"person:{'-'.join(words.split())}", name, ActorKind.PERSON)


def _holders(entry: Entry) -> Iterable[OfficeHolder]:
    holders = entry.fields.get("holders")
    if not isinstance(holders, list):
        raise LexiconError(f"{entry.file}: {entry.text('office')} of {entry.text('of')} lists no holders")
    for fields in holders:
        yield _holder(entry, Entry(entry.file, fields))


def _holder(office: Entry, entry: Entry) -> OfficeHolder:
    name = entry.text("name")
    since, until = entry.fields.get("from"), entry.fields.get("to")
    if not isinstance(since, date) or not (until is None or isinstance(until, date)):
        raise LexiconError(f"{office.file}: {name}: from or to is no date (write 2024-06-16)")
    first = office.flag("surname_first")
    surname = entry.text("surname", name.split()[0] if first else name.split()[-1])
    return OfficeHolder(office.text("office"), office.text("of"), person(name), surname, since, until)
