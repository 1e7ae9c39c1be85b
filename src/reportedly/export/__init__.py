"""Claims on their way out: plain objects, tables, linked data, entities."""

from .columnar import TYPED, write_parquet
from .followthemoney import entities
from .linked import annotations, linked
from .objects import Value, claim_object, page_object
from .tabular import COLUMNS, write_csv

__all__ = [
    "COLUMNS",
    "TYPED",
    "Value",
    "annotations",
    "claim_object",
    "entities",
    "linked",
    "page_object",
    "write_csv",
    "write_parquet",
]
