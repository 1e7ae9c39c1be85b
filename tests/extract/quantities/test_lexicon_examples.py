"""Every entry of the number, unit, money, hedge and giveaway lists reads its own example."""

import tomllib
from importlib.resources import files

import pytest

from reportedly.extract.quantities import find_quantities
from reportedly.extract.quantities.text.plurals import singular
from reportedly.lexicon import load_hedges, load_not_figures, load_nouns, load_numbers
from reportedly.model import Bound, Change, Measure, Quantity


def entries(file: str, table: str) -> list[dict[str, object]]:
    lists = tomllib.loads(files("reportedly.lexicon").joinpath(file).read_text("utf-8"))
    return lists[table]


def cases(file: str, *tables: str) -> list[object]:
    return [
        pytest.param(entry, id=f"{table}: {entry['example']}")
        for table in tables
        for entry in entries(file, table)
    ]


def read(example: object) -> list[Quantity]:
    return list(find_quantities(str(example)))


@pytest.mark.parametrize("entry", cases("numbers.toml", "cardinal"))
def test_a_number_word_has_its_value(entry):
    assert entry["value"] in [q.low for q in read(entry["example"])]


@pytest.mark.parametrize("entry", cases("numbers.toml", "scale", "suffix", "group"))
def test_a_multiplier_multiplies(entry):
    assert any(q.low and q.low >= entry["value"] and q.bound is Bound.EXACT for q in read(entry["example"]))


@pytest.mark.parametrize("entry", cases("numbers.toml", "fraction"))
def test_a_fraction_is_a_share(entry):
    (share,) = read(entry["example"])
    assert share.measure is Measure.SHARE
    assert round(share.high * entry["value"], 6) >= 1
    assert share.unit


@pytest.mark.parametrize("entry", cases("numbers.toml", "ordinal"))
def test_a_rank_is_kept_apart(entry):
    ranks = [q for q in read(entry["example"]) if q.measure is Measure.ORDINAL]
    assert [q.low for q in ranks] == [entry["value"]]


@pytest.mark.parametrize("entry", cases("numbers.toml", "magnitude", "vague"))
def test_a_vague_word_is_a_floor_without_a_ceiling(entry):
    vague = read(entry["example"])[0]
    assert vague.bound is Bound.VAGUE
    assert (vague.low, vague.high) == (entry.get("low"), None)
    assert vague.band == ((entry["low"], entry["high"]) if "high" in entry else None)


@pytest.mark.parametrize("entry", cases("hedges.toml", "hedge"))
def test_a_hedge_opens_its_number_as_it_says(entry):
    figure = read(entry["example"])[0]
    assert figure.bound == entry["bound"]
    assert figure.approximate == (entry.get("approximate", False))
    assert str(entry["words"]).lower() in figure.words.lower()


@pytest.mark.parametrize("entry", cases("hedges.toml", "increment"))
def test_an_increment_is_marked(entry):
    assert [q.increment for q in read(entry["example"])] == [True]


@pytest.mark.parametrize("entry", entries("hedges.toml", "change"))
def test_a_change_word_gives_the_direction(entry):
    for word in entry["words"]:
        (figure,) = read(f"Output {word} 12 percent.")
        assert figure.change is Change(entry["direction"]), word


@pytest.mark.parametrize("entry", entries("hedges.toml", "behind"))
def test_a_word_behind_a_figure_gives_the_direction(entry):
    for word in entry["words"]:
        (figure,) = read(f"It was a 12 percent {word}.")
        assert figure.change is Change(entry["direction"]), word


@pytest.mark.parametrize("word", sorted(load_hedges().spreads))
def test_a_spread_is_no_move(word):
    (figure,) = read(f"Output fell and {word} from 30 to 40 tonnes.")
    assert (figure.bound, figure.low, figure.high) == (Bound.RANGE, 30, 40)


@pytest.mark.parametrize("word", sorted(load_nouns().idle))
def test_an_idle_noun_counts_nothing(word):
    assert word not in {q.unit for q in read(f"He learned a {word} or two.")}


@pytest.mark.parametrize("word", sorted(load_not_figures().calls))
def test_a_number_that_is_called_is_no_figure(word):
    assert [q.measure for q in read(f"You may {word} 555-2143 now.")] == [Measure.ADDRESS]
    assert [q.measure for q in read("You may see 555-2143 now.")] != [Measure.ADDRESS]


