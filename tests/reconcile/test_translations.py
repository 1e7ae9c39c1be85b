"""Translations: other words, the same figures, dates and names in one order, and the page says what it is."""

from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.ledger import Ledger
from reportedly.lexicon import load_items
from reportedly.model import Copy, StepKind
from reportedly.pipeline import rebuild, refresh
from reportedly.reconcile import derive, trace

from ..golden.stories.telling import Page, Said, Told, tell
from .settling import settled

ITEMS = load_items()
CREDIT = "Translated from Korean by Mina Holt"
SENT = Said("transfer", actor="KP", to="RU", item="container", figure="6700", by="kr:shin")
_FIRST = (
    "On 26 February Defence Minister Shin Won-sik told reporters at Yongsan that Pyongyang had shipped ⟨a|6,700 containers⟩ through Rajin to Vostochny and Dunai since September.",
    "If all 6,700 held 152-millimetre rounds, Shin said, that would make 3 million; of 122-millimetre rockets, 500,000.",
    "The Kim government runs its factories at 30 percent for its own use, he added, but at full speed for Moscow. In return came food from Vladivostok.",
)
_OTHER = (
    "Seoul's Defence Minister Shin Won-sik said to the press in Yongsan, it was 26 February, that the regime in Pyongyang sent ⟨a|6,700 containers⟩ from Rajin on to Vostochny and to Dunai in the months after September.",
    "Had these 6,700 been filled with shells of 152 millimetres, one would arrive, according to Shin, at some 3 million, and with rockets of 122 millimetres at 500,000.",
    "Plants of the Kim leadership are said to work at 30 percent for home needs and without a pause for Moscow; what went back from Vladivostok was things to eat.",
)
_RIVAL = (
    "Shin Won-sik had numbers for the morning papers on 26 February: ⟨a|6,700 containers⟩, he said, and 3 million rounds.",
    "In Washington, Matthew Miller called 10,000 nearer the mark; in Moscow, Dmitry Peskov called both invented.",
    "Analysts at RUSI in London, who watch Rajin and Dunai from above, count ships: Angara, Maria and Lady R, 42 calls.",
)


def page(name: str, body: tuple[str, ...], day: str = "2024-02-27", credit: str = "", **said) -> Told:
    claim = replace(SENT, **said)
    return tell(Page(name, name.title(), day, "A headline", list(body), {"a": claim}, translation=credit))


ORIGINAL = page("original", _FIRST, "2024-02-26")


def copies(*pages: Told) -> tuple[Copy, ...]:
    claims = [claim for one in pages for claim in one.claims]
    return derive([one.document for one in pages], claims, items=ITEMS).copies


def test_a_page_that_says_it_is_a_translation_stands_on_the_page_with_the_same_facts_in_order() -> None:
    (copy,) = copies(ORIGINAL, page("other", _OTHER, credit=CREDIT))
    assert copy.of == ORIGINAL.document.id
    assert copy.translated
    assert copy.because.startswith(f"says it is a translation (“{CREDIT}”), with ")
    assert len(copy.blocks) == 3


@pytest.mark.parametrize(
    "other",
    [
        page("other", _OTHER),
        page("other", _RIVAL, credit=CREDIT),
        page("other", tuple(reversed(_OTHER)), "2024-05-27", credit=CREDIT),
        page("other", _OTHER, "2024-02-20", credit=CREDIT),
        page("other", _OTHER, "", credit=CREDIT),
        page(
            "other",
            ("The minister in Seoul spoke of ⟨a|6,700 containers⟩ that went to Dunai.",),
            credit=CREDIT,
        ),
    ],
    ids=["says nothing", "other facts", "months later", "earlier", "undated", "too few facts"],
)
def test_no_page_is_a_translation_on_figures_alone(other: Told) -> None:
    assert copies(ORIGINAL, other) == ()


def test_a_translation_is_one_origin_with_its_original_whatever_it_calls_the_speaker() -> None:
    pages = (ORIGINAL, page("other", _OTHER, "2024-03-10", credit=CREDIT, by="[the head of the ministry]"))
    claims = [claim for one in pages for claim in one.claims]
    found = derive([one.document for one in pages], claims, items=ITEMS)
    (origin,) = found.origins
    assert origin.speaker == "person:shin"
    assert "its words are a translation" in origin.because
    assert [r.because for r in found.relations] == ["words in translation"]
    steps = [(step.kind, step.giver.removeprefix("page:")) for step in trace(settled(pages, found.copies))]
    assert steps == [(StepKind.SAID, "person:shin"), (StepKind.TRANSLATED, ORIGINAL.document.id)]


@pytest.mark.parametrize("turned", [False, True])
def test_a_translation_is_found_whichever_page_comes_first(tmp_path: Path, turned: bool) -> None:
    pages = [ORIGINAL, page("other", _OTHER, credit=CREDIT), page("rival", _RIVAL)]
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        for one in reversed(pages) if turned else pages:
            ledger.archive.keep(one.body)
            ledger.add(one.capture, one.document, one.claims, extractor="by hand")
            refresh(ledger, ITEMS)
        grown = ledger.derived.dump()
        assert len(list(ledger.derived.rows("Copy"))) == 1
        rebuild(ledger, ITEMS)
        assert ledger.derived.dump() == grown
