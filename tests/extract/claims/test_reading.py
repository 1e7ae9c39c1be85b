"""What sentences claim, through the engine: a table of words and what must be read from them."""

from datetime import date
from decimal import Decimal

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract import find_claims
from reportedly.frames import load_frames
from reportedly.lexicon import load_actors, load_items
from reportedly.model import Aggregation, Block, BlockKind, Claim, Document, Reading, Section, Span

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def parser() -> BiaffineParser:
    """One engine for all."""
    return BiaffineParser()


def page(*paragraphs: str, title: str = "", outlet: str = "") -> Document:
    """A page of body paragraphs, under a headline if one is given."""
    text = "\n\n".join([title, *paragraphs] if title else paragraphs)
    blocks, at = [], 0
    for n, part in enumerate([title, *paragraphs] if title else paragraphs):
        kind = BlockKind.HEADLINE if title and n == 0 else BlockKind.BODY
        blocks.append(Block(kind, Span(at, at + len(part)), f"char={at},{at + len(part)}"))
        at += len(part) + 2
    facts = {"published": date(2024, 6, 16).isoformat(), "title": title, "outlet": outlet}
    readings = tuple(Reading(field, value, "test") for field, value in facts.items() if value)
    return Document("page", "https://example.org/", "sha256:0", "text/plain", text, tuple(blocks), readings)


def read(document: Document, parser: BiaffineParser) -> list[Claim]:
    """The claims of a page."""
    parse = parser.parse(document)
    return list(find_claims(document, parse, frames=load_frames(), actors=load_actors(), items=load_items()))


def brief(claim: Claim) -> tuple[str, str, str | None, str | None]:
    """A claim as number, kind, outcome and actor."""
    number = claim.quantity.number_words if claim.quantity else ""
    return number, claim.kind, claim.outcome, claim.actor.actor.name if claim.actor else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Rebels killed 10 soldiers and wounded 25.",
            [("10", "casualty", "killed", "Rebels"), ("25", "casualty", "injured", "Rebels")],
        ),
        (
            "Nine miners were killed and two firefighters injured.",
            [("Nine", "casualty", "killed", None), ("two", "casualty", "injured", None)],
        ),
        ("The storm killed 26 people.", [("26", "casualty", "killed", None)]),
        ("The number of people killed in the floods has risen to 37.", [("37", "casualty", "killed", None)]),
        ("The number of injured climbed to 80.", [("80", "casualty", "injured", None)]),
        (
            "Divers found six more bodies, which brought the toll to 42.",
            [("six", "casualty", "killed", None), ("42", "casualty", "killed", None)],
        ),
        ("Between 10 and 12 were killed.", [("10 and 12", "casualty", "killed", None)]),
        ("The quake left 600 people dead.", [("600", "casualty", "killed", None)]),
        ("Four were rescued.", [("Four", "casualty", "rescued", None)]),
        ("The plane crashed, with 36 killed.", [("36", "casualty", "killed", None)]),
        ("Police arrested 25 protesters.", [("25", "count", "detained", "Police")]),
        ("The blaze destroyed 48 homes.", [("48", "damage", None, None)]),
        ("Some 300 firefighters responded.", [("300", "count", None, "firefighters")]),
        (
            "Some 300 firefighters rallied, saying their pay was late.",
            [("300", "count", None, "firefighters")],
        ),
        (
            "Nine people were killed by a drone launched by rebels.",
            [("Nine", "casualty", "killed", "rebels")],
        ),
    ],
)
def test_a_sentence_yields_its_figures(
    words: str, expected: list[tuple[str, str, str | None, str | None]], parser: BiaffineParser
) -> None:
    assert [brief(claim) for claim in read(page(words), parser) if claim.quantity] == expected


@pytest.mark.parametrize(
    "words",
    [
        "The two leaders smiled.",
        "The quake had a magnitude of 5.8.",
        "The hurricane grew to category 4.",
        "One of the guests had a dog.",
        "It happened five times.",
        "The hall is 30 miles away.",
        "All three agreed to wait.",
        "Two people familiar with the matter said the road was shut.",
        "The road was shut, according to three officials.",
        "The Courier, quoting four diplomats, said the road was shut.",
    ],
)
def test_numbers_that_count_nothing_claim_nothing(words: str, parser: BiaffineParser) -> None:
    assert not [claim for claim in read(page(words), parser) if claim.quantity]


def test_a_toll_that_rose_is_two_figures(parser: BiaffineParser) -> None:
    claims = [c for c in read(page("The death toll rose to 41 from 40 on Sunday."), parser) if c.quantity]
    assert [(c.kind, c.outcome, c.quantity.low) for c in claims if c.quantity] == [
        ("casualty", "killed", Decimal(41)),
        ("casualty", "killed", Decimal(40)),
    ]


def test_a_list_goes_on_with_its_verb(parser: BiaffineParser) -> None:
    claims = read(page("The crash killed five children, two drivers and a nurse."), parser)
    assert [c.outcome for c in claims if c.quantity][:2] == ["killed", "killed"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Nine people were killed and four men charged.", {"Nine": "killed", "four": None}),
        ("By Tuesday 87 people had lost their lives, and 70 people could not be found.", {"87": "killed", "70": "missing"}),
        ("The dead now number 58 people, police said.", {"58": "killed"}),
        ("Refugees now number more than 3 million people.", {"3 million": "displaced"}),
    ],
)  # fmt: skip
def test_a_clause_of_its_own_is_no_list(
    words: str, told: dict[str, str | None], parser: BiaffineParser
) -> None:
    found = {c.quantity.number_words: c.outcome for c in read(page(words), parser) if c.quantity}
    assert found == told


