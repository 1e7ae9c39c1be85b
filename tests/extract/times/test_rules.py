"""Every rule of the lexicon reads its own example."""

import pytest

from reportedly.errors import LexiconError
from reportedly.extract.times.readers import READERS
from reportedly.extract.times.row.grammar import _shape, phrases
from reportedly.extract.times.row.scan import scan
from reportedly.lexicon import load_times

RULES = load_times().rules


def readers_of(text: str) -> set[str]:
    row = scan(text)
    return {phrase.reader for at in range(len(row.row)) for phrase in phrases(row, at)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.reader}: {rule.example}")
def test_a_rule_fits_its_example(rule):
    assert rule.reader in readers_of(rule.example)


def test_every_rule_has_a_reader_and_every_reader_a_rule():
    assert {rule.reader for rule in RULES} == set(READERS)


def test_an_unknown_class_is_named():
    with pytest.raises(LexiconError, match="FLUMMOX"):
        _shape("THE FLUMMOX")


def test_an_open_bracket_is_named():
    with pytest.raises(LexiconError, match="bracket"):
        _shape("day:(DAY")
