"""Links are kept with their words and their whole address."""

import pytest

from reportedly.ingest import read_page

_PAGE = """<html><head><title>Boxes</title>{head}</head><body>
<nav><a href="/home">Home</a> <a href="/world">World</a></nav>
<article><h1>Boxes by the thousand</h1>
<p>Seoul counts  <em>ten <a href="{href}">thousand
 boxes</a></em>, the Harbour Wire wrote on Friday, and nobody has said otherwise since.</p>
<p>A second paragraph stands here <a href="#top">so that</a> the <a href="mailto:a@b.org">page reads</a> like one.</p>
<p>A third one brings the count of paragraphs up to what a reader of pages expects to see.</p></article></body></html>"""


def _links(href: str, head: str = "") -> list[tuple[str, str]]:
    page = read_page(_PAGE.format(href=href, head=head).encode(), url="https://a.example.org/news/1")
    return [(link.span.of(page.text), link.url) for link in page.links]


@pytest.mark.parametrize(
    ("href", "head", "url"),
    [
        ("https://b.example.org/x#part", "", "https://b.example.org/x"),
        ("/2", "", "https://a.example.org/2"),
        ("2", "", "https://a.example.org/news/2"),
        ("2", '<base href="https://c.example.org/d/">', "https://c.example.org/d/2"),
    ],
)
def test_a_link_in_a_paragraph_is_kept_with_its_words_and_whole_address(
    href: str, head: str, url: str
) -> None:
    assert _links(href, head) == [("thousand boxes", url)]


@pytest.mark.parametrize(
    "href", ["#part", "javascript:void(0)", "mailto:x@y.org", "", "http://[bad", "/news/1"]
)
def test_what_leads_nowhere_else_is_no_link(href: str) -> None:
    assert _links(href) == []
