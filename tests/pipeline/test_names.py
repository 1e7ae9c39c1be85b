"""What ids are called."""

import pytest

from reportedly.pipeline import names


@pytest.mark.parametrize(
    ("identifier", "called"),
    [
        ("country:NO", "Norway"),
        ("person:ola-nor-mann", "Ola Nor-Mann"),
        ("person:kari-vik", "Kari Vik"),
        ("[a local official]", "[a local official]"),
        ("", ".."),
    ],
)
def test_a_party_is_called_as_the_vocabulary_or_the_pages_spell_it(identifier: str, called: str) -> None:
    with names.spelt({"person:ola-nor-mann": "Ola Nor-Mann", "country:NO": "NORWAY"}):
        assert names.name(identifier) == called


def test_a_spelling_lasts_no_longer_than_the_answer() -> None:
    with names.spelt({"person:ola-nor-mann": "Ola Nor-Mann"}):
        pass
    assert names.name("person:ola-nor-mann") == "Ola Nor Mann"


@pytest.mark.parametrize(
    ("item", "called"),
    [
        ("person", "people"),
        ("artillery_round", "artillery round"),
        ("in EUR", "money (EUR)"),
        ("aid in EUR", "aid (EUR)"),
    ],
)
def test_a_thing_is_called_by_its_words(item: str, called: str) -> None:
    assert names.thing(item) == called