@pytest.mark.parametrize("entry", cases("units.toml", "unit"))
def test_a_unit_is_read_by_its_name(entry):
    assert entry["name"] in {q.unit or q.per for q in read(entry["example"])} | {
        q.per for q in read(entry["example"])
    }


@pytest.mark.parametrize("entry", cases("units.toml", "unit"))
def test_every_form_of_a_unit_is_read(entry):
    for form in (*entry.get("words", []), *entry.get("symbols", [])):
        glued = [q.unit for q in read(f"It took 40{form} in all.")]
        spaced = [q.unit for q in read(f"It took 40 {form} in all.")]
        tied = [q.unit for q in read(f"It was a 40-{form} wait.")]
        assert entry["name"] in glued + spaced + tied or form in AMBIGUOUS, form


AMBIGUOUS = {"kt", "F", "PS", "C"}


@pytest.mark.parametrize("entry", cases("units.toml", "rate"))
def test_a_rate_is_read(entry):
    assert entry["word"] in {q.per for q in read(entry["example"])}


@pytest.mark.parametrize("entry", cases("units.toml", "rated"))
def test_a_short_form_of_a_rate_is_read(entry):
    assert (entry["unit"], entry["per"]) in {(q.unit, q.per) for q in read(entry["example"])}
    for word in entry["words"]:
        assert (entry["unit"], entry["per"]) in {(q.unit, q.per) for q in read(f"It makes 40 {word} now.")}


@pytest.mark.parametrize("word", sorted(load_numbers().openers))
def test_a_bare_dozen_is_one_dozen(word):
    assert [q.low or q.high for q in read(f"They fed {word} dozen men.")][-1] == 12


@pytest.mark.parametrize("step", load_numbers().steps)
def test_two_magnitudes_are_one_amount(step):
    (figure,) = read(f"It hurt dozens{step if step[0] == ',' else ' ' + step} hundreds of men.")
    assert (figure.low, figure.band, figure.unit) == (24, (24, 999), "man")


@pytest.mark.parametrize("word", sorted(load_hedges().negations - {"no", "nothing", "neither"}))
def test_a_negation_turns_a_comparative_round(word):
    (figure,) = read(f"The count {word} exceed 40.")
    assert (figure.bound, figure.low, figure.high) == (Bound.AT_MOST, None, 40)


@pytest.mark.parametrize("verb", sorted(load_hedges().part_of_verb))
def test_a_verb_with_up_or_down_tells_of_no_move(verb):
    assert [q.change for q in read(f"They {verb} 40 tonnes.")] == [None]


@pytest.mark.parametrize("word", sorted(load_nouns().tallied))
def test_a_tally_names_what_its_number_counts(word):
    (figure,) = read(f"{word.capitalize()} rose to 41 on Monday.")
    assert figure.unit == singular(word)


@pytest.mark.parametrize("word", sorted(load_nouns().bodies))
def test_a_body_of_people_is_so_many_strong(word):
    assert [q.unit for q in read(f"A 500-strong {word} left.")] == ["person"]


@pytest.mark.parametrize("entry", cases("currencies.toml", "currency"))
def test_money_has_its_code(entry):
    figure = read(entry["example"])[-1]
    assert (figure.currency, figure.measure) == (entry["code"], Measure.MONEY)


@pytest.mark.parametrize("entry", cases("currencies.toml", "currency"))
def test_every_sign_and_word_of_a_currency_is_read(entry):
    for sign in entry["signs"]:
        assert entry["code"] in {q.currency for q in read(f"It cost {sign}70 million.")}, sign
    for word in (*entry["words"], *entry.get("needs_scale", [])):
        assert entry["code"] in {q.currency for q in read(f"It cost 70 million {word} in all.")}, word


@pytest.mark.parametrize("entry", cases("currencies.toml", "coin"))
def test_a_coin_keeps_its_name(entry):
    (figure,) = read(entry["example"])
    assert (figure.unit, figure.measure, figure.currency) == (entry["unit"], Measure.MONEY, None)


@pytest.mark.parametrize("entry", cases("not_figures.toml", "cue"))
def test_a_giveaway_is_recognised(entry):
    assert entry["measure"] in {q.measure for q in read(entry["example"])}


@pytest.mark.parametrize("entry", cases("not_figures.toml", "phrase", "idiom"))
def test_an_idiom_bears_no_figure(entry):
    assert all(q.measure is Measure.NAME and q.low is None for q in read(entry["example"]))
