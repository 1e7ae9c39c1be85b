"""Claims on their way out: plain objects and tables."""

from .objects import Value, claim_object, page_object
from .tabular import COLUMNS, write_csv

__all__ = ["COLUMNS", "Value", "claim_object", "page_object", "write_csv"]
