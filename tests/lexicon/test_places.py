"""Places: which lies in which, by exact names."""

from pathlib import Path

import pytest

from reportedly.errors import LexiconError
from reportedly.lexicon import load_places

PLACES = load_places()


@pytest.mark.parametrize(
    ("words", "wider"),
    [
        ("Lang Nu", ("lao cai", "vietnam")),
        ("Hanoi", ("vietnam",)),
        ("the city of Hanoi", ("vietnam",)),
        ("northern Vietnam", ("vietnam",)),
        ("East Java", ("java", "indonesia")),
        ("Kherson city", ("kherson oblast", "ukraine")),
        ("Gaza City", ("gaza strip",)),
        ("North Korea", ()),
        ("South Sudan", ()),
        ("Northern Ireland", ("united kingdom",)),
        ("Springfield", ()),
        ("eastern Springfield", ()),
        ("", ()),
    ],
)
def test_a_place_lies_in_what_the_table_says_and_an_unknown_one_nowhere(
    words: str, wider: tuple[str, ...]
) -> None:
    assert PLACES.wider(words) == wider


@pytest.mark.parametrize(
    ("words", "name"), [("Viet Nam", "vietnam"), ("Gaza", "gaza strip"), ("Nowhere Town", "nowhere town")]
)
def test_spellings_of_one_place_are_one_name(words: str, name: str) -> None:
    assert PLACES.known(words) == name


def test_no_place_lies_in_itself_and_each_whole_is_a_name() -> None:
    for part, whole in PLACES.within.items():
        assert part not in PLACES.wider(part)
        assert PLACES.known(whole) == whole


def test_a_user_s_own_file_adds_places(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[within]\n"Lao Cai" = ["Three Rivers"]\n[also]\n"3 Rivers" = "Three Rivers"\n')
    assert load_places((own,)).wider("3 Rivers") == ("lao cai", "vietnam")
    assert PLACES.wider("Three Rivers") == ()


@pytest.mark.parametrize("text", ["within = 3", '[within]\n"Lao Cai" = "Sa Pa"', "[within"])
def test_a_file_of_another_shape_is_refused_by_its_name(tmp_path: Path, text: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(text)
    with pytest.raises(LexiconError, match=r"own\.toml"):
        load_places((own,))
