"""Words of another class than the parser took them for."""

from tests.extract.roles.trees import sentence

from reportedly.extract.mending import mend


def test_a_noun_with_a_subject_and_an_object_is_a_verb() -> None:
    mended = mend(sentence("Chad|PROPN|nsubj|2 issues|NOUN|root|0|NNS permits|NOUN|obj|2|NNS"))
    assert (mended.tokens[1].pos, mended.tokens[1].tag) == ("VERB", "VBZ")


def test_a_noun_without_an_object_stays_one() -> None:
    plain = sentence("the|DET|det|2 issues|NOUN|nsubj|3|NNS mattered|VERB|root|0|VBD")
    assert mend(plain) == plain


def test_the_capital_that_opens_a_sentence_makes_no_name_of_a_sort_of_body() -> None:
    told = "Carmaker|PROPN|compound|2|NNP Ford|PROPN|nsubj|3|NNP hired|VERB|root|0|VBD Lee|PROPN|obj|3|NNP"
    assert mend(sentence(told)).tokens[0].pos == "NOUN"


def test_a_name_that_opens_a_sentence_stays_one() -> None:
    told = "Norway|PROPN|compound|2|NNP Post|PROPN|nsubj|3|NNP hired|VERB|root|0|VBD Lee|PROPN|obj|3|NNP"
    assert mend(sentence(told)).tokens[0].pos == "PROPN"
