"""The walk from a parsed page to its claims, in text order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.extract.attributions import find_attributions
from reportedly.extract.mentions import find_mentions
from reportedly.extract.quantities import find_quantities
from reportedly.extract.tree import grow
from reportedly.frames import Frames
from reportedly.lexicon import ActorTable, ItemTable, OfficeHolders
from reportedly.model import Actor, Claim, Document, Parse, Span, claim_id

from .events.reading import read_events, recalled
from .page.bridging import bridged
from .page.cast import find_cast
from .page.correcting import taken_back
from .page.echoes import topics
from .page.ground import ground_of, grounded
from .page.linking import answered, carrier_of, exchanged_for, with_ids
from .page.owning import owned_up
from .page.parcels import parcelled
from .page.provenance import marked
from .page.story import Story, completed, read_story
from .page.sums import headed, shared
from .reading import read_figures
from .scene.drafts import Draft
from .scene.evidence import cite
from .scene.marks import Marks, Scene, doubted, news_of, scenes
from .scene.stamps import read_times
from .telling.speaking import author_of, ours

EXTRACTOR = "reportedly rules"
_CONFIDENCE = {True: 0.9, False: 0.7}


def find_claims(  # noqa: PLR0913 - a page, and each of the word lists it is read with
    document: Document,
    parse: Parse,
    *,
    frames: Frames,
    actors: ActorTable,
    items: ItemTable,
    holders: OfficeHolders | None = None,
) -> Iterator[Claim]:
    """Yield the claims of a page in text order; furniture bears none.

    ``holders`` says who held which office when; without it the package's list does.
    """
    marks = mark(document, parse, frames=frames, actors=actors, items=items, holders=holders)
    page = tuple(scenes(marks, parse.sentences))
    drafts = read_drafts(page)
    settled = settle(drafts, read_story(page, drafts), ground_of(page))
    ids: set[str] = set()
    claims = [_claim(draft, ids) for draft in settled.drafts]
    yield from with_ids(claims, settled.carriers, settled.exchanges)


def read_drafts(page: Iterable[Scene]) -> list[Draft]:
    """Read every sentence of a page by itself, in text order."""
    drafts: list[Draft] = []
    for scene in page:
        told = shared(list(read_figures(scene, drafts)))
        told += read_events(scene, told, drafts)
        told += recalled(scene, [*drafts, *told])
        told = [taken_back(draft) for draft in owned_up(told, drafts)]
        drafts += sorted(told, key=lambda d: (d.span, d.kind, d.own))
    return drafts


def mark(  # noqa: PLR0913 - as above
    document: Document,
    parse: Parse,
    *,
    frames: Frames,
    actors: ActorTable,
    items: ItemTable,
    holders: OfficeHolders | None = None,
) -> Marks:
    """Gather what the readers of quantities, times, parties and sources find on a page."""
    named = find_mentions(document, parse, actors, holders=holders)
    cast = find_cast(document, parse, named, frames.words)
    reread = {m.span for m in cast}
    kept = [m for m in named if m.span not in reread]
    mentions = tuple(sorted([*kept, *cast], key=lambda m: (m.span.start, -m.span.end)))
    author = author_of(document, mentions)
    attributions = find_attributions(document, parse, mentions, holders=holders)
    return Marks(
        document=document,
        frames=frames,
        actors=actors,
        items=items,
        quantities=tuple(find_quantities(document.text, parse=parse)),
        times=read_times(document, parse),
        mentions=mentions,
        attributions=attributions,
        author=author,
        ours=ours(document, author, actors),
        topics=topics([grow(s) for s in parse.sentences], mentions),
        news=news_of(document, parse.sentences, frames),
        doubted=doubted(parse.sentences, attributions),
    )


@dataclass(frozen=True, slots=True)
class Settled:
    """Drafts that know of each other: who rides on whom, what is given for what."""

    drafts: tuple[Draft, ...]
    carriers: dict[int, int]
    exchanges: dict[int, int]


def settle(drafts: Sequence[Draft], story: Story, ground: Actor | None = None) -> Settled:
    """Let each draft take what the page has told before it."""
    linked: list[Draft] = []
    carriers: dict[int, int] = {}
    exchanges: dict[int, int] = {}
    for n, first in enumerate(drafts):
        carrier = carrier_of(first, drafts)
        if carrier is not None:
            carriers[n] = carrier
        riding = carried(first, linked[carrier]) if carrier is not None and carrier < n else first
        draft = parcelled(bridged(riding, linked), linked)
        draft = grounded(headed(completed(draft, story)), ground)
        exchange = exchanged_for(draft, linked)
        if exchange is not None:
            exchanges[n] = exchange
        linked.append(answered(draft, linked[exchange]) if exchange is not None else draft)
    return Settled(tuple(linked), carriers, exchanges)


def carried(draft: Draft, carrier: Draft) -> Draft:
    """Give a capacity the parties and the way of the carrier it rides on."""
    return replace(
        draft,
        actor=draft.actor or carrier.actor,
        recipient=draft.recipient or carrier.recipient,
        route=draft.route or carrier.route,
        time=draft.time or carrier.time,
        links=draft.links or carrier.links,
    )


def _claim(draft: Draft, ids: set[str]) -> Claim:
    document = draft.scene.marks.document
    span = _free_span(draft, ids)
    return Claim(
        id=claim_id(document.id, draft.kind, span),
        document=document.id,
        kind=draft.kind,
        section=draft.scene.section,
        evidence=cite(draft.scene, span),
        extractor=EXTRACTOR,
        confidence=_CONFIDENCE[draft.opening is not None],
        voice=draft.voice,
        actor=marked(draft.actor, draft.scene),
        recipient=marked(draft.recipient, draft.scene),
        item=draft.item,
        quantity=draft.quantity,
        aggregation=draft.aggregation,
        place=draft.place,
        origin_place=draft.origin,
        destination=draft.destination,
        route_mode=draft.route,
        time=draft.time,
        attribution=draft.links,
        outcome=draft.outcome,
        cause=draft.cause,
    )


def _free_span(draft: Draft, ids: set[str]) -> Span:
    """Return the evidence, or a narrower stretch if another claim of its kind holds it."""
    document = draft.scene.marks.document.id
    number = draft.quantity.number if draft.quantity is not None else draft.own
    for span in (draft.span, draft.own, number):
        name = claim_id(document, draft.kind, span)
        if name not in ids:
            ids.add(name)
            return span
    return number
