"""The walk of a page: bytes, document, claims, ledger."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from reportedly.errors import IngestError
from reportedly.ingest import Fetched, read_page
from reportedly.ledger import Exchange, Ledger

from .engine import Engine
from .sources import Found, Source


class Fate(StrEnum):
    """What became of a page."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page: its claims counted, or the reason it was refused or put off."""

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
        for found in _opened(source):
            try:
                if isinstance(found, IngestError):
                    raise found
                yield add_page(found, ledger, engine, name=_name(source, found))
            except IngestError as error:
                yield _refused(source, found, str(error), ledger)


def add_page(page: Fetched, ledger: Ledger, engine: Engine, *, name: str) -> Outcome:
    """Add one page with its claims, in one transaction; the same page twice changes nothing.

    Raises IngestError where the bytes cannot be read as a page.
    """
    capture = page.capture
    if ledger.holds(capture.id, engine.extractor):
        return Outcome(name, Fate.UNCHANGED, document=capture.id)
    document = read_page(page.body, url=capture.url, media_type=capture.media_type)
    claims = engine.claims(document)
    ledger.archive.keep(page.body)
    kept = replace(capture, media_type=document.media_type)
    ledger.add(kept, document, claims, extractor=engine.extractor, exchange=_exchange(page))
    return Outcome(name, Fate.ADDED, claims=len(claims), document=document.id)


def _exchange(page: Fetched) -> Exchange | None:
    """Return how a page was come by, or nothing where no server answered with it."""
    return Exchange(page.status, page.hops, page.sent, page.headers) if page.headers else None


def _opened(source: Source) -> Iterator[Found]:
    """Yield what a source holds; one that cannot be opened is a refusal of its own."""
    try:
        yield from source.open()
    except IngestError as error:
        yield error


def _name(source: Source, page: Fetched) -> str:
    """Return a page's name: as typed, with its own address where an archive holds it."""
    alone = page.hops[:1] == (page.capture.url,) and "#" not in page.capture.url
    return source.name if alone else f"{source.name} › {page.capture.url}"


def _refused(source: Source, found: Found, reason: str, ledger: Ledger) -> Outcome:
    """Keep a refusal as a row; its reason begins with the page's name as it was typed."""
    name = source.name
    if isinstance(found, Fetched):
        name = _name(source, found)
        reason = name + reason.removeprefix(found.capture.url)
    ledger.refuse(name, reason)
    return Outcome(name, Fate.REFUSED, reason=reason)
