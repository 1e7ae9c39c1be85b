"""Clauses that were read as part of another one, or not as clauses at all."""

from tests.extract.roles.trees import sentence

from reportedly.extract.mending import mend


def test_a_finite_verb_heads_the_sentence_that_a_count_opens() -> None:
    read = sentence(
        "By|ADP|case|2|IN count|NOUN|root|0|NN ,|PUNCT|punct|2|, six|NUM|nummod|5|CD planes|NOUN|appos|2|NNS "
        "have|AUX|aux|7|VBP left|VERB|acl:relcl|5|VBN"
    )
    mended = mend(read)
    assert mended.root == 6
    assert [(mended.tokens[i].dep, mended.tokens[i].head) for i in (1, 4)] == [("obl", 6), ("nsubj", 6)]


def test_a_relative_clause_stays_one() -> None:
    plain = sentence(
        "By|ADP|case|2|IN count|NOUN|root|0|NN of|ADP|case|4|IN planes|NOUN|nmod|2|NNS "
        "that|PRON|nsubj|6|WDT left|VERB|acl:relcl|4|VBD"
    )
    assert mend(plain) == plain


def test_a_place_stays_in_its_clause() -> None:
    read = sentence(
        "turn|NOUN|root|0|NN :|PUNCT|punct|1|: Lee|PROPN|nsubj|4|NNP due|ADJ|parataxis|1|JJ in|ADP|case|6|IN "
        "Oslo|PROPN|nmod|1|NNP soon|ADV|advmod|4|RB"
    )
    mended = mend(read).tokens
    assert (mended[5].dep, mended[5].head) == ("obl", 3)


def test_a_clause_that_leaves_out_its_were_is_read() -> None:
    read = sentence(
        "two|NUM|nsubj:pass|3|CD were|AUX|aux:pass|3|VBD killed|VERB|root|0|VBN and|CCONJ|cc|5|CC "
        "four|NUM|conj|3|CD wounded|VERB|acl|5|VBN"
    )
    mended = mend(read).tokens
    assert (mended[4].dep, mended[4].head) == ("nsubj:pass", 5)
    assert (mended[5].dep, mended[5].head) == ("conj", 2)
