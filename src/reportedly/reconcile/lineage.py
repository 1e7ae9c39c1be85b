"""Lineage: the tree from a speaker through agencies and outlets to pages (PROV-O: derivation)."""

from collections.abc import Iterable, Iterator

from reportedly.model import Section, Step, StepKind

from .links import leads_to
from .speakers import slug
from .told import Told


def trace(origin: Iterable[Told]) -> tuple[Step, ...]:
    """Return the branches of one utterance's tree, page by page in the order they appeared.

    A page took the words from the page it copies, else from the page it links
    to, else from the outlet it cites, else from the speaker. An outlet that is
    cited and has a page of its own here is that page.
    """
    tolds = sorted(origin, key=lambda t: (t.rank, t.claim.section is Section.HEADLINE, t.order))
    first = {t.claim.document: t for t in reversed(tolds)}
    houses = {slug(t.outlet): f"page:{t.claim.document}" for t in reversed(tolds)}
    pages = {t.id: t.claim.document for t in tolds}
    linked = {page: _linked(told, tolds) for page, told in first.items()}
    found: dict[Step, None] = {}
    for told in sorted(first.values(), key=lambda t: t.rank):
        found.update(dict.fromkeys(_branch(told, pages, houses, linked[told.claim.document])))
    return tuple(found)


def _linked(told: Told, tolds: Iterable[Told]) -> str | None:
    """Return the earlier page that any claim of this one's page here leads to."""
    own = [t for t in tolds if t.claim.document == told.claim.document and (t.links or t.through)]
    found = (t for t in tolds if t.rank < told.rank and any(leads_to(one, t) for one in own))
    return next((f"page:{t.claim.document}" for t in found), None)


def _branch(told: Told, pages: dict[str, str], houses: dict[str, str], linked: str | None) -> Iterator[Step]:
    page, words = f"page:{told.claim.document}", told.claim.evidence.exact
    if told.source in pages:
        kind = StepKind.TRANSLATED if told.translated else StepKind.COPIED
        yield Step(kind, f"page:{pages[told.source]}", page, told.id, words)
        return
    if linked:
        yield Step(StepKind.LINKED, linked, page, told.id, words)
        return
    giver = told.speaker
    for relay in told.relays:
        house = houses.get(slug(relay.split(":")[-1]), relay)
        if house != page:
            if house == relay:
                yield Step(StepKind.REPORTED, giver, relay)
            giver = house
    if giver == told.speaker:
        yield Step(StepKind.SAID, giver, page, told.id, words)
    else:
        yield Step(StepKind.CITED, giver, page, told.id, words)
