"""A PDF is read in the order of its page, whatever order its file keeps."""

import pytest

from reportedly.ingest import read_page, words_at
from reportedly.model import BlockKind, Document

from ..pdf_writing import Line, column, pdf

LEFT = (
    "The ministry said on Monday that it had counted at least ten thousand containers in the harbour.\n\n"
    "Its speaker told the papers that the guns had come with them and that all who wished to see the boxes"
)
RIGHT = (
    "could do so in the coming week. The neighbour denied it.\n\n"
    "Observers in the capital said that they had seen neither guns nor boxes since the end of the month."
)
PARAGRAPHS = [
    "The ministry said on Monday that it had counted at least ten thousand containers in the harbour.",
    (
        "Its speaker told the papers that the guns had come with them and that all who wished to see the boxes "
        "could do so in the coming week. The neighbour denied it."
    ),
    "Observers in the capital said that they had seen neither guns nor boxes since the end of the month.",
]


def rows(*columns: list[Line]) -> list[Line]:
    """The lines of columns as a file may keep them: row by row across the page."""
    return sorted((line for lines in columns for line in lines), key=lambda line: (-line[1], line[0]))


def read(body: bytes) -> Document:
    document = read_page(body, url="file:///paper.pdf")
    for block in document.blocks:
        assert words_at(body, document.media_type, block.path) == block.span.of(document.text)
    return document


def told(document: Document, kind: BlockKind) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.kind is kind]


@pytest.mark.parametrize("order", [rows, lambda left, right: left + right, lambda left, right: right + left])
def test_two_columns_are_read_one_after_the_other(order) -> None:
    head = [(60, 760, 20, "Ministry counts ten thousand"), (60, 736, 20, "containers in the harbour")]
    body = order(column(LEFT, left=60, top=700), column(RIGHT, left=320, top=700))
    document = read(pdf([[*head, *body]]))
    assert told(document, BlockKind.BODY) == PARAGRAPHS
    assert document.title == "Ministry counts ten thousand containers in the harbour"


def test_three_columns_are_read_so_too() -> None:
    texts = [
        f"{word} of the three columns tells of ships that left the harbour in the night." for word in "ABC"
    ]
    columns = [column(words, left=40 + 180 * at, top=700, width=28) for at, words in enumerate(texts)]
    assert told(read(pdf([rows(*columns)])), BlockKind.BODY) == texts


def test_words_across_the_page_part_what_stands_above_from_what_stands_below() -> None:
    upper = rows(column(LEFT, left=60, top=760), column(RIGHT, left=320, top=760))
    across = column(
        "Inland, things stood otherwise, as the governor told a full room of reporters.",
        left=60,
        top=560,
        width=99,
    )
    lower = rows(
        column("A third text. " * 12, left=60, top=520), column("And a fourth text. " * 12, left=320, top=520)
    )
    text = read(pdf([upper + across + lower])).text
    places = [text.index(words) for words in ("neither guns", "Inland", "A third", "And a fourth")]
    assert places == sorted(places)


def test_the_cells_of_a_table_are_no_columns() -> None:
    cells = [
        (left, 700 - 12 * at, 10, words)
        for at, row in enumerate([("Region", "May"), ("North", "1,200"), ("South", "30"), ("West", "7")])
        for left, words in zip((60, 320), row, strict=True)
    ]
    assert "North 1,200" in read(pdf([[*column(LEFT, left=60, top=780, width=95), *cells]])).text


def test_heads_feet_and_page_numbers_are_labelled_on_both_sides_of_the_sheet() -> None:
    pages = [
        [
            (
                60 if number % 2 else 400,
                810,
                8,
                "The Harbour Gazette" if number % 2 else f"June, page {number}",
            ),
            *column(f"On day {number} the ministry counted ships. " * 8, left=60, top=740, width=95),
            (290, 30, 8, str(number)),
        ]
        for number in range(1, 5)
    ]
    document = read(pdf(pages))
    assert told(document, BlockKind.NAVIGATION) == [
        "The Harbour Gazette", "1", "June, page 2", "2", "The Harbour Gazette", "3", "June, page 4", "4",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["They counted the ammu-", "nition of the whole army"], "the ammunition of"),
        (
            ["The guns are long-range.", "They counted the long-", "range guns of the army"],
            "the long-range guns",
        ),
        (["It was the end of the 10-", "day war between the two"], "the 10-day war"),
        (["It was said by the Franco-", "German group of experts"], "the Franco-German group"),
        (["A state-of-the-", "art gun was seen in the north"], "A state-of-the-art gun"),
    ],
)
def test_a_word_parted_at_the_lines_end_is_whole_and_a_compound_stays_one(
    lines: list[str], words: str
) -> None:
    page = [(60, 700 - 12 * at, 10, line) for at, line in enumerate(lines)]
    assert words in read(pdf([page])).text


@pytest.mark.parametrize("junk", ["untitled", "Microsoft Word - draft 3.doc", "gazette_final.pdf", ""])
def test_the_title_is_what_is_set_largest_unless_the_file_names_a_real_one(junk: str) -> None:
    page = [(60, 760, 24, "Ten ships left the harbour"), *column(LEFT, left=60, top=700, width=95)]
    assert read(pdf([page], Title=junk)).title == "Ten ships left the harbour"
    both = read(pdf([page], Title="Naval bulletin 12"))
    assert [r.value for r in both.readings if r.field == "title"] == [
        "Ten ships left the harbour",
        "Naval bulletin 12",
    ]
    assert read(pdf([page], Title="Ten ships")).title == "Ten ships"


def test_a_smaller_head_heads_a_part() -> None:
    page = [
        (60, 760, 24, "Ten ships left the harbour"),
        *column(LEFT, left=60, top=700, width=95),
        (60, 610, 13, "What the neighbour said"),
        *column(RIGHT, left=60, top=590, width=95),
    ]
    assert told(read(pdf([page])), BlockKind.SUBHEAD) == ["What the neighbour said"]


def test_the_day_shown_is_believed_before_the_day_the_file_was_made() -> None:
    page = [
        (60, 760, 24, "Ten ships left the harbour"),
        (60, 735, 9, "By Ana Ruiz | June 3, 2024"),
        *column(LEFT, left=60, top=700, width=95),
    ]
    document = read(pdf([page], CreationDate="D:20240605101500Z"))
    assert [(r.value, r.source) for r in document.readings if r.field == "published"] == [
        ("2024-06-03", "text line 2"),
        ("2024-06-05", "pdf CreationDate (differs)"),
    ]
    assert document.reading("author") == "Ana Ruiz"
