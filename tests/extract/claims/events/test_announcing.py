"""An announcement is a claim of its own only where no figure tells what is announced."""

import pytest

from reportedly.backends import BiaffineParser

from ..test_reading import page, read

pytestmark = pytest.mark.engine


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Norway announced $300 million in aid for Kenya on Monday.", ["money"]),
        ("The firm announced 900 job cuts.", ["count"]),
        ("Norway announced an inquiry on Monday.", ["statement"]),
        ("The inquiry would begin on Monday, Norway announced.", []),
    ],
)
def test_what_is_announced_makes_one_claim(text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in read(page(text), BiaffineParser())] == kinds
