"""A number that a verb sets: "put the injured at 154"."""

import pytest

from reportedly.backends import BiaffineParser

from ..test_reading import page, read

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def parser() -> BiaffineParser:
    """One engine for all."""
    return BiaffineParser()


BLAST = "The blast killed 60 people. Rebels said 80 had died and 90 were hurt. "


@pytest.mark.parametrize(
    ("words", "number", "kind", "outcome", "speaker"),
    [
        (BLAST + "The ministry put the number of dead at 73.", "73", "casualty", "killed", "ministry"),
        (
            BLAST + "The ministry put the number of those killed at 73.",
            "73",
            "casualty",
            "killed",
            "ministry",
        ),
        ("The ministry put the injured at 154 people.", "154", "casualty", "injured", "ministry"),
        ("Officials put the dead at 12.", "12", "casualty", "killed", "Officials"),
        ("The ministry had given a toll of 49.", "49", "casualty", "killed", "ministry"),
        ("Among the dead were 12 children.", "12", "casualty", "killed", ""),
        ("Doctors saw 13 pupils with minor injuries.", "13", "casualty", "injured", ""),
        ("Nine pupils were taken to hospital.", "Nine", "casualty", "injured", ""),
        ("The hospital took nine more people.", "nine", "count", None, ""),
        ("Rebels gunned down nine soldiers.", "nine", "casualty", "killed", ""),
        ("The blast destroyed 300 homes, killed one and hurt three people.", "one", "casualty", "killed", ""),
        ("A convoy of 40 trucks reached Chad on Tuesday.", "40", "transfer", None, ""),
    ],
)
def test_a_number_set_is_what_it_counts(
    words: str, number: str, kind: str, outcome: str | None, speaker: str, parser: BiaffineParser
) -> None:
    told = {c.quantity.number_words: c for c in read(page(words), parser) if c.quantity is not None}
    link = told[number].attribution[-1] if told[number].attribution else None
    who = (link.actor.name if link.actor else link.words) if link else ""
    assert (told[number].kind, told[number].outcome, who) == (kind, outcome, speaker)


def test_a_rise_counts_what_the_sum_behind_it_counts(parser: BiaffineParser) -> None:
    told = read(page("The army increased its order by 300 to reach 7,000 trucks."), parser)
    figures = {c.quantity.number_words: (c.quantity.unit, c.aggregation) for c in told if c.quantity}
    assert figures["300"] == ("truck", "increment")


def test_a_second_day_is_no_figure(parser: BiaffineParser) -> None:
    told = read(page("Fighting on June 18 and 19 killed 40 people."), parser)
    assert [c.quantity.number_words for c in told if c.quantity] == ["40"]


def test_a_number_behind_a_day_may_count(parser: BiaffineParser) -> None:
    told = read(page("On June 12 and 19 people danced."), parser)
    assert "June" not in " ".join(c.quantity.words for c in told if c.quantity)


def test_not_one_is_no_figure(parser: BiaffineParser) -> None:
    assert not [c for c in read(page("Not one soldier was killed."), parser) if c.quantity]


def test_more_counts_what_the_paragraph_counts(parser: BiaffineParser) -> None:
    told = read(page("Peter Lund said he treated 90 patients. “We saw 12 more,” Lund said."), parser)
    assert [c.quantity.unit for c in told if c.quantity] == ["patient", "patient"]
