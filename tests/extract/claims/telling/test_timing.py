"""Which days a claim speaks of: its own clause's, open where they only say from when it is counted."""

import pytest

from reportedly.backends import BiaffineParser
from reportedly.model import Claim

from ..test_reading import page, read

pytestmark = pytest.mark.engine


def claims(*paragraphs: str) -> list[Claim]:
    """What a page claims, published on a Sunday."""
    return read(page(*paragraphs), BiaffineParser())


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Kenya has sent about 900 trucks to Chad since the meeting of their leaders in May.", "2024-05/.."),
        ("Kenya has sent about 900 trucks to Chad since May.", "2024-05/.."),
        ("Kenya sent about 900 trucks to Chad in May.", "2024-05"),
        ("Kenya has sent about 900 trucks to Chad.", None),
        ("Kenya sent about 900 trucks to Chad on June 12 and 13.", "2024-06-12/2024-06-13"),
        ("Kenya sent about 900 trucks to Chad on May 30 and June 2.", "2024-05-30/2024-06-02"),
        ("Nine people died, according to officials on Thursday.", None),
        ("The firm will cut 900 jobs as part of a plan to recover after a loss last year.", None),
        ("Kenya, which drew a line on Tuesday, has sent about 900 trucks to Chad.", None),
        ("The ministry put the quake at 6.6 and, as of Wednesday, 885 shocks had occurred.", "2024-06-12"),
    ],
)
def test_a_figure_s_days_are_no_finer_and_no_more_closed_than_its_words(text: str, edtf: str | None) -> None:
    (trucks,) = [claim for claim in claims(text) if claim.quantity is not None]
    assert (trucks.time.period.edtf if trucks.time and trucks.time.period else None) == edtf


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The toll stood at 51, up from about 38 on Wednesday.", [None, "2024-06-12"]),
        ("The toll rose to 51 on Friday from 38 on Wednesday.", ["2024-06-14", "2024-06-12"]),
        (
            "The flood killed 12 people on Monday, down from 15 deaths on Saturday.",
            ["2024-06-10", "2024-06-15"],
        ),
        ("Lorries brought 12 tents from 3 depots on Monday.", ["2024-06-10"]),
    ],
)
def test_the_day_of_what_was_before_is_not_the_day_of_what_it_came_to(
    text: str, days: list[str | None]
) -> None:
    found = [claim for claim in claims(text) if claim.quantity is not None]
    read = [claim.time.period.edtf if claim.time and claim.time.period else None for claim in found]
    assert read[: len(days)] == days


def test_a_disaster_looked_back_at_lends_its_day_to_no_later_paragraph() -> None:
    found = claims(
        "Rebels killed 1,200 people on 7 October 2023.", "Some 400 people remain trapped, Kenya said."
    )
    days = {c.outcome: c.time.period.edtf if c.time and c.time.period else None for c in found if c.outcome}
    assert days == {"killed": "2023-10-07", "trapped": None}
