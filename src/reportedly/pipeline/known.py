"""By which rules and tables the derived rows are filled."""

from dataclasses import dataclass
from functools import cached_property

from reportedly.lexicon import ItemTable, PlaceTable
from reportedly.model import stable_id

RULES = "8"  # raised with every change of what is derived from the same claims


@dataclass(frozen=True)
class Known:
    """The tables that decide what is one thing and what lies in what."""

    items: ItemTable
    places: PlaceTable

    @cached_property
    def rules(self) -> str:
        """By which rules and places the tables are filled."""
        own = stable_id(*(f"{part} {whole}" for part, whole in sorted(self.places.within.items())))
        return f"{RULES} {own}"
