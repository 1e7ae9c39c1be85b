"""Whose word a claim is: the innermost source, called by its name and no more."""

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract import find_claims
from reportedly.frames import load_frames
from reportedly.lexicon import load_actors, load_items, load_office_holders

from ..test_reading import page, read

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
        ("Nine miners were hurt, raising the death toll to 31.", []),
        ("Police in Batangas said nine people died.", ["Police in Batangas"]),
        ("Doctors at the Sumner Hospital said nine people died.", ["Doctors at the Sumner Hospital"]),
        ("A statement from the ministry said nine people died.", ["the ministry"]),
        (
            "A fire broke out at the Hotel Oldmoor. The hotel's website said nine people died.",
            ["Hotel Oldmoor"],
        ),
        ("A memo obtained by Reuters said nine people died.", ["A memo obtained by Reuters"]),
        (
            "A report released Monday by the World Bank is out. The study found that nine people died.",
            ["World Bank"],
        ),
        ("The report lists nine victims.", ["The report"]),
        ("The minister expressed concern over the nine people killed in the fire.", ["The minister"]),
        ("Peter Lund spoke. It rained, he said, adding that nine homes burned.", ["Peter Lund"]),
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


OWN = """
[list]
checked = 2030-01-31
[[office]]
office = "president"
of = "country:FR"
holders = [{ name = "Anna Berg", from = 2027-05-13 }]
"""


def test_a_label_may_name_an_office_holder_of_one_s_own_list(tmp_path, parser: BiaffineParser) -> None:
    own = tmp_path / "mine.toml"
    own.write_text(OWN, "utf-8")
    document = page("MS. BERG: Chad received 20 tanks.", "Q: When?", "MS. BERG: In May.")
    (claim,) = find_claims(
        document,
        parser.parse(document),
        frames=load_frames(),
        actors=load_actors(),
        items=load_items(),
        holders=load_office_holders((own,)),
    )
    assert claim.speaker.actor.name == "Anna Berg"


def test_a_land_that_a_headline_is_about_does_not_speak(parser: BiaffineParser) -> None:
    told = read(page("It rained.", title="Philippines: toll rises to 12"), parser)
    assert [claim.attribution for claim in told if claim.quantity] == [()]
