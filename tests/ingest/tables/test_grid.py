"""A table's cells know their headers and its caption, in HTML and where plain text has clear ones."""

import pytest

from reportedly.ingest import read_page, words_at
from reportedly.model import BlockKind, Document, Table

LEAD = (
    "<h1>Ministry counts shells by region</h1><p>The ministry said on Monday that it had counted shells in four "
    "regions, and it gave a table of them to the press, which was printed in full by the papers.</p>"
)
TAIL = "<p>The figures are not final, the ministry said, and they will be checked once more in May.</p>"
URL = "https://wire.example.org/shells"


def page(table: str) -> Document:
    return read_page(f"{LEAD}{table}{TAIL}".encode(), url=URL)


def plain(text: str) -> Document:
    return read_page(f"Ministry counts shells\n\n{text}".encode(), url=URL, media_type="text/plain")


def told(document: Document) -> dict[str, tuple[list[str], list[str]]]:
    """What stands over and before each datum of the only table."""
    (table,) = document.tables
    text = document.text
    return {
        cell.span.of(text): (
            [span.of(text) for span in cell.column_headers],
            [span.of(text) for span in cell.row_headers],
        )
        for cell in table.cells
        if not cell.header
    }


def caption(document: Document) -> str | None:
    (table,) = document.tables
    return table.caption.of(document.text) if table.caption else None


def test_a_cell_knows_the_headers_over_and_before_it() -> None:
    rows = "<tr><th>Region<th>May<th>June<tr><th>North<td>1,200<td>2,400<tr><th>South<td>30<td>40"
    found = told(page(f"<table>{rows}</table>"))
    assert found == {
        "1,200": (["May"], ["North"]),
        "2,400": (["June"], ["North"]),
        "30": (["May"], ["South"]),
        "40": (["June"], ["South"]),
    }


def test_headers_that_span_columns_and_rows_stand_over_all_of_them() -> None:
    rows = (
        "<thead><tr><th rowspan=2>Region<th colspan=2>Shells<th colspan=2>Tanks<tr><th>2022<th>2023<th>2022<th>2023"
        "<tbody><tr><td>North<td>1,200<td>2,400<td>7<td>9"
    )
    found = told(page(f"<table>{rows}</table>"))
    assert found["2,400"] == (["Shells", "2023"], ["North"])
    assert found["7"] == (["Tanks", "2022"], ["North"])


def test_a_row_header_holds_for_all_the_rows_that_it_spans() -> None:
    rows = "<tr><th>Side<th>Arm<th>Lost<tr><th rowspan=2>North<th>Tanks<td>12<tr><th>Guns<td>30"
    found = told(page(f"<table>{rows}</table>"))
    assert found["30"] == (["Lost"], ["North", "Guns"])


def test_a_row_of_one_wide_cell_heads_the_rows_below() -> None:
    rows = "<tr><th>Arm<th>Lost<tr><td colspan=2>North<tr><td>Tanks<td>12<tr><td colspan=2>South<tr><td>Tanks<td>30"
    found = told(page(f"<table>{rows}</table>"))
    assert found["12"] == (["Lost"], ["North", "Tanks"])
    assert found["30"] == (["Lost"], ["South", "Tanks"])


def test_headers_that_nothing_names_are_words_over_figures_and_names_before_them() -> None:
    rows = "<tr><td>Country<td>Tanks<tr><td>Norway<td>8<tr><td>Denmark<td>14"
    assert told(page(f"<table>{rows}</table>"))["8"] == (["Tanks"], ["Norway"])
    ranked = "<tr><td>Rank<td>Country<td>Tanks<tr><td>1<td>Norway<td>8<tr><td>2<td>Denmark<td>14"
    assert told(page(f"<table>{ranked}</table>"))["14"] == (["Tanks"], ["Denmark"])


def test_years_head_columns_and_rows() -> None:
    rows = "<tr><td><td>2021<td>2022<tr><td>Exports<td>3.5<td>4.1<tr><td>Imports<td>2.0<td>2.2"
    assert told(page(f"<table>{rows}</table>"))["2.2"] == (["2022"], ["Imports"])
    down = "<tr><th>Year<th>Exports<tr><td>2021<td>3.5<tr><td>2022<td>4.1"
    assert told(page(f"<table>{down}</table>"))["4.1"] == (["Exports"], ["2022"])


def test_a_second_row_of_headers_takes_the_place_of_the_first() -> None:
    rows = "<tr><th>Arm<th>Lost<tr><td>Tanks<td>12<tr><th>Arm<th>Given<tr><td>Guns<td>30"
    found = told(page(f"<table>{rows}</table>"))
    assert found["12"][0] == ["Lost"]
    assert found["30"][0] == ["Given"]


