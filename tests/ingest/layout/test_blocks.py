"""What becomes of the parts that news pages are made of."""

import pytest

from reportedly.ingest import read_page
from reportedly.model import BlockKind

PARAGRAPHS = "".join(
    f"<p>{words}</p>"
    for words in (
        "The ministry said on Friday that at least ten ships had left the northern harbour, more than in April.",
        "More are expected in June, when the season of the great nets begins, the harbour master told reporters.",
        "The count does not include the ships of the navy, which are moored in another basin, he said.",
    )
)


def kinds(inner: str, *, before: str = "", after: str = "") -> dict[str, BlockKind]:
    page = f"<html><body>{before}<main><h1>Ten ships counted</h1><div class='story'>{PARAGRAPHS}{inner}<p>The next count is due in the first week of July, the ministry said in a statement.</p></div></main>{after}</body></html>"
    document = read_page(page.encode(), url="https://wire.example.org/ships")
    return {block.span.of(document.text): block.kind for block in document.blocks}


@pytest.mark.parametrize(
    ("part", "words", "kind"),
    [
        ("<h2>What the count leaves out</h2>", "What the count leaves out", BlockKind.SUBHEAD),
        (
            "<blockquote>We count what floats, and we count it twice.</blockquote>",
            "We count what floats, and we count it twice.",
            BlockKind.QUOTE,
        ),
        (
            "<ul><li>Ten ships left in May, by the ministry's count.</li></ul>",
            "Ten ships left in May, by the ministry's count.",
            BlockKind.LIST,
        ),
        ("<table><tr><th>Month</th><th>Ships</th></tr></table>", "Month | Ships", BlockKind.TABLE),
        (
            "<figure><figcaption>Ships leave the harbour on Friday.</figcaption></figure>",
            "Ships leave the harbour on Friday.",
            BlockKind.CAPTION,
        ),
        ("<p>Photo: Ana Ruiz</p>", "Photo: Ana Ruiz", BlockKind.CREDIT),
        (
            "<p>Editor's note: This story has been updated.</p>",
            "Editor's note: This story has been updated.",
            BlockKind.EDITOR_NOTE,
        ),
        (
            "<p><a href='/x'>Storm closes two harbours on the coast</a></p>",
            "Storm closes two harbours on the coast",
            BlockKind.READ_MORE,
        ),
        (
            "<aside class='related'><p>A storm closed two harbours on the coast, the guard said.</p></aside>",
            "A storm closed two harbours on the coast, the guard said.",
            BlockKind.TEASER,
        ),
        (
            "<div class='x7'><h4>Related Posts</h4><div><p>A storm closed two harbours, the coast guard said on Monday.</p></div></div>",
            "A storm closed two harbours, the coast guard said on Monday.",
            BlockKind.TEASER,
        ),
        (
            "<div class='newsletter-signup'><p>Get our briefing each morning.</p></div>",
            "Get our briefing each morning.",
            BlockKind.NEWSLETTER,
        ),
        (
            "<div class='paywall'><p>Subscribe to continue reading.</p></div>",
            "Subscribe to continue reading.",
            BlockKind.PAYWALL,
        ),
        ("<div class='share-bar'>Tweet</div>", "Tweet", BlockKind.NAVIGATION),
        (
            "<blockquote class='pullquote'>The season of the great nets</blockquote>",
            "The season of the great nets",
            BlockKind.OTHER,
        ),
        ("<p>desk@wire.example.org</p>", "desk@wire.example.org", BlockKind.OTHER),
        (
            "<p style='display: none'>Ten ships for search engines only.</p>",
            "Ten ships for search engines only.",
            BlockKind.OTHER,
        ),
        (
            "<div><div><p>In a nutshell: the ships left.</p></div></div>",
            "In a nutshell: the ships left.",
            BlockKind.OTHER,
        ),
        ("<p>___</p>", "___", BlockKind.OTHER),
    ],
)
def test_each_part_gets_its_kind(part: str, words: str, kind: BlockKind) -> None:
    assert kinds(part)[words] is kind


def test_a_label_on_most_of_the_page_says_nothing() -> None:
    page = f"<html><body class='has-sidebar newsletter'><div class='widget'><h1>Ten ships</h1>{PARAGRAPHS}</div></body></html>"
    document = read_page(page.encode(), url="x.html")
    assert sum(b.kind is BlockKind.BODY for b in document.blocks) == 3


def test_comments_are_furniture_even_where_they_outweigh_the_article() -> None:
    found = kinds("", after=f"<section id='comments'>{PARAGRAPHS.replace('ships', 'boats') * 3}</section>")
    assert all(kind is BlockKind.COMMENT for words, kind in found.items() if "boats" in words)


def test_a_second_article_is_another_story() -> None:
    page = f"<body><article><h1>Ten ships</h1>{PARAGRAPHS}</article><article><h2>Storm</h2>{PARAGRAPHS.replace('ships', 'storms')}</article></body>"
    document = read_page(page.encode(), url="x.html")
    assert {b.kind for b in document.blocks if "storms" in b.span.of(document.text)} == {BlockKind.TEASER}


def test_a_page_of_bare_divs_has_its_body_all_the_same() -> None:
    page = f"<body><div class=nav>Home</div><div><h2>Ten ships counted</h2><div>{PARAGRAPHS.replace('<p>', '<div>').replace('</p>', '</div>')}</div></div></body>"
    document = read_page(page.encode(), url="x.html")
    assert sum(b.kind is BlockKind.BODY for b in document.blocks) == 3
