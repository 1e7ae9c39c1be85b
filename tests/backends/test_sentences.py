import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.backends import split_sentences
from reportedly.model import Span

RULES = tomllib.loads(resources.files("reportedly.backends").joinpath("sentences.toml").read_text("utf-8"))


def cut(text):
    return [span.of(text) for span in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "example", [entry["example"] for entry in RULES["abbreviation"]] + [RULES["speech"]["example"]]
)
def test_every_rule_cuts_its_own_example(example):
    assert cut(example.replace(" | ", " ")) == example.split(" | ")


@pytest.mark.parametrize(
    "marked",
    [
        "The ship left port. | It carried shells.",
        "He said: “It is over.” | Then he left.",
        '"We will not stop," he said. | "We cannot."',
        "The price rose 4.8 percent to $1.2 billion. | Exports fell.",
        "Was it a strike? | Nobody knows.",
        "“Why now?” asked Mrs. Bello.",
        '"Thousands of shells are on their way. » | Others agreed.',
        "The U.S. Navy fired. | The ship sank.",
        "It happened in the U.S. | The police came.",
        "J. R. Okafor met George W. Hale on Jan. 5 at 5 p.m. local time. | They spoke.",
        "Container No. 5 was empty. | No. 6 was not.",
        "“I said no.” | He said it twice.",
        "(The count excludes Gaza.) | It covers three months.",
        "The count rose by half. [3] | It fell later.[4][5] | It rose again.",
        "“Reagan and [George H. W.] Bush won,” Haddad et al. [12] wrote.",
        "They counted the mass. | Kyiv fell ill. | Troops came in. | Ships left Va. Tuesday.",
        "They fled… | The road was cut.",
        "1. North Korea sent shells. | Russia denied it.",
        "Shells, drones, etc. were found. | All were burnt.",
        "Visit gov.uk for details. | Call 999.",
        "The iPhone sold well. | iPads did not.",
        "Prices fell by 3. | 5 percent was expected.",
        "KYIV, Ukraine (News Wire) — | Drones hit a depot. | No one was hurt.",
        "BRUSSELS — | The council met.",
        "BRUSSELS ― | The council met.",
        "KYIV/LVIV (News Wire) - | Drones hit a depot.",
        "NEW YORK, June 16 (Wire) - | Prices fell.",
        "Oslo (Wire) -- | “We saw it,” she said.",
        "WASHINGTON, D.C. – | The count rose.",
        "NATO — an alliance of thirty-two — met.",
        "COVID-19 cases rose.",
        "T-72 tanks came.",
        "U.S. - Russia talks began.",
        "He left — The door closed.",
    ],
)
def test_it_cuts_where_a_reader_would(marked):
    assert cut(marked.replace(" | ", " ")) == marked.split(" | ")


def test_a_space_lost_after_a_full_stop_is_missed_only_by_the_eye():
    assert cut("Moscow denied it.The army did not.") == ["Moscow denied it.", "The army did not."]


@pytest.mark.parametrize("newline", ["\n", "\n\n", "\r\n", "\u2028"])
def test_a_new_line_always_ends_a_sentence(newline):
    assert cut(f"North Korea{newline}sends shells") == ["North Korea", "sends shells"]


def test_bullets_part_the_items_of_a_list():
    assert cut("10 tanks • 4 aircraft • 2 ships") == ["10 tanks", "• 4 aircraft", "• 2 ships"]


def test_only_the_span_is_cut():
    text = "One went. Two came. Three stayed."
    assert [s.of(text) for s in split_sentences(text, Span(10, 19))] == ["Two came."]


PIECES = st.sampled_from(
    [
        "Gen.",
        "U.S.",
        "said",
        "No.",
        "5",
        "4.8",
        "“",
        "”",
        '"',
        "?",
        "!",
        ".",
        "\n",
        " ",
        "  ",
        "The",
        "…",
        "»",
        "(",
        ")",
        "é",
        "•",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60))
def test_sentences_run_forward_and_leave_out_only_white_space(text):
    spans = list(split_sentences(text, Span(0, len(text))))
    at = 0
    for span in spans:
        assert span.start >= at
        assert not text[at : span.start].strip()
        assert span.of(text) == span.of(text).strip() != ""
        at = span.end
    assert not text[at:].strip()
