"""A parse says by the tense which way a bare weekday looks; without one, the words do."""

from datetime import date

import pytest

from reportedly.extract.times import find_times
from reportedly.model import Parse, Sentence, Span, Token

ANCHOR = date(2024, 6, 16)
AHEAD, BEHIND = date(2024, 6, 17), date(2024, 6, 10)


def parsed(*rows: tuple[str, str, str, str, int]) -> tuple[str, Parse]:
    """Build a sentence of (word, lemma, pos, tag, head) rows, words parted by blanks."""
    tokens, at = [], 0
    for text, lemma, pos, tag, head in rows:
        tokens.append(Token(Span(at, at + len(text)), text, lemma, pos, tag, "dep", head))
        at += len(text) + 1
    words = " ".join(row[0] for row in rows)
    return words, Parse("d", "hand", (Sentence(Span(0, len(words)), tuple(tokens), 0),))


def start(text: str, parse: Parse | None) -> date | None:
    (time,) = find_times(text, anchor=ANCHOR, parse=parse)
    assert time.period is not None
    return time.period.start


RESUME = (
    ("Talks", "talk", "NOUN", "NNS", 1),
    ("resume", "resume", "VERB", "VBP", 1),
    ("Monday", "Monday", "PROPN", "NNP", 1),
)
WILL = (
    ("Talks", "talk", "NOUN", "NNS", 2),
    ("will", "will", "AUX", "MD", 2),
    ("stall", "stall", "VERB", "VB", 2),
    ("Monday", "Monday", "PROPN", "NNP", 2),
)
SWAM = (
    ("They", "they", "PRON", "PRP", 1),
    ("swam", "swim", "VERB", "VBD", 1),
    ("home", "home", "ADV", "RB", 1),
    ("Monday", "Monday", "PROPN", "NNP", 1),
)
QUOTED = (
    ("They", "they", "PRON", "PRP", 1),
    ("said", "say", "VERB", "VBD", 1),
    ("talks", "talk", "NOUN", "NNS", 4),
    ("will", "will", "AUX", "MD", 4),
    ("stall", "stall", "VERB", "VB", 1),
    ("Monday", "Monday", "PROPN", "NNP", 4),
)


@pytest.mark.parametrize(("rows", "day"), [(RESUME, AHEAD), (WILL, AHEAD), (SWAM, BEHIND), (QUOTED, AHEAD)])
def test_the_tense_of_the_governing_verb_decides(rows, day):
    text, parse = parsed(*rows)
    assert start(text, parse) == day


def test_without_a_parse_the_nearest_telling_word_decides():
    text, _ = parsed(*QUOTED)
    assert start(text, None) == AHEAD


def test_words_right_before_a_day_outdo_the_tense():
    text, parse = parsed(
        ("They", "they", "PRON", "PRP", 1),
        ("slept", "sleep", "VERB", "VBD", 1),
        ("until", "until", "ADP", "IN", 1),
        ("Monday", "Monday", "PROPN", "NNP", 1),
    )
    (time,) = find_times(text, anchor=ANCHOR, parse=parse)
    assert time.period.last == AHEAD
