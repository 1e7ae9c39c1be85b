"""Events without a figure: who, where and when, read from one sentence each."""

from datetime import date

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract import find_claims
from reportedly.frames import load_frames
from reportedly.lexicon import load_actors, load_items
from reportedly.model import Block, BlockKind, Claim, Document, Reading, Span

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def parser() -> BiaffineParser:
    """One engine for all sentences."""
    return BiaffineParser()


def events(text: str, parser: BiaffineParser) -> list[Claim]:
    """The claims of a one-paragraph page that bear no figure."""
    block = Block(BlockKind.BODY, Span(0, len(text)), "text()")
    dated = Reading("published", date(2024, 6, 16).isoformat(), "test")
    page = Document("event", "https://example.org/", "sha256:0", "text/plain", text, (block,), (dated,))
    parse = parser.parse(page)
    found = find_claims(page, parse, frames=load_frames(), actors=load_actors(), items=load_items())
    return [claim for claim in found if claim.quantity is None]


@pytest.mark.parametrize(
    ("text", "kind", "actor", "words"),
    [
        ("In a phone call on Monday, Putin told Scholz that Russia was ready.", "meeting", "Vladimir Putin", "Monday"),
        ("Foreign ministers from Norway and Chad gathered in Oslo on Tuesday.", "meeting", "Foreign ministers", "Tuesday"),
        ("The peace talks will be held in Vienna on Thursday.", "meeting", "", "Thursday"),
        ("During a visit to Kyiv on Monday, Scholz promised more aid.", "visit", "Olaf Scholz", "Monday"),
        ("The treaty was signed in Doha on February 29, 2020.", "agreement", "", "February 29, 2020"),
        ("Russian missiles hit Kharkiv on Friday.", "attack", "Russia", "Friday"),
        ("He works for Hezbollah, which was behind a bombing in Beirut on Friday.", "attack", "Hezbollah", "Friday"),
        ("Norway hosted Angela Merkel in Oslo on Friday.", "visit", "Angela Merkel", "Friday"),
        ("President Biden called President Macron on Friday.", "meeting", "Joe Biden", "Friday"),
        ("The tanker was struck by a missile on Monday.", "attack", "", "Monday"),
        ("A bomb went off at a market in Baghdad on Monday.", "attack", "", "Monday"),
    ],
)  # fmt: skip
def test_an_event_is_read(text: str, kind: str, actor: str, words: str, parser: BiaffineParser) -> None:
    found = [claim for claim in events(text, parser) if claim.kind == kind]
    assert len(found) == 1
    assert found[0].time is not None
    assert words in found[0].time.words
    assert (found[0].actor.actor.name if found[0].actor else "") == actor


@pytest.mark.parametrize(
    "text",
    [
        "Today, in response to these attacks, Norway named a new envoy.",
        "The army flew two attack helicopters to the base on Monday.",
        "A storm hit the coast on Monday.",
        "She spoke to reporters on Monday.",
        "Police launched an investigation into the blast on Monday.",
        "Ukraine shot down the drones on Monday.",
        "The mayor was met with applause on Monday.",
        "A passenger plane crashed on Monday, killing 36 people.",
    ],
)
def test_a_day_of_something_else_makes_no_attack_or_meeting(text: str, parser: BiaffineParser) -> None:
    assert not [claim for claim in events(text, parser) if claim.kind in {"attack", "meeting"} and claim.time]


def test_one_deed_told_by_verb_and_noun_is_one_event(parser: BiaffineParser) -> None:
    found = events("Russia launched a wave of drone strikes on Odesa on Saturday.", parser)
    assert [claim.kind for claim in found].count("attack") == 1


def test_a_party_is_neither_goods_nor_news(parser: BiaffineParser) -> None:
    (supplied,) = events("Norway has supplied Chad with tents.", parser)
    assert supplied.recipient is not None
    assert (supplied.item and supplied.item.words, supplied.recipient.actor.name) == ("tents", "Chad")
    (condemned,) = events("Norway condemned Chad on Monday.", parser)
    assert condemned.item is None


def test_a_pact_that_is_condemned_is_not_made_anew(parser: BiaffineParser) -> None:
    found = events("Norway and Chad signed a treaty on Monday. Kenya condemned the treaty.", parser)
    assert [claim.kind for claim in found] == ["agreement", "statement"]


def test_an_attack_that_would_only_follow_is_no_deed(parser: BiaffineParser) -> None:
    pact = "Norway signed a treaty on Monday, in which each country promises to help the other if it is attacked."
    assert [claim.kind for claim in events(pact, parser)] == ["agreement"]


def test_who_tells_of_a_pact_reached_with_another_is_its_first_side(parser: BiaffineParser) -> None:
    (pact,) = events("An agreement has been reached with Chile, Norway said on Monday.", parser)
    assert pact.actor
    assert pact.recipient
    assert (pact.actor.actor.name, pact.recipient.actor.name) == ("Norway", "Chile")


def test_a_president_is_not_the_one_who_bears_his_surname_on_the_page(parser: BiaffineParser) -> None:
    text = "President Biden called Olaf Scholz on Monday. First Lady Jill Biden opened a school in Ohio."
    (call,) = (c for c in events(text, parser) if c.kind == "meeting")
    assert call.actor is not None
    assert call.actor.actor.name == "Joe Biden"


def test_fighting_of_many_years_is_no_single_attack(parser: BiaffineParser) -> None:
    assert not events("Herders in Chad live amid the fighting of the last 20 years.", parser)
