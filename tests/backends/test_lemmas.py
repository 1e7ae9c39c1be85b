import pytest

from reportedly.backends.lemmas import Lemmas, apply_rule
from reportedly.backends.sentencewise import WEIGHTS


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("said", "VBD", "say"),
        ("told", "VBD", "tell"),
        ("has", "VBZ", "have"),
        ("killed", "VBN", "kill"),
        ("Killed", "VBN", "kill"),
        ("KILLED", "VBN", "kill"),
        ("sent", "VBD", "send"),
        ("shipped", "VBD", "ship"),
        ("denies", "VBZ", "deny"),
        ("seized", "VBN", "seize"),
        ("supplying", "VBG", "supply"),
        ("launching", "VBG", "launch"),
        ("shelled", "VBD", "shell"),
        ("moored", "VBN", "moor"),
        ("besieged", "VBN", "besiege"),
        ("strafed", "VBD", "strafe"),
        ("slain", "VBN", "slay"),
        ("vowing", "VBG", "vow"),
        ("shells", "NNS", "shell"),
        ("batteries", "NNS", "battery"),
        ("casualties", "NNS", "casualty"),
        ("people", "NNS", "people"),
        ("children", "NNS", "child"),
        ("aircraft", "NNS", "aircraft"),
        ("series", "NNS", "series"),
        ("troops", "NNS", "troop"),
        ("NGOs", "NNS", "NGO"),
        ("fewer", "JJR", "few"),
    ],
)
def test_news_words_come_back_to_their_lemma(form, tag, lemma):
    pos = {"V": "VERB", "N": "NOUN", "J": "ADJ"}[tag[0]]
    assert Lemmas.load(WEIGHTS / "lemmas.json").lemma(form, pos, tag) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"), [("has", "have"), ("were", "be"), ("n't", "not"), ("’s", "be"), ("been", "be")]
)
def test_auxiliaries_come_back_to_their_verb(form, lemma):
    pos, tag = ("PART", "RB") if form == "n't" else ("AUX", "VBZ")
    assert Lemmas.load(WEIGHTS / "lemmas.json").lemma(form, pos, tag) == lemma


@pytest.mark.parametrize("name", ["Hamas", "Nations", "Bolívar", "Won"])
def test_names_stay_as_they_are_written(name):
    assert Lemmas({}).lemma(name, "PROPN", "NNP") == name


@pytest.mark.parametrize(
    ("word", "rule", "lemma"), [("carried", "3y", "carry"), ("went", "4go", "go"), ("kill", "0", "kill")]
)
def test_a_rule_says_what_goes_and_what_comes(word, rule, lemma):
    assert apply_rule(word, rule) == lemma


def test_the_longest_ending_speaks():
    table = {"VBD": {"ed": "2", "ied": "3y", "^died": "1"}}
    read = [Lemmas(table).lemma(w, "VERB", "VBD") for w in ("landed", "denied", "died")]
    assert read == ["land", "deny", "die"]
