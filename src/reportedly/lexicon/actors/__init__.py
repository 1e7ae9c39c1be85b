"""Who is named: states, organisations, outlets, offices and titles, by exact words."""

from .bodies import find_parties, with_body
from .loading import load_actors
from .office_holders import OfficeHolder, OfficeHolders, load_office_holders, person
from .records import ActorRow, Beware, Body, Caution, Naming, OrganisationKind, Sighting
from .table import ActorTable
from .titles import OfficeLevel, Title

__all__ = [
    "ActorRow",
    "ActorTable",
    "Beware",
    "Body",
    "Caution",
    "Naming",
    "OfficeHolder",
    "OfficeHolders",
    "OfficeLevel",
    "OrganisationKind",
    "Sighting",
    "Title",
    "find_parties",
    "load_actors",
    "load_office_holders",
    "person",
    "with_body",
]
