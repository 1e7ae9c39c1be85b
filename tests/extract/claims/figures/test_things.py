"""What is counted and moved: never a month, always with its calibre, printed in its unit."""

import pytest

from reportedly.backends import BiaffineParser
from reportedly.model import counted

from ..test_reading import page, read

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def parser() -> BiaffineParser:
    """One engine for all."""
    return BiaffineParser()


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Chad has sent 300 tonnes of grain to Niger.", "tonnes of grain"),
        ("Chad has sent 300 crates to Niger.", "crates"),
        ("Chad has sent 40,000 122 mm artillery shells to Niger.", "122 mm artillery shells"),
    ],
)
def test_what_is_moved_prints_with_its_unit_and_calibre(
    words: str, printed: str, parser: BiaffineParser
) -> None:
    assert [counted(claim) for claim in read(page(words), parser)] == [printed]


def test_a_month_is_never_what_is_counted_or_hit(parser: BiaffineParser) -> None:
    text = (
        "The invasion of March 2021 drew protests.",
        "April 2023: about 6,700 (Oslo); more than 9,000 (Bern)",
    )
    for claim in read(page(*text), parser):
        assert claim.item is None or claim.item.head not in {"march", "april"}
        assert claim.quantity is None or claim.quantity.unit != "april"


def test_a_headlines_source_does_not_receive_what_the_page_says_was_sent(parser: BiaffineParser) -> None:
    document = page(
        "Chad has also sent dozens of rockets, she said.", title="Kenya: 300 crates from Chad hold rockets"
    )
    assert [c.recipient for c in read(document, parser) if c.kind == "transfer"] == [None]
