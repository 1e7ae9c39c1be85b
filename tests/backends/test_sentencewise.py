"""A sentence as an engine reads it: single blanks, no marks of links, and where each character stood."""

import pytest

from reportedly.backends.sentencewise import plain_words


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Norway sent 40 tents.", "Norway sent 40 tents."),
        ("Norway  sent\u00a040 tents.", "Norway sent 40 tents."),
        ("[Norway sent](https://example.org/a-b) 40 tents.", "Norway sent 40 tents."),
        ("He said [so](not a link).", "He said [so](not a link)."),
    ],
)
def test_every_character_knows_where_it_stood(written: str, plain: str) -> None:
    read, places = plain_words(written)
    assert read == plain
    assert all(read[i] == " " or written[place] == read[i] for i, place in enumerate(places))
