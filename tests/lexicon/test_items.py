"""The things that news counts: every example of every group, and the laws of the table."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.lexicon import load_items, singularise

ITEMS = load_items()
LISTED = tomllib.loads(files("reportedly.lexicon").joinpath("items.toml").read_text("utf-8"))
EXAMPLES = [(group, *example) for group, entry in LISTED.items() for example in entry.get("examples", [])]


def found(words: str) -> str | None:
    thing = ITEMS.find(words.split())
    return thing.id if thing else None


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example[0]}: {example[1]}")
def test_every_example_finds_its_thing(example):
    _, words, *expected = example
    assert found(words) == (expected[0] if expected else None)


@pytest.mark.parametrize("group", [name for name in LISTED if name != "words"])
def test_every_group_has_examples(group):
    assert LISTED[group]["examples"]


@pytest.mark.parametrize("thing", ITEMS.things.values(), ids=lambda thing: thing.id)
def test_every_form_finds_its_thing_or_what_its_bearers_share(thing):
    for form in thing.say:
        assert thing.id in [name for name in ITEMS.things if ITEMS.is_a(name, found(form) or name)], form


@pytest.mark.parametrize("thing", ITEMS.things.values(), ids=lambda thing: thing.id)
def test_plurals_of_the_last_word_find_the_same(thing):
    for form in thing.say:
        last = form.split()[-1]
        if singularise(last + "s") == last and singularise(last) == last:
            assert found(form + "s") == found(form)


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("152mm artillery shells", "round_152mm"),
        ("152-mm artillery shells", "round_152mm"),
        ("152-millimetre artillery shells", "round_152mm"),
        ("152 - millimeter artillery shells", "round_152mm"),
        ("152 millimeter shells", "round_152mm"),
        ("122 mm rockets", "rocket_122mm"),
        ("122mm howitzers", "howitzer"),
        ("152 - mm shells", "round_152mm"),
        ("57mm rounds", "artillery_round"),
    ],
)
def test_a_calibre_is_read_in_every_spelling_and_picks_the_narrower_thing(words, thing):
    assert found(words) == thing


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("containers of artillery shells", "container"),
        ("containers full of shells", "container"),
        ("shiploads of shells", None),
        ("trucks with food", "truck"),
        ("tonnes of food", "food"),
        ("pieces of artillery", "artillery_system"),
        ("several types of missiles", "missile"),
    ],
)
def test_a_figure_about_a_carrier_is_no_figure_about_its_load(words, thing):
    assert found(words) == thing


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("surface - to - air missiles", "sam_missile"),
        ("F - 16 fighter jets", "combat_aircraft"),
        ("anti - tank missiles", "atgm"),
        ("self - propelled howitzers", "howitzer"),
        ("air-defense systems", "air_defence_system"),
        ("Air Defence systems", "air_defence_system"),
    ],
)
def test_words_cut_at_their_hyphens_are_joined_again(words, thing):
    assert found(words) == thing


def test_two_things_joined_are_what_both_are():
    assert found("men and women") == "person"
    assert found("missiles and drones") == "arms"
    assert found("tanks and bananas") is None


def test_a_word_of_two_things_is_what_both_are():
    assert found("guns") == "arms"
    assert found("trips") is None


@pytest.mark.parametrize("words", ["", "bananas", "of", "and", "artillery shells theory", "152mm", "the"])
def test_unknown_words_find_nothing(words):
    assert found(words) is None


def test_narrower_and_wider_things():
    assert ITEMS.is_a("round_152mm", "arms")
    assert not ITEMS.is_a("container", "arms")
    assert ITEMS.is_a("child", "person")
    assert "round_152mm" in ITEMS.narrower("munition")
    assert ITEMS.narrower("round_152mm") == ("round_152mm",)
    assert ITEMS.narrower("nothing") == ()
    assert ITEMS.wider("icbm") == ("icbm", "ballistic_missile", "missile", "arms")


def test_carriers_are_marked_and_shells_are_none():
    assert ITEMS.carrier("container")
    assert ITEMS.carrier("vessel")
    assert not ITEMS.carrier("artillery_round")
    assert not ITEMS.carrier("nothing")


def test_every_starter_id_is_kept():
    """Charts are kept by id: what once had one keeps it."""
    assert {"artillery_round", "round_152mm", "container", "teu", "soldier", "killed", "aid_military"} <= set(
        ITEMS.things
    )
    assert len(ITEMS.things) > 220


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("shells", "shell"),
        ("people", "people"),
        ("persons", "person"),
        ("troops", "troops"),
        ("personnel", "personnel"),
        ("aircraft", "aircraft"),
        ("series", "series"),
        ("bodies", "body"),
        ("buses", "bus"),
        ("houses", "house"),
        ("lives", "life"),
        ("boxes", "box"),
        ("batteries", "battery"),
        ("policewomen", "policewoman"),
        ("passers-by", "passer-by"),
        ("crises", "crisis"),
        ("casualties", "casualty"),
        ("churches", "church"),
        ("gas", "gas"),
        ("virus", "virus"),
        ("vehicles", "vehicle"),
        ("knives", "knife"),
        ("half-lives", "half-life"),
        ("Children", "child"),
    ],
)
def test_singular(many, one):
    assert singularise(many) == one


def test_the_singular_of_a_singular_is_itself():
    words = {word for thing in ITEMS.things.values() for form in thing.say for word in form.split()}
    once = {singularise(word) for word in words}
    assert {word for word in once if singularise(word) != word} == set()


@given(st.text(max_size=20))
def test_no_word_is_refused(word):
    assert isinstance(singularise(word), str)


@given(
    st.lists(
        st.sampled_from(["of", "and", "or", "shells", "152mm", "containers", "tonnes", "people", ",", "-"]),
        max_size=8,
    )
)
def test_no_phrase_is_refused(words):
    thing = ITEMS.find(words)
    assert thing is None or thing.id in ITEMS.things
