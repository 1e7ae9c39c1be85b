"""Copies: the first known page that has the words, block by block."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import Block, BlockKind, Document, Reading, Span
from reportedly.reconcile import COMMON, Sketch, copies_of, find_copies, sketch

WORDS = [f"word{n}" for n in range(400)]


def page(name: str, paragraphs: list[str], day: str = "2024-06-14", **readings: str) -> Document:
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.BODY, Span(len(text), len(text) + len(paragraph)), ""))
        text += paragraph + "\n\n"
    facts = [Reading("published", day, "text")] if day else []
    facts += [Reading(field, value, "text") for field, value in readings.items()]
    return Document(
        name, f"https://{name}.example.org", name, "text/plain", text, tuple(blocks), tuple(facts)
    )


def paragraphs(seed: int, count: int = 6, length: int = 40) -> list[str]:
    random = Random(seed)
    return [" ".join(random.choices(WORDS, k=length)) for _ in range(count)]


def copies(*pages: Document) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for copy in find_copies(map(sketch, pages)):
        found.setdefault(copy.document, []).append(copy.of)
    return found


def test_a_later_page_with_the_same_words_is_a_copy_of_the_first() -> None:
    first, second = page("b", paragraphs(1)), page("a", paragraphs(1), "2024-06-15")
    third = page("c", paragraphs(1), "2024-06-16")
    assert copies(third, second, first) == {"a": ["b"], "c": ["b"]}


@pytest.mark.parametrize("kept", [2, 3, 4])
def test_a_page_cut_short_is_still_a_copy(kept: int) -> None:
    whole = paragraphs(2, count=10)
    assert copies(page("a", whole), page("b", whole[:kept], "2024-06-15")) == {"b": ["a"]}


def test_a_page_that_takes_up_a_whole_wire_is_its_copy_block_by_block() -> None:
    wire, own = paragraphs(3, count=3), paragraphs(4, count=8)
    taking = page("b", [*own[:4], *wire, *own[4:]], "2024-06-15")
    source = page("a", wire)
    (copy,) = find_copies([sketch(source), sketch(taking)])
    assert [there for _, there in copy.blocks] == [b.span for b in source.blocks]
    assert [here for here, _ in copy.blocks] == [b.span for b in taking.blocks[4:7]]


def test_a_page_made_of_two_wires_tells_which_block_came_from_where() -> None:
    one, two = paragraphs(5, count=3), paragraphs(6, count=3)
    both = page("c", [*one, *two], "2024-06-16")
    assert copies(page("a", one), page("b", two), both) == {"c": ["a", "b"]}


def test_one_shared_quote_makes_no_copy() -> None:
    quote = "we will never accept a world in which such things are sent by night across a border"
    one, two = paragraphs(7), paragraphs(8)
    assert copies(page("a", [quote, *one]), page("b", [*two, quote], "2024-06-15")) == {}


def test_furniture_is_no_words_of_the_page() -> None:
    teaser = paragraphs(9, count=2)
    one, two = page("a", [*paragraphs(10), *teaser]), page("b", [*paragraphs(11), *teaser], "2024-06-15")
    labelled = [
        Document(
            d.id, d.url, d.digest, d.media_type, d.text,
            (*d.blocks[:-2], *(Block(BlockKind.TEASER, b.span, b.path) for b in d.blocks[-2:])), d.readings,
        )
        for d in (one, two)
    ]  # fmt: skip
    assert copies(*labelled) == {}


def test_a_page_without_a_day_is_never_the_first() -> None:
    assert copies(page("a", paragraphs(1), ""), page("b", paragraphs(1))) == {"a": ["b"]}


def test_of_one_day_the_page_that_credits_an_agency_is_the_copy() -> None:
    credited = page("a", paragraphs(1), agency="Sample Wire")
    assert copies(credited, page("b", paragraphs(1))) == {"a": ["b"]}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(2, 6)), min_size=2, max_size=7), st.randoms())
def test_what_candidates_find_is_what_comparing_all_finds(
    shapes: list[tuple[int, int]], random: Random
) -> None:
    pages = [
        page(f"p{at}", paragraphs(seed)[:kept], f"2024-06-{10 + at}")
        for at, (seed, kept) in enumerate(shapes)
    ]
    sketches = [sketch(p) for p in pages]
    everything = sorted(
        (c for s in sketches for c in copies_of(s, sketches)), key=lambda c: (c.document, c.of)
    )
    random.shuffle(sketches)
    assert list(find_copies(sketches)) == everything


def test_of_very_many_copies_each_is_found() -> None:
    wire = paragraphs(12, count=2)
    pages = [page(f"p{at:03}", wire, f"2024-06-14T10:{at // 60:02}:{at % 60:02}") for at in range(COMMON + 9)]
    assert copies(*pages) == {f"p{at:03}": ["p000"] for at in range(1, COMMON + 9)}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=300), max_size=4), st.text(max_size=20))
def test_a_packed_sketch_is_unpacked_whole(texts: list[str], credit: str) -> None:
    made = sketch(page("a", [*texts, *paragraphs(13, count=1)], translation=credit))
    assert Sketch.of(made.document, made.rank, made.packed) == made
