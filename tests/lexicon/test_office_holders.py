"""Who held which office when, and silence where the list does not know."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from reportedly.errors import LexiconError
from reportedly.lexicon import OfficeHolder, load_actors, load_office_holders
from reportedly.lexicon.actors import person

HOLDERS = load_office_holders()
ACTORS = load_actors()


def holder(office: str, party: str, on: date) -> str | None:
    row = HOLDERS.holder(office, ACTORS.actor(party), on)
    return row.person.name if row else None


@pytest.mark.parametrize(
    ("office", "party", "on", "name"),
    [
        ("president", "country:RU", date(2024, 6, 16), "Vladimir Putin"),
        ("president", "country:RU", date(2010, 6, 16), "Dmitry Medvedev"),
        ("prime-minister", "country:RU", date(2010, 6, 16), "Vladimir Putin"),
        ("defence-minister", "country:KR", date(2024, 6, 16), "Shin Won-sik"),
        ("leader", "country:KP", date(2024, 6, 16), "Kim Jong Un"),
        ("leader", "country:KP", date(2005, 6, 16), "Kim Jong Il"),
        ("secretary-general", "org:nato", date(2024, 6, 16), "Jens Stoltenberg"),
        ("secretary-general", "org:un", date(2010, 6, 16), "Ban Ki-moon"),
        ("secretary-of-state", "country:US", date(2012, 1, 1), "Hillary Clinton"),
        ("foreign-minister", "country:US", date(2012, 1, 1), "Hillary Clinton"),
        ("president", "country:US", date(2021, 1, 19), "Donald Trump"),
        ("president", "country:US", date(2021, 1, 20), "Joe Biden"),
        ("chancellor", "country:DE", date(2022, 2, 24), "Olaf Scholz"),
    ],
)
def test_the_holder_on_a_day(office, party, on, name):
    assert holder(office, party, on) == name


def test_a_gap_and_a_day_after_the_last_check_give_no_answer():
    assert holder("president", "country:KR", date(2025, 5, 1)) is None
    assert holder("president", "country:RU", HOLDERS.checked) == "Vladimir Putin"
    assert holder("president", "country:RU", HOLDERS.checked + timedelta(days=1)) is None


def test_a_person_is_found_by_name_in_every_spelling_and_by_surname():
    for name in ("Zelensky", "Volodymyr Zelenskiy", "Zelenskyy"):
        assert {row.person.id for row in HOLDERS.named(name)} == {"person:volodymyr-zelenskyy"}
    assert {row.person.name for row in HOLDERS.named("Erdogan")} == {"Recep Tayyip Erdoğan"}
    assert {row.person.name for row in HOLDERS.named("Gadhafi")} == {"Muammar Gaddafi"}
    assert HOLDERS.named("Fumio") == ()
    assert {row.person.name for row in HOLDERS.named("Shin")} == {"Shin Won-sik"}
    assert {row.person.name for row in HOLDERS.named("Bush", on=date(2003, 3, 20))} == {"George W. Bush"}
    assert HOLDERS.named("Nobody") == ()


@pytest.mark.parametrize(
    "row", HOLDERS.rows, ids=lambda row: f"{row.offices[0]} {row.party} {row.person.name}"
)
def test_every_row_has_a_known_party_a_known_office_and_days_in_order(row):
    assert ACTORS.actor(row.party)
    assert {title.id for title in ACTORS.titles.values()} >= set(row.offices)
    assert row.until is None or row.since < row.until
    assert row.since <= HOLDERS.checked


def test_no_two_persons_hold_one_office_on_one_day():
    for row in HOLDERS.rows:
        for other in HOLDERS.rows:
            same = row.party == other.party and row.offices[0] == other.offices[0]
            if same and row.person.id != other.person.id:
                assert not other.held(row.since), (row, other)


def test_there_are_150_rows_at_least():
    assert len(HOLDERS.rows) > 150


def test_a_user_adds_rows():
    mine = OfficeHolder(
        ("mayor",),
        "country:AD",
        person("Ana Pons"),
        ("Ana Pons",),
        ("Pons",),
        date(2020, 1, 1),
        date(2021, 1, 1),
    )
    added = HOLDERS.with_extra([mine])
    assert added.holder("mayor", ACTORS.actor("country:AD"), date(2020, 5, 1)) == mine
    assert HOLDERS.holder("mayor", ACTORS.actor("country:AD"), date(2020, 5, 1)) is None


def written(folder: Path, text: str) -> Path:
    file = folder / "mine.toml"
    file.write_text(text, "utf-8")
    return file


MINE = """
[list]
checked = 2030-01-31
[[office]]
office = "president"
of = "country:FR"
holders = [{ name = "Anna Berg", from = 2027-05-13 }]
"""


def test_a_file_of_one_s_own_carries_the_list_on_and_wins(tmp_path):
    mine = load_office_holders((written(tmp_path, MINE),))
    france = ACTORS.actor("country:FR")
    assert mine.holder("president", france, date(2029, 1, 1)).person.name == "Anna Berg"
    assert mine.holder("president", france, date(2031, 1, 1)) is None
    assert (
        mine.holder("president", france, date(2020, 1, 1)).person.name
        == HOLDERS.holder("president", france, date(2020, 1, 1)).person.name
    )
    assert [row.party for row in mine.named("Anna Berg")] == ["country:FR"]
    assert mine.mark != HOLDERS.mark


@pytest.mark.parametrize(
    ("text", "culprit"),
    [
        ("[list", "mine.toml"),
        ("[[office]]\noffice = 'president'\nof = 'country:FR'\nholders = []", "no day of checking"),
        (MINE.replace("2027-05-13", "'spring'"), "from or to is no date"),
    ],
)
def test_a_file_that_breaks_the_rules_is_refused_in_a_line(tmp_path, text, culprit):
    with pytest.raises(LexiconError, match=culprit):
        load_office_holders((written(tmp_path, text),))
