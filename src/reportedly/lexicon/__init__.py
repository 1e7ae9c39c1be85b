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
from .certainty import CertaintyTable, Likelihood, load_certainty
from .cues import CueTable, load_cues
from .currencies import Currencies, Currency, load_currencies
from .gate import GateWords, load_gate_words
from .hedges import Hedge, Hedges, load_hedges
from .items import ItemTable, NounWords, Thing, load_items, singularise
from .modality import Example, ModalityTable, load_modality, modality_examples
from .naming import BodyNoun, Half, NamingTable, load_naming
from .not_figures import NotFigures, load_not_figures
from .nouns import Nouns, load_nouns
from .numbers import Magnitude, Numbers, Suffix, VagueAmount, load_numbers
from .places import NOWHERE, PlaceTable, load_places
from .roles import RoleTable, load_roles
from .speech import SpeechTable, load_speech
from .times import TimeRule, TimeTable, TimeWord, load_times
from .units import Unit, Units, load_units

__all__ = [
    "NOWHERE",
    "ActorRow",
    "ActorTable",
    "Beware",
    "Body",
    "BodyNoun",
    "Caution",
    "CertaintyTable",
    "CueTable",
    "Currencies",
    "Currency",
    "Example",
    "GateWords",
    "Half",
    "Hedge",
    "Hedges",
    "ItemTable",
    "Likelihood",
    "Magnitude",
    "ModalityTable",
    "Naming",
    "NamingTable",
    "NotFigures",
    "NounWords",
    "Nouns",
    "Numbers",
    "OfficeHolder",
    "OfficeHolders",
    "OfficeLevel",
    "OrganisationKind",
    "PlaceTable",
    "RoleTable",
    "Sighting",
    "SpeechTable",
    "Suffix",
    "Thing",
    "TimeRule",
    "TimeTable",
    "TimeWord",
    "Title",
    "Unit",
    "Units",
    "VagueAmount",
    "load_actors",
    "load_certainty",
    "load_cues",
    "load_currencies",
    "load_gate_words",
    "load_hedges",
    "load_items",
    "load_modality",
    "load_naming",
    "load_not_figures",
    "load_nouns",
    "load_numbers",
    "load_office_holders",
    "load_places",
    "load_roles",
    "load_speech",
    "load_times",
    "load_units",
    "modality_examples",
    "singularise",
    "with_body",
]
