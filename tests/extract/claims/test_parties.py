"""Who gives and who gets, who did the harm: in the clause, in the sentence, on the page."""

import pytest

from reportedly.backends import SpacyParser

from .test_reading import page, read

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    """One engine for all."""
    return SpacyParser()


def parties(parser: SpacyParser, *paragraphs: str, title: str = "") -> dict[str, tuple[str, str]]:
    """Each figure of a page by its number words, with the names of its actor and recipient."""
    return {
        claim.quantity.number_words: (
            claim.actor.actor.name if claim.actor else "",
            claim.recipient.actor.name if claim.recipient else "",
        )
        for claim in read(page(*paragraphs, title=title), parser)
        if claim.quantity
    }


@pytest.mark.parametrize(
    ("words", "number", "actor", "recipient"),
    [
        ("Ankara sent Nairobi around 400 tents.", "400", "Turkey", "Kenya"),
        ("Norway might have sent as many as 500 trucks of flour to Kenya by May.", "500", "Norway", "Kenya"),
        ("Iran launched 60 drones against Iraq's largest cities.", "60", "Iran", "Iraq"),
        ("Iran launched 60 drones into Iraq.", "60", "Iran", ""),
        ("Nine people were killed when gunmen stormed a hotel.", "Nine", "gunmen", ""),
        ("Nine people were killed when a bridge collapsed.", "Nine", "", ""),
        ("Two Turkish soldiers were killed in a clash between the Turkish army and members of the PKK.", "Two", "PKK", ""),
        ("France has about 900 troops deployed to Chad, including 50 medics.", "900", "France", ""),
        ("France has about 900 troops deployed to Chad, including 50 medics.", "50", "France", ""),
        ("France has about 900 refugees.", "900", "", ""),
    ],
)  # fmt: skip
def test_a_sentence_tells_its_parties(
    words: str, number: str, actor: str, recipient: str, parser: SpacyParser
) -> None:
    assert parties(parser, words)[number] == (actor, recipient)
