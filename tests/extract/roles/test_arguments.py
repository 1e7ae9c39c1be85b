"""Who does what to whom, whatever the voice: sentences built by hand, no engine."""

import pytest

from reportedly.extract.roles import agent, case_of, patient, prepositional, surface_subject

from .trees import tree, word

ACTIVE = "Norway|PROPN|nsubj|2 sent|VERB|root|0|VBD shells|NOUN|obj|2 to|ADP|case|5 Kenya|PROPN|obl|2"
PASSIVE = "Shells|NOUN|nsubj:pass|3 were|AUX|aux:pass|3 sent|VERB|root|0|VBN by|ADP|case|5 Norway|PROPN|obl|3"
REDUCED = "Shells|NOUN|nsubj|5 sent|VERB|acl|1|VBN by|ADP|case|4 Norway|PROPN|obl|2 exploded|VERB|root|0|VBD"
CONTROL = "Norway|PROPN|nsubj|2 plans|VERB|root|0|VBZ to|PART|mark|4 send|VERB|xcomp|2|VB shells|NOUN|obj|4"
ORDER = "Norway|PROPN|nsubj|2 told|VERB|root|0|VBD Kenya|PROPN|obj|2 to|PART|mark|5 send|VERB|xcomp|2|VB shells|NOUN|obj|5"
SUSPICION = (
    "Norway|PROPN|nsubj|2 suspects|VERB|root|0|VBZ Kenya|PROPN|obj|2 of|SCONJ|mark|5 sending|VERB|advcl|2|VBG "
    "shells|NOUN|obj|5"
)
NOUN_PLAN = (
    "Norway|PROPN|nmod:poss|3 's|PART|case|1 plan|NOUN|nsubj|7 to|PART|mark|5 send|VERB|acl|3|VB "
    "shells|NOUN|obj|5 failed|VERB|root|0|VBD"
)
RELATIVE = "the|DET|det|2 shells|NOUN|root|0 that|PRON|obj|6 Kenya|PROPN|nsubj|6 has|AUX|aux|6 received|VERB|acl:relcl|2|VBN"
KEPT = "Kenya|PROPN|nsubj:pass|3 was|AUX|aux:pass|3 given|VERB|root|0|VBN 300|NUM|nummod|5 tents|NOUN|obl:unmarked|3"
SHARED = "Rebels|NOUN|nsubj|2 killed|VERB|root|0|VBD ten|NUM|obj|2 and|CCONJ|cc|5 wounded|VERB|conj|2|VBD five|NUM|obj|5"
SAID = "Murphy|PROPN|nsubj|2 said|VERB|root|0|VBD floods|NOUN|nsubj|4 killed|VERB|ccomp|2|VBD ten|NUM|obj|4"


@pytest.mark.parametrize(
    ("notation", "verb", "doer", "done"),
    [
        (ACTIVE, 1, "Norway", "shells"),
        (PASSIVE, 2, "Norway", "Shells"),
        (REDUCED, 1, "Norway", "Shells"),
        (CONTROL, 3, "Norway", "shells"),
        (ORDER, 4, "Kenya", "shells"),
        (SUSPICION, 4, "Kenya", "shells"),
        (NOUN_PLAN, 4, "Norway", "shells"),
        (RELATIVE, 5, "Kenya", "shells"),
        (KEPT, 2, None, "tents"),
        (SHARED, 4, "Rebels", "five"),
        (SAID, 3, "floods", "ten"),
    ],
    ids=[
        "active",
        "passive",
        "reduced",
        "control",
        "order",
        "suspicion",
        "plan",
        "relative",
        "kept",
        "shared",
        "said",
    ],
)
def test_doer_and_done_to_are_found_in_every_voice(
    notation: str, verb: int, doer: str | None, done: str
) -> None:
    grown = tree(notation)
    assert word(grown, agent(grown, verb)) == doer
    assert word(grown, patient(grown, verb)) == done


def test_a_passive_keeps_its_grammatical_subject() -> None:
    grown = tree(KEPT)
    assert word(grown, surface_subject(grown, 2)) == "Kenya"


def test_according_to_is_no_direction() -> None:
    grown = tree(
        "According|VERB|case|3 to|ADP|fixed|1 Oslo|PROPN|obl|5 shells|NOUN|nsubj|5 left|VERB|root|0|VBD"
    )
    assert case_of(grown, 2) == "according"
    assert not list(prepositional(grown, 4, "to"))


def test_the_second_of_from_and_to_is_found_where_a_parser_nests_it() -> None:
    grown = tree(
        "Shells|NOUN|nsubj|2 sailed|VERB|root|0|VBD from|ADP|case|4 Norway|PROPN|obl|2 to|ADP|case|6 Kenya|PROPN|nmod|4"
    )
    assert [word(grown, at) for at in prepositional(grown, 1, "to")] == ["Kenya"]


def test_a_hedge_does_not_hide_an_object() -> None:
    grown = tree(
        "Norway|PROPN|nsubj|2 sent|VERB|root|0|VBD as|ADV|advmod|4 many|ADJ|advmod|2 as|ADP|case|7 40|NUM|nummod|7 shells|NOUN|obl|2"
    )
    assert word(grown, patient(grown, 1)) == "shells"
