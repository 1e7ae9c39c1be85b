"""Choices made at the door, handed in from there."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LEDGER_VARIABLE = "REPORTEDLY_LEDGER"
PLACES_VARIABLE = "REPORTEDLY_PLACES"
OFFICES_VARIABLE = "REPORTEDLY_OFFICES"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run needs to know before it begins.

    ``frames`` and ``offices`` are the user's own TOML files, read beside those
    that ship; ``parser`` is an entry point's name.
    """

    ledger: Path
    parser: str = "biaffine"
    frames: tuple[Path, ...] = ()
    offices: tuple[Path, ...] = ()


def ledger_path(chosen: Path | None, environment: Mapping[str, str] = os.environ) -> Path:
    """Return where the ledger is: as chosen, else REPORTEDLY_LEDGER, else the user's data folder."""
    if chosen is not None:
        return chosen
    if named := environment.get(LEDGER_VARIABLE):
        return Path(named)
    return data_folder() / "ledger.db"


def place_files(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Return the user's own files of places: REPORTEDLY_PLACES, several parted as in PATH."""
    return _files(PLACES_VARIABLE, environment)


def office_files(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Return the user's own files of office holders: REPORTEDLY_OFFICES, several parted as in PATH."""
    return _files(OFFICES_VARIABLE, environment)


def _files(variable: str, environment: Mapping[str, str]) -> tuple[Path, ...]:
    return tuple(Path(name) for name in environment.get(variable, "").split(os.pathsep) if name)


def data_folder() -> Path:
    """Return the folder where this user's data belongs."""
    from platformdirs import user_data_path  # noqa: PLC0415 - most runs name their ledger

    return user_data_path("reportedly", appauthor=False)
