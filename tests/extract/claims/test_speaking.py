"""Whose word a claim is: the innermost source, called by its name and no more."""

import pytest

from reportedly.backends import BiaffineParser

from .test_reading import page, read

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def parser() -> BiaffineParser:
    """One engine for all."""
    return BiaffineParser()


@pytest.mark.parametrize(
    ("words", "chain"),
    [
        (
            "The Courier daily cited officials as saying that Chad will be given 40 tanks.",
            ["The Courier", "officials"],
        ),
        ("At least 17 people died, according to doctors, some of whom were hurt.", ["doctors"]),
        ("The Sumner Agency was blunt: “Norway sent 40 tanks to Chad. Nine were lost.”", ["Sumner Agency"]),
        ("Nine soldiers died, said the ministry in Oslo.", ["Norway"]),
        (
            "A Sumner Police spokesman said nine people died. The mayor praised Sumner County Council.",
            ["Sumner Police"],
        ),
        (
            "MR. HOLM: Good afternoon.\n\nQ: When?\n\nMR. HOLM: We saw nine ships. Well, Mr. Reed sent ten.",
            ["Holm"],
        ),
    ],
)
def test_a_claim_names_its_sources_outermost_first(
    words: str, chain: list[str], parser: BiaffineParser
) -> None:
    found = [claim.attribution for claim in read(page(words), parser) if claim.quantity is not None]
    assert found
    for links in found:
        assert [link.actor.name if link.actor else link.words for link in links] == chain
