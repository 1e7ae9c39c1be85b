"""The items of a list are of the gift that leads to them."""

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract import find_claims
from reportedly.frames import load_frames
from reportedly.ingest import read_page
from reportedly.lexicon import load_actors, load_items

pytestmark = pytest.mark.engine

PAGE = "<html><body><article><h1>Aid</h1><p>{lead}</p><ul><li>40 trucks</li><li>{item}</li></ul></article></body></html>"


@pytest.fixture(scope="module")
def parser() -> BiaffineParser:
    """One engine for all."""
    return BiaffineParser()


@pytest.mark.parametrize(
    ("lead", "item", "parties"),
    [
        ("Norway will send an aid package to Chad. It includes:", "six cranes", ("Norway", "Chad")),
        ("Norway gave $40 million to Chad. The mayor saw:", "six cranes", None),
    ],
)
def test_a_list_takes_a_gift_apart(
    lead: str, item: str, parties: tuple[str, str] | None, parser: BiaffineParser
) -> None:
    text = PAGE.format(lead=lead, item=item).encode()
    page = read_page(text, url="https://example.org/aid", media_type="text/html")
    found = find_claims(
        page, parser.parse(page), frames=load_frames(), actors=load_actors(), items=load_items()
    )
    told = {c.quantity.number_words: c for c in found if c.quantity}
    for number in ("40", "six"):
        actor, recipient = told[number].actor, told[number].recipient
        assert ((actor.actor.name, recipient.actor.name) if actor and recipient else None) == parties
