"""In which order claims are told."""

from enum import StrEnum


class Order(StrEnum):
    """An order of claims; ties stand as they stand on their pages."""

    NEWEST = "newest"
    OLDEST = "oldest"
    HIGHEST = "highest"
    LOWEST = "lowest"

    @property
    def sql(self) -> str:
        """The order as SQL over ``claim`` and ``document``."""
        return _SQL[self]

    @property
    def condition(self) -> str:
        """What a claim needs to stand in this order at all."""
        figure = self in {Order.HIGHEST, Order.LOWEST}
        return " AND coalesce(claim.high, claim.low) IS NOT NULL" if figure else ""


_PLACE = "claim.start, claim.id"
_SQL = {
    Order.NEWEST: f"document.published DESC, document.url, document.id, {_PLACE}",
    Order.OLDEST: f"document.published, document.url DESC, document.id DESC, {_PLACE}",
    Order.HIGHEST: f"coalesce(claim.high, claim.low) DESC, {_PLACE}",
    Order.LOWEST: f"coalesce(claim.high, claim.low), {_PLACE}",
}
