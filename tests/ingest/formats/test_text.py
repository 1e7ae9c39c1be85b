import pytest

from reportedly.ingest import read_page, words_at
from reportedly.model import BlockKind, Document

PAGE = """Ministry counts ten ships in the northern harbour

Jane Doe / May 3, 2024

The ministry said on Friday that at least ten ships had left the harbour, which is more than it counted in April.

"We expect more of them," the minister told reporters in the capital, without naming a day for the next count.

Related Posts

Storm closes two harbours on the coast
Storm closes two harbours on the coast
Jane Doe / April 9, 2024 A storm has closed two harbours, the coast guard said, and it may take until...
Read More
"""


def read(text: str) -> Document:
    return read_page(text.encode(), url="page.txt", media_type="text/plain")


def kind_of(document: Document, words: str) -> BlockKind:
    return next(block.kind for block in document.blocks if words in block.span.of(document.text))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ministry counts", BlockKind.HEADLINE),
        ("Jane Doe / May 3, 2024", BlockKind.BYLINE),
        ("at least ten ships", BlockKind.BODY),
        ("Related Posts", BlockKind.TEASER),
        ("Storm closes", BlockKind.TEASER),
        ("the coast guard said", BlockKind.TEASER),
        ("Read More", BlockKind.READ_MORE),
    ],
)
def test_lines_are_typed_by_their_shape(words: str, kind: BlockKind) -> None:
    assert kind_of(read(PAGE), words) is kind


def test_the_text_stays_as_it_was_decoded() -> None:
    text = "\ufeffTitle\r\n\r\nOne  two\u00a0three.\r\n"
    assert read(text).text == text.removeprefix("\ufeff")


def test_the_day_is_that_of_the_byline_not_of_a_card() -> None:
    assert read(PAGE).reading("published") == "2024-05-03"
    assert [r.value for r in read(PAGE).readings if r.field == "author"] == ["Jane Doe"]


def test_a_path_finds_the_characters_of_its_block() -> None:
    document = read(PAGE)
    for block in document.blocks:
        assert words_at(PAGE.encode(), "text/plain", block.path) == block.span.of(document.text)


def test_wrapped_lines_make_one_paragraph() -> None:
    text = """Ten ships counted

The ministry said on Friday that at least ten ships had
left the harbour, which is more than it had counted in
the month of April, when storms kept nearly all ships in
port, and it expects the count to rise again in June, as
the season of the great nets begins."""
    assert [b.kind for b in read(text).blocks] == [BlockKind.HEADLINE, BlockKind.BODY]


def test_body_that_goes_on_after_related_posts_is_body_again() -> None:
    long = "The minister said that ten more ships would follow in June, and that the harbour would then be closed to all others."
    document = read(f"Ships\n\n{long}\n\nRelated\n\nStorm closes harbour\n\n{long} Again.\n\n{long} Twice.\n")
    assert kind_of(document, "Storm closes") is BlockKind.TEASER
    assert kind_of(document, "Twice.") is BlockKind.BODY
