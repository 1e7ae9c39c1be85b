"""Words as data: cues, numbers, units, actors, each with a sentence that a test reads."""

from .actors import (
    ActorRow,
    ActorTable,
    Beware,
    Body,
    Caution,
    Naming,
    OfficeHolder,
    OfficeHolders,
    OfficeLevel,
    OrganisationKind,
    Sighting,
    Title,
    load_actors,
    load_office_holders,
    with_body,
)
from .cues import CueTable, load_cues
from .currencies import Currencies, Currency, load_currencies
from .hedges import Hedge, Hedges, load_hedges
from .not_figures import NotFigures, load_not_figures
from .nouns import Nouns, load_nouns
from .numbers import Magnitude, Numbers, Suffix, VagueAmount, load_numbers
from .times import TimeRule, TimeTable, TimeWord, load_times
from .units import Unit, Units, load_units

__all__ = [
    "ActorRow",
    "ActorTable",
    "Beware",
    "Body",
    "Caution",
    "CueTable",
    "Currencies",
    "Currency",
    "Hedge",
    "Hedges",
    "Magnitude",
    "Naming",
    "NotFigures",
    "Nouns",
    "Numbers",
    "OfficeHolder",
    "OfficeHolders",
    "OfficeLevel",
    "OrganisationKind",
    "Sighting",
    "Suffix",
    "TimeRule",
    "TimeTable",
    "TimeWord",
    "Title",
    "Unit",
    "Units",
    "VagueAmount",
    "load_actors",
    "load_cues",
    "load_currencies",
    "load_hedges",
    "load_not_figures",
    "load_nouns",
    "load_numbers",
    "load_office_holders",
    "load_times",
    "load_units",
    "with_body",
]
