"""An agency is known by its dateline, and by nothing that only looks like one."""

import pytest

from reportedly.ingest.facts.agencies import agency_readings

from ..rules import rules


@pytest.mark.parametrize("entry", rules("facts/agencies"), ids=lambda e: e["name"])
def test_each_agency_is_known_by_its_dateline(entry: dict) -> None:
    (reading,) = agency_readings([entry["example"]], ())
    assert reading.value == entry["name"]


def test_words_in_brackets_are_no_agency_unless_they_sign() -> None:
    assert not list(agency_readings(["The reactor (AP1000) was built by an American firm in May."], ()))
