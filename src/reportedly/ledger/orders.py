"""In which order claims are told, and how they are looked up so."""

from enum import StrEnum

FEW = 2000


class Order(StrEnum):
    """An order of claims; ties stand as they stand on their pages."""

    NEWEST = "newest"
    OLDEST = "oldest"
    HIGHEST = "highest"
    LOWEST = "lowest"
    SPEAKER = "speaker"
    KIND = "kind"
    ACTOR = "actor"
    RECIPIENT = "recipient"
    ITEM = "item"
    MODALITY = "modality"
    OUTLET = "outlet"

    @property
    def column(self) -> str:
        """The column by whose words it goes, from A to Z, for an order of that sort."""
        return self.value

    @property
    def by_figure(self) -> bool:
        """Is it an order of figures, in which a claim without one has no place?"""
        return self in {Order.HIGHEST, Order.LOWEST}

    @property
    def sql(self) -> str:
        """The order as SQL over ``claim`` and ``document``."""
        return _SQL[self]

    @property
    def unwalked(self) -> str:
        """The same order, put so that no index of its own is taken for it."""
        return f"+{self.sql}" if self in _WALKED else self.sql

    def chosen(self, condition: str, *, many: bool) -> str:
        """Return SQL for the numbers of the claims that fit a condition, in this order.

        Many are walked along the order's own index until enough fit; few are
        found by what they must fit, then sorted (a plus keeps the index out).
        """
        if self.by_figure:
            condition += " AND coalesce(claim.high, claim.low) IS NOT NULL"
        if not many or self not in _WALKED:
            return f"SELECT claim.number {_PLAIN} WHERE {condition} ORDER BY {self.unwalked} LIMIT ? OFFSET ?"
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
_NEWEST = f"document.published DESC, document.url, document.id, {_PLACE}"
_WORDS = {
    "speaker": "claim.speaker_name",
    "kind": "claim.kind",
    "actor": "claim.actor_name",
    "recipient": "claim.recipient_name",
    "item": "coalesce(claim.item, claim.item_words)",
    "modality": "claim.modality",
    "outlet": "document.outlet",
}
_SQL = {
    Order.NEWEST: _NEWEST,
    Order.OLDEST: f"document.published, document.url DESC, document.id DESC, {_PLACE}",
    Order.HIGHEST: "coalesce(claim.high, claim.low) DESC, claim.start DESC, claim.id DESC",
    Order.LOWEST: f"coalesce(claim.high, claim.low), {_PLACE}",
    **{Order(name): f"{words} IS NULL, lower({words}), {_NEWEST}" for name, words in _WORDS.items()},
}
_WALKED = frozenset({Order.NEWEST, Order.OLDEST, Order.HIGHEST, Order.LOWEST})
