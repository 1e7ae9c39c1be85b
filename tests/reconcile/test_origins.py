"""Origins: who said it, when, and why several pages are one utterance."""

import pytest

from reportedly.lexicon import load_items
from reportedly.model import Origin, StepKind
from reportedly.reconcile import derive, trace

from ..golden.stories.telling import Page, Said, tell
from .settling import settled

ITEMS = load_items()
BOXES = {"kind": "transfer", "actor": "KP", "to": "RU", "item": "container"}


def told(
    name: str, day: str = "2024-06-14", outlet: str = "", words: str = "some boxes", agency: str = "", **said
):
    claim = Said(**{**BOXES, "figure": ">=10000", **said})
    return tell(
        Page(
            name,
            outlet or name.title(),
            day,
            "A headline",
            [f"⟨a|{words} by {name}⟩ went."],
            {"a": claim},
            agency,
        )
    )


def origins(*pages) -> tuple[Origin, ...]:
    claims = [claim for page in pages for claim in page.claims]
    return derive([page.document for page in pages], claims, items=ITEMS).origins


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ({"by": "kr:shin"}, {"by": "kr:shin"}, 1),
        ({"by": "kr:shin"}, {"by": "KR"}, 1),
        ({"by": "kr:shin"}, {"by": "kr/dia"}, 2),
        ({"by": "kr:shin"}, {"by": "us/state"}, 2),
        ({"by": "kr:shin"}, {"by": "kr:shin", "figure": "7000"}, 2),
        ({"by": "kr:shin"}, {"by": "kr:shin", "day": "2024-06-25"}, 2),
        ({"by": "kr:shin", "said": "2024-06-13"}, {"by": "kr:shin", "said": "2024-06-14"}, 2),
        ({"by": "kr:shin", "said": "2024-06-13"}, {"by": "kr:shin", "said": "2024-06-13", "figure": "7000"}, 1),
        ({"by": "kr:shin", "occasion": "interview"}, {"by": "kr:shin", "occasion": "parliament"}, 2),
        ({"by": "kr:shin", "occasion": "interview"}, {"by": "kr:shin", "occasion": "interview", "figure": "3"}, 1),
        ({"by": "[an official]"}, {"by": "[an official]"}, 2),
        ({"by": "[an official]", "via": ("yonhap",)}, {"by": "[an official]", "via": ("yonhap",)}, 1),
        ({"by": "[an official]", "via": ("yonhap",)}, {"by": "[an official]", "via": ("kyodo",)}, 2),
        ({}, {}, 2),
        ({"outlet": "Courier"}, {"by": "courier", "outlet": "Gazette"}, 1),
        ({"by": "kr:shin", "mod": "denied"}, {"by": "kr:shin"}, 2),
    ],
)  # fmt: skip
def test_two_pages_are_one_utterance_only_where_nothing_speaks_against_it(
    one: dict, other: dict, count: int
) -> None:
    assert len(origins(told("a", **one), told("b", **other))) == count


def test_one_agency_s_story_is_one_utterance_of_the_agency() -> None:
    found = origins(told("a", agency="Sample Wire"), told("b", agency="Sample Wire", day="2024-06-15"))
    assert [o.speaker for o in found] == ["agency:sample-wire"]


def test_an_origin_says_why_it_is_one() -> None:
    (origin,) = origins(told("a", by="kr:shin"), told("b", by="KR", day="2024-06-15"))
    assert origin.because == ("the same speaker and figure within 4 days (some boxes by a)",)
    assert (origin.speaker, len(origin.pages), origin.wordings) == ("person:shin", 2, 2)


def test_two_days_that_the_words_give_are_two_utterances_whatever_stands_between() -> None:
    pages = (
        told("a", by="kr:shin", said="2024-06-10"),
        told("b", by="kr:shin", day="2024-06-13"),
        told("c", by="kr:shin", said="2024-06-14"),
    )
    assert sorted(len(o.pages) for o in origins(*pages)) == [1, 2]


def test_a_headline_without_a_source_says_what_its_article_s_source_says() -> None:
    page = tell(
        Page("p", "Courier", "2024-06-14", "⟨h|Thousands of boxes⟩ sent", ["⟨a|10,000 boxes⟩ went, Seoul says."],
             {"h": Said(**BOXES, figure="thousands"), "a": Said(**BOXES, figure=">=10000", by="KR")})
    )  # fmt: skip
    (origin,) = origins(page)
    assert origin.speaker == "country:KR"


def test_the_tree_runs_from_speaker_through_outlet_to_pages() -> None:
    body = [
        "⟨a|At least ten thousand boxes⟩ have gone by sea, the minister told this paper over tea.",
        "Rain fell on the ministry's courtyard the whole afternoon while clerks carried folders from one wing to the other.",
    ]
    said = Said(**BOXES, figure=">=10000", by="kr:shin")
    first = tell(Page("first", "Globe", "2024-06-14T08:00", "A headline", body, {"a": said}))
    copy = tell(Page("copy", "Mirror", "2024-06-14T18:00", "Another", body, {"a": said}))
    citing = told("citing", by="kr:shin", via=("globe",), day="2024-06-15")
    far = told("far", by="kr:shin", via=("bloomberg",), day="2024-06-15")
    pages = (first, copy, citing, far)
    documents = {p.document.id: p.document for p in pages}
    claims = [c for p in pages for c in p.claims]
    copies = derive(documents.values(), claims, items=ITEMS).copies
    tolds = settled(pages, copies)
    names = {f"page:{p.document.id}": p.page.name for p in pages}
    steps = [(s.kind, names.get(s.giver, s.giver), names.get(s.taker, s.taker)) for s in trace(tolds)]
    assert steps == [
        (StepKind.SAID, "person:shin", "first"),
        (StepKind.COPIED, "first", "copy"),
        (StepKind.CITED, "first", "citing"),
        (StepKind.REPORTED, "person:shin", "org:bloomberg"),
        (StepKind.CITED, "org:bloomberg", "far"),
    ]
