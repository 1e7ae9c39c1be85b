"""Reads the word lists that travel with the package, and minds their shape."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

from reportedly.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a word list, asked for its fields by type."""

    file: str
    fields: Mapping[str, object]

    def text(self, key: str, default: str | None = None) -> str:
        """Return a field that is a string."""
        value = self.fields.get(key, default)
        if isinstance(value, str):
            return value
        raise LexiconError(f"{self.file}: {key} of {dict(self.fields)} is no string (write one)")

    def number(self, key: str) -> Decimal:
        """Return a field that is a number, exactly."""
        value = self.fields.get(key)
        if isinstance(value, int | str):
            return Decimal(value)
        raise LexiconError(f"{self.file}: {key} of {dict(self.fields)} is no whole number (write one)")

    def words(self, key: str) -> tuple[str, ...]:
        """Return a field that is a list of words, or nothing if it is absent."""
        value = self.fields.get(key, [])
        if isinstance(value, list):
            return tuple(map(str, value))
        raise LexiconError(f"{self.file}: {key} of {dict(self.fields)} is no list (write one)")

    def flag(self, key: str) -> bool:
        """Is a yes-or-no field set?"""
        return self.fields.get(key) is True

    def has(self, key: str) -> bool:
        """Is the field there at all?"""
        return key in self.fields


def read_lists(file: str) -> Mapping[str, tuple[Entry, ...]]:
    """Return the entries of a TOML file of the package, by table."""
    return _lists(file, tomllib.loads(files("reportedly.lexicon").joinpath(file).read_text("utf-8")))


def read_own_lists(path: Path) -> Mapping[str, tuple[Entry, ...]]:
    """Return the entries of a user's own TOML file, by table."""
    try:
        return _lists(path.name, tomllib.loads(path.read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise LexiconError(f"{path}: {error} (write a TOML file in UTF-8)") from error


def _lists(file: str, tables: Mapping[str, object]) -> Mapping[str, tuple[Entry, ...]]:
    return {
        name: tuple(Entry(file, fields) for fields in (value if isinstance(value, list) else [value]))
        for name, value in tables.items()
        if isinstance(value, dict) or (isinstance(value, list) and all(isinstance(v, dict) for v in value))
    }


def read_words(file: str) -> Entry:
    """Return the top of a TOML file as one entry, for lists without a table."""
    return Entry(file, tomllib.loads(files("reportedly.lexicon").joinpath(file).read_text("utf-8")))
