"""A page as one canonical text, cut into typed blocks that know their place."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from .span import Span
from .table import Cell, Table


class BlockKind(StrEnum):
    """What a block of a page is for."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    QUOTE = "quote"
    LIST = "list"
    TABLE = "table"
    CAPTION = "caption"
    CREDIT = "credit"
    CORRECTION = "correction"
    EDITOR_NOTE = "editor_note"
    LIVE_UPDATE = "live_update"
    TEASER = "teaser"
    READ_MORE = "read_more"
    NEWSLETTER = "newsletter"
    PAYWALL = "paywall"
    COMMENT = "comment"
    NAVIGATION = "navigation"
    OTHER = "other"

    @property
    def furniture(self) -> bool:
        """Furniture is kept in the text, and bears no claims."""
        return self not in _BEARS_CLAIMS


_BEARS_CLAIMS = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.SUBHEAD,
        BlockKind.STANDFIRST,
        BlockKind.BODY,
        BlockKind.QUOTE,
        BlockKind.LIST,
        BlockKind.TABLE,
        BlockKind.CAPTION,
        BlockKind.CORRECTION,
        BlockKind.LIVE_UPDATE,
    }
)


@dataclass(frozen=True, slots=True)
class Block:
    """One typed stretch of a page.

    ``path`` is its place in the archived bytes: an XPath for HTML
    (``/html/body/main/p[3]``), ``char=120,480`` (RFC 5147) for plain text.
    ``stamped`` is a live update's own time, where the page gives one.
    """

    kind: BlockKind
    span: Span
    path: str
    stamped: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A fact about the page, and where on the page it was read.

    ``field`` is one of title, author, outlet, published, modified, language,
    canonical, section, paywall, agency, translation; dates are ISO 8601. Several readings of one
    field may stand side by side; the first is the one believed.
    """

    field: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """Words of a page that lead to another address (``<a href>``)."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes of one address as they were at one moment (a WARC record).

    ``digest`` is ``sha256:`` and 64 hex digits of the bytes; ``fetched`` is
    nothing for a file that a user supplied without saying when it was saved.
    """

    url: str
    digest: str
    media_type: str
    fetched: datetime | None = None

    @property
    def id(self) -> str:
        """Where the capture stands: its address and its bytes, nothing else."""
        return stable_id(self.url, self.digest)


@dataclass(frozen=True, slots=True)
class Document:
    """A capture read into one canonical text, its blocks, its metadata and its links.

    Links are kept where the page tells or credits something, not in its furniture.
    """

    id: str
    url: str
    digest: str
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    readings: tuple[Reading, ...] = ()
    links: tuple[Hyperlink, ...] = ()
    tables: tuple[Table, ...] = ()

    def reading(self, field: str) -> str | None:
        """Return the value believed for a field, or nothing if none was read."""
        return next((r.value for r in self.readings if r.field == field), None)

    @property
    def published(self) -> date | None:
        """The day the page says it was published, never a guess."""
        value = self.reading("published")
        return date.fromisoformat(value[:10]) if value else None

    @property
    def title(self) -> str | None:
        """The page's own title."""
        return self.reading("title")

    @property
    def outlet(self) -> str | None:
        """Who publishes the page."""
        return self.reading("outlet")

    def block_at(self, span: Span) -> Block | None:
        """Return the block that holds a span, or nothing if none does."""
        return next((b for b in self.blocks if b.span.holds(span)), None)

    def cell_at(self, span: Span) -> Cell | None:
        """Return the table cell that holds a span, or nothing outside tables."""
        return next((cell for table in self.tables if (cell := table.cell_at(span))), None)


def stable_id(*parts: str) -> str:
    """Return 16 hex digits that depend on the parts alone (BLAKE2b)."""
    from hashlib import blake2b  # noqa: PLC0415 - hashlib costs 5 ms that most commands never need

    return blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()
