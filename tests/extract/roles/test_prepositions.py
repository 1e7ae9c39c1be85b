"""What a preposition leads in, by hand-built sentences, and the tokens that lie under a stretch of text."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.roles import case_of, prepositional
from reportedly.model import Span

from .trees import tree, word

SHIPS = (
    "Norway|PROPN|nsubj|2 sent|VERB|root|0 tents|NOUN|obj|2 on|ADP|case|6 board|NOUN|fixed|4 "
    "ships|NOUN|obl|2 from|ADP|case|8 Oslo|PROPN|nmod|6 according|VERB|case|11 to|ADP|fixed|9 police|NOUN|obl|2"
)


def test_a_preposition_of_two_words_is_told_in_both_and_found_by_either() -> None:
    grown = tree(SHIPS)
    assert case_of(grown, 5) == "on board"
    assert [word(grown, at) for at in prepositional(grown, 1, "board")] == ["ships"]


def test_according_to_is_told_by_its_first_word() -> None:
    grown = tree(SHIPS)
    assert case_of(grown, 10) == "according"
    assert not list(prepositional(grown, 1, "to"))


def test_a_direction_is_found_one_noun_further_down() -> None:
    grown = tree(SHIPS)
    assert [word(grown, at) for at in prepositional(grown, 1, "from")] == ["Oslo"]
    assert not list(prepositional(grown, 1, "into"))


@given(st.integers(0, 80), st.integers(0, 80))
def test_the_tokens_under_a_stretch_share_characters_with_it(one: int, other: int) -> None:
    grown, span = tree(SHIPS), Span(min(one, other), max(one, other))
    assert grown.inside(span) == [i for i, t in enumerate(grown.tokens) if t.span.meets(span)]
