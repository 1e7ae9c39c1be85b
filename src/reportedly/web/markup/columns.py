"""The columns of the ledger's table: which are shown, how each is sorted, what each exports."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.errors import UsageError
from reportedly.ledger import Order


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the address, its heading, its order, and the fields it exports."""

    name: str
    head: str
    order: Order | None
    fields: tuple[str, ...]
    usual: bool = True


COLUMNS = (
    Column("speaker", "who says", Order.SPEAKER, ("speaker", "chain")),
    Column("kind", "what", Order.KIND, ("kind", "outcome")),
    Column("figure", "how much", Order.HIGHEST,
           ("figure", "low", "high", "bound", "unit", "currency", "item")),
    Column("parties", "from → to", Order.ACTOR, ("actor", "recipient")),
    Column("time", "when", None, ("time",)),
    Column("modality", "voice", Order.MODALITY, ("modality", "polarity")),
    Column("item", "of what", Order.ITEM, ("item", "item_id"), usual=False),
    Column("place", "where", None, ("place", "route_mode"), usual=False),
    Column("stage", "stage", None, ("stage",), usual=False),
    Column("scope", "scope", None, ("aggregation",), usual=False),
    Column("section", "part of the page", None, ("section",), usual=False),
    Column("outlet", "outlet", Order.OUTLET, ("outlet",), usual=False),
    Column("published", "published", Order.NEWEST, ("published",), usual=False),
    Column("title", "title of the page", None, ("title",), usual=False),
)  # fmt: skip
_KNOWN = {column.name: column for column in COLUMNS}
USUAL = tuple(column for column in COLUMNS if column.usual)


def columns_of(asked: Mapping[str, str]) -> tuple[Column, ...]:
    """Return the columns that an address asks for (raises UsageError for one that is none)."""
    names = [name for name in asked.get("columns", "").split(",") if name]
    unknown = next((name for name in names if name not in _KNOWN), None)
    if unknown is not None:
        raise UsageError(f"{unknown}: not a column (choose from {', '.join(_KNOWN)})")
    return tuple(_KNOWN[name] for name in dict.fromkeys(names)) or USUAL


def fields_of(asked: Mapping[str, str]) -> tuple[str, ...] | None:
    """Return the fields to export for an address, nothing for all: the page and the words go always."""
    if not asked.get("columns"):
        return None
    fields = [field for column in columns_of(asked) for field in column.fields]
    return tuple(dict.fromkeys(("id", *fields, "evidence", "url", "published")))
