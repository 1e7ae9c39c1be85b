"""Links as a source of lineage: which pages the words near a claim lead to."""

from collections.abc import Sequence
from dataclasses import replace
from re import compile as pattern
from urllib.parse import parse_qsl, urlencode, urlsplit

from reportedly.model import ActorKind, BlockKind, Document, SourceRole, Span

from .told import Told

_ENDS = pattern(r"[.!?…][\"'”’»)\]]*\s")
_TRACKING = pattern(r"utm_.*|fbclid|gclid|mc_[ce]id|cmpid|cmp|ref|ref_src|smid|ito|amp")
_CREDITS = frozenset({BlockKind.CREDIT, BlockKind.EDITOR_NOTE})
_TELLING = 4  # letters of a name that are no accident


def address(url: str) -> str:
    """Return what tells two addresses apart: no scheme, no "www.", no tracking, no last slash."""
    parts = urlsplit(url)
    query = urlencode([pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0])])
    host = parts.netloc.lower().removeprefix("www.").removesuffix(":443")
    return f"{host}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")


def own_addresses(document: Document) -> tuple[str, ...]:
    """Return under which addresses a page may be linked to: where it was had, and what it calls itself."""
    found = (address(url) for url in (document.url, document.reading("canonical") or "") if url)
    return tuple(dict.fromkeys(found))


def near(document: Document, span: Span) -> tuple[str, ...]:
    """Return where the sentence round some words leads, and the credits of the page."""
    if not document.links:
        return ()
    sentence = _sentence(document, span)
    signed = [block.span for block in document.blocks if block.kind in _CREDITS]
    found = (
        address(link.url)
        for link in document.links
        if link.span.meets(sentence) or any(credit.holds(link.span) for credit in signed)
    )
    return tuple(sorted(set(found) - set(own_addresses(document))))


def with_links(tolds: Sequence[Told], document: Document) -> tuple[Told, ...]:
    """Return a page's claims with where they lead.

    A page that cites one outlet and no other leads there by any of its links
    to that outlet, wherever they stand.
    """
    at = own_addresses(document)
    if not document.links:
        return tuple(replace(told, at=at) for told in tolds)
    everywhere = tuple(sorted({address(link.url) for link in document.links} - set(at)))
    sole = len({house for told in tolds for house in cited_houses(told)}) == 1
    return tuple(
        replace(
            told,
            at=at,
            links=near(document, told.claim.evidence.span),
            through=everywhere if sole and cited_houses(told) else (),
        )
        for told in tolds
    )


def cited_houses(told: Told) -> tuple[str, ...]:
    """Return the outlets that a claim's chain names, without the page's own."""
    own = plain(told.outlet)
    named = (
        plain(link.actor.name if link.actor else link.words)
        for link in told.claim.attribution
        if link.role is SourceRole.OUTLET or (link.actor and link.actor.kind is ActorKind.OUTLET)
    )
    return tuple(dict.fromkeys(name for name in named if name and name != own))


def leads_to(told: Told, other: Told) -> bool:
    """Return whether a claim leads to another's page: by a link near it, or to the one outlet it cites."""
    if not set(told.at).isdisjoint(other.at):
        return False
    if not set(told.links).isdisjoint(other.at):
        return True
    if set(told.through).isdisjoint(other.at):
        return False
    return any(_is_house(house, other) for house in cited_houses(told))


def _is_house(house: str, told: Told) -> bool:
    """Return whether a cited name means the outlet of a page, by its name or by its host."""
    hosts = {plain(label) for place in told.at for label in place.split("/")[0].split(".")}
    return house in hosts or (len(house) >= _TELLING and plain(told.outlet).startswith(house))


def plain(name: str) -> str:
    """Return a name's letters and digits, small: "Han River Daily" and "han-river-daily" are one."""
    return "".join(filter(str.isalnum, name.lower()))


def _sentence(document: Document, span: Span) -> Span:
    """Return the sentence round some words, as far as full stops tell."""
    block = document.block_at(span)
    if block is None:
        return span
    before = [m.end() for m in _ENDS.finditer(document.text, block.span.start, span.start)]
    after = _ENDS.search(document.text, span.end, block.span.end)
    return Span(before[-1] if before else block.span.start, after.end() if after else block.span.end)
