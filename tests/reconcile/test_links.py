"""Links: a page that leads to another has its figure from there, where nothing speaks against it."""

from dataclasses import replace

import pytest

from reportedly.lexicon import load_items
from reportedly.model import Block, BlockKind, Document, Hyperlink, Origin, Reading, Span, StepKind
from reportedly.reconcile import derive, trace
from reportedly.reconcile.links import address, near

from ..golden.stories.telling import Page, Said, Told, tell
from .settling import settled

ITEMS = load_items()
BOXES = {"kind": "transfer", "actor": "KP", "to": "RU", "item": "container"}
HOME = "https://globe.example.org/home"


def told(name: str, day: str = "2024-06-25", *, to: str = "", outlet: str = "", **said) -> Told:
    claim = Said(**{**BOXES, "figure": ">=10000", **said})
    words = [f"⟨a|some boxes by {name}⟩ went."]
    leads = {"a": to} if to else {}
    return tell(Page(name, outlet or name.title(), day, "A headline", words, {"a": claim}, leads=leads))


def origins(*pages: Told) -> tuple[Origin, ...]:
    claims = [claim for page in pages for claim in page.claims]
    return derive([page.document for page in pages], claims, items=ITEMS).origins


FIRST = told("home", "2024-06-14", outlet="Globe", by="kr:shin")


@pytest.mark.parametrize(
    ("here", "count"),
    [
        ({"to": HOME}, 1),
        ({"to": ""}, 2),
        ({"to": HOME + "?utm_source=x", "by": "[an official]"}, 1),
        ({"to": HOME, "by": "kr:shin", "day": "2024-09-30"}, 1),
        ({"to": HOME, "figure": "7000"}, 2),
        ({"to": HOME, "by": "us/state"}, 2),
        ({"to": HOME, "by": "kr:shin", "said": "2024-06-20", "day": "2024-06-20"}, 2),
        ({"to": HOME, "day": "2024-06-13"}, 2),
        ({"to": HOME, "mod": "denied"}, 2),
        ({"to": "https://globe.example.org/other"}, 2),
    ],
)
def test_a_link_joins_two_sayings_of_one_figure_unless_another_is_named(here: dict, count: int) -> None:
    assert FIRST.document.url == HOME
    assert len(origins(FIRST, told("b", **here))) == count


def test_an_origin_joined_by_a_link_says_so_and_the_tree_leads_to_the_page() -> None:
    pages = (FIRST, told("b", to=HOME))
    (origin,) = origins(*pages)
    assert origin.because == ("links to the page that says so (Globe)",)
    assert origin.speaker == "person:shin"
    steps = [(s.kind, s.giver.removeprefix("page:")) for s in trace(settled(pages))]
    assert steps == [(StepKind.SAID, "person:shin"), (StepKind.LINKED, FIRST.document.id)]


def test_a_page_that_cites_one_outlet_leads_there_by_a_link_anywhere() -> None:
    page = told("b", by="[an official]", via=("globe",))
    far = replace(page.document, links=(Hyperlink(Span(0, 5), HOME),))
    assert len(origins(FIRST, replace(page, document=far))) == 1
    assert len(origins(FIRST, page)) == 2


def test_only_links_of_the_same_sentence_and_of_credits_are_near() -> None:
    text = "Ten boxes left. Nine came back, one sank.\n\nThis story first appeared elsewhere."
    end = text.index("\n")
    document = Document(
        "d", "https://a.org/1", "d", "text/html", text,
        (Block(BlockKind.BODY, Span(0, end), "p"), Block(BlockKind.EDITOR_NOTE, Span(end + 2, len(text)), "p")),
        (Reading("canonical", "https://a.org/one/", "text"),),
        (Hyperlink(Span(0, 3), "https://b.org/ten"), Hyperlink(Span(16, 20), "https://b.org/nine"),
         Hyperlink(Span(32, 35), "https://a.org/one"), Hyperlink(Span(end + 13, end + 20), "https://c.org/first")),
    )  # fmt: skip
    assert near(document, Span(16, 30)) == ("b.org/nine", "c.org/first")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.a.org/x/", "http://a.org/x"),
        ("https://a.org/x?utm_source=mail&id=3", "https://a.org/x?id=3"),
        ("HTTPS://A.org/x", "https://a.org:443/x"),
    ],
)
def test_one_page_under_two_spellings_is_one_address(one: str, other: str) -> None:
    assert address(one) == address(other)


def test_another_query_is_another_page() -> None:
    assert address("https://a.org/x?id=3") != address("https://a.org/x?id=4")
