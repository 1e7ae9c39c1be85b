"""Events that are only spoken of make no row; the deed itself makes one."""

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
    """One engine for all pages."""
    return BiaffineParser()


def events(parser: BiaffineParser, *paragraphs: str, headline: str = "") -> list[Claim]:
    """The claims of a small page that bear no figure and stand below its headline."""
    parts = [headline, *paragraphs] if headline else list(paragraphs)
    text, blocks, start = "\n\n".join(parts), [], 0
    for number, part in enumerate(parts):
        kind = BlockKind.HEADLINE if headline and number == 0 else BlockKind.BODY
        blocks.append(Block(kind, Span(start, start + len(part)), f"char={start},{start + len(part)}"))
        start += len(part) + 2
    dated = Reading("published", date(2024, 6, 16).isoformat(), "test")
    page = Document("event", "https://example.org/", "sha256:0", "text/plain", text, tuple(blocks), (dated,))
    parse = parser.parse(page)
    found = find_claims(page, parse, frames=load_frames(), actors=load_actors(), items=load_items())
    body = blocks[1].span.start if headline else 0
    return [claim for claim in found if claim.quantity is None and claim.evidence.span.start >= body]


@pytest.mark.parametrize(
    "text",
    [
        "The man is accused of shooting a nurse.",
        "The minister attacked the proposal on Monday.",
        "The rebels have repeatedly attacked the railway.",
        "Attacks on convoys are a danger to the harvest.",
        "Rebels have stepped up attacks in Chad in the past five years.",
        "The drone is capable of striking a ship.",
    ],
)
def test_a_habit_a_charge_or_an_ability_is_no_attack(text: str, parser: BiaffineParser) -> None:
    assert not [claim for claim in events(parser, text) if claim.kind == "attack"]


def test_what_a_question_asks_for_is_no_claim(parser: BiaffineParser) -> None:
    assert not events(parser, "Q: And what did Chad get from Norway in return on Monday?")


def test_a_deed_told_again_is_one_row(parser: BiaffineParser) -> None:
    found = events(
        parser, "Gunmen attacked a convoy near Gao on Monday.", "Traders heard Monday's attack from afar."
    )
    assert [claim.kind for claim in found].count("attack") == 1


def test_who_owns_up_in_the_same_sentence_is_the_doer(parser: BiaffineParser) -> None:
    found = events(
        parser, "A bombing killed a judge in Gao on Monday, and the Taliban claimed responsibility."
    )
    attacks = [claim for claim in found if claim.kind == "attack"]
    assert [claim.actor.actor.name for claim in attacks if claim.actor] == ["Taliban"]
    assert attacks[0].evidence.exact.startswith("A bombing") or "bombing" in attacks[0].evidence.exact


def test_who_owns_up_in_a_sentence_of_his_own_has_his_own_row(parser: BiaffineParser) -> None:
    found = events(
        parser,
        "A bombing killed a judge in Gao on Monday.",
        "The Taliban claimed responsibility for the attack.",
    )
    attacks = [claim for claim in found if claim.kind == "attack"]
    assert [claim.actor.actor.name if claim.actor else None for claim in attacks] == [None, "Taliban"]


def test_an_undated_attack_counts_where_the_headline_tells_of_it(parser: BiaffineParser) -> None:
    words = "The mayor mourned the victims of the shooting in Leeds."
    told = events(parser, words, headline="Statement on the shooting in Leeds")
    assert [claim.kind for claim in told if claim.kind == "attack"] == ["attack"]
    assert not [claim for claim in events(parser, words) if claim.kind == "attack"]


def test_a_second_deed_has_no_part_in_the_first_ones_day(parser: BiaffineParser) -> None:
    found = events(parser, "Kenya signed a treaty with Chad on Monday, and Norway condemned the coup.")
    condemned = [claim for claim in found if claim.kind == "statement"]
    assert all(claim.time is None for claim in condemned)


@pytest.mark.parametrize(
    ("text", "traveller"),
    [
        ("A delegation from Norway visited Nairobi on Monday.", True),
        ("A group visited an escape room on Monday.", False),
    ],
)
def test_a_groups_trip_is_news_if_it_was_sent(text: str, traveller: bool, parser: BiaffineParser) -> None:
    assert any(claim.kind == "visit" for claim in events(parser, text)) is traveller
