"""Every word class's examples: they are read as promised, and not without the class."""

from dataclasses import replace
from datetime import date

import pytest

from reportedly.backends import SpacyParser
from reportedly.extract import find_claims
from reportedly.frames import Example, Frames, load_frames
from reportedly.lexicon import load_actors, load_items
from reportedly.model import Block, BlockKind, Claim, Document, Link, Parse, Reading, Span

pytestmark = pytest.mark.engine

EXAMPLES = [(each.name, example) for each in load_frames().classes for example in each.examples]
NOTHING = "-"


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    """One engine for all examples."""
    return SpacyParser()


def page(example: Example) -> Document:
    """A page of a headline, if the example has one, and a paragraph."""
    parts = [words for words in (example.finds.get("title", ""), example.text) if words]
    blocks, at = [], 0
    for part in parts:
        kind = BlockKind.BODY if part == parts[-1] else BlockKind.HEADLINE
        blocks.append(Block(kind, Span(at, at + len(part)), f"char={at},{at + len(part)}"))
        at += len(part) + 2
    text = "\n\n".join(parts)
    published = Reading("published", date(2024, 6, 16).isoformat(), "test")
    return Document(
        "example", "https://example.org/", "sha256:0", "text/plain", text, tuple(blocks), (published,)
    )


def read(example: Example, parse: Parse, frames: Frames) -> list[Claim]:
    """What a page claims under some frames."""
    return list(find_claims(page(example), parse, frames=frames, actors=load_actors(), items=load_items()))


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[f"{n}: {e.text}" for n, e in EXAMPLES])
def test_an_example_hangs_on_its_class(name: str, example: Example, parser: SpacyParser) -> None:
    parse, frames = parser.parse(page(example)), load_frames()
    told = read(example, parse, frames)
    assert kept(told, example), [brief(claim) for claim in told]
    emptied = replace(frames, words=replace(frames.words, **{name: frozenset()}))
    assert not kept(read(example, parse, emptied), example)


def kept(claims: list[Claim], example: Example) -> bool:
    """Do claims hold what an example promises?"""
    finds = example.finds
    if "none" in finds:
        return all(claim.kind != finds["none"] for claim in claims)
    wanted = {key: words for key, words in finds.items() if key not in {"title", "kind"}}
    return any(
        claim.kind == finds["kind"] and all(fits(brief(claim)[k], w) for k, w in wanted.items())
        for claim in claims
    )


def fits(found: str, words: str) -> bool:
    """Does a field hold the words, or nothing where nothing is promised?"""
    return found.lower() == ("" if words == NOTHING else words.lower())


def brief(claim: Claim) -> dict[str, str]:
    """The fields of a claim that an example may name."""
    quantity = claim.quantity
    return {
        "kind": claim.kind,
        "actor": claim.actor.actor.name if claim.actor else "",
        "recipient": claim.recipient.actor.name if claim.recipient else "",
        "item": claim.item.words if claim.item else "",
        "number": quantity.number_words if quantity else "",
        "unit": quantity.unit or "" if quantity else "",
        "outcome": claim.outcome or "",
        "place": claim.place or "",
        "scope": claim.aggregation.value if claim.aggregation else "",
        "modality": claim.voice.modality.value,
        "route": claim.route_mode.value if claim.route_mode else "",
        "cue": claim.attribution[-1].cue if claim.attribution else "",
        "speaker": named(claim.attribution[-1]) if claim.attribution else "",
    }


def named(link: Link) -> str:
    """Who speaks, by name where one is known."""
    return link.actor.name if link.actor else link.words
