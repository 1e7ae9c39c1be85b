import os
from pathlib import Path

import pytest

from reportedly.errors import IngestError
from reportedly.ingest import read_page, words_at
from reportedly.model import BlockKind, Document

URL = "https://wire.example.org/2024/05/03/harbour"
PAGE = """<!doctype html><html lang="en"><head><title>Ministry counts ten ships | Example Wire</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ministry counts ten ships",
"datePublished": "2024-05-03T08:00:00+02:00", "author": {"name": "Ana Ruiz"}, "publisher": {"name": "Example Wire"}}</script>
</head><body><nav><a href="/">Home</a><a href="/w">World</a></nav><main><h1>Ministry counts ten ships</h1>
<p class="byline">By Ana Ruiz</p><div class="article-body">
<p>The ministry said on Friday that at least ten ships had left the harbour, more than in April.</p>
<p>"We expect more of them," the minister told reporters, without naming a day for the next count.</p>
<p><a href="#">Read more: Harbour closed after storm</a></p>
<ul><li>Ten ships left the harbour in May, by the ministry's count.</li></ul>
<table><tr><th>Month</th><th>Ships</th></tr><tr><td>May</td><td>10</td></tr></table>
<p>Correction, May 4: An earlier version of this story gave the wrong harbour.</p></div></main>
<footer>Copyright 2024 Example Wire. All rights reserved.</footer></body></html>"""


def read(page: str, url: str = URL) -> Document:
    return read_page(page.encode(), url=url)


def kinds(document: Document) -> dict[str, BlockKind]:
    return {block.span.of(document.text): block.kind for block in document.blocks}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ministry counts ten ships", BlockKind.HEADLINE),
        ("By Ana Ruiz", BlockKind.BYLINE),
        ("Home World", BlockKind.NAVIGATION),
        ("Read more: Harbour closed after storm", BlockKind.READ_MORE),
        ("Ten ships left the harbour in May, by the ministry's count.", BlockKind.LIST),
        ("May | 10", BlockKind.TABLE),
        ("Correction, May 4: An earlier version of this story gave the wrong harbour.", BlockKind.CORRECTION),
        ("Copyright 2024 Example Wire. All rights reserved.", BlockKind.NAVIGATION),
    ],
)
def test_each_block_is_typed(words: str, kind: BlockKind) -> None:
    assert kinds(read(PAGE))[words] is kind


def test_every_block_finds_its_words_in_the_archived_bytes() -> None:
    document = read(PAGE)
    for block in document.blocks:
        assert words_at(PAGE.encode(), document.media_type, block.path) == block.span.of(document.text)


def test_metadata_says_where_it_was_read() -> None:
    document = read(PAGE)
    told = {r.field: (r.value, r.source) for r in reversed(document.readings)}
    assert told["title"] == ("Ministry counts ten ships", "json-ld headline")
    assert told["author"] == ("Ana Ruiz", "json-ld author")
    assert told["outlet"] == ("Example Wire", "json-ld publisher")
    assert told["published"] == ("2024-05-03T08:00:00+02:00", "json-ld datePublished")
    assert told["language"] == ("en", "html lang")


def test_a_page_without_a_heading_has_its_title_as_headline() -> None:
    document = read(
        "<title>Ten ships counted</title><p>The ministry counted ten ships in the harbour on Friday.</p>"
    )
    assert kinds(document)["Ten ships counted"] is BlockKind.HEADLINE


def test_a_page_without_a_date_gets_none() -> None:
    assert (
        read("<h1>Ten ships</h1><p>The ministry counted ten ships in the harbour.</p>", "page.html").published
        is None
    )


def test_two_line_breaks_part_paragraphs() -> None:
    page = "<h1>Ships</h1><div>Ten ships have left the harbour<br><br>More are expected there<br>next week.</div>"
    assert {"Ten ships have left the harbour", "More are expected there next week."} <= set(kinds(read(page)))
    document = read(page)
    assert all(
        words_at(page.encode(), "text/html", b.path) == b.span.of(document.text) for b in document.blocks
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"x" * (33 * 1024 * 1024), "MB is more than a page"),
        (b"\x00\x01\x02\x03" * 400, "binary"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "binary|not a page"),
        (b"<html><body><script>draw()</script></body></html>", "HTML without text"),
        (b"<meta charset=x-none-such><p>caf\xe9 \x81\x8d\x8f\x90\x9d\xfe\xff</p>", "unknown encoding"),
    ],
)
def test_a_page_that_cannot_be_read_is_refused_in_one_line(body: bytes, words: str) -> None:
    with pytest.raises(IngestError, match=words) as refusal:
        read_page(body, url="page.html")
    assert str(refusal.value).startswith("page.html: ")
    assert "\n" not in str(refusal.value)
    assert str(refusal.value).endswith(")")


def test_a_media_type_overrules_the_content() -> None:
    assert (
        read_page(b"<p>not markup here</p>", url="x.txt", media_type="text/plain").text
        == "<p>not markup here</p>"
    )


def test_the_same_bytes_give_the_same_document() -> None:
    assert read(PAGE) == read(PAGE)


SEED = Path(os.environ.get("REPORTEDLY_SHARED", "../shared")) / "seed"


@pytest.mark.skipif(not SEED.is_dir(), reason="the shared seed page is not here")
def test_the_seed_bears_no_claims_in_its_furniture() -> None:
    document = read_page(next(SEED.glob("*.txt")).read_bytes(), url="https://example.org/seed")
    barren = " ".join(block.span.of(document.text) for block in document.blocks if block.kind.furniture)
    fertile = " ".join(block.span.of(document.text) for block in document.blocks if not block.kind.furniture)
    for words in ("Related Posts", "Read More", "Yagi", "Stockholm", "HTML Image as link", "Steph Deschamps"):
        assert words in barren
        assert words not in fertile
    assert fertile.startswith("War in Ukraine")
    assert fertile.endswith("front lines\u00a0».")
    assert document.reading("published") == "2024-06-16"
