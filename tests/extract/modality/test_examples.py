"""Every modal word stands with a sentence that is read as its table says."""

from functools import cache

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract.modality import is_unverified, read_voice, takes_back
from reportedly.lexicon import load_certainty, load_modality, modality_examples
from reportedly.model import Block, BlockKind, Document, Link, Modality, Polarity, Sentence, SourceRole, Span

ASKED = {
    "verb": "modality",
    "adjective": "modality",
    "noun": "modality",
    "particle": "modality",
    "holds": "modality",
    "falls": "modality",
    "stage": "stage",
    "attempts": "stage",
    "guesses": "modality",
    "negates": "polarity",
    "fails": "polarity",
    "raising": "polarity",
}


@cache
def parser() -> BiaffineParser:
    return BiaffineParser()


def sentence(text: str) -> Sentence:
    document = Document("d", "", "", "text/plain", text, (Block(BlockKind.BODY, Span(0, len(text)), ""),))
    return parser().parse(document).sentences[0]


def misread(example) -> bool:
    read = sentence(example.sentence)
    at = next(i for i, t in enumerate(read.tokens) if t.text == example.asked)
    return getattr(read_voice(read, at), ASKED[example.table]) != example.answer


@pytest.mark.engine
def test_each_word_turns_its_clause():
    """At most one in fifty may fall to the parser; the rules themselves are the same for all."""
    examples = list(modality_examples())
    missed = [e.sentence for e in examples if misread(e)]
    assert len(missed) <= len(examples) / 50, missed


@pytest.mark.engine
@pytest.mark.parametrize("entry", load_certainty().likelihoods, ids=lambda e: e.words)
def test_likelihood_words_keep_their_band(entry):
    found = load_certainty().pattern.search(entry.example)
    assert found is not None
    named = load_certainty().named(found.group())
    assert named is not None
    assert named.band == entry.band


@pytest.mark.engine
def test_a_cue_in_another_sentence_turns_the_voice():
    read = sentence("The ships had left the port.")
    link = Link(SourceRole.INSTITUTION, words="the embassy", cue="denied")
    assert read_voice(read, 3, link).modality is Modality.DENIED


@pytest.mark.engine
@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("At least no fewer than 300 crates have left Kenya for Chad since May.", Polarity.POSITIVE),
        ("Not less than 40 trucks left the port, no later than Monday.", Polarity.POSITIVE),
        ("No more crates have left Kenya.", Polarity.NEGATIVE),
    ],
)
def test_a_limit_denies_nothing(text, polarity):
    read = sentence(text)
    assert read_voice(read, [token.text for token in read.tokens].index("left")).polarity is polarity


@pytest.mark.engine
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The toll could not be independently verified.", True),
        ("Reuters could not immediately verify the report.", True),
        ("The police verified the report.", False),
    ],
)
def test_what_could_not_be_verified_is_marked(text, said):
    assert is_unverified(sentence(text)) is said


@pytest.mark.engine
@pytest.mark.parametrize("words", load_certainty().examples["unverified"])
def test_each_way_to_say_unverified_is_read_in_its_example(words):
    assert is_unverified(sentence(load_certainty().examples["unverified"][words]))


@pytest.mark.engine
@pytest.mark.parametrize("noun", load_certainty().examples["pointing"])
def test_each_noun_points_back_in_its_example(noun):
    _, pointing = load_certainty().examples["pointing"][noun].split(". ")
    assert takes_back(sentence(pointing))


def test_the_codebook_knows_every_modality():
    assert set(load_modality().codebook) == {m.value for m in Modality}
