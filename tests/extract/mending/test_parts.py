"""Parts of one clause that hang on the wrong word of it."""

import pytest
from tests.extract.roles.trees import sentence

from reportedly.extract.mending import mend


def hung(notation: str, at: int) -> tuple[str, str]:
    """Return how a word hangs after mending, and on which word."""
    mended = mend(sentence(notation)).tokens
    return mended[at].dep, mended[mended[at].head].text


@pytest.mark.parametrize(
    ("notation", "at", "dep", "head"),
    [
        pytest.param(
            "two|NUM|nummod|2|CD search|NOUN|compound|3|NN teams|NOUN|nsubj|4|NNS left|VERB|root|0|VBD",
            0, "nummod", "teams", id="a number counts the noun that is many",
        ),
        pytest.param(
            "it|PRON|nsubj|2|PRP counts|VERB|root|0|VBZ 700|NUM|nummod|4|CD injured|VERB|xcomp|2|VBN",
            3, "obj", "counts", id="a participle with a number is what is counted",
        ),
        pytest.param(
            "Chad|PROPN|nsubj|2|NNP asked|VERB|root|0|VBD Norway|PROPN|iobj|2|NNP for|ADP|case|5|IN "
            "money|NOUN|compound|3|NN",
            4, "obl", "asked", id="what stands behind a preposition is no part of a name before it",
        ),
        pytest.param(
            "gunman|NOUN|compound|3|NN shot|VERB|root|0|VBD shoppers|NOUN|obj|2|NNS",
            0, "nsubj", "shot", id="no verb stands inside a compound",
        ),
        pytest.param(
            "With|ADP|case|2|IN help|NOUN|obl|5|NN ,|PUNCT|punct|2|, teams|NOUN|conj|2|NNS left|VERB|root|0|VBD",
            3, "nsubj", "left", id="a noun behind the words in front is the subject",
        ),
        pytest.param(
            "hurt|VERB|ccomp|3|VBN ,|PUNCT|punct|1|, said|VERB|root|0|VBD police|NOUN|nsubj:pass|1|NN",
            3, "nsubj", "said", id="who stands behind a saying says it",
        ),
        pytest.param(
            "Lee|PROPN|nsubj|2|NNP called|VERB|root|0|VBD President|PROPN|nmod:desc|4|NNP Khan|PROPN|xcomp|2|NNP",
            3, "obj", "called", id="a titled name is called, and nothing is called so",
        ),
    ],
)  # fmt: skip
def test_a_part_is_hung_where_it_belongs(notation: str, at: int, dep: str, head: str) -> None:
    assert hung(notation, at) == (dep, head)


@pytest.mark.parametrize(
    "notation",
    [
        "two|NUM|nummod|2|CD teams|NOUN|nsubj|3|NNS left|VERB|root|0|VBD",
        "help|NOUN|nsubj|4|NN and|CCONJ|cc|3|CC teams|NOUN|conj|1|NNS left|VERB|root|0|VBD",
        "Lee|PROPN|nsubj|2|NNP called|VERB|root|0|VBD him|PRON|obj|2|PRP Khan|PROPN|xcomp|2|NNP",
    ],
)
def test_what_hangs_rightly_stays(notation: str) -> None:
    plain = sentence(notation)
    assert mend(plain) == plain
