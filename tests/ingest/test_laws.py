"""Laws that hold for every page, however broken."""

import os
import random
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportedly.errors import IngestError
from reportedly.ingest import read_page, words_at
from reportedly.model import Document

TAGS = st.sampled_from(
    [
        "p",
        "div",
        "ul",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "td colspan=2",
        "th rowspan=3 scope=row",
        "caption",
        "br",
        "b",
        "a",
        "span",
        "h1",
        "h2",
        "time",
        "article",
        "button",
        "section",
        "em",
        "script",
        "figure",
        "figcaption",
        "blockquote",
        "o:p",
        "x-card",
        "svg",
    ]
)
WORDS = st.sampled_from(
    [
        "Ten ships left. ",
        "the ministry said, ",
        "Related",
        "Read more",
        "10,000 ",
        "é\u00a0à",
        "\u00ad",
        "<!-- x -->",
        "&amp;",
        "&nbsp;",
        "\n",
        "By Ana Ruiz",
        "May 3, 2024",
    ]
)
PIECES = st.one_of(
    WORDS, TAGS.map("<{}>".format), TAGS.map("</{}>".format), TAGS.map('<{} class="related body">'.format)
)
PAGES = st.lists(PIECES, max_size=60).map("".join)


def check(document: Document, body: bytes) -> None:
    end = 0
    for block in document.blocks:
        assert block.span.start >= end
        end = block.span.end
        assert block.span.of(document.text).strip()
        assert words_at(body, document.media_type, block.path) == block.span.of(document.text)
    check_tables(document)
    covered = "".join(block.span.of(document.text) for block in document.blocks)
    assert "".join(covered.split()) == "".join(document.text.split())


def check_tables(document: Document) -> None:
    for table in document.tables:
        heads = {cell.span for cell in table.cells if cell.header}
        for cell in table.cells:
            assert cell.span.of(document.text).strip() == cell.span.of(document.text) != ""
            assert table.span.holds(cell.span)
            assert table.cell_at(cell.span) == cell
            assert heads >= {*cell.column_headers, *cell.row_headers}


TABLES = st.lists(
    st.sampled_from(
        [
            "<tr>",
            "</tr>",
            "<td>",
            "<th>",
            "<td colspan=2>",
            "<td rowspan=3>",
            "<th scope=rowgroup rowspan=0>",
            "<thead>",
            "<tbody>",
            "<caption>",
            "<br>",
            "<p>",
            "<ul><li>",
            "Kyoto ",
            "1,200 ",
            "| ",
            " of ships",
        ]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=150, deadline=None)
@example("<tr><td rowspan=3><th><tr><td colspan=2>Kyoto ")
@given(TABLES)
def test_every_cell_stands_in_its_table_and_its_headers_are_cells(rows: str) -> None:
    body = f"<h1>Ten ships</h1><p>The ministry counted ten ships.</p><table>{rows}</table>".encode()
    check(read_page(body, url="https://wire.example.org/ten"), body)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["North", "\t", "|", "40", "\n", "|---|---|\n", " ", "Ships left."]), max_size=60
    )
)
def test_every_cell_of_a_plain_text_stands_in_its_table(pieces: list[str]) -> None:
    body = ("Ten ships\n" + "".join(pieces)).encode()
    check(read_page(body, url="https://wire.example.org/ten", media_type="text/plain"), body)


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_blocks_cover_the_text_in_order_and_lead_back_to_the_bytes(page: str) -> None:
    body = f"<html><body><p>x</p>{page}".encode()
    check(read_page(body, url="page.html", media_type="text/html"), body)


@settings(max_examples=80, deadline=None)
@given(st.text(min_size=1).filter(lambda t: bool(t.strip())))
def test_plain_text_is_covered_too(text: str) -> None:
    body = text.encode("utf-8", "replace")
    try:
        document = read_page(body, url="page.txt", media_type="text/plain")
    except IngestError:
        return
    for block in document.blocks:
        assert words_at(body, document.media_type, block.path) == block.span.of(document.text)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_one_line(body: bytes) -> None:
    said = ""
    try:
        read_page(body, url="page")
    except IngestError as refusal:
        said = str(refusal)
    assert "\n" not in said


def test_deep_nesting_neither_crashes_nor_hangs() -> None:
    body = b"<h1>Deep</h1><p>Ten ships.</p>" + b"<div>" * 20_000 + b"end"
    assert "Ten ships." in read_page(body, url="page.html").text


PAGES_OF_OTHERS = Path(os.environ.get("REPORTEDLY_SHARED", "../shared")) / "bench" / "pages" / "made"


@pytest.mark.skipif(not PAGES_OF_OTHERS.is_dir(), reason="the shared pages are not here")
def test_mutated_pages_are_read_or_refused() -> None:
    rng = random.Random(7)
    originals = [path.read_bytes() for path in sorted(PAGES_OF_OTHERS.glob("*.html"))]
    for turn in range(120):
        body = bytearray(originals[turn % len(originals)])
        for _ in range(rng.randint(1, 20)):
            at = rng.randrange(len(body))
            body[at : at + rng.randint(0, 30)] = rng.randbytes(rng.randint(0, 8))
        try:
            document = read_page(bytes(body), url="page.html")
        except IngestError:
            continue
        check(document, bytes(body))
