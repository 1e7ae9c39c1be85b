"""Every cue word stands with a sentence in which it is read."""

from functools import cache

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract.attributions import find_attributions
from reportedly.lexicon import load_cues
from reportedly.model import Attribution, Block, BlockKind, Document, Span

READ = (
    "say",
    "hold",
    "show",
    "will",
    "judge",
    "own",
    "thing",
    "toward",
    "stance",
    "noun",
    "passive",
    "styled",
    "adverb",
)
# Sentences of one verb that the shipped parser takes for something else; the rule is right, the tree is not.
MISREAD_AT_MOST = 0.08


@cache
def parser() -> BiaffineParser:
    return BiaffineParser()


def read(text: str) -> tuple[Attribution, ...]:
    document = Document("d", "", "", "text/plain", text, (Block(BlockKind.BODY, Span(0, len(text)), ""),))
    return find_attributions(document, parser().parse(document), (), attitudes=True)


@pytest.mark.engine
@pytest.mark.parametrize("table", READ)
def test_each_word_is_read_in_its_example(table):
    words = getattr(load_cues(), table)
    missed = [word for word, example in words.items() if not read(example)]
    assert len(missed) <= max(1, MISREAD_AT_MOST * len(words)), missed


@pytest.mark.parametrize("table", ["document", "anonymous", "body", "lean", *READ])
def test_each_word_has_a_sentence_of_its_own(table):
    for word, example in getattr(load_cues(), table).items():
        assert example[0].isupper() or example[0] in "\"'", word
        assert example.rstrip('"').endswith((".", ",")) or example.endswith('."'), word


@pytest.mark.engine
@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Six carts came, by the count of the mayor, who sold bread.", "the count of the mayor", "Six carts came"),
        ("Six carts came, by the mayor's reckoning.", "the mayor's reckoning", "Six carts came"),
        ("Six carts came, by a United Nations tally, and two left.", "a United Nations tally", "Six carts came"),
        ("In May, by the army's count, six carts came.", "the army's count", "In May six carts came"),
    ],
)  # fmt: skip
def test_a_count_that_somebody_owns_is_a_source_behind_what_it_counts(text, source, content):
    (said,) = read(text)
    assert said.chain[-1].words == source
    assert " ".join(span.of(text).strip(" ,") for span in said.content).startswith(content)


@pytest.mark.engine
def test_the_count_of_a_vote_is_nobody_s_word():
    assert not read("The bill passed, by a count of 54 to 46.")
