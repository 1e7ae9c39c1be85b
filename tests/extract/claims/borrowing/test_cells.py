"""A table's figure counts what its headers name, on the day that they tell."""

import pytest

from reportedly.backends import BiaffineParser
from reportedly.frames import load_frames
from reportedly.ingest import read_page
from reportedly.model import counted, figure, when

from ..test_reading import read

pytestmark = pytest.mark.engine

PAGE = """<html><head><title>Trucks by month</title><meta name="date" content="2024-06-16"></head><body><article>
<h1>Trucks by month</h1><p>The ministry in Lusaka published a table of its deliveries on Sunday, and promised another.</p>
<table><caption>What the ministry has counted</caption>
<thead><tr><th>Month</th><th>Trucks</th><th>Counted from</th><th>Could hold</th></tr></thead>
<tbody><tr><td>February</td><td>about 670</td><td>September 2023</td><td>more than 3,000</td></tr>
<tr><td>March</td><td>at least 700</td><td>July 2023</td><td>not given</td></tr></tbody></table>
<p>The table does not say who drove the trucks, and the ministry would not tell reporters on Sunday.</p></article></body></html>"""


@pytest.fixture(scope="module")
def rows() -> list[tuple[str, str, str, str]]:
    """The table's claims: figure, what is counted, when, evidence."""
    document = read_page(PAGE.encode(), url="https://ministry.example.org/trucks")
    claims = [
        c
        for c in read(document, BiaffineParser())
        if document.cell_at(c.quantity.span if c.quantity else c.evidence.span)
    ]
    return [(figure(c.quantity), counted(c), when(c.time), c.evidence.exact) for c in claims]


def test_a_cell_counts_what_heads_its_column_in_the_month_that_heads_its_row(
    rows: list[tuple[str, str, str, str]],
) -> None:
    assert rows == [
        ("≈ 670", "truck", "2024-02", "February | about 670"),
        ("≥ 700", "truck", "2024-03", "March | at least 700"),
    ]


def test_a_column_whose_header_names_nothing_countable_bears_no_claim(
    rows: list[tuple[str, str, str, str]],
) -> None:
    assert not any("3,000" in amount for amount, *_ in rows)


@pytest.mark.parametrize("header", sorted(load_frames().words.sources))
def test_a_row_is_said_by_whom_its_column_of_sources_names(header: str) -> None:
    table = (
        f"<table><thead><tr><th>{header.title()}</th><th>Trucks</th></tr></thead>"
        "<tbody><tr><td>Zambian defence ministry, 26 February</td><td>about 670</td></tr></tbody></table>"
    )
    page = PAGE.replace("<p>The table", f"{table}<p>The table")
    document = read_page(page.encode(), url="https://ministry.example.org/trucks")
    said = [c.speaker for c in read(document, BiaffineParser()) if "26 February" in c.evidence.exact]
    assert [(link.actor.name, link.words) for link in said if link and link.actor] == [
        ("Zambian Defence Ministry", "Zambian defence ministry")
    ]
