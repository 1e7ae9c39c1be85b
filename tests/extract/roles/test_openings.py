"""Which words open which frames, by hand-built sentences."""

from reportedly.extract.roles import openings
from reportedly.frames import load_frames

from .trees import tree


def opened(notation: str) -> set[tuple[str, str]]:
    """The words and frames that a sentence opens."""
    grown = tree(notation)
    return {(grown.tokens[o.at].text, o.frame.name) for o in openings(grown, load_frames())}


def test_a_phrase_needs_its_second_word() -> None:
    start = "The|DET|det|2 flood|NOUN|nsubj|3 claim|VERB|root|0|VB"
    assert ("claim", "casualty") in opened(f"{start} life|NOUN|obj|3")
    assert ("claim", "casualty") not in opened(f"{start} land|NOUN|obj|3")


def test_a_transfer_without_a_goal_opens_nothing() -> None:
    assert not [o for o in opened("Norway|PROPN|nsubj|2 send|VERB|root|0|VB") if o[1] == "transfer"]


def test_a_participle_tagged_as_an_adjective_still_opens_its_verb() -> None:
    found = opened("Two|NUM|nummod|2 men|NOUN|nsubj:pass|4 were|AUX|aux:pass|4 wounded|ADJ|root|0|JJ")
    assert ("wounded", "casualty") in found


def test_an_auxiliary_opens_nothing() -> None:
    assert not [o for o in opened("He|PRON|nsubj|3 has|AUX|aux|3 left|VERB|root|0|VBN") if o[0] == "has"]
