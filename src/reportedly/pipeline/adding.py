"""The walk of a page: bytes, document, claims, ledger."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from reportedly.errors import IngestError
from reportedly.ingest import read_page
from reportedly.ledger import Ledger, digest_of
from reportedly.model import Capture, stable_id

from .engine import Engine
from .sources import Body, Source


class Fate(StrEnum):
    """What became of a page."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: its claims counted, or the reason it was refused."""

    source: str
    fate: Fate
    claims: int = 0
    document: str | None = None
    reason: str | None = None


def add_pages(sources: Iterable[Source], ledger: Ledger, engine: Engine) -> Iterator[Outcome]:
    """Add pages one by one; a page that is refused becomes an outcome that says so.

    Raises LedgerError when the ledger itself cannot be written.
    """
    for source in sources:
        url = source.name
        try:
            body = source.open()
            url = body.url
            yield add_page(body, ledger, engine, name=source.name)
        except IngestError as error:
            reason = str(error)
            if reason.startswith(url):
                reason = source.name + reason.removeprefix(url)
            ledger.refuse(source.name, reason)
            yield Outcome(source.name, Fate.REFUSED, reason=reason)


def add_page(body: Body, ledger: Ledger, engine: Engine, *, name: str) -> Outcome:
    """Add one page with its claims, in one transaction; the same page twice changes nothing.

    Raises IngestError where the bytes cannot be read as a page.
    """
    digest = digest_of(body.content)
    known = stable_id(body.url, digest)
    if ledger.holds(known, engine.extractor):
        return Outcome(name, Fate.UNCHANGED, document=known)
    document = read_page(body.content, url=body.url, media_type=body.media_type)
    capture = Capture(document.url, digest, document.media_type, body.fetched)
    claims = engine.claims(document)
    ledger.archive.keep(body.content)
    ledger.add(capture, document, claims, extractor=engine.extractor)
    return Outcome(name, Fate.ADDED, claims=len(claims), document=document.id)