@pytest.mark.parametrize(
    ("around", "words"),
    [
        ("<table><caption>Shells by region</caption>{}</table>", "Shells by region"),
        (
            "<figure><table>{}</table><figcaption>Shells, in thousands</figcaption></figure>",
            "Shells, in thousands",
        ),
        ("<h2>Shells by region</h2><table>{}</table>", "Shells by region"),
        ("<p>Shells by region:</p><div class=scroll><table>{}</table></div>", "Shells by region:"),
        ("<table>{}</table>", None),
    ],
)
def test_the_caption_is_the_tables_own_or_what_leads_in(around: str, words: str | None) -> None:
    rows = "<tr><th>Region<th>Shells<tr><td>North<td>1,200<tr><td>South<td>30"
    assert caption(page(around.format(rows))) == words


def test_rows_in_a_box_of_their_own_are_table_blocks_that_lead_back() -> None:
    rows = "<tr><th>Region<th>Shells<tr><td>North<td>1,200<br>(est.)"
    document = page(f'<div class="scroll"><figure><table>{rows}</table></figure></div>')
    body = f'{LEAD}<div class="scroll"><figure><table>{rows}</table></figure></div>{TAIL}'.encode()
    (row,) = [b for b in document.blocks if "1,200" in b.span.of(document.text)]
    assert row.kind is BlockKind.TABLE
    assert words_at(body, document.media_type, row.path) == "North | 1,200 (est.)"
    cell = document.cell_at(next(c.span for c in document.tables[0].cells if not c.header))
    assert cell is not None
    assert row.span.holds(cell.span)


def test_a_cell_of_several_paragraphs_is_one_cell() -> None:
    rows = "<tr><th>Country<th>Jets<tr><th>Denmark<td><ul><li>19 pledged</li><li>6 sent</li></ul>"
    assert told(page(f"<table>{rows}</table>")) == {"19 pledged\n\n6 sent": (["Jets"], ["Denmark"])}


@pytest.mark.parametrize(
    "table",
    [
        "<table role=presentation><tr><td>Ten ships<td>left port</table>",
        "<table><tr><td><table><tr><td>Ten<td>ships</table></table>",
        "<table><tr><td>Ten ships left port</table>",
        "<table><tr><td colspan=999><td rowspan=999>" + "<tr><td colspan=999>a<td>b" * 40 + "</table>",
        '<div class="related"><table><tr><th>Region<th>Shells<tr><td>North<td>1,200</table></div>',
    ],
)
def test_layout_furniture_and_monsters_are_no_tables(table: str) -> None:
    assert not [t for t in page(table).tables if len(t.cells) > 3]


def test_tabs_part_the_cells_of_a_plain_text() -> None:
    document = plain("Shells by region\nRegion\tMay\tJune\nNorth\t1,200\t2,400\nSouth\t30\t40\n\nNot final.")
    assert told(document)["40"] == (["June"], ["South"])
    assert caption(document) == "Shells by region"
    rows = [b.span.of(document.text) for b in document.blocks if b.kind is BlockKind.TABLE]
    assert rows == ["Region\tMay\tJune", "North\t1,200\t2,400", "South\t30\t40"]


def test_bars_part_them_too_and_a_drawn_rule_marks_the_head() -> None:
    document = plain(
        "Pledged:\n\n| | Tanks | Note |\n|---|--:|---|\n| Norway | 8 | sent |\n| Denmark | 14 | due |\n"
    )
    assert told(document)["due"] == (["Note"], ["Denmark"])
    assert caption(document) == "Pledged:"
    assert [b.kind for b in document.blocks if "---" in b.span.of(document.text)] == [BlockKind.OTHER]


@pytest.mark.parametrize(
    "text",
    [
        "Home | News | Sport\nWorld | Asia | Africa\nArts | Books | Film\n",
        "Jane Doe | June 3, 2024\nTen ships left port on Monday.\n",
        "The ministry\tsaid so.\nTen ships left.\n",
    ],
)
def test_menus_and_bylines_in_plain_text_are_no_tables(text: str) -> None:
    assert plain(text).tables == ()


def test_a_row_can_be_asked_for_whole() -> None:
    document = page(
        "<table><tr><th>Side<th>Arm<th>Lost<tr><th rowspan=2>North<th>Tanks<td>12<tr><th>Guns<td>30</table>"
    )
    (table,) = document.tables
    assert isinstance(table, Table)
    assert [cell.span.of(document.text) for cell in table.row(2)] == ["North", "Guns", "30"]
