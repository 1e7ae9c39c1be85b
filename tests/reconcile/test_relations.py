"""Growth is no contradiction; only figures of one scope and one time conflict."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reportedly.lexicon import load_items
from reportedly.model import DriftKind, Review, Section, Verdict
from reportedly.reconcile import by_speaker, derive, first_and_latest

from ..golden.stories.telling import Page, Said, tell

ITEMS = load_items()
BOXES = {"kind": "transfer", "actor": "KP", "to": "RU", "item": "container"}
VOICES = (("2024-06-14", "asserted"), ("2024-06-15", "planned"))
DEAD = {"kind": "casualty", "outcome": "killed", "place": "Vietnam", "item": "person"}


def told(name: str, day: str, outlet: str = "", url: str = "", correction: str = "", **said):
    body = ["Rain fell."] if correction else [f"⟨a|the words of {name}⟩ stand here."]
    note = f"Correction: ⟨a|{correction}⟩ was wrong." if correction else ""
    page = Page(
        name, outlet or name.title(), day, "A headline", body, {"a": Said(**said)}, url=url, correction=note
    )
    return tell(page)


def derived(*pages, reviews=()):
    return derive([p.document for p in pages], [c for p in pages for c in p.claims], reviews, items=ITEMS)


def relations(*pages, reviews=()) -> list[str]:
    names = {c.id: p.page.name for p in pages for c in p.claims}
    found = derived(*pages, reviews=reviews).relations
    return sorted(f"{names[r.later]} {r.kind} {names[r.earlier]}" for r in found)


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        # two governments in one month
        (("2024-02-23", {"by": "us/state", "figure": ">10000"}), ("2024-02-26", {"by": "kr:shin", "figure": "~6700"}), "b conflicts a"),
        # growth
        (("2024-02-26", {"by": "kr:shin", "figure": "~6700"}), ("2024-03-18", {"by": "kr:shin", "figure": "~7000"}), "b supersedes a"),
        (("2023-10-13", {"by": "us/nsc", "figure": ">1000"}), ("2024-02-26", {"by": "kr:shin", "figure": "~6700"}), "b supersedes a"),
        # another's lower figure months later is neither growth nor conflict
        (("2024-02-23", {"by": "us/state", "figure": ">10000"}), ("2024-04-18", {"by": "kr:shin", "figure": "~7000"}), ""),
        # a vague word is a floor
        (("2024-06-14", {"by": "kr:shin", "figure": "thousands"}), ("2024-06-20", {"by": "us/state", "figure": "11000"}), "b refines a"),
        (("2024-06-14", {"by": "kr:shin", "figure": ">=10000"}), ("2024-06-20", {"by": "us/state", "figure": "<=11000"}), "b agrees a"),
        # a speaker lowers his own figure
        (("2024-06-14", {"by": "kr:shin", "figure": "7000"}), ("2024-06-20", {"by": "kr:shin", "figure": "6500"}), "b supersedes a"),
        # windows
        (("2024-08-01", {"by": "us/state", "figure": "9000", "since": "2023-09"}), ("2024-08-27", {"by": "kr/dia", "figure": "13000", "since": "2022-06"}), ""),
        (("2024-08-01", {"by": "us/state", "figure": "9000", "since": "2023-09"}), ("2024-08-27", {"by": "kr/dia", "figure": "13000", "since": "2023"}), "b conflicts a"),
        # an increment is not a total, a capacity no delivery, a pledge no payment, a part no whole
        (("2024-03-18", {"by": "us/state", "figure": "7000"}), ("2024-03-18", {"by": "kr:shin", "figure": "300", "agg": "increment"}), ""),
        (("2024-03-18", {"by": "us/state", "figure": "7000"}), ("2024-03-18", {"by": "kr:shin", "figure": "300", "mod": "capability"}), ""),
        (("2024-03-18", {"by": "us/state", "figure": "7000"}), ("2024-03-18", {"by": "kr:shin", "figure": "300", "mod": "pledged"}), ""),
        (("2024-03-18", {"by": "us/state", "figure": "7000", "item": "artillery_round"}), ("2024-03-18", {"by": "kr:shin", "figure": "300", "item": "round_152mm"}), ""),
        # the other way round is another flow
        (("2024-03-18", {"by": "us/state", "figure": "7000"}), ("2024-03-18", {"by": "kr:shin", "figure": "9000", "actor": "RU", "to": "KP"}), ""),
        # rates by their unit
        (("2024-03-18", {"by": "us/state", "figure": "7000/day"}), ("2024-03-18", {"by": "kr:shin", "figure": "9000/month"}), ""),
    ],
)  # fmt: skip
def test_two_figures_stand_to_each_other(earlier, later, expected: str) -> None:
    (day, said), (next_day, next_said) = earlier, later
    pages = told("a", day, **{**BOXES, **said}), told("b", next_day, **{**BOXES, **next_said})
    assert relations(*pages) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        (("2024-09-08", {"figure": ">=9", "by": "vn/dma"}), ("2024-09-08", {"figure": "14", "by": "vn/vtv"}), "b refines a"),
        (("2024-09-08", {"figure": "9", "by": "vn/dma"}), ("2024-09-08", {"figure": "14", "by": "vn/vtv"}), "b conflicts a"),
        (("2024-09-08", {"figure": "9", "by": "vn/dma"}), ("2024-09-09", {"figure": "58", "by": "vn/vtv"}), "b supersedes a"),
        (("2024-09-08", {"figure": "9", "by": "vn/dma"}), ("2024-09-08", {"figure": "20", "by": "ph/ocd", "place": "Philippines"}), ""),
        (("2024-09-08", {"figure": "9", "by": "vn/dma"}), ("2024-09-08", {"figure": "187", "by": "vn/vtv", "outcome": "injured"}), ""),
        (("2020-10-08", {"figure": "9", "by": "vn/dma"}), ("2024-09-08", {"figure": "58", "by": "vn/dma"}), ""),
    ],
)  # fmt: skip
def test_two_tolls_stand_to_each_other(earlier, later, expected: str) -> None:
    (day, said), (next_day, next_said) = earlier, later
    pages = told("a", day, **{**DEAD, **said}), told("b", next_day, **{**DEAD, **next_said})
    assert relations(*pages) == ([expected] if expected else [])


def test_an_unnamed_voice_contradicts_nobody_on_its_own_page() -> None:
    page = tell(
        Page("p", "Courier", "2024-09-08", "A headline", ["⟨a|nine⟩ and ⟨b|fourteen⟩ died."],
             {"a": Said(**DEAD, figure="9"), "b": Said(**DEAD, figure="14", by="vn/vtv")})
    )  # fmt: skip
    assert relations(page) == []


def test_windows_that_differ_are_said_so() -> None:
    pages = (
        told("a", "2024-08-01", **BOXES, by="us/state", figure="9000", since="2023-09"),
        told("b", "2024-08-27", **BOXES, by="kr/dia", figure="13000", since="2022-06"),
    )
    (apart,) = derived(*pages).apart
    assert apart.because == "counted since 2022-06 against since 2023-09: not compared"


def test_a_denial_ties_to_the_latest_named_claim_before_it() -> None:
    pages = (
        told("a", "2024-02-26", **BOXES, by="us/state", figure=">10000"),
        told("b", "2024-03-18", **BOXES, by="kr:shin", figure="~7000"),
        told("c", "2024-05-17", **{**BOXES, "item": "arms"}, by="kp:yo-jong", negative=True),
        told("d", "2024-06-14", **BOXES, by="kr:shin", figure=">=10000"),
    )
    assert "c denies b" in relations(*pages)
    assert sum("denies" in row for row in relations(*pages)) == 1


def test_a_correction_takes_back_its_own_house_s_figure_and_finds_who_still_says_it() -> None:
    pages = (
        told("a", "2024-09-09", "Observer", **DEAD, figure="124"),
        told("b", "2024-09-09", "Courier", **DEAD, figure="124"),
        told("c", "2024-09-11", "Observer", correction="124 dead", **DEAD, figure="124", negative=True),
        told("d", "2024-09-12", "Digest", **DEAD, figure="124", by="observer"),
    )
    assert "c retracts a" in relations(*pages)
    (withdrawal,) = derived(*pages).withdrawals
    names = {c.id: p.page.name for p in pages for c in p.claims}
    assert [names[claim] for claim in withdrawal.still] == ["d"]


def test_a_correction_that_gives_only_the_right_figure_takes_back_the_last_one() -> None:
    pages = (
        told("a", "2024-09-09", "Observer", **DEAD, figure="124"),
        told("b", "2024-09-11", "Observer", correction="not so many but 120", **DEAD, figure="120"),
    )
    assert "b retracts a" in relations(*pages)


def test_another_capture_of_one_address_shows_its_silent_edit() -> None:
    pages = (
        told("a", "2024-09-09", "Observer", url="https://o.example.org/live", **DEAD, figure="101"),
        told("b", "2024-09-09T10:00", "Observer", url="https://o.example.org/live", **DEAD, figure="97"),
    )
    found = derived(*pages).relations
    assert [r.because for r in found] == ["changed at the same address from 101 to 97 without a note"]


REVIEWED = datetime(2024, 9, 1, tzinfo=UTC)


def test_what_a_person_rejects_splits_or_joins_stays_so() -> None:
    pages = (
        told("a", "2024-02-23", **BOXES, by="us/state", figure=">10000"),
        told("b", "2024-02-26", **BOXES, by="kr:shin", figure="~6700"),
    )
    a, b = (p.claims[0].id for p in pages)
    assert relations(*pages, reviews=[Review(b, Verdict.REJECT, "ann", REVIEWED)]) == []
    assert relations(*pages, reviews=[Review(b, Verdict.SPLIT, "ann", REVIEWED)]) == []
    undone = [
        Review(b, Verdict.SPLIT, "ann", REVIEWED),
        Review(b, Verdict.UNDO, "bob", REVIEWED.replace(day=2)),
    ]
    assert relations(*pages, reviews=undone) == ["b conflicts a"]
    joined = [Review(b, Verdict.JOIN, "ann", REVIEWED, target=a)]
    assert len(derived(*pages, reviews=joined).origins) == 1


def test_a_joined_claim_comes_onto_the_other_s_series() -> None:
    pages = (
        told("a", "2024-02-23", **BOXES, by="us/state", figure="7000"),
        told("b", "2024-02-26", **{**BOXES, "item": "crate"}, by="kr:shin", figure="6000"),
    )
    a, b = (p.claims[0].id for p in pages)
    assert relations(*pages) == []
    join = Review(b, Verdict.JOIN, "ann", REVIEWED, field="series", target=a)
    assert relations(*pages, reviews=[join]) == ["b conflicts a"]
    assert len(derived(*pages, reviews=[join]).series) == 1


def test_a_correction_by_a_person_counts() -> None:
    page = told("a", "2024-02-23", **BOXES, by="us/state", figure="7000")
    review = Review(page.claims[0].id, Verdict.CORRECT, "ann", REVIEWED, field="modality", value="capability")
    assert derived(page, reviews=[review]).series[0].key.line == "able"


@pytest.mark.parametrize(
    ("load", "carriers", "low", "refused"),
    [
        ({"figure": "<=4800000"}, {"figure": ">=10000"}, "480", False),
        ({"figure": ">3000000"}, {"figure": "~6700"}, "447.8", False),
        ({"figure": "9000000", "time": "2024"}, {"figure": ">20000", "since": "2023-09"}, None, True),
        ({"figure": "millions"}, {"figure": ">20000"}, None, True),
    ],
)
def test_a_derived_figure_keeps_its_formula_or_is_refused(load, carriers, low, refused: bool) -> None:
    room = Said("capacity", item="artillery_round", mod="capability", carrier="a", by="KR", **load)
    page = tell(
        Page("p", "Courier", "2024-06-14", "A headline", ["⟨a|boxes⟩ that hold ⟨b|shells⟩."],
             {"a": Said(**BOXES, by="KR", **carriers), "b": room})
    )  # fmt: skip
    (ratio,) = derived(page).ratios
    assert (None if ratio.low is None else str(ratio.low), ratio.refused is not None) == (low, refused)


def test_a_series_knows_its_first_its_latest_and_its_speakers() -> None:
    pages = (
        told("b", "2024-03-18", **BOXES, by="kr:shin", figure="~7000"),
        told("a", "2024-02-23", **BOXES, by="us/state", figure=">10000"),
        told("c", "2024-06-14", **BOXES, by="kr:shin", figure=">=10000"),
    )
    (series,) = derived(*pages).series
    assert [str(o.as_of.start) for o in first_and_latest(series)] == ["2024-02-23", "2024-06-14"]
    assert {speaker: len(rows) for speaker, rows in by_speaker(series).items()} == {
        "org:us-state": 1,
        "person:shin": 2,
    }


@pytest.mark.parametrize(
    ("changed", "kinds"),
    [
        ({"figure": "~<5000000"}, {DriftKind.BOUND}),
        ({"figure": "4800000"}, {DriftKind.BOUND}),
        ({"figure": "<=4800000", "item": "rocket_122mm"}, {DriftKind.UNIT}),
        ({"figure": "<=4800000", "mod": "asserted"}, {DriftKind.MODALITY}),
        ({"figure": "<=4800000", "mod": "asserted", "kind": "transfer"}, {DriftKind.LOAD}),
        ({"figure": "<=4800000", "to": "BY"}, {DriftKind.PARTY}),
        ({"figure": "<=4800000"}, set()),
    ],
)
def test_each_sort_of_drift_is_told_by_its_name(changed: dict, kinds: set[DriftKind]) -> None:
    room = {"kind": "capacity", "actor": "KP", "to": "RU", "item": "artillery_round", "mod": "capability"}
    anchor = {"by": "kr:shin", "occasion": "interview"}
    pages = (
        told("a", "2024-06-14", **room, figure="<=4800000", **anchor),
        told("b", "2024-06-15", **{**room, **changed}, **anchor),
    )
    assert {drift.kind for drift in derived(*pages).drifts} == kinds


@pytest.mark.parametrize("section", [Section.LEAD, Section.BODY])
def test_a_headline_is_held_against_what_its_article_says(section: Section) -> None:
    said = {"h": Said(**DEAD, figure="~<200"), "a": Said(by="vn/dma", figure="197", **DEAD)}
    page = tell(
        Page("a", "Wire", "2024-09-12", "⟨h|Nearly 200 dead⟩", ["⟨a|197 have died⟩, it counts."], said)
    )
    claims = [
        claim if claim.section is Section.HEADLINE else replace(claim, section=section)
        for claim in page.claims
    ]
    (drift,) = derive([page.document], claims, (), items=ITEMS).drifts
    assert (drift.kind, drift.words_before, drift.words_after) == (
        DriftKind.BOUND,
        "197 have died",
        "Nearly 200 dead",
    )


def test_the_same_words_never_drift_in_their_voice() -> None:
    read = [
        told(
            "a",
            day,
            url=f"https://{mod}.example.org/",
            **BOXES,
            by="kr:shin",
            figure="700",
            mod=mod,
            occasion="interview",
        )
        for day, mod in VOICES
    ]
    assert not [d for d in derived(*read).drifts if d.kind is DriftKind.MODALITY]


@pytest.mark.parametrize(("section", "kinds"), [(Section.BODY, ["conflicts"]), (Section.LIVE_UPDATE, [])])
def test_a_toll_may_grow_between_two_updates_of_a_live_page(section: Section, kinds: list[str]) -> None:
    said = {
        "a": Said(by="vn/dma", figure="752", **DEAD),
        "b": Said(by="vn/mard", figure="764", **DEAD),
    }
    body = ["⟨a|The agency counts 752⟩ at nine.", "⟨b|The ministry counts 764⟩ at eight in the evening."]
    page = tell(Page("live", "Live", "2024-09-10", "A headline", body, said))
    claims = [replace(claim, section=section) for claim in page.claims]
    found = derive([page.document], claims, (), items=ITEMS).relations
    assert [relation.kind for relation in found] == kinds
