"""All that reading needs, woken once: parser, frames, lexicons, visiting finders."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly import __version__
from reportedly.frames import Frames, load_frames
from reportedly.lexicon import (
    ActorTable,
    ItemTable,
    OfficeHolders,
    load_actors,
    load_items,
    load_office_holders,
)
from reportedly.model import Claim, Document
from reportedly.plugins import Finder, Parser, load_finders, load_parser
from reportedly.settings import Settings


@dataclass(frozen=True, slots=True)
class Engine:
    """What turns a document into claims."""

    parser: Parser
    frames: Frames
    actors: ActorTable
    items: ItemTable
    finders: tuple[Finder, ...] = ()
    holders: OfficeHolders | None = None

    @property
    def extractor(self) -> str:
        """The name under which a reading is kept: same name, same claims."""
        own = f" / offices {self.holders.mark}" if self.holders is not None and self.holders.own else ""
        return f"reportedly {__version__} / {self.parser.name} / {self.frames.name}{own}"

    def claims(self, document: Document) -> tuple[Claim, ...]:
        """Return the claims of a document, each with words that stand in its text."""
        from reportedly.extract import find_claims  # noqa: PLC0415 - what asks the ledger reads no page

        parse = self.parser.parse(document)
        found = list(
            find_claims(
                document,
                parse,
                frames=self.frames,
                actors=self.actors,
                items=self.items,
                holders=self.holders,
            )
        )
        for finder in self.finders:
            found.extend(_honest(finder.find(document, parse, self.frames), document))
        return tuple(found)


def wake(settings: Settings) -> Engine:
    """Return an engine for these settings; the parser itself wakes with its first page."""
    from reportedly.extract import make_gate  # noqa: PLC0415 - the same

    frames, items = load_frames(settings.frames), load_items()
    return Engine(
        parser=load_parser(settings.parser, gate=make_gate(frames, items)),
        frames=frames,
        actors=load_actors(),
        items=items,
        finders=load_finders(),
        holders=load_office_holders(settings.offices),
    )


def _honest(claims: Iterator[Claim], document: Document) -> Iterator[Claim]:
    """Keep a visitor's claims whose evidence says what the page says, outside its furniture."""
    for claim in claims:
        block = document.block_at(claim.evidence.span)
        if (
            block
            and not block.kind.furniture
            and claim.evidence.span.of(document.text) == claim.evidence.exact
        ):
            yield claim
