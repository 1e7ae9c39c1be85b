"""In which order claims are told, and how they are looked up so."""

from enum import StrEnum

FEW = 2000


class Order(StrEnum):
    """An order of claims; ties stand as they stand on their pages."""

    NEWEST = "newest"
    OLDEST = "oldest"
    HIGHEST = "highest"
    LOWEST = "lowest"

    @property
    def by_figure(self) -> bool:
        """Is it an order of figures, in which a claim without one has no place?"""
        return self in {Order.HIGHEST, Order.LOWEST}

    @property
    def sql(self) -> str:
        """The order as SQL over ``claim`` and ``document``."""
        return _SQL[self]

    def chosen(self, condition: str, *, many: bool) -> str:
        """Return SQL for the numbers of the claims that fit a condition, in this order.

        Many are walked along the order's own index until enough fit; few are
        found by what they must fit, then sorted (a plus keeps the index out).
        """
        if self.by_figure:
            condition += " AND coalesce(claim.high, claim.low) IS NOT NULL"
        if not many:
            return f"SELECT claim.number {_PLAIN} WHERE {condition} ORDER BY +{self.sql} LIMIT ? OFFSET ?"
        tables = _BY_FIGURE if self.by_figure else _BY_DAY
        return f"SELECT claim.number {tables} WHERE {condition} ORDER BY {self.sql} LIMIT ? OFFSET ?"


_PLAIN = "FROM claim JOIN document ON document.id = claim.document"
_BY_DAY = (
    "FROM document INDEXED BY document_by_newest "
    "CROSS JOIN claim INDEXED BY claim_by_document ON claim.document = document.id"
)
_BY_FIGURE = (
    "FROM claim INDEXED BY claim_by_figure CROSS JOIN document ON document.id = claim.document"
)  # fmt: skip
_PLACE = "claim.start, claim.id"
_SQL = {
    Order.NEWEST: f"document.published DESC, document.url, document.id, {_PLACE}",
    Order.OLDEST: f"document.published, document.url DESC, document.id DESC, {_PLACE}",
    Order.HIGHEST: "coalesce(claim.high, claim.low) DESC, claim.start DESC, claim.id DESC",
    Order.LOWEST: f"coalesce(claim.high, claim.low), {_PLACE}",
}
