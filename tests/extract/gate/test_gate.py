import pytest

from reportedly.extract import make_gate
from reportedly.frames import load_frames
from reportedly.lexicon import load_gate_words, load_items
from reportedly.lexicon.package_data import read_lists
from reportedly.model import Block, BlockKind, Document, Span

GATE = make_gate(load_frames(), load_items())


def passed(*sentences: str, kind: BlockKind = BlockKind.BODY) -> list[str]:
    """Return what passes of one paragraph's sentences, which stands below a headline and a lead."""
    blocks, text = [], ""
    for each, words in (
        (BlockKind.HEADLINE, "A day"),
        (BlockKind.BODY, "It rained."),
        (kind, " ".join(sentences)),
    ):
        start = len(text)
        text += words + "\n\n"
        blocks.append(Block(each, Span(start, start + len(words)), "x"))
    document = Document("d", "u", "d", "text/plain", text, tuple(blocks))
    places = [(2, Span(at, at + len(s))) for s in sentences for at in [text.index(s)]]
    return [span.of(text) for _, span in GATE(document, places)]


@pytest.mark.parametrize(
    "sentence",
    [
        "They sent 40 trucks.",
        "Dozens of houses burnt down.",
        "The loan is worth $3 million.",
        "A badly burnt woman died on the way.",
        "Iran attacked Iraq.",
        "The minister will visit Oslo on Monday.",
        "It is the first visit of Norway's king to Chad.",
        "Norway gave arms to Kenya.",
        "Both sides signed a truce, Oslo said.",
        "Peru denied it.",
        "Two leaders were silent.",
        "The 1.5 million voters were silent.",
    ],
)
def test_a_sentence_that_may_bear_a_claim_passes(sentence):
    assert passed(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The town lies between old and long rivers.",
        "It was founded in 1921.",
        "She is 54, and lives in Bergen.",
        "The harbour is 12 kilometres away.",
        "The meeting room was empty.",
        "Visitors go to the old town.",
        "They gave way.",
        "Under the storm warning nobody may sail.",
        "COVID-19 is a disease.",
        "The quake had a strength of 5.8, then of 6.1.",
        "The two leaders were silent.",
    ],
)
def test_a_sentence_that_can_bear_none_is_stopped(sentence):
    assert passed(sentence) == []


@pytest.mark.parametrize("words", read_lists("gate.toml")["no_event"], ids=str)
def test_a_phrase_may_hide_a_word_that_opens_an_event_elsewhere(words):
    assert passed(words.text("example")) == []
    assert any(phrase in words.text("example").lower() for phrase in words.words("words"))


def test_such_a_word_still_opens_one_outside_the_phrase():
    told = ("Norway called Kenya.", "Norway carried rice to Kenya.", "Norway gave rice to Kenya.")
    assert passed(*told) == list(told)


def test_what_moves_must_get_somewhere_or_help_somebody():
    assert passed("To Norway and Kenya the ship brought joy.") == []
    assert passed("Norway flew doctors to Kenya.", "Norway flew doctors in support of Kenya.")
    assert passed("In return Norway shipped rice, and Kenya oil.")


def test_tables_and_captions_pass_whole():
    assert passed("Who says so", kind=BlockKind.TABLE) == ["Who says so"]
    assert passed("A street in Oslo", kind=BlockKind.CAPTION) == ["A street in Oslo"]


def test_the_sentence_that_opens_the_story_passes():
    text = "A day\n\nThe Hotel Corvo lies by the sea. Its rooms are small."
    blocks = (Block(BlockKind.HEADLINE, Span(0, 5), "x"), Block(BlockKind.BODY, Span(7, len(text)), "x"))
    first, second = Span(7, text.index(" Its")), Span(text.index("Its"), len(text))
    document = Document("d", "u", "d", "text/plain", text, blocks)
    assert list(GATE(document, [(1, first), (1, second)])) == [(1, first)]


def test_whoever_is_he_in_a_claim_is_read_too():
    told = ("The mayor, Ola Berg, was calm.", "He said 40 houses had burnt down.")
    assert passed("The sea is near.", *told) == list(told)


def test_so_is_who_speaks_again():
    told = ("The ministry was of two minds.", "The ministry counted 40 houses.")
    assert passed(*told) == list(told)


def test_a_name_is_read_where_it_is_given_in_full():
    told = ("Ola Berg was calm.", "The sea is near.", "Later Berg counted 40 houses.")
    assert passed(*told) == [told[0], told[2]]


def test_a_quotation_is_read_with_its_speaker():
    told = (
        "Berg was calm: “We had luck.",
        "It is over.",
        "We lost 40 houses.",
        "That is all,” the mayor said.",
    )
    assert passed(*told) == [told[0], told[2], told[3]]


def test_a_line_broken_in_two_is_read_whole():
    told = ("The storm destroyed 40 houses, state television", "reported.")
    assert passed(*told) == list(told)


def test_small_words_are_told_apart_once():
    words = load_gate_words()
    assert words.pronouns - {"whom", "him", "them", "us", "me", "her"} <= words.small
    assert all(word == word.lower() for word in words.small | words.going_on | words.speaks_again)