def test_a_hedge_does_not_hide_a_transfer(parser: BiaffineParser) -> None:
    (claim,) = read(page("Norway sent as many as 40 trucks to Kenya."), parser)
    assert brief(claim) == ("40", "transfer", None, "Norway")
    assert claim.recipient is not None
    assert claim.recipient.actor.name == "Kenya"


def test_the_sufferer_is_never_the_actor(parser: BiaffineParser) -> None:
    claims = read(page("Twelve soldiers died in the blast."), parser)
    assert all(claim.actor is None for claim in claims if claim.kind == "casualty")


def test_a_statement_speaks_for_its_author(parser: BiaffineParser) -> None:
    title = "Statement from President Joe Biden on the Flood in Ohio"
    claims = read(page("At least 12 people lost their lives.", title=title, outlet="The White House"), parser)
    speakers = {
        c.speaker.actor.name
        for c in claims
        if c.section is not Section.HEADLINE and c.speaker and c.speaker.actor
    }
    assert speakers == {"Joe Biden"}


def test_an_increment_is_no_total(parser: BiaffineParser) -> None:
    (first, second) = [
        c
        for c in read(page("Another 12 people died. In total, 90 people have died so far."), parser)
        if c.quantity
    ]
    assert first.aggregation is Aggregation.INCREMENT
    assert second.aggregation is Aggregation.CUMULATIVE


@pytest.mark.parametrize(
    "words",
    [
        "The number of crates grew by 300 to reach around 7,000.",
        "The shipments increased by 300 crates to around 7,000 crates since May.",
    ],
)
def test_by_how_much_a_number_grew_is_not_what_it_came_to(words: str, parser: BiaffineParser) -> None:
    scopes = {c.quantity.low: c.aggregation for c in read(page(words), parser) if c.quantity}
    assert scopes.pop(300) is Aggregation.INCREMENT
    assert Aggregation.INCREMENT not in scopes.values()


def test_furniture_bears_no_claims(parser: BiaffineParser) -> None:
    document = page("The storm killed 26 people.")
    (block,) = document.blocks
    teaser = Block(BlockKind.TEASER, block.span, block.path)
    silent = Document(
        document.id, document.url, document.digest, document.media_type, document.text, (teaser,)
    )
    assert not read(silent, parser)


PAGES = [
    page(
        "Norway sent 40 trucks to Kenya. In return, Kenya gave Norway coffee.",
        "The trucks could hold 9,000 tents.",
    ),
    page(
        "Gunmen killed nine people in Gao on Sunday and wounded nine more.",
        "Nine people died, officials said.",
    ),
    page("The fund paid $5 million (€4.6 million) to Kenya.", title="Fund pays $5 million"),
]


@pytest.mark.parametrize("document", PAGES, ids=["exchange", "attack", "money"])
def test_every_claim_stands_in_the_text_under_an_id_of_its_own(
    document: Document, parser: BiaffineParser
) -> None:
    claims = read(document, parser)
    assert claims
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        evidence = claim.evidence
        assert evidence.span.of(document.text) == evidence.exact
        assert document.text[: evidence.span.start].endswith(evidence.prefix)
        assert document.text[evidence.span.end :].startswith(evidence.suffix)
        assert document.block_at(evidence.span) is not None
        assert claim.quantity is None or evidence.span.holds(claim.quantity.number)


@pytest.mark.parametrize("document", PAGES, ids=["exchange", "attack", "money"])
def test_the_same_page_gives_the_same_claims(document: Document, parser: BiaffineParser) -> None:
    assert read(document, parser) == read(document, parser)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The carmaker announced job cuts of 9,000.", ["9,000"]),
        ("The victims included four men and one woman.", ["four", "one"]),
        ("The latest death brought the toll since March 2001 to 5,120.", ["5,120"]),
        ("Workers were hurt, including all of one crew, at posts 250 and 251.", []),
        ("She has two questions.", []),
    ],
)
def test_a_number_counts_what_stands_before_it_or_names_it(
    words: str, expected: list[str], parser: BiaffineParser
) -> None:
    found = [claim.quantity.number_words for claim in read(page(words), parser) if claim.quantity]
    assert found == expected


def test_a_headline_verb_is_no_plural(parser: BiaffineParser) -> None:
    found = read(
        page("Nobody is left.", title="New Jersey bus crash kills seven, including a former guard"), parser
    )
    assert ("seven", "casualty", "killed") in [brief(claim)[:3] for claim in found]


@pytest.mark.engine
@pytest.mark.parametrize(
    ("paragraphs", "unverified"),
    [
        (
            ("The army said that it had killed 40 rebels.", "The claim could not be independently verified."),
            True,
        ),
        (("The army said that it had killed 40 rebels. The Herald could not verify the figure.",), True),
        (("The army said that it had killed 40 rebels.", "The bridge could not be verified."), False),
        (("The army said that it had killed 40 rebels.",), False),
    ],
)
def test_a_sentence_that_points_back_calls_what_was_said_unverified(paragraphs, unverified, parser):
    (claim,) = (c for c in read(page(*paragraphs), parser) if c.quantity and c.quantity.number_words == "40")
    assert claim.voice.unverified is unverified
