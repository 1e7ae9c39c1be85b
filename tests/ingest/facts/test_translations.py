"""A line that credits a translator says that a page stands in translation."""

from reportedly.ingest.facts.translations import translation_readings

from ..rules import rules


def test_every_credit_of_a_translation_is_read_in_its_example() -> None:
    for entry in rules("facts/translations"):
        assert list(translation_readings(["Ten ships left.", entry["example"]])), entry


def test_a_credit_in_brackets_at_the_end_is_read_and_a_sentence_about_a_translation_is_not() -> None:
    assert [r.value for r in translation_readings(["Ten left the port. (Translated by Mina Holt)"])] == [
        "Translated by Mina Holt"
    ]
    assert not list(translation_readings(["The treaty was translated by a clerk in 1905.", "He was first."]))
