"""What an address asks of the ledger: which claims, in which order, which screenful."""

from collections.abc import Mapping

from starlette.datastructures import QueryParams

from reportedly.ledger import FACETS, ClaimFilter, Order
from reportedly.ledger import asked as asked_of

_ASKABLE = (*FACETS, "words", "date", "document", "sort", "columns")


def kept_of(asked: Mapping[str, str]) -> dict[str, str]:
    """Return the choices of an address that this view knows."""
    kept = {key: asked[key] for key in _ASKABLE if asked.get(key)}
    if isinstance(asked, QueryParams) and "columns" in kept:
        kept["columns"] = ",".join(filter(None, asked.getlist("columns")))
    return kept


def page_number(asked: Mapping[str, str]) -> int:
    """Return which screenful is asked for; nonsense asks for the first."""
    given = asked.get("page", "")
    return max(1, int(given)) if given.isascii() and given.isdecimal() and len(given) < 7 else 1


def wanted(asked: Mapping[str, str]) -> tuple[ClaimFilter, Order]:
    """Return the filter and order that an address asks for (raises UsageError where they make no sense)."""
    return asked_of(asked)
