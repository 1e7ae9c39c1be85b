"""Who is named: names, capitals, offices, persons, and what points back to them."""

from functools import cache

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract.mentions import find_mentions
from reportedly.lexicon import load_actors
from reportedly.model import Block, BlockKind, Document, Mention, MentionKind, Reading, Span


@cache
def parser() -> BiaffineParser:
    return BiaffineParser()


def named(text: str) -> tuple[Mention, ...]:
    starts = [0]
    for part in text.split("\n\n")[:-1]:
        starts.append(starts[-1] + len(part) + 2)
    blocks = tuple(
        Block(BlockKind.BODY, Span(s, s + len(p)), "")
        for s, p in zip(starts, text.split("\n\n"), strict=True)
    )
    document = Document(
        "d", "", "", "text/plain", text, blocks, (Reading("published", "2024-06-16", "test"),)
    )
    return find_mentions(document, parser().parse(document), load_actors())


def one(text: str, words: str) -> Mention | None:
    return next((m for m in named(text) if m.words == words), None)


@pytest.mark.engine
@pytest.mark.parametrize(
    ("text", "words", "actor", "kind"),
    [
        ("North Korea fired a missile.", "North Korea", "country:KP", MentionKind.NAME),
        ("South Korean officials left.", "South Korean", "country:KR", MentionKind.ADJECTIVE),
        ("The U.S. sent tents.", "U.S.", "country:US", MentionKind.ABBREVIATION),
        ("The Kremlin denied it.", "Kremlin", "country:RU", MentionKind.SEAT),
        ("Pyongyang denied it.", "Pyongyang", "country:KP", MentionKind.CAPITAL),
        (
            "Russia's defence ministry denied it.",
            "Russia's defence ministry",
            "org:ru-defence-ministry",
            MentionKind.DESCRIPTION,
        ),
        ("Yonhap reported the launch.", "Yonhap", "org:yonhap", MentionKind.NAME),
        ("NATO sent ships.", "NATO", "org:nato", MentionKind.NAME),
        ("Secretary of State Lena Holm left.", "Lena Holm", "person:lena-holm", MentionKind.NAME),
    ],
)
def test_parties_are_read_exactly(text, words, actor, kind):
    mention = one(text, words)
    assert mention is not None
    assert mention.actor.id == actor
    assert mention.kind == kind


@pytest.mark.engine
@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Seoul said it would wait.", "Seoul", False),
        ("According to a Seoul count, nine ships left.", "Seoul", False),
        ("Seoul's count was lower.", "Seoul", False),
        ("Shells went from Pyongyang to Moscow.", "Pyongyang", True),
        ("A fire broke out in Seoul.", "Seoul", True),
        ("Drones hit Kyiv overnight.", "Kyiv", True),
        ("The mayor of Kyiv spoke.", "Kyiv", True),
        ("Washington accused Tehran of sending drones.", "Tehran", False),
        ("Seoul, June 16 (Reuters) - South Korea fired back.", "Seoul", True),
    ],
)
def test_a_capital_is_a_government_or_a_place(text, words, place):
    mention = one(text, words)
    assert mention is not None
    assert mention.place is place


@pytest.mark.engine
@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ('"We wait," said Shin Won-sik.', "Shin Won-sik", "person:shin-won-sik"),
        ("NATO chief Jens Stoltenberg spoke. Stoltenberg left.", "Stoltenberg", "person:jens-stoltenberg"),
        ("Kim Jong Un left. Kim said no.", "Kim", "person:kim-jong-un"),
        (
            "The Russian President, Vladimir Putin, left. The Russian president said no.",
            "The Russian president",
            "person:vladimir-putin",
        ),
        (
            "Defence minister Anna Berg left. The defence chief said no.",
            "The defence chief",
            "person:anna-berg",
        ),
        ("Anna Berg, a lawyer, spoke. She said no.", "She", "person:anna-berg"),
        ("North Korea fired. The South said no.", "The South", "country:KR"),
        (
            "Russia's defence ministry spoke. Later the ministry said no.",
            "the ministry",
            "org:ru-defence-ministry",
        ),
    ],
)
def test_what_points_back_finds_its_party(text, words, actor):
    mention = one(text, words)
    assert mention is not None, [(m.words, m.actor.id) for m in named(text)]
    assert mention.actor.id == actor


@pytest.mark.engine
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anna Berg met Lena Holm. She said no.", "She"),
        ("The minister spoke.", "The minister"),
        ("The company spoke.", "The company"),
        ("The South said no.", "The South"),
    ],
)
def test_what_may_point_at_two_or_none_stays_open(text, words):
    assert one(text, words) is None
